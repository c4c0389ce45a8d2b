/**
 * What a unit written in a cell means beside the unit its header or row states. Invariant: a unit is called a conflict
 * only where the figure as printed cannot be what the form asks for, or names another thing.
 */
import type { NumberAmount } from '../../model/amount';
import type { ColumnSpec, RowSpec } from '../../model/form';
import { isCounted, isMoney, readUnit } from '../../model/unit';

export type UnitVerdict =
  /** No unit, or one that informs (1710.15 万元 where no unit is stated). */
  | 'fine'
  /** The stated unit again. */
  | 'repeated'
  /** A measure word where none is stated and none is needed. */
  | 'needless'
  /** Another measure word that counts the same way: 份 for 件. */
  | 'renamed'
  /** The same measure on another scale: 元 for 万元. */
  | 'scaled'
  /** Another kind of thing altogether: 件 for 万元. */
  | 'foreign';

/** The unit that stands in the header or, in a table with a unit column, in the row; '' where none is stated. */
export function statedUnit(row: RowSpec, column: ColumnSpec): string {
  return column.unit || row.unit;
}

export function isAmount(row: RowSpec, column: ColumnSpec): boolean {
  return row.kind === 'amount' || column.kind === 'amount';
}

export function judgeUnit(unit: string, row: RowSpec, column: ColumnSpec): UnitVerdict {
  if (unit === '') { return 'fine'; }
  const stated = statedUnit(row, column);
  if (unit === stated) { return 'repeated'; }
  const { power, base } = readUnit(unit);
  if (stated === '') { return isAmount(row, column) ? unitOfAmount(unit) : unitOfCount(power, base); }
  const due = readUnit(stated);
  if (base === due.base || base === '') { return power === due.power ? 'repeated' : 'scaled'; }
  if (!isCounted(base) || !isCounted(due.base)) { return 'foreign'; }
  return power === due.power ? 'renamed' : 'scaled';
}

function unitOfAmount(unit: string): UnitVerdict {
  return isMoney(unit) || readUnit(unit).base === '' ? 'fine' : 'foreign';
}

function unitOfCount(power: number, base: string): UnitVerdict {
  if (base !== '' && !isCounted(base)) { return 'foreign'; }
  return power === 0 ? 'needless' : 'scaled';
}

/** The figure on the stated scale, 25.1 of 251000元 under 万元; null where it would not be a whole count. */
export function converted(amount: NumberAmount, row: RowSpec, column: ColumnSpec): string | null {
  const shift = readUnit(amount.unit).power - readUnit(statedUnit(row, column)).power;
  const value = amount.value.times(`1e${shift}`);
  return isAmount(row, column) || value.mod(1).eq(0) ? value.toFixed() : null;
}
