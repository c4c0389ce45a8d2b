/**
 * The blank cells of the only row of a table without row labels: no label says where that row begins. Invariant: they stand in one
 * line, without a gap; places are indices of cells, ascending.
 */
import type { Cell } from '../../model/cell';

/** Blanks in the line of the row's first figure, before it, down to `from`: cells that were left empty. */
export function blanksBefore(cells: readonly Cell[], from: number, figure: number): number[] {
  let first = figure;
  while (first > from && isBlankIn(cells[figure].row, cells[first - 1])) { first--; }
  return range(first, figure);
}

/** Blanks that stand right under the headers that were met, at most up to `to`. */
export function blanksUnder(cells: readonly Cell[], to: number, headers: readonly (Cell | null)[]): number[] {
  const first = 1 + Math.max(...headers.map((header) => (header === null ? -1 : cells.indexOf(header))));
  let end = first;
  while (end < to && isBlankIn(cells[first].row, cells[end])) { end++; }
  return range(first, end);
}

function isBlankIn(row: number, cell: Cell): boolean {
  return cell.row === row && cell.content.amount.kind === 'blank';
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
