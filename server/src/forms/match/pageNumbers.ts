/**
 * Bare page numbers among the cells of a table, where nothing but the order of cells is known. Invariant: a figure is taken for one only
 * by proof: its row has one cell more than the form has columns; what the form says of the row alone, if anything, holds without this
 * figure and without no other (blanks count as 0); and it goes on from another page number. Or it stands between headers that are
 * followed by all figures of the only row.
 */
import type { Cell } from '../../model/cell';
import type { FormTable } from '../../model/form';
import type { LayoutId, Reading } from '../../model/reading';
import type { Table, TableRow } from '../../model/table';
import { BARE_NUMBER, withoutPageRows } from './pageRows';
import { equationsWithin, figuresOf, holdsWithout, isWhole } from './rowSums';

/** The page numbers nearest to the cells in the prose around, 0 where there is none. */
export interface PagesAround { readonly before: number; readonly after: number }

/** Layouts in which a line by itself may be a cell. */
const MAY_HOLD_BARE: ReadonlySet<LayoutId> = new Set<LayoutId>(['paragraph-cells', 'bar-cells']);

/** The reading without them; the same where there are none. */
export function withoutPageNumbers(reading: Reading, tables: readonly Table[], around: PagesAround): Reading {
  if (reading.geometry === 'grid') { return withoutPageRows(reading, tables); }
  if (!MAY_HOLD_BARE.has(reading.layout)) { return reading; }
  const found = new Set<Cell>();
  const rows: (readonly Cell[])[] = [];
  for (const table of tables) {
    for (const row of table.rows) {
      if (row.values.length === 0) { continue; }
      if (row.slots.length === row.values.length + 1) { rows.push(surplusIn(row, table.form!)); }
      const heading = row.slots.length === 1 ? amongHeaders(row, table) : null;
      if (heading !== null) { found.add(heading); }
    }
  }
  for (const cell of numbered(rows, around)) { found.add(cell); }
  if (found.size === 0) { return reading; }
  const pageNumbers = [...reading.pageNumbers, ...[...found].map(({ start, end }) => ({ start, end }))];
  return {
    ...reading, cells: reading.cells.filter((cell) => !found.has(cell)), pageNumbers: pageNumbers.sort((a, b) => a.start - b.start),
  };
}

/**
 * Of rows in order, the cells that number pages one after the other, from the page before them or up to the page behind; where neither
 * is known, from one row to the next.
 * @param rows of each row the cells that may be a page number
 */
function numbered(rows: readonly (readonly Cell[])[], { before, after }: PagesAround): Cell[] {
  const found: Cell[] = [];
  let next = 0;
  for (let page = before > 0 ? before : firstOfTwo(rows); page > 0 && next < rows.length; next++) {
    const cell = onPage(rows[next], page + 1);
    if (cell === null) { break; }
    found.push(cell);
    page++;
  }
  for (let last = rows.length - 1, page = after; page > 1 && last >= next; last--) {
    const cell = onPage(rows[last], page - 1);
    if (cell === null) { break; }
    found.push(cell);
    page--;
  }
  return found;
}

/** The page before the first row, where that row leaves no doubt and the second goes on from it; else 0. */
function firstOfTwo([first, second]: readonly (readonly Cell[])[]): number {
  if (second === undefined || first.length !== 1) { return 0; }
  const page = pageOf(first[0]);
  return onPage(second, page + 1) === null ? 0 : page - 1;
}

/** The only one of these cells that bears this number. */
function onPage(cells: readonly Cell[], page: number): Cell | null {
  const own = cells.filter((cell) => pageOf(cell) === page);
  return own.length === 1 ? own[0] : null;
}

function pageOf({ content }: Cell): number { return Number(content.text); }

/** Of a row with one cell too many, those that may be it. */
function surplusIn({ spec, slots, values: { length: due } }: TableRow, form: FormTable): readonly Cell[] {
  const { base } = spec!;
  const equations = equationsWithin(form, base, due);
  if (equations.length === 0) { return slots.filter(isBare); }
  if (!slots.every(isWhole)) { return []; }
  const figures = figuresOf(slots);
  let found = -1;
  for (let at = 0; at <= due; at++) {
    const holds = equations.every((equation) => holdsWithout(equation, figures, at, base));
    if (!holds || (found >= 0 && isSameWithout(figures, found, at))) { continue; }
    if (found >= 0 || !isBare(slots[at])) { return []; }
    found = at;
  }
  return found < 0 ? [] : [slots[found]];
}

/**
 * The only row of a table without row labels begins with the first figure: one that headers follow, and behind them the whole row, began
 * none.
 */
function amongHeaders({ spec, slots, values: { length: due } }: TableRow, { headers, reading: { cells } }: Table): Cell | null {
  if (spec!.label !== '' || !isBare(slots[0])) { return null; }
  let last = -1;
  for (const header of headers[spec!.block]) { if (header !== null) { last = Math.max(last, cells.indexOf(header)); } }
  if (last < 0 || cells[last].start < slots[0].start) { return null; }
  let next = last + 1;
  while (next < cells.length && cells[next].content.key === '') { next++; }
  return next - last - 1 === due ? slots[0] : null;
}

function isBare({ content }: Cell): boolean { return BARE_NUMBER.test(content.text); }

/** Whether the row reads the same without one as without the other: alike from the first to the second. */
function isSameWithout(figures: readonly number[], first: number, second: number): boolean {
  for (let at = first; at < second; at++) { if (figures[at] !== figures[at + 1]) { return false; } }
  return true;
}
