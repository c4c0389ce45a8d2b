/** Half-width punctuation between Chinese characters; one finding for the document. */
import { halfWidthMarks } from '../prose/typography';
import { message } from '../messages';
import type { Span } from '../text/span';
import { documentRule } from './rule';

interface Facts {
  readonly marks: readonly (Span & { readonly want: string })[];
  readonly lines: number;
}

export const halfwidthPunctuation = documentRule<Facts>({
  id: 'halfwidth-punctuation',
  level: 'off',
  *find({ report }) {
    const marks: { start: number; end: number; want: string }[] = [];
    let lines = 0;
    for (const { start, passage } of report.passages) {
      const own = passage.read(halfWidthMarks);
      lines += new Set(own.map(({ line }) => line)).size;
      for (const mark of own) { marks.push({ start: start + mark.start, end: start + mark.end, want: mark.want }); }
    }
    if (marks.length > 0) { yield { rule: 'halfwidth-punctuation', span: marks[0], facts: { marks, lines }, level: 'hint' }; }
  },
  explain: ({ facts: { marks, lines } }) => message('halfwidth-punctuation', { count: marks.length, lines }),
  *repairs({ facts: { marks } }) {
    yield {
      title: message('halfwidth-punctuation.repair', { count: marks.length }), kind: 'safe', preferred: true,
      changes: marks.map((span) => ({ kind: 'replaceText', span, text: span.want })),
    };
  },
});
