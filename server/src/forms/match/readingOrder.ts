/**
 * Whether the cells of a stretch come row by row, where nothing but their order is known: the text of a PDF may run down the columns of a
 * table, and then no figure stands by its label. Invariant: only what no table read row by row can show counts.
 */
import type { Cell } from '../../model/cell';
import type { Meaning } from '../catalogue';
import { columnsOf } from './meanings';
import type { Stretch } from './stretch';
import { LONGEST_WORD_FOR_A_FIGURE } from './stretchEnd';

/** Several figures in one cell, parted by blanks. */
const GLUED = /^\d+(?:\s+\d+)+$/;
const LONGEST_GLUED = 60;
/** Two cells may lose their border by a slip. */
const MOST_GLUED = 2;
/** Of fewer rows and figures nothing can be told. */
const LEAST_ROWS = 3;
const LEAST_FIGURES = 3;

/** In a grid: the labels of rows stand side by side, as where rows and columns have changed places. */
export function liesOnItsSide({ anchors, meanings, family }: Stretch, cells: readonly Cell[]): boolean {
  let beside = 0;
  for (let i = 1; i < anchors.length; i++) {
    const isBeside = cells[anchors[i]].row >= 0 && cells[anchors[i]].row === cells[anchors[i - 1]].row && anchors[i] === anchors[i - 1] + 1
      && columnsOfRow(meanings[i], family) > 0 && columnsOfRow(meanings[i - 1], family) > 0;
    beside = isBeside ? beside + 1 : 0;
    if (beside >= LEAST_ROWS) { return true; }
  }
  return false;
}

export function runsDownColumns(stretch: Stretch, cells: readonly Cell[]): boolean {
  return cells[stretch.from].row < 0
    && (hasGluedFigures(stretch, cells) || leavesLabelsAlone(stretch, cells) || hasColumnOfFigures(stretch, cells));
}

function hasGluedFigures({ from, to }: Stretch, cells: readonly Cell[]): boolean {
  let glued = 0;
  for (let at = from; at < to; at++) {
    const { text, amount } = cells[at].content;
    if (amount.kind === 'unreadable' && text.length <= LONGEST_GLUED && GLUED.test(text) && ++glued > MOST_GLUED) { return true; }
  }
  return false;
}

/** There are figures, and more than the row of the only label that a figure follows can hold, or figures follow no label at all. */
function leavesLabelsAlone({ from, to, anchors, meanings, family }: Stretch, cells: readonly Cell[]): boolean {
  let rows = 0;
  let followed = 0;
  let due = LEAST_FIGURES - 1;
  for (let i = 0; i < anchors.length; i++) {
    const columns = columnsOfRow(meanings[i], family);
    if (columns === 0) { continue; }
    rows++;
    if (!isFollowed(cells, anchors[i] + 1, to)) { continue; }
    if (++followed > 1) { return false; }
    due = Math.max(due, columns);
  }
  return rows >= LEAST_ROWS && figuresIn(cells, from, to) > due;
}

/** More figures on end than two rows and a page number between them can hold: a row's label may be lost. */
function hasColumnOfFigures({ from, to, meanings, family }: Stretch, cells: readonly Cell[]): boolean {
  let widest = 0;
  for (const one of meanings) { widest = Math.max(widest, columnsOfRow(one, family)); }
  if (widest === 0) { return false; }
  let run = 0;
  for (let at = from; at < to; at++) {
    run = cells[at].content.amount.kind === 'number' ? run + 1 : 0;
    if (run > 2 * widest + 1) { return true; }
  }
  return false;
}

/** By a figure, a blank, or a word in place of a figure. */
function isFollowed(cells: readonly Cell[], at: number, to: number): boolean {
  return at < to && (cells[at].content.key === '' || cells[at].content.text.length <= LONGEST_WORD_FOR_A_FIGURE);
}

function figuresIn(cells: readonly Cell[], from: number, to: number): number {
  let figures = 0;
  for (let at = from; at < to; at++) { if (cells[at].content.amount.kind === 'number') { figures++; } }
  return figures;
}

/** How many figures a row of this label has; 0 for a label that may name no row. */
function columnsOfRow(meanings: readonly Meaning[], family: string): number {
  let columns = 0;
  for (const meaning of meanings) {
    if (meaning.table.id !== family) { continue; }
    if (meaning.kind === 'column') { return 0; }
    if (meaning.kind === 'row') { columns = Math.max(columns, columnsOf(meaning)); }
  }
  return columns;
}
