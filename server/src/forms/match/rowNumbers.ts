/**
 * Numbers that count the rows of a table in front of their labels: a column 序号, or the index of a data frame. Invariant: they are set
 * aside only where they ascend from row to row and a label stands behind each; a figure is never taken for one.
 */
import { countOf } from '../../model/amount';
import type { Cell } from '../../model/cell';
import type { Reading } from '../../model/reading';
import type { Catalogue } from '../catalogue';

/** Fewer may be figures by chance. */
const LEAST_ROWS = 3;

/** The reading without its row numbers; the same where it has none, or none before a label that a form knows. */
export function withoutRowNumbers(reading: Reading, catalogue: Catalogue): Reading {
  const { cells } = reading;
  const heads = columnNumbers(cells);
  const numbers = rowNumbers(cells, heads, catalogue);
  if (numbers.size === 0) { return reading; }
  const isAside = (_: Cell, at: number): boolean => at < heads || numbers.has(at);
  const aside = cells.filter(isAside).map((cell) => ({ cell, repeats: null }));
  return { ...reading, cells: cells.filter((cell, at) => !isAside(cell, at)).map(movedLeft), aside };
}

function movedLeft(cell: Cell): Cell { return { ...cell, column: Math.max(-1, cell.column - 1) }; }

/** @param heads number of cells above the rows; where columns are counted, so is each row, whatever stands behind its number */
function rowNumbers(cells: readonly Cell[], heads: number, catalogue: Catalogue): ReadonlySet<number> {
  const found = new Set<number>();
  let run = new Count();
  for (let at = heads; at + 1 < cells.length; at++) {
    const { content: { amount }, row } = cells[at];
    if (amount.kind !== 'number' || (at > 0 && cells[at - 1].row === row)) { continue; }
    const words = firstWords(cells, at);
    const { key } = cells[words].content;
    const number = countOf(amount);
    const isNumber = heads > 0 || key !== '' || run.isDue(number, row) || (words === at && number <= 1);
    if (!isNumber || !(number > run.last)) { run.addTo(found); run = new Count(); }
    if (isNumber && (run.numbers.length > 0 || number <= 1)) {
      run.add(at, number, row, key !== '' && catalogue.meanings(key).length > 0);
    }
  }
  run.addTo(found);
  return found;
}

/** The numbers of one table; the next one's count anew. */
class Count {
  readonly numbers: number[] = [];
  last = -1;
  private row = -1;
  private isKnown = false;

  add(at: number, number: number, row: number, isKnown: boolean): void {
    this.numbers.push(at);
    this.last = number;
    this.row = row;
    this.isKnown ||= isKnown;
  }

  /** Whether the very next number in the very next row needs no words behind it: the rows of a table without row labels. */
  isDue(number: number, row: number): boolean {
    return this.numbers.length >= LEAST_ROWS - 1 && number === this.last + 1 && row === this.row + 1;
  }

  addTo(found: Set<number>): void {
    const { length } = this.numbers;
    if (this.isKnown && length >= LEAST_ROWS && this.last < length * MOST_PER_ROW) { for (const at of this.numbers) { found.add(at); } }
  }
}

/** The first cell behind a row's number that is not blank, for a heading may span the rows below it; else the number itself. */
function firstWords(cells: readonly Cell[], number: number): number {
  let at = number + 1;
  while (at < cells.length && cells[at].row === cells[number].row && cells[at].content.amount.kind === 'blank') { at++; }
  return at < cells.length && cells[at].row === cells[number].row ? at : number;
}

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
