/**
 * A table as a page break leaves it: two parts, the header perhaps once more above the second. Invariant: both parts together have
 * every row once; a merged cell that reaches over the break is cut, and its rest is blank.
 */
import { cell, renderGrid, type Grid, type RenderedLayout } from './grid';

/**
 * @param at index of the row that begins the second part
 * @param repeated number of header rows that the second part repeats
 */
export function partedTable(
  grid: Grid, at: number, repeated: number, layout: RenderedLayout,
): { readonly above: string; readonly below: string } {
  const upper = grid.slice(0, at).map((row, i) => row.map((one) => cutAt(one, at - i)));
  const header = grid.slice(0, repeated).map((row, i) => row.map((one) => cutAt(one, repeated - i)));
  const [next, ...rest] = grid.slice(at);
  const below = renderGrid([...header, [...restsOf(grid, at), ...next], ...rest], layout);
  return { above: renderGrid(upper, layout), below: layout === 'pipes' && repeated === 0 ? below.replace(/\n\|(?:---\|)+/, '') : below };
}

function cutAt(one: Grid[number][number], rows: number): Grid[number][number] {
  return one.rows > rows ? { ...one, rows } : one;
}

/** What is left below the break of the merged cells that reach over it; only the stub has such cells, outermost first. */
function restsOf(grid: Grid, at: number): Grid[number] {
  return grid.slice(0, at).flatMap((row, i) => row.flatMap((one) => (i + one.rows > at ? [cell('', one.columns, i + one.rows - at)] : [])));
}
