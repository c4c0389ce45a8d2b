/**
 * Writes cells that stand one per line. Invariant: a new row has a tab before every cell and the blank line its
 * neighbours have, so it reads back as one row; cells that share a row with others are cut out by their own lines.
 */
import { skipBlank } from '../../text/blank';
import { lineEndOf } from '../../text/lines';
import { lineEnd, lineStart, onOneLine, replaceContent, separatedLines, wholeLines } from '../lineRows';
import type { Cell } from '../../model/cell';
import type { Reading } from '../../model/reading';
import type { TextEdit } from '../../model/repair';
import type { Span } from '../../text/span';

/**
 * A cell without a tab that is emptied gets its tab, or its line would part the row; a value takes the place of what stands below a blank
 * cell in the line of that cell's tab.
 */
export function setCell(text: string, cell: Cell, value: string): TextEdit {
  const line = onOneLine(value);
  const placed = standsBelow(text, cell) ? { ...cell, start: cell.slot.start } : cell;
  return replaceContent(text, placed, value, cell.loose && line === '' ? '\t' : line);
}

/** Whether the line of the cell's tab holds nothing of it. */
function standsBelow(text: string, { slot, start }: Cell): boolean { return text.slice(slot.start, start).includes('\n'); }

interface RowCells {
  readonly cells: readonly Cell[];
  /** No other row has cells between the same blank lines. */
  readonly standsAlone: boolean;
}

/** The given cells with the empty ones that belong to them, or null where cells of another row stand between them. */
function rowCells(reading: Reading, given: readonly Cell[]): RowCells | null {
  if (given.length === 0) { return null; }
  const first = given[0];
  const last = given[given.length - 1];
  const near = reading.cells.filter((cell) => cell.row >= first.row && cell.row <= last.row);
  const isOther = (cell: Cell): boolean => cell.content.text !== '' && !given.includes(cell);
  if (!near.some(isOther)) { return { cells: near, standsAlone: true }; }
  const between = near.filter((cell) => cell.slot.start >= first.slot.start && cell.slot.start <= last.slot.start);
  return between.some(isOther) ? null : { cells: between, standsAlone: false };
}

export function rowExtent(text: string, reading: Reading, cells: readonly Cell[]): Span | null {
  const row = rowCells(reading, cells);
  return row === null ? null : extentOf(text, row);
}

function extentOf(text: string, { cells, standsAlone }: RowCells): Span {
  const start = cells[0].slot.start;
  const end = cells[cells.length - 1].slot.end;
  return standsAlone ? separatedLines(text, start, end) : wholeLines(text, start, end);
}

export function rowLike(text: string, reading: Reading, cells: readonly Cell[], values: readonly string[]): string | null {
  const row = rowCells(reading, cells);
  if (row === null) { return null; }
  const lineBreak = lineEndOf(text);
  const lines = row.cells.map((cell) => `\t${indentOf(text, cell)}${onOneLine(values[cells.indexOf(cell)] ?? '')}`).join(lineBreak);
  if (row.cells.length === reading.cells.length) { return lineBreak + lineBreak + lines + lineBreak + lineBreak; }
  const extent = extentOf(text, row);
  const first = lineStart(text, row.cells[0].slot.start);
  const last = lineEnd(text, row.cells[row.cells.length - 1].slot.end);
  return breaksOf(text, extent.start, first) + lines + breaksOf(text, last, extent.end);
}

/** The line breaks of a stretch of blank lines, without the spaces and form feeds they may hold. */
function breaksOf(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/[^\r\n]+/g, '');
}

/** White space before the content, which in these tables shows the level of a label. */
function indentOf(text: string, cell: Cell): string {
  const isIndented = skipBlank(text, cell.slot.start, cell.start) === cell.start && !standsBelow(text, cell);
  return isIndented ? text.slice(cell.slot.start, cell.start) : '';
}
