/**
 * Rows that are one line each: how they are cut out and written anew. Invariant: a row's extent is its whole line, and a
 * row written like another has that row's cells, those that were not named left empty.
 */
import type { Cell } from '../model/cell';
import type { Reading } from '../model/reading';
import type { TextEdit } from '../model/repair';
import type { Span } from '../text/span';
import { rewritten, wholeLines } from './lineRows';

export function oneLineExtent(text: string, _reading: Reading, cells: readonly Cell[]): Span | null {
  const first = cells[0];
  const last = cells[cells.length - 1];
  return first === undefined || first.row !== last.row ? null : wholeLines(text, first.slot.start, last.slot.end);
}

/** A layout's `rowLike`, made of its `setCell`. */
export function oneLineRowLike(setCell: (text: string, cell: Cell, value: string) => TextEdit) {
  return (text: string, reading: Reading, cells: readonly Cell[], values: readonly string[]): string | null => {
    const extent = oneLineExtent(text, reading, cells);
    if (extent === null) { return null; }
    const row = reading.cells.filter((cell) => cell.row === cells[0].row);
    return rewritten(text, extent, row.map((cell) => setCell(text, cell, values[cells.indexOf(cell)] ?? '')));
  };
}
