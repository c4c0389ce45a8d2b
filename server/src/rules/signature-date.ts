/** The date under the report lies before the end of the year it covers: most often last year's year left standing. */
import type { DateFound } from '../prose/dates';
import { message } from '../messages';
import { documentRule, type DocumentContext } from './rule';

interface Facts {
  readonly date: DateFound;
  readonly end: string;
  readonly want: number;
}

export const signatureDate = documentRule<Facts>({
  id: 'signature-date',
  level: 'warning',
  *find(context) {
    const { signature } = context.report;
    const year = lastYear(context);
    if (signature === null || year === null || signature.year > year) { return; }
    yield { rule: 'signature-date', span: signature, facts: { date: signature, end: `${year}年12月31日`, want: year + 1 } };
  },
  explain: ({ facts: { date, end, want } }) => message('signature-date', { found: `${date.year}年${date.month}月${date.day}日`, end, want }),
  *repairs({ facts: { date, want } }, { text }) {
    const { start, end } = date.yearSpan;
    if (date.month > 6 || !/^\d+$/.test(text.slice(start, end))) { return; }
    yield {
      title: message('signature-date.repair', { want }), kind: 'review', preferred: true,
      changes: [{ kind: 'replaceText', span: date.yearSpan, text: String(want) }],
    };
  },
});

/** The year of the report; where its title and its period disagree, the earlier, so that only what is wrong by both is said. */
function lastYear({ report }: DocumentContext): number | null {
  const { titleYear, period } = report;
  if (titleYear === null) { return period?.to.year ?? null; }
  return period === null ? titleYear : Math.min(titleYear, period.to.year);
}
