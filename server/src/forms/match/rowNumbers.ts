/**
 * Numbers that count the rows of a table in front of their labels: a column 序号, or the index of a data frame. Invariant: they are set
 * aside only where they ascend from row to row and a label stands behind each; a figure is never taken for one.
 */
import { BLANK } from '../../model/amount';
import type { Cell } from '../../model/cell';
import type { Reading } from '../../model/reading';
import type { Catalogue } from '../catalogue';

/** Fewer may be figures by chance. */
const LEAST_ROWS = 3;
/** What a data frame has for a blank. */
const NOTHING = /^(?:nan|none)$/i;

/** The reading without its row numbers; the same where it has none, or none before a label that a form knows. */
export function withoutRowNumbers(reading: Reading, catalogue: Catalogue): Reading {
  const { cells } = reading;
  const heads = columnNumbers(cells);
  const numbers = rowNumbers(cells, heads, catalogue);
  if (numbers.size === 0) { return reading; }
  const isAside = (_: Cell, at: number): boolean => at < heads || numbers.has(at);
  const aside = cells.filter(isAside).map((cell) => ({ cell, repeats: null }));
  const kept = cells.filter((cell, at) => !isAside(cell, at)).map(movedLeft);
  return { ...reading, cells: heads > 0 ? kept.map(withBlank) : kept, aside };
}

function movedLeft(cell: Cell): Cell { return { ...cell, column: Math.max(-1, cell.column - 1) }; }

function withBlank(cell: Cell): Cell {
  return NOTHING.test(cell.content.text) ? { ...cell, content: { ...cell.content, amount: BLANK, key: '' } } : cell;
}

/** @param heads number of cells above the rows; where columns are counted, so is each row, whatever stands behind its number */
function rowNumbers(cells: readonly Cell[], heads: number, catalogue: Catalogue): ReadonlySet<number> {
  const found = new Set<number>();
  let last = -1;
  let areKnown = false;
  for (let at = heads; at + 1 < cells.length; at++) {
    const { content: { amount }, row } = cells[at];
    if (amount.kind !== 'number' || (at > 0 && cells[at - 1].row === row)) { continue; }
    const { key } = cells[at + 1].content;
    if (!(amount.whole > last) || (last < 0 && amount.whole > 1)) { return NONE; }
    if ((key === '' && heads === 0) || cells[at + 1].row !== row) { return NONE; }
    last = amount.whole;
    areKnown ||= catalogue.meanings(key).length > 0;
    found.add(at);
  }
  return areKnown && found.size >= LEAST_ROWS && last < found.size * MOST_PER_ROW ? found : NONE;
}

const NONE: ReadonlySet<number> = new Set();
/** Rows that were taken out leave gaps. */
const MOST_PER_ROW = 2;

/** How many cells the first row has where nothing but the numbers of the columns stands in it, from 0 on; else 0. */
function columnNumbers(cells: readonly Cell[]): number {
  let at = cells[0].content.amount.kind === 'blank' ? 1 : 0;
  for (let due = 0; at < cells.length && cells[at].row === cells[0].row; at++, due++) {
    const { amount } = cells[at].content;
    if (amount.kind !== 'number' || amount.whole !== due) { return 0; }
  }
  return at > 1 ? at : 0;
}
