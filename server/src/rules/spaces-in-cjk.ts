/** Blanks between two Chinese characters, as PDF conversion leaves them; one finding for the document. */
import { SPACED, spacesBetweenCharacters } from '../prose/typography';
import { message } from '../messages';
import { shifted, type Span } from '../text/span';
import { documentRule } from './rule';

export const spacesInCjk = documentRule<{ readonly spaces: readonly Span[] }>({
  id: 'spaces-in-cjk',
  level: 'off',
  *find({ report, tables }) {
    const spaces: Span[] = [];
    for (const { start, passage } of report.passages) {
      for (const span of passage.read(spacesBetweenCharacters)) { spaces.push(shifted(span, start)); }
    }
    for (const { start, context: { text, table } } of tables) {
      for (const { start: at, end } of table.reading.cells) {
        if (at < table.span.start || end > table.span.end) { continue; }
        for (const match of text.slice(at, end).matchAll(SPACED)) {
          spaces.push({ start: start + at + match.index + 1, end: start + at + match.index + 2 });
        }
      }
    }
    spaces.sort((a, b) => a.start - b.start);
    if (spaces.length > 0) {
      yield { rule: 'spaces-in-cjk', span: { start: spaces[0].start - 1, end: spaces[0].end + 1 }, facts: { spaces }, level: 'hint' };
    }
  },
  explain: ({ facts: { spaces } }) => message('spaces-in-cjk', { count: spaces.length }),
  *repairs({ facts: { spaces } }) {
    yield {
      title: message('spaces-in-cjk.repair', { count: spaces.length }), kind: 'safe', preferred: true,
      changes: spaces.map((span) => ({ kind: 'replaceText', span, text: '' })),
    };
  },
});
