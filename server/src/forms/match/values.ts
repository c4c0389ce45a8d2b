/**
 * Which slot of a row is which column. Merged cells that were lost make values slide, so places are decided by counting,
 * and by the rows around where blanks leave it open. Invariant: a value is assigned only where its column is certain;
 * a row of which that cannot be said has no values, and its equations are not evaluated.
 */
import type { Cell } from '../../model/cell';

export interface Assigned {
  /** Per column, or all null where the row leaves it open. */
  readonly values: readonly (Cell | null)[];
  /** Figures beyond the last column. */
  readonly extra: readonly Cell[];
  /** Number of slots that hold something, when it does not fit the columns; -1 where the row is in order. */
  readonly misfit: number;
}

const NO_CELLS: readonly Cell[] = [];

interface Filled { readonly count: number; readonly first: number; readonly last: number }

function filled(slots: readonly Cell[]): Filled {
  let count = 0;
  let first = -1;
  let last = -1;
  for (let i = 0; i < slots.length; i++) {
    if (slots[i].content.amount.kind === 'blank') { continue; }
    count++;
    if (first < 0) { first = i; }
    last = i;
  }
  return { count, first, last };
}

/** Position of the first value of a row that leaves no doubt: its column in a grid, its ordinal elsewhere; else -1. */
export function certainOffset(slots: readonly Cell[], due: number): number {
  const { count, first, last } = filled(slots);
  if (count !== due || last - first + 1 !== due) { return -1; }
  return slots[first].column >= 0 ? slots[first].column : first;
}

/**
 * @param due number of columns
 * @param offset where rows around this one begin (see certainOffset), or -1
 * @param headerEnd column after the last header in a grid, or -1
 * @param tableEnd the same for the widest block of the table
 */
export function assign(slots: readonly Cell[], due: number, offset: number, headerEnd: number, tableEnd: number): Assigned {
  const { count, first, last } = filled(slots);
  if (count > 0 && lacksCell(slots, first, offset, due)) { return misfit(due, count); }
  if (slots.length === due) { return fit(slots, 0, due); }
  if (slots.length < due) { return misfit(due, count); }
  if (count === 0) { return fit(slots, startAt(slots, offset, due, underHeader(slots, due, headerEnd)), due); }
  const width = last - first + 1;
  if (width === due) { return fit(slots, first, due); }
  if (count === due && width >= 2 * due - 1) {
    return { values: slots.filter(({ content }) => content.amount.kind !== 'blank'), extra: NO_CELLS, misfit: -1 };
  }
  if (width > due) { return tooMany(slots, due, first, last, count, headerEnd, tableEnd); }
  const rightmost = Math.min(first, slots.length - due);
  const start = [startAt(slots, offset, due, rightmost), rightmost].find((one) => one <= first && last < one + due);
  return start === undefined ? misfit(due, count) : fit(slots, start, due);
}

function fit(slots: readonly Cell[], start: number, due: number): Assigned {
  return { values: slots.length === due ? slots : slots.slice(start, start + due), extra: NO_CELLS, misfit: -1 };
}

/** A row of which it cannot be said which of its figures is which. */
export function misfit(due: number, count: number, extra = NO_CELLS): Assigned {
  return { values: Array<null>(due).fill(null), extra, misfit: count };
}

/** Its figures begin where those of the rows around do, but it ends before the last column. */
function lacksCell(slots: readonly Cell[], first: number, offset: number, due: number): boolean {
  const begins = slots[first].column >= 0 ? slots[first].column : first;
  return begins === offset && first + due > slots.length;
}

/** Index of the slot under the first header in a grid; without headers the values stand at the end. */
function underHeader(slots: readonly Cell[], due: number, headerEnd: number): number {
  return startAt(slots, headerEnd >= 0 && slots[0].column >= 0 ? headerEnd - due : -1, due, slots.length - due);
}

/** Index of the slot that stands at the offset, or the fallback where none does. */
function startAt(slots: readonly Cell[], offset: number, due: number, fallback: number): number {
  if (offset < 0) { return fallback; }
  const start = slots[0].column >= 0 ? slots.findIndex((cell) => cell.column === offset) : offset;
  return start >= 0 && start + due <= slots.length ? start : fallback;
}

/**
 * More figures than columns. Those right of the last header are surplus if they say nothing (zeros), or if they stand in
 * a column that another block uses; without headers, equal figures leave no doubt.
 */
function tooMany(
  slots: readonly Cell[], due: number, first: number, last: number, count: number, headerEnd: number, tableEnd: number,
): Assigned {
  const extra = slots.slice(first + due, last + 1).filter((cell) => cell.content.amount.kind !== 'blank');
  const isBehind = headerEnd >= 0 && slots[first].column >= 0 && slots[first + due].column >= headerEnd;
  if (isBehind && extra.every(isRemark)) { return fit(slots, first, due); }
  const start = headerEnd >= 0 ? slots.findIndex(({ column }) => column === headerEnd - due) : -1;
  if (start > first && start + due > last && slots.slice(first, start).every(isDash)) { return fit(slots, start, due); }
  const beyond = isBehind && extra.every((cell) => cell.column < tableEnd || isZero(cell));
  const alike = slots.slice(first, last + 1).every((cell) => cell.content.text === slots[first].content.text);
  return beyond || alike ? { values: slots.slice(first, first + due), extra, misfit: count } : misfit(due, count, extra);
}

/** Words behind the last column: 备注. */
function isRemark({ content: { amount } }: Cell): boolean { return amount.kind === 'unreadable' || amount.kind === 'dash'; }

/** In the columns of the labels, where a merged cell was. */
function isDash({ content: { amount } }: Cell): boolean { return amount.kind === 'dash'; }

function isZero({ content: { amount } }: Cell): boolean {
  return amount.kind === 'number' && amount.whole === 0;
}
