/**
 * What each label of a stretch means in one edition of a form, decided by place: three things are called 总计 and two
 * 其他. Invariant: a label keeps one role; which row or column it is depends only on what stands before it.
 */
import type { Cell } from '../../model/cell';
import type { ColumnSpec, FormTable, HeadingSpec, RowSpec } from '../../model/form';
import type { Catalogue } from '../catalogue';

export type Role =
  | { readonly kind: 'row'; readonly row: RowSpec; readonly exact: boolean }
  | { readonly kind: 'heading'; readonly heading: HeadingSpec }
  | { readonly kind: 'column'; readonly column: ColumnSpec; readonly block: number; readonly index: number }
  | { readonly kind: 'header'; readonly block: number };

/** Where the walk through the stretch stands. */
export interface Place {
  /** Index of the last row opened, -1 before the first. */
  lastRow: number;
  block: number;
  /** The anchor before was a column header and no figure has come since. */
  inHeader: boolean;
  /** Column headers already met, per block. */
  readonly headers: (Cell | null)[][];
  /** Index of the column header met last, -1 before the first of a block. */
  lastColumn: number;
}

export function roleOf(cell: Cell, table: FormTable, catalogue: Catalogue, place: Place): Role | null {
  let row: RowSpec | null = null;
  let exact = true;
  let heading: HeadingSpec | null = null;
  let column: Extract<Role, { kind: 'column' }> | null = null;
  let header: Extract<Role, { kind: 'header' }> | null = null;
  for (const meaning of catalogue.meanings(cell.content.key)) {
    if (meaning.table !== table) { continue; }
    if (meaning.kind === 'row') {
      if (row === null || betterRow(meaning.row, row, place.lastRow)) { row = meaning.row; exact = meaning.exact; }
    } else if (meaning.kind === 'heading') {
      heading ??= meaning.heading;
    } else if (meaning.kind === 'column') {
      const block = meaning.block.index;
      if (column === null || betterColumn(block, meaning.index, column, place)) { column = { kind: 'column', column: meaning.column, block, index: meaning.index }; }
    } else if (header === null || betterBlock(meaning.block.index, header.block, place)) {
      header = { kind: 'header', block: meaning.block.index };
    }
  }
  if (row !== null && (column === null || rowIsMeant(cell, place))) { return { kind: 'row', row, exact }; }
  if (column !== null) { return column; }
  if (header !== null) { return header; }
  return heading === null ? null : { kind: 'heading', heading };
}

/** An item number makes a row of it; so does standing below rows, outside a header that is being repeated. */
function rowIsMeant(cell: Cell, place: Place): boolean {
  return cell.content.item !== null || (place.lastRow >= 0 && !place.inHeader);
}

/** Of rows with one name, the next one below the last. */
function betterRow(candidate: RowSpec, known: RowSpec, lastRow: number): boolean {
  return known.index <= lastRow && candidate.index > lastRow;
}

/**
 * Of columns with one name, the first block, this one or later, where the header has not been met; within the block the
 * one nearest to where the header stands in the order of the form.
 */
function betterColumn(block: number, index: number, known: { block: number; index: number }, place: Place): boolean {
  if (block < place.block || place.headers[block][index] !== null) { return false; }
  const knownIsFree = known.block >= place.block && place.headers[known.block][known.index] === null;
  if (!knownIsFree) { return true; }
  const due = block === place.block ? place.lastColumn + 1 : 0;
  return block === known.block && Math.abs(index - due) < Math.abs(known.index - due);
}

function betterBlock(candidate: number, known: number, place: Place): boolean {
  return known < place.block && candidate >= place.block;
}
