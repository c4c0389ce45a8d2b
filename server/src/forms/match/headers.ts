/**
 * Cells in a header that are not worded as the form has them, told by what stands beside them. Invariant: a cell is told by its neighbours
 * in reading order alone; what it is taken for is never met twice.
 */
import type { Cell } from '../../model/cell';
import type { MeaningOf } from '../catalogue';
import type { Place } from './roles';
import type { Stretch } from './stretch';

/** Words of the author's own behind the corner or a header, in the same row or with nothing but blanks behind them: a header too. */
export function isBesideHeader(cells: readonly Cell[], at: number, { from, to }: Stretch): boolean {
  if (at === from) { return false; }
  const { row } = cells[at];
  if (row >= 0) { return cells[at - 1].row === row && cells[at - 1].content.key !== ''; }
  let next = at + 1;
  while (next < to && cells[next].content.amount.kind === 'blank') { next++; }
  return next > at + 1 && (next === to || cells[next].content.key !== '');
}

/** The header before once more, where the next column of the form is due and its header does not follow: a slip of the author's. */
export function isColumnTwice(cells: readonly Cell[], at: number, { column, block, index }: MeaningOf<'column'>, place: Place): boolean {
  const headers = place.headers[block.index];
  if (at === 0 || headers[index] !== cells[at - 1] || index + 1 >= headers.length || headers[index + 1] !== null) { return false; }
  const next = block.columns[index + 1];
  return !column.isTotal && !next.isTotal && cells[at].row === cells[at - 1].row
    && (at + 1 === cells.length || !next.keys.includes(cells[at + 1].content.key));
}
