/**
 * What is wrong with each due cell of a table, told once for all cell rules. Invariant: a cell has one fault at most, the
 * gravest, so one cause gives one finding; a fault is named by the id of the rule that reports it.
 */
import { Mark, type NumberAmount } from '../../model/amount';
import type { Cell } from '../../model/cell';
import type { ColumnSpec, FormTable, RowSpec } from '../../model/form';
import type { Table } from '../../model/table';
import { isLetters } from '../../model/unit';
import { isAmount, judgeUnit, statedUnit } from './dueUnit';

export type CellFault = 'blank-cell' | 'non-numeric-cell' | 'placeholder-cell' | 'fullwidth-digits' | 'unit-in-cell' | 'unit-conflict'
  | 'decimal-in-count' | 'negative-value' | 'number-format' | 'approximate-value' | 'amount-magnitude';

export interface FaultyCell {
  readonly fault: CellFault;
  readonly place: number;
  readonly cell: Cell;
}

/** Under 万元, whole numbers from here on look like 元. */
const MAGNITUDE = 1e6;
/** Marks of writing that leave no doubt which figure is meant, though it is not plain digits. */
const UNTIDY = Mark.Grouped | Mark.Spaced | Mark.LeadingZero | Mark.TrailingDot | Mark.Currency | Mark.Bracketed
  | Mark.Footnote;

const NONE: readonly FaultyCell[] = [];
/** The cells of a table that have a fault, in the order of their places. */
export function faultyCells(table: Table, form: FormTable): readonly FaultyCell[] {
  let faulty: FaultyCell[] | null = null;
  const { places } = table;
  for (let place = 0; place < places.length; place++) {
    const cell = places[place];
    if (cell === null || isPlainCount(cell)) { continue; }
    const fault = faultOf(cell, form.rowAt[place], form.columnAt[place]);
    if (fault !== null) { (faulty ??= []).push({ fault, place, cell }); }
  }
  return faulty ?? NONE;
}

/** Nearly every cell: plain digits, no unit, of ordinary size. */
function isPlainCount(cell: Cell): boolean {
  const { amount } = cell.content;
  return amount.kind === 'number' && amount.marks === 0 && amount.decimals === 0 && amount.unit === ''
    && amount.whole >= 0 && amount.whole < MAGNITUDE;
}

function faultOf(cell: Cell, row: RowSpec, column: ColumnSpec): CellFault | null {
  if (column.kind === 'unit') { return null; }
  const { amount } = cell.content;
  switch (amount.kind) {
    case 'blank': return 'blank-cell';
    case 'dash': return 'placeholder-cell';
    case 'unreadable': return 'non-numeric-cell';
    case 'number': return faultOfFigure(amount, row, column) ?? faultOfWriting(amount, row, column);
  }
}

/** The figure itself cannot be what is asked for. */
function faultOfFigure(amount: NumberAmount, row: RowSpec, column: ColumnSpec): CellFault | null {
  if ((amount.marks & Mark.Approximate) !== 0) { return 'approximate-value'; }
  if (isLetters(amount.unit)) { return 'non-numeric-cell'; }
  if (amount.value.s < 0 && amount.whole !== 0 && !column.mayBeNegative) { return 'negative-value'; }
  const unit = judgeUnit(amount.unit, row, column);
  if (unit === 'scaled' || unit === 'foreign') { return 'unit-conflict'; }
  return amount.decimals > 0 && !isAmount(row, column) ? 'decimal-in-count' : null;
}

/** The figure is good, its writing is not. */
function faultOfWriting(amount: NumberAmount, row: RowSpec, column: ColumnSpec): CellFault | null {
  const unit = judgeUnit(amount.unit, row, column);
  if (unit === 'repeated') { return 'unit-in-cell'; }
  if (unit === 'renamed') { return 'unit-conflict'; }
  if ((amount.marks & Mark.FullWidth) !== 0) { return 'fullwidth-digits'; }
  if ((amount.marks & UNTIDY) !== 0) { return 'number-format'; }
  if (unit === 'needless') { return 'unit-in-cell'; }
  return amount.whole >= MAGNITUDE && amount.unit === '' && isAmount(row, column) && statedUnit(row, column) === '万元'
    ? 'amount-magnitude'
    : null;
}
