/** The reporting period is not the whole of the report's year, or begins or ends on a day that no calendar has. */
import type { Period } from '../prose/dates';
import { message } from '../messages';
import { documentRule } from './rule';

interface Facts {
  readonly period: Period;
  readonly found: string;
  readonly want: string;
}

export const periodIncomplete = documentRule<Facts>({
  id: 'period-incomplete',
  level: 'warning',
  *find({ text, report }) {
    const { period } = report;
    if (period === null || isWhole(period)) { return; }
    const year = report.year ?? period.from.year;
    yield {
      rule: 'period-incomplete', span: period,
      facts: { period, found: text.slice(period.start, period.end), want: `${year}年1月1日至${period.secondYear ? `${year}年` : ''}12月31日` },
    };
  },
  explain: ({ facts: { period: { from, to }, found, want } }) => message(
    from.exists && to.exists ? 'period-incomplete' : 'period-incomplete.impossible', { found, want },
  ),
  *repairs({ facts: { period, want } }) {
    yield {
      title: message('period-incomplete.repair', { want }), kind: 'review', preferred: true,
      changes: [{ kind: 'replaceText', span: { start: period.start, end: period.end }, text: want }],
    };
  },
});

function isWhole({ from, to }: Period): boolean {
  return from.month === 1 && from.day === 1 && to.month === 12 && to.day === 31 && from.year === to.year;
}
