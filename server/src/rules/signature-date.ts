/**
 * The date under the report is none of the calendar, or lies before the end of the year it covers: most often last year's year left
 * standing.
 */
import type { DateFound } from '../prose/dates';
import { dayMessage, message } from '../messages';
import { documentRule, type DocumentContext } from './rule';

interface Facts {
  readonly date: DateFound;
  /** As the report writes it. */
  readonly written: string;
  /** Year of the report; null where no calendar has the date. */
  readonly year: number | null;
}

export const signatureDate = documentRule<Facts>({
  id: 'signature-date',
  level: 'warning',
  *find(context) {
    const { signature } = context.report;
    const year = lastYear(context);
    if (signature === null) { return; }
    const written = context.text.slice(signature.start, signature.end);
    if (!signature.exists) {
      yield { rule: 'signature-date', span: signature, facts: { date: signature, written, year: null } };
    } else if (year !== null && signature.year <= year) {
      yield { rule: 'signature-date', span: signature, facts: { date: signature, written, year } };
    }
  },
  explain: ({ facts: { date, written, year } }) => (year === null
    ? message('signature-date.impossible', { found: written })
    : message('signature-date', {
    found: dayMessage(date.year, date.month, date.day), end: dayMessage(year, 12, 31), want: year + 1,
  })),
  *repairs({ facts: { date, year } }, { text }) {
    if (year === null) { return; }
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
