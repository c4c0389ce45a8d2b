/**
 * Figures of last year's report beside those of this one. Invariant: only figures that both reports give plainly are
 * compared, and of last year's none that one of its own equations contradicts.
 */
import type { Related } from '../../model/finding';
import type { OtherFigure, OtherReport } from '../../model/otherReport';
import { message } from '../../messages';
import type { DocumentContext, PlacedTable } from '../rule';

/** Rules that say nothing where last year's report is not known. */
export const LAST_YEAR_RULES: ReadonlySet<string> = new Set(['carry-over', 'stock-rollforward']);

/** Keys of the figures that next year's report has to go on from. */
export const COMPARED_NEXT_YEAR = /^(?:requests\/fwd\/\w+|disclosure\/(?:regulations|normative)\/valid)$/;

/** The only table with this id; undefined where there are several. */
export function soleTable({ tables }: DocumentContext, id: string): PlacedTable | undefined {
  const found = tables.filter(({ context }) => context.form.id === id);
  return found.length === 1 ? found[0] : undefined;
}

export function lastFigure(lastYear: OtherReport, key: string): OtherFigure | null {
  const figure = lastYear.figures.get(key);
  return figure === undefined || figure.isDoubtful ? null : figure;
}

/** The cell in last year's report, @param name as the form calls it. */
export function relatedLastYear(report: OtherReport, { span, written }: OtherFigure, name: string): Related {
  return { span, message: message('last-year.is', { name, year: report.year, found: written }), elsewhere: report };
}
