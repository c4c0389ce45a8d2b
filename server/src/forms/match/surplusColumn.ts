/**
 * A column of the author's own in a table whose rows have slid, so that no place in the grid tells it from those of the form: 小计, 上年数.
 * Invariant: it is left out only where one header of the table is none of the form's, most rows with figures have one more than the
 * form has columns, and what the form says of each row alone holds without this one and not without another.
 */
import type { Cell } from '../../model/cell';
import type { BlockSpec, FormTable } from '../../model/form';
import type { Draft } from './draft';
import { countsOn } from './ownColumns';
import { equationsWithin, figuresOf, holdsWithout, isWhole } from './rowSums';

const LEAST_ROWS = 3;

export interface WithoutSurplus {
  /** The slots of each row, without the one that is left out. */
  readonly slots: readonly (readonly Cell[])[];
  /** The header of the column; null where that only counts the rows, or is not known. */
  readonly header: Cell | null;
  /** There is such a column, but nothing tells which: of a row with a figure too many, none can be told. */
  readonly isUnclear: boolean;
}

/**
 * @param slots of each draft
 * @param headers those of the form, as found
 * @param from where the table begins
 */
export function withoutSurplusColumn(
  cells: readonly Cell[], from: number, drafts: readonly Draft[], slots: readonly (readonly Cell[])[], table: FormTable,
  headers: readonly (Cell | null)[],
): WithoutSurplus | null {
  const [block] = table.blocks;
  const due = block.columns.length;
  if (table.blocks.length > 1 || table.rows.length < LEAST_ROWS || due < 2) { return null; }
  let wide = 0;
  let others = 0;
  for (let i = 0; i < slots.length; i++) {
    const across = drafts[i].spec === null ? 0 : figuresAcross(slots[i]);
    if (across === due + 1) { wide++; } else if (across > 1) { others++; }
  }
  if (wide < LEAST_ROWS || wide <= others) { return null; }
  const windows = slots.map((one, i) => (drafts[i].spec === null ? null : windowOf(one, due + 1)));
  const header = ownHeader(cells, from, drafts, block, headers);
  const at = header === null ? -1 : surplusAt(windows, drafts, table, placeOf(header, cells, headers));
  if (at < 0) { return { slots, header: null, isUnclear: true }; }
  const left = windows.flatMap((window) => (window === null ? [] : [window[at]]));
  return {
    slots: slots.map((one, i) => (windows[i] === null ? one : windows[i].filter((_, place) => place !== at))),
    header: countsOn(left) ? null : header,
    isUnclear: false,
  };
}

/** The cells of a row that has so many, or holds so many; null for any other. */
function windowOf(slots: readonly Cell[], width: number): readonly Cell[] | null {
  if (slots.length === width) { return slots; }
  const first = slots.findIndex(isFilled);
  const last = slots.findLastIndex(isFilled);
  return first >= 0 && last - first + 1 === width ? slots.slice(first, last + 1) : null;
}

/** How many cells there are from the first figure of a row to the last. */
function figuresAcross(slots: readonly Cell[]): number {
  let first = 0;
  while (first < slots.length && !isFigure(slots[first])) { first++; }
  let last = slots.length - 1;
  while (last > first && !isFigure(slots[last])) { last--; }
  return last < first ? 0 : last - first + 1;
}

function isFigure({ content: { amount } }: Cell): boolean { return amount.kind === 'number'; }

function isFilled({ content: { amount } }: Cell): boolean { return amount.kind !== 'blank'; }

/** The only label above the rows that the form does not have; null where there is none, or several. */
function ownHeader(
  cells: readonly Cell[], from: number, drafts: readonly Draft[], block: BlockSpec, headers: readonly (Cell | null)[],
): Cell | null {
  const known = new Set([...block.titleKeys, ...block.cornerKeys, ...block.columnHeadings, ...block.columns.flatMap(({ keys }) => keys)]);
  const to = drafts[0].label[0] ?? drafts[0].slots[0];
  let found: Cell | null = null;
  for (let at = from; at < to; at++) {
    const cell = cells[at];
    const { key } = cell.content;
    if (key === '' || known.has(key) || headers.includes(cell) || drafts[0].headings.includes(at)) { continue; }
    if (found !== null) { return null; }
    found = cell;
  }
  return found;
}

/** Where it stands among the columns, as the header beside it in its row tells; -1 where none does. */
function placeOf(header: Cell, cells: readonly Cell[], headers: readonly (Cell | null)[]): number {
  const row = cells.filter((cell) => cell.row === header.row && cell.content.key !== '');
  const at = row.indexOf(header);
  const next = at + 1 < row.length ? headers.indexOf(row[at + 1]) : -1;
  if (next >= 0 || at === 0) { return next; }
  const before = headers.indexOf(row[at - 1]);
  return before < 0 ? -1 : before + 1;
}

/** The place that most rows agree on; of several the one that is told, -1 where none is. */
function surplusAt(windows: readonly (readonly Cell[] | null)[], drafts: readonly Draft[], table: FormTable, told: number): number {
  const due = table.blocks[0].columns.length;
  const votes = Array<number>(due + 1).fill(0);
  for (let i = 0; i < windows.length; i++) {
    const window = windows[i];
    if (window === null || !window.every(isWhole)) { continue; }
    const { base } = drafts[i].spec!;
    const equations = equationsWithin(table, base, due);
    if (equations.length === 0) { return -1; }
    const figures = figuresOf(window);
    for (let at = 0; at <= due; at++) { if (equations.every((equation) => holdsWithout(equation, figures, at, base))) { votes[at]++; } }
  }
  const most = Math.max(...votes);
  if (most < LEAST_ROWS) { return -1; }
  if (votes[told] === most) { return told; }
  return votes.indexOf(most) === votes.lastIndexOf(most) ? votes.indexOf(most) : -1;
}
