/**
 * What stands at an offset: the table, the cell, and what the cell is in its table. Invariant: every feature that starts from
 * the cursor starts here, so they agree; a look-up is logarithmic in the document and linear in one row at most.
 */
import type { AnalysedTable, Analysis } from '../analysis/analysis';
import type { Cell } from '../model/cell';
import type { BlockSpec, ColumnSpec, HeadingSpec } from '../model/form';
import type { Table, TableRow } from '../model/table';
import type { TableContext } from '../rules/rule';
import { shifted, type Span } from '../text/span';
import { firstThat } from '../text/ordered';

export type Meaning =
  /** A cell with a place. `place` is -1 where it belongs to a row that is there twice: no equation reads it. */
  | { readonly kind: 'figure'; readonly row: TableRow; readonly column: ColumnSpec; readonly place: number }
  | { readonly kind: 'label'; readonly row: TableRow }
  | { readonly kind: 'heading'; readonly heading: HeadingSpec }
  | { readonly kind: 'header'; readonly column: ColumnSpec; readonly block: BlockSpec; readonly index: number }
  | { readonly kind: 'title'; readonly block: BlockSpec }
  /** A cell of a row that the form says nothing about. */
  | { readonly kind: 'other'; readonly row: TableRow }
  | { readonly kind: 'none' };

export interface Spot {
  readonly table: AnalysedTable;
  readonly cell: Cell;
  /** The cell's own text, in offsets of the document. */
  readonly span: Span;
  readonly meaning: Meaning;
}

/** Null where there is no cell. An offset right behind a cell's text is still in it. */
export function spotAt(analysis: Analysis, offset: number): Spot | null {
  const table = tableAt(analysis.tables, offset);
  if (table === null) { return null; }
  const cell = cellAt(table.table.reading.cells, offset - table.start);
  if (cell === null) { return null; }
  return { table, cell, span: shifted(cell, table.start), meaning: meaningOf(table, cell) };
}

/** Index of the last item that starts at or before the offset, or -1. Items ascend. */
export function lastStarting<T>(items: readonly T[], offset: number, startOf: (item: T) => number): number {
  return firstThat(items.length, (at) => startOf(items[at]) > offset) - 1;
}

function tableAt(tables: readonly AnalysedTable[], offset: number): AnalysedTable | null {
  const at = lastStarting(tables, offset, (table) => table.span.start);
  return at >= 0 && offset <= tables[at].span.end ? tables[at] : null;
}

function cellAt(cells: readonly Cell[], offset: number): Cell | null {
  const at = lastStarting(cells, offset, (cell) => cell.start);
  if (at >= 0 && (offset <= cells[at].end || offset <= cells[at].slot.end)) { return cells[at]; }
  const next = cells[at + 1];
  return next !== undefined && offset >= next.slot.start ? next : null;
}

/** The row that holds the cell, or null. */
export function rowOf(rows: readonly TableRow[], cell: Cell): TableRow | null {
  const at = lastStarting(rows, cell.start, (row) => row.cells[0].start);
  return at >= 0 && rows[at].cells.includes(cell) ? rows[at] : null;
}

const NONE: Meaning = { kind: 'none' };

function meaningOf({ table, context }: AnalysedTable, cell: Cell): Meaning {
  const heading = table.headings.find((one) => one.cell === cell);
  if (heading !== undefined) { return { kind: 'heading', heading: heading.spec }; }
  const row = rowOf(table.rows, cell);
  if (row !== null) {
    if (row.label.includes(cell)) { return { kind: 'label', row }; }
    return (table.form === null ? inferredMeaning(table.places, context, row, cell) : officialMeaning(table, row, cell))
      ?? { kind: 'other', row };
  }
  return table.form === null ? NONE : headerMeaning(table.form.blocks, table.headers, cell);
}

function officialMeaning({ form, places }: Table, row: TableRow, cell: Cell): Meaning | null {
  const column = row.spec === null ? -1 : row.values.indexOf(cell);
  if (column < 0) { return null; }
  const place = row.spec!.base + column;
  return { kind: 'figure', row, column: form!.columnAt[place], place: places[place] === cell ? place : -1 };
}

/** Inference may keep a copy of the cell at a place, with its figure brought to scale. */
function inferredMeaning(places: readonly (Cell | null)[], context: TableContext | null, row: TableRow, cell: Cell): Meaning | null {
  const place = context === null ? -1 : places.findIndex((one) => one !== null && one.start === cell.start);
  return place < 0 ? null : { kind: 'figure', row, column: context!.form.columnAt[place], place };
}

function headerMeaning(blocks: readonly BlockSpec[], headers: readonly (readonly (Cell | null)[])[], cell: Cell): Meaning {
  for (const block of blocks) {
    const index = headers[block.index]?.indexOf(cell) ?? -1;
    if (index >= 0) { return { kind: 'header', block, index, column: block.columns[index] }; }
  }
  const { key } = cell.content;
  const titled = key === '' ? undefined : blocks.find((block) => block.titleKeys.includes(key));
  return titled === undefined ? NONE : { kind: 'title', block: titled };
}
