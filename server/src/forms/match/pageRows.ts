/**
 * Page numbers in a row of their own between the rows of a grid: `| 3 |  |  |`, `| - 3 - |  |  |`. Invariant: nothing else stands in such a
 * row; a bare number is one only below or above a row that has all its cells in a row of the grid, so that it lacks no figure.
 */
import type { Cell } from '../../model/cell';
import type { Reading } from '../../model/reading';
import type { Table, TableRow } from '../../model/table';
import { isPageNumberAmongCells } from '../../text/pageNumber';

/** What may number a page though nothing marks it. */
export const BARE_NUMBER = /^[1-9]\d{0,2}$/;

/** The reading of a grid without them; the same where there are none. */
export function withoutPageRows(reading: Reading, tables: readonly Table[]): Reading {
  let found: Cell[] | null = null;
  for (const table of tables) {
    for (const row of table.rows) {
      for (const cell of pagesOf(row)) { (found ??= []).push(cell); }
    }
  }
  return found === null ? reading : withoutRowsOf(reading, found);
}

/** The reading of a grid without rows that hold nothing but what can only be a page number. */
export function withoutSurePages(reading: Reading): Reading {
  let found: Cell[] | null = null;
  for (const cell of reading.cells) { if (cell.content.key !== '' && isSure(cell)) { (found ??= []).push(cell); } }
  return found === null ? reading : withoutRowsOf(reading, found);
}

/** @param pages those that stand alone in their row are taken out with it */
function withoutRowsOf(reading: Reading, pages: readonly Cell[]): Reading {
  const held = new Map<number, number>(pages.map(({ row }) => [row, 0]));
  for (const cell of reading.cells) {
    const count = held.get(cell.row);
    if (count !== undefined && !isBlank(cell)) { held.set(cell.row, count + 1); }
  }
  const found = pages.filter(({ row }) => held.get(row) === 1);
  if (found.length === 0) { return reading; }
  const rows = new Set(found.map(({ row }) => row));
  const pageNumbers = [...reading.pageNumbers, ...found.map(({ start, end }) => ({ start, end }))];
  return {
    ...reading, cells: reading.cells.filter(({ row }) => !rows.has(row)), pageNumbers: pageNumbers.sort((a, b) => a.start - b.start),
  };
}

/** Below fewer blanks, a bare number may be a figure that slid. */
const LEAST_BLANK = 3;
const NONE: readonly Cell[] = [];

/** Of the cells of a row of the form, those that may be page numbers. */
function pagesOf({ spec, label, slots, values: { length: due } }: TableRow): readonly Cell[] {
  if (spec === null || slots.length <= due || slots[0].row === slots[slots.length - 1].row) { return NONE; }
  const main = label.length > 0 ? label[label.length - 1] : fullest(slots);
  const own = slots.filter(({ row }) => row === main.row);
  if (own.length < due) { return NONE; }
  const mayLackFigure = due < LEAST_BLANK && own.every(isBlank);
  return slots.filter(({ row, column, content: { text } }) => row !== main.row && BARE_NUMBER.test(text)
    && (!mayLackFigure || column <= main.column));
}

/** A cell of the row of the grid in which most of these cells hold something. */
function fullest(slots: readonly Cell[]): Cell {
  const counts = new Map<number, number>();
  let found = slots[0];
  for (const cell of slots) {
    if (isBlank(cell)) { continue; }
    const count = (counts.get(cell.row) ?? 0) + 1;
    counts.set(cell.row, count);
    if (count > 1 && count > (counts.get(found.row) ?? 0)) { found = cell; }
  }
  return found;
}

function isSure({ content: { text } }: Cell): boolean { return isPageNumberAmongCells(text, 0, text.length); }

function isBlank({ content: { amount } }: Cell): boolean { return amount.kind === 'blank'; }
