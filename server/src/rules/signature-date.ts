/** The date under the report lies before the end of the year it covers: most often last year's year left standing. */
import type { DateFound } from '../prose/dates';
import { dayMessage, message } from '../messages';
import { documentRule, type DocumentContext } from './rule';

interface Facts {
  readonly date: DateFound;
  /** Year of the report. */
  readonly year: number;
}

export const signatureDate = documentRule<Facts>({
  id: 'signature-date',
  level: 'warning',
  *find(context) {
    const { signature } = context.report;
    const year = lastYear(context);
    if (signature === null || year === null || signature.year > year) { return; }
    yield { rule: 'signature-date', span: signature, facts: { date: signature, year } };
  },
  explain: ({ facts: { date, year } }) => message('signature-date', {
    found: dayMessage(date.year, date.month, date.day), end: dayMessage(year, 12, 31), want: year + 1,
  }),
  *repairs({ facts: { date, year } }, { text }) {
    const want = year + 1;
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
