/**
 * A table: cells of a reading, the rows recovered from them, and what was odd on the way. Invariant: `places[p]` is the
 * cell of the form's place p, or null where the text has none; cells never move, only their meaning is decided here.
 */
import type { Span } from '../text/span';
import type { Cell } from './cell';
import type { ColumnSpec, FormTable, HeadingSpec, RowSpec } from './form';
import type { Reading } from './reading';

export interface TableRow {
  /** The form's row, or null for a row the form does not have (or a table without form). */
  readonly spec: RowSpec | null;
  /** The cell, or cells of a label that was split. Empty for a row without label. */
  readonly label: readonly Cell[];
  /** Heading cells of its groups that stand in this row, outermost first. */
  readonly headings: readonly Cell[];
  /** All cells of the row in reading order: stub, label, values, padding. */
  readonly cells: readonly Cell[];
  /** What stands where values are due, in reading order, padding included. */
  readonly slots: readonly Cell[];
  /** Per column of its block: the cell, or null where it cannot be told. Empty for a row without spec. */
  readonly values: readonly (Cell | null)[];
  /** Columns that its values (or its label, in a blank row) stand to the right (+) or left (−) of their headers. */
  readonly shift: number;
}

/** What a table's rows and headers say that the form does not; each kind is reported by one rule. */
export type Oddity =
  /** Rows that follow one another in the form and are all absent: one gap. */
  | { readonly kind: 'missing-rows'; readonly specs: readonly RowSpec[]; readonly beside: TableRow; readonly side: 'before' | 'after' }
  | { readonly kind: 'duplicate-row'; readonly row: TableRow; readonly first: TableRow }
  | { readonly kind: 'row-out-of-order'; readonly row: TableRow; readonly beside: TableRow; readonly side: 'before' | 'after' }
  | { readonly kind: 'unknown-row'; readonly row: TableRow; readonly nearest: RowSpec | null }
  | { readonly kind: 'label-wording'; readonly cell: Cell; readonly official: string; readonly slip: boolean }
  | { readonly kind: 'label-split'; readonly row: TableRow; readonly official: string }
  /** `away`: columns from the header beside to where the missing one belongs. */
  | { readonly kind: 'missing-column'; readonly column: ColumnSpec; readonly beside: Cell; readonly away: number }
  /** A header that the form does not have, with figures under it. */
  | { readonly kind: 'unknown-column'; readonly cell: Cell }
  | { readonly kind: 'column-wording'; readonly cell: Cell; readonly official: string }
  | { readonly kind: 'column-out-of-order'; readonly cell: Cell; readonly column: ColumnSpec; readonly after: ColumnSpec }
  | { readonly kind: 'cell-count'; readonly row: TableRow; readonly found: number; readonly due: number; readonly extra: readonly Cell[] }
  | { readonly kind: 'value-without-header'; readonly row: TableRow; readonly cell: Cell };

export interface HeadingCell { readonly cell: Cell; readonly spec: HeadingSpec }

/** Margins below this leave the choice of edition to the document. */
export const CLOSE_CALL = 2.5;

export interface Table {
  readonly reading: Reading;
  readonly span: Span;
  readonly form: FormTable | null;
  readonly rows: readonly TableRow[];
  readonly headings: readonly HeadingCell[];
  /** Header cells of the due columns, per block: [block][column]. */
  readonly headers: readonly (readonly (Cell | null)[])[];
  readonly places: readonly (Cell | null)[];
  /**
   * By how much this edition of the form fits better by itself than the next; what is below `CLOSE_CALL` the rest of the document may
   * decide.
   */
  readonly margin: number;
  readonly oddities: readonly Oddity[];
}
