/**
 * Whether the cells of a stretch come row by row, where nothing but their order is known: the text of a PDF may run down the columns of a
 * table, and then no figure stands by its label. Invariant: only what no table read row by row can show counts.
 */
import type { Cell } from '../../model/cell';
import type { Meaning } from '../catalogue';
import type { Stretch } from './stretch';

/** Several figures in one cell, parted by blanks. */
const GLUED = /^\d+(?:\s+\d+)+$/;
const LONGEST_GLUED = 60;
/** Two cells may lose their border by a slip. */
const MOST_GLUED = 2;
/** So many row labels come without a figure between them. */
const LEAST_ROWS = 3;

export function runsDownColumns(stretch: Stretch, cells: readonly Cell[]): boolean {
  return cells[stretch.from].row < 0 && (hasGluedFigures(stretch, cells) || hasAllFiguresBehind(stretch, cells));
}

function hasGluedFigures({ from, to }: Stretch, cells: readonly Cell[]): boolean {
  let glued = 0;
  for (let at = from; at < to; at++) {
    const { text, amount } = cells[at].content;
    if (amount.kind === 'unreadable' && text.length <= LONGEST_GLUED && GLUED.test(text) && ++glued > MOST_GLUED) { return true; }
  }
  return false;
}

/** All row labels come first, and behind the last of them more figures than its row can hold. */
function hasAllFiguresBehind({ from, to, anchors, meanings, family }: Stretch, cells: readonly Cell[]): boolean {
  let rows = 0;
  let last = -1;
  let due = 0;
  for (let i = 0; i < anchors.length; i++) {
    const columns = columnsOfRow(meanings[i], family);
    if (columns > 0) { rows++; last = anchors[i]; due = columns; }
  }
  if (rows < LEAST_ROWS) { return false; }
  let figures = 0;
  for (let at = from; at < to; at++) {
    if (cells[at].content.amount.kind !== 'number') { continue; }
    if (at < last) { return false; }
    figures++;
  }
  return figures > due;
}

/** How many figures a row of this label has; 0 for a label that may name no row. */
function columnsOfRow(meanings: readonly Meaning[], family: string): number {
  let columns = 0;
  for (const meaning of meanings) {
    if (meaning.table.id !== family) { continue; }
    if (meaning.kind === 'column') { return 0; }
    if (meaning.kind === 'row') { columns = Math.max(columns, meaning.table.blocks[meaning.row.block].columns.length); }
  }
  return columns;
}
