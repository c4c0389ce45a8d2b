/**
 * Tables that stand side by side in one grid: income left, expenditure right. Invariant: sides cover all columns, do not
 * overlap, and each but the first begins with a column of labels of its own.
 */
import type { Span } from '../../text/span';
import { holdsCodes } from './codes';
import type { Grid } from './grid';
import { kindOfHeader, kindOfLabel, saysTotal } from './words';

/** Spans count columns of the grid. */
export function sidesOf(grid: Grid): Span[] {
  const period = periodOf(grid);
  const starts = period > 0 ? multiples(period, grid.width) : totalStarts(grid);
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? grid.width }));
}

/** Columns after which the header repeats itself; 0 where it does not. */
function periodOf(grid: Grid): number {
  const header = grid.headerRows - 1;
  if (header < 0 || grid.text(header, 0) === '') { return 0; }
  for (let period = 2; period * 2 <= grid.width; period++) {
    if (grid.width % period !== 0) { continue; }
    let alike = 0;
    while (alike < grid.width - period && grid.text(header, alike) === grid.text(header, alike + period)) { alike++; }
    if (alike === grid.width - period) { return period; }
  }
  return 0;
}

function multiples(period: number, width: number): number[] {
  const starts: number[] = [];
  for (let start = 0; start < width; start += period) { starts.push(start); }
  return starts;
}

/** Columns of words behind a column of figures, with a total of their own. Numbers and codes of the rows are no such figures. */
function totalStarts(grid: Grid): number[] {
  const starts = [0];
  const last = grid.numeric[grid.numeric.length - 1];
  let hasFigures = false;
  for (let column = 1; column < last; column++) {
    if (grid.isNumeric[column - 1] === 1 && !countsNothing(grid, column - 1)) { hasFigures = true; }
    if (!hasFigures || grid.isNumeric[column] === 1 || grid.isNumeric[column - 1] === 0) { continue; }
    for (let row = grid.headerRows; row < grid.height; row++) {
      if (saysTotal(kindOfLabel(grid.text(row, column)))) { starts.push(column); break; }
    }
  }
  return starts;
}

function countsNothing(grid: Grid, column: number): boolean {
  return (grid.headerRows > 0 && kindOfHeader(grid.text(grid.headerRows - 1, column)) === 'ordinal') || holdsCodes(grid, column);
}
