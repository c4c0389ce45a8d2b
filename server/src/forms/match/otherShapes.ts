/**
 * Figures of an official table that stand in a grid of another shape, so that no row of the form can be read from it: a figure in
 * each row, behind its item and its applicant; or a column of totals alone. Invariant: only what no table with the columns of its form can
 * show counts.
 */
import type { Cell } from '../../model/cell';
import type { Catalogue, Meaning } from '../catalogue';
import { isHeaderOnly, sureRow } from './meanings';
import type { Stretch } from './stretch';

/** Of fewer rows nothing can be told. */
const LEAST_ROWS = 6;

/** In most rows of the grid a header stands beside the label of a row: `1.属于国家秘密 | 自然人 | 3`. */
export function listsFigures({ anchors, meanings, family }: Stretch, cells: readonly Cell[]): boolean {
  let rows = 0;
  let listed = 0;
  for (let i = 0; i < anchors.length; i++) {
    const { row } = cells[anchors[i]];
    if (row < 0) { return false; }
    if (sureRow(meanings[i], family) < 0) { continue; }
    rows++;
    const isHeaded = (other: number): boolean => other >= 0 && other < anchors.length && cells[anchors[other]].row === row
      && isHeaderOnly(meanings[other], family);
    if (isHeaded(i - 1) || isHeaded(i + 1)) { listed++; }
    if (rows === LEAST_ROWS && listed === 0) { return false; }
  }
  return listed >= LEAST_ROWS && listed * 2 > rows;
}

/** Every row has the same few figures, less than half of those due, and the table has no more headers. */
export function hasFewColumns({ anchors, meanings, family, to }: Stretch, cells: readonly Cell[], catalogue: Catalogue): boolean {
  const due = Math.min(...catalogue.editions.get(family)!.map(({ blocks }) => Math.max(...blocks.map(({ columns }) => columns.length))));
  let headers = 0;
  let rows = 0;
  let most = 0;
  for (let i = 0; i < anchors.length; i++) {
    const at = anchors[i];
    if (cells[at].row < 0) { return false; }
    if (sureRow(meanings[i], family) < 0) {
      if (rows === 0 && meanings[i].some((meaning) => isColumnOf(meaning, family))) { headers++; }
      continue;
    }
    let figures = 0;
    for (let next = at + 1; next < to && cells[next].row === cells[at].row; next++) {
      if (cells[next].content.amount.kind === 'number') { figures++; }
    }
    if (figures > 0) { rows++; }
    most = Math.max(most, figures);
    if (most * 2 >= due) { return false; }
  }
  return rows >= LEAST_ROWS && headers <= most;
}

function isColumnOf(meaning: Meaning, family: string): boolean { return meaning.table.id === family && meaning.kind === 'column'; }
