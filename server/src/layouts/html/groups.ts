/**
 * Puts a group of rows under a heading of its own below another group. Invariant: each new row fills the width of the table: what its own
 * cells do not fill is spanned by cells from above, which are lengthened; where any other cell reaches over the place, nothing is written.
 */
import type { Cell } from '../../model/cell';
import type { Reading } from '../../model/reading';
import type { RowsLike, TextEdit } from '../../model/repair';
import { rewritten } from '../lineRows';
import { elementOf, elementOfCell, openTagOf, respanned, rowOf, spannedFrom, spansRows, type Row } from './rows';
import { setCell } from './write';

/** @param parts of rows like the first row of a group, the first value is a heading */
export function groupInsertion(text: string, reading: Reading, parts: readonly RowsLike[], beside: readonly Cell[]): TextEdit[] | null {
  const place = rowOf(reading, beside);
  const placeElement = place && elementOf(text, reading, place);
  if (!place || !placeElement) { return null; }
  let written = '';
  let rows = 0;
  let grown: readonly Cell[] | null = null;
  for (const part of parts) {
    const shape = rowOf(reading, part.like);
    const own = shape && leavesRoom(shape, place) ? rowsOf(text, reading, part, shape) : null;
    if (shape === null || own === null) { return null; }
    const spanned = place.covers.filter((cell) => !isWritten(cell, shape));
    if (grown !== null && grown.length !== spanned.length) { return null; }
    grown = spanned;
    written += own;
    rows += part.rows.length;
  }
  return [
    ...(grown ?? []).map((cell) => respanned(text, reading, cell, rows)),
    { start: placeElement.end, end: placeElement.end, newText: written },
  ];
}

/** The rows of one part, one after the other; null where the first has no value for a cell that spans rows. */
function rowsOf(text: string, reading: Reading, { like, rows }: RowsLike, shape: Row): string | null {
  const element = elementOf(text, reading, shape);
  const valueAt = (cell: Cell, row: number): string => rows[row][like.indexOf(cell)] ?? '';
  if (element === null || shape.cells.some((cell) => spansRows(cell) && valueAt(cell, 0) === '')) { return null; }
  return rows.map((_, at) => rewritten(text, element, shape.cells.flatMap((cell): TextEdit[] => {
    const value = valueAt(cell, at);
    if (!spansRows(cell)) { return [setCell(text, cell, value)]; }
    const tag = openTagOf(text, reading, cell);
    if (value === '') { return [{ ...elementOfCell(text, cell, tag), newText: '' }]; }
    return [
      { start: tag.spanStart, end: tag.spanEnd, newText: String(spannedFrom(rows.map((_values, row) => valueAt(cell, row)), at)) },
      setCell(text, cell, value),
    ];
  }))).join('');
}

/** Nothing starts or goes on below the place in the columns that the new rows fill, and the others are spanned. */
function leavesRoom(shape: Row, place: Row): boolean {
  const number = place.cells[0].row;
  const spanned = place.covers.filter((cell) => !isWritten(cell, shape));
  return !place.cells.some(spansRows) && place.covers.every((cell) => !isWritten(cell, shape) || cell.row + cell.rowSpan === number + 1)
    && widthOf(spanned) + widthOf(shape.cells) === widthOf(place.covers) + widthOf(place.cells);
}

function isWritten(cell: Cell, { cells }: Row): boolean {
  return cells.some(({ column, columnSpan }) => cell.column < column + columnSpan && column < cell.column + cell.columnSpan);
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((width, { columnSpan }) => width + columnSpan, 0);
}
