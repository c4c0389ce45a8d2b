/**
 * Whether the figures of a column are worked out from others, row by row. Invariant: a column is taken for a rate only if three
 * rows at least, and three rows in four, fit with a percentage that says something; cut off instead of rounded is fine.
 */
import { digitsOf } from './locale';
import { Remark, readFigure } from './figure';
import { cellAt, type Sheet } from './sheet';
import { saysTotal } from './words';

export interface WrongRate {
  readonly sheet: Sheet;
  /** Place within the sheet, and what should stand there, as a percentage with the decimals of the cell. */
  readonly place: number;
  readonly due: string;
  /** Places it is worked out from: the earlier figure and the later one, or the whole and the part. */
  readonly from: readonly number[];
}

export interface Fit {
  readonly fitting: number;
  /** Rows that fit with a percentage that says something: neither 0 nor 100. */
  readonly telling: number;
  readonly wrong: readonly WrongRate[];
}

const LEAST_FITTING = 3;
/** So many rows that do not fit, and more than do, are enough to know. */
const ENOUGH_WRONG = 8;

/** The reading that most rows fit, among those that are proved; null where none is. */
export function bestFit<T>(bases: readonly T[], fitOf: (base: T) => Fit | null): Fit | null {
  let best: Fit | null = null;
  for (const base of bases) {
    const one = fitOf(base);
    if (one !== null && one.telling >= LEAST_FITTING && one.telling >= 3 * one.wrong.length
      && (best === null || one.fitting > best.fitting)) {
      best = one;
    }
  }
  return best;
}

/** A percentage that follows from two figures, and how far their own rounding leaves it open. */
export interface Due {
  readonly value: number;
  readonly room: number;
}

/**
 * @param dueAt the percentage that should stand in a row, null where it cannot be told
 * @param fromAt the places that say so
 */
export function fit(
  sheet: Sheet, column: number, rows: readonly number[], dueAt: (row: number) => Due | null, fromAt: (row: number) => readonly number[],
): Fit | null {
  const wrong: WrongRate[] = [];
  let fitting = 0;
  let telling = 0;
  for (const row of rows) {
    const place = placeOf(sheet, row, column);
    const value = sheet.ticks[place] / 10 ** sheet.scale;
    if (value !== value || (sheet.remarks[place] & Remark.Approximate) !== 0 || sheet.isBreak[row] === 1) { continue; }
    const due = dueAt(row);
    if (due === null) { continue; }
    const decimals = decimalsAt(sheet, place);
    const ulp = 10 ** -decimals;
    if (agrees(value, due, ulp)) {
      if (due.room <= ulp) { fitting++; }
      if (due.room <= ulp && due.value !== 0 && due.value !== 100) { telling++; }
    } else if (!isMeanOfRates(sheet, row, column, value)) {
      wrong.push({ sheet, place, due: due.value.toFixed(decimals), from: fromAt(row) });
      if (wrong.length > ENOUGH_WRONG && wrong.length > fitting) { return null; }
    }
  }
  return { fitting, telling, wrong };
}

/** Rounded to its last digit, or cut off there. */
function agrees(value: number, { value: due, room }: Due, ulp: number): boolean {
  const off = Math.abs(value) - Math.abs(due);
  return value * due >= 0 && off <= (0.5 * ulp + room) * JUST && off >= -(ulp + room) * JUST;
}

/** Leaves room for what a double cannot hold. */
const JUST = 1.0001;

/** A total may give the mean of the rates above it. */
function isMeanOfRates(sheet: Sheet, total: number, column: number, value: number): boolean {
  if (!saysTotal(sheet.rows[total].kind)) { return false; }
  let sum = 0;
  let count = 0;
  for (let row = 0; row < sheet.rows.length; row++) {
    const one = sheet.ticks[placeOf(sheet, row, column)];
    if (row !== total && one === one) { sum += one; count++; }
  }
  return Math.abs(sum / count / 10 ** sheet.scale - value) <= 10 ** -Math.max(0, sheet.decimals[column]);
}

export function placeOf(sheet: Sheet, row: number, column: number): number {
  return row * sheet.columns.length + column;
}

/** One figure as a percentage of another, null where that says nothing. */
export function ratio(sheet: Sheet, partRow: number, part: number, wholeRow: number, whole: number): Due | null {
  const below = placeOf(sheet, wholeRow, whole);
  const above = placeOf(sheet, partRow, part);
  const value = (100 * sheet.ticks[above]) / sheet.ticks[below];
  if (!(sheet.ticks[below] > 0) || value !== value) { return null; }
  return { value, room: (100 * half(sheet, above, part) + Math.abs(value) * half(sheet, below, whole)) / sheet.ticks[below] };
}

/** By how many percentage points one percentage is above another. */
export function pointsBetween(sheet: Sheet, row: number, earlier: number, later: number): Due | null {
  const from = placeOf(sheet, row, earlier);
  const to = placeOf(sheet, row, later);
  const one = 10 ** sheet.scale;
  const value = (sheet.ticks[to] - sheet.ticks[from]) / one;
  return value === value ? { value, room: (half(sheet, from, earlier) + half(sheet, to, later)) / one } : null;
}

/** Half of the last digit, in ticks; 0 for whole counts. */
function half({ decimals, isScaled, isRounded, places, scale }: Sheet, place: number, column: number): number {
  return decimals[column] > 0 || isScaled[column] || isRounded ? 0.5 * 10 ** (scale - Math.max(places[place], decimals[column])) : 0;
}

function decimalsAt(sheet: Sheet, place: number): number {
  const figure = readFigure(cellAt(sheet, place).content.text);
  return figure === null ? 0 : Math.max(0, digitsOf(figure.core, sheet.locale)?.decimals ?? 0);
}
