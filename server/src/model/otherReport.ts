/**
 * What was read of another report, to be held against this one: data alone, so that the editor and the command line give the
 * core the same. Invariant: figures are those of cells that the form has, by `figureKey`; offsets are those of the text its lines are of.
 */
import type Big from 'big.js';
import type { ColumnSpec, FormTable, RowSpec } from './form';
import type { Lines } from '../text/lines';
import type { Span } from '../text/span';

/** Whose report it is, and about which year. */
export interface ReportIdentity {
  /** As its title names it, without blanks. */
  readonly body: string;
  readonly year: number;
}

/** The same body and the year before, exactly. */
export function isYearBefore(other: ReportIdentity, own: ReportIdentity): boolean {
  return other.body === own.body && other.year === own.year - 1;
}

export interface OtherFigure {
  readonly value: Big;
  readonly written: string;
  readonly span: Span;
  /** An equation of its own report that it takes part in is broken: it may be the figure that is wrong. */
  readonly isDoubtful: boolean;
}

export interface OtherReport extends ReportIdentity {
  /** Where it stands: a URI, or a path as shown. */
  readonly source: string;
  /** Its file name. */
  readonly name: string;
  readonly lines: Lines;
  readonly figures: ReadonlyMap<string, OtherFigure>;
}

export function figureKey(table: FormTable, row: RowSpec, column: ColumnSpec): string {
  return `${table.id}/${row.id}/${column.id}`;
}
