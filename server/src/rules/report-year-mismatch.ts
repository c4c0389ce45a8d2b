/** The title's year is not that of the period, of another title, or of the sentence that reports the year's requests. */
import type { Span } from '../text/span';
import { message, type MessageKey } from '../messages';
import { documentRule, type DocumentContext } from './rule';
import { strayYears } from './shared/requestClaims';

interface Facts {
  readonly year: number;
  readonly other: number;
  /** Which wording; `body` for a sentence. */
  readonly where: MessageKey | null;
  readonly places: readonly Span[];
  readonly otherPlaces: readonly Span[];
}

export const reportYearMismatch = documentRule<Facts>({
  id: 'report-year-mismatch',
  level: 'warning',
  *find(context) {
    yield* titleFindings(context);
    const { year } = context.report;
    if (year === null) { return; }
    for (const { span, year: other } of strayYears(context)) {
      yield {
        rule: 'report-year-mismatch', span, facts: { year: other, other: year, where: null, places: [span], otherPlaces: [] },
        level: 'information',
      };
    }
  },
  explain: ({ facts: { year, other, where } }) => (where === null
    ? message('report-year-mismatch.body', { found: year, other })
    : message(where, { found: year, other })),
  *repairs({ facts: { year, other, places, otherPlaces } }) {
    yield {
      title: message('report-year-mismatch.repair', { found: year, want: other }), kind: 'review', preferred: false,
      changes: changed(places, other),
    };
    if (otherPlaces.length > 0) {
      yield {
        title: message('report-year-mismatch.repair', { found: other, want: year }), kind: 'review', preferred: false,
        changes: changed(otherPlaces, year),
      };
    }
  },
});

function changed(places: readonly Span[], year: number) {
  return places.map((span) => ({ kind: 'replaceText' as const, span, text: String(year) }));
}

function* titleFindings({ report, text }: DocumentContext) {
  const dated = report.titles.filter(({ year }) => year !== null);
  if (dated.length === 0) { return; }
  const { period } = report;
  const first = dated[0];
  const odd = dated.find(({ year }) => year !== first.year);
  const isYear = (span: Span): boolean => /^\d{4}$/.test(text.slice(span.start, span.end));
  if (odd) {
    yield findingOf(
      'report-year-mismatch.titles', first.yearSpan, first.year!, odd.yearSpan, odd.year!,
      dated.filter((one) => one.year === first.year && isYear(one.yearSpan)).map((one) => one.yearSpan),
      dated.filter((one) => one.year === odd.year && isYear(one.yearSpan)).map((one) => one.yearSpan),
    );
    return;
  }
  if (period === null || period.from.year === first.year || period.from.year !== period.to.year) { return; }
  const periodYears = [period.from.yearSpan, ...(period.secondYear ? [period.to.yearSpan] : [])];
  yield findingOf(
    'report-year-mismatch.period', first.yearSpan, first.year!, periodYears[0], period.from.year,
    dated.filter((one) => isYear(one.yearSpan)).map((one) => one.yearSpan), periodYears.filter(isYear),
  );
}

function findingOf(
  where: MessageKey, span: Span, year: number, otherSpan: Span, other: number, places: readonly Span[], otherPlaces: readonly Span[],
) {
  return {
    rule: 'report-year-mismatch', span, facts: { year, other, where, places, otherPlaces },
    related: [{ span: otherSpan, message: message('year.here', { year: other }) }],
  };
}
