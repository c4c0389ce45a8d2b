/**
 * What each label of a stretch means in one edition of a form, decided by place: three things are called 总计 and two
 * 其他. Invariant: a label keeps one role; which row or column it is depends only on what stands before it.
 */
import type { Cell } from '../../model/cell';
import type { FormTable, RowSpec } from '../../model/form';
import type { Meaning, MeaningOf } from '../catalogue';

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

/** Which of the cell's meanings is meant. */
export function roleOf(cell: Cell, meanings: readonly Meaning[], table: FormTable, place: Place): Meaning | null {
  let row: MeaningOf<'row'> | null = null;
  let heading: MeaningOf<'heading'> | null = null;
  let column: MeaningOf<'column'> | null = null;
  let header: MeaningOf<'header'> | null = null;
  for (const meaning of meanings) {
    if (meaning.table !== table) { continue; }
    if (meaning.kind === 'row') {
      if (row === null || betterRow(meaning.row, row.row, place.lastRow)) { row = meaning; }
    } else if (meaning.kind === 'heading') {
      heading ??= meaning;
    } else if (meaning.kind === 'column') {
      if (column === null || betterColumn(meaning.block.index, meaning.index, column.block.index, column.index, place)) {
        column = meaning;
      }
    } else if (header === null || betterBlock(meaning.block.index, header.block.index, place)) {
      header = meaning;
    }
  }
  if (row !== null && (column === null || rowIsMeant(cell, place))) { return row; }
  return column ?? header ?? heading;
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
function betterColumn(block: number, index: number, knownBlock: number, knownIndex: number, place: Place): boolean {
  if (block < place.block || place.headers[block][index] !== null) { return false; }
  const knownIsFree = knownBlock >= place.block && place.headers[knownBlock][knownIndex] === null;
  if (!knownIsFree) { return true; }
  const due = block === place.block ? place.lastColumn + 1 : 0;
  return block === knownBlock && Math.abs(index - due) < Math.abs(knownIndex - due);
}

function betterBlock(candidate: number, known: number, place: Place): boolean {
  return known < place.block && candidate >= place.block;
}
