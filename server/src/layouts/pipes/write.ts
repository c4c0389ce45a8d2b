/**
 * Writes cells and rows of a pipe table. Invariant: the header and its delimiter row are never torn apart, and a cell
 * that was padded to its column's width keeps that width where the new text fits.
 */
import { trimmed } from '../../text/blank';
import { displayWidth } from '../../text/width';
import { lineEnd, lineStart, onOneLine, replaceContent, rewritten, wholeLines } from '../lineRows';
import { written } from './markdown';
import { isDelimiter } from './rows';
import type { Cell } from '../../model/cell';
import type { Reading } from '../../model/reading';
import type { TextEdit } from '../../model/repair';
import type { Span } from '../../text/span';

export function setCell(text: string, cell: Cell, value: string): TextEdit {
  const { slot } = cell;
  const source = written(onOneLine(value));
  if (value === cell.content.text) { return replaceContent(text, cell, value, source); }
  const room = displayWidth(text, slot.start, slot.end);
  const width = displayWidth(source, 0, source.length);
  if (slotIsBlank(text, cell)) {
    return { start: slot.start, end: slot.end, newText: ` ${source}${' '.repeat(Math.max(1, room - width - 1))}` };
  }
  const outer = trimmed(text, slot.start, slot.end);
  if (source === '' && outer.start < cell.start) { return { start: outer.start, end: outer.end, newText: '' }; }
  const before = outer.start - slot.start;
  const after = slot.end - outer.end;
  if (Math.max(before, after) < 2) { return replaceContent(text, cell, value, source); }
  const spare = displayWidth(text, cell.start, cell.end) - width;
  return before > after
    ? { start: slot.start, end: cell.end, newText: ' '.repeat(Math.max(1, before + spare)) + text.slice(outer.start, cell.start) + source }
    : { start: cell.start, end: slot.end, newText: source + text.slice(cell.end, outer.end) + ' '.repeat(Math.max(1, after + spare)) };
}

function slotIsBlank(text: string, cell: Cell): boolean {
  const { start, end } = trimmed(text, cell.slot.start, cell.slot.end);
  return start === end;
}

/** Null for a header: without it, or with another line before its delimiter row, Markdown sees no table. */
export function rowExtent(text: string, _reading: Reading, cells: readonly Cell[]): Span | null {
  const first = cells[0];
  const last = cells[cells.length - 1];
  if (first === undefined || first.row !== last.row) { return null; }
  const extent = wholeLines(text, first.slot.start, last.slot.end);
  const isFirst = lineStart(text, first.slot.start) === lineStart(text, 0);
  return extent.end < text.length && isDelimiter(text, extent.end, lineEnd(text, extent.end), isFirst) ? null : extent;
}

export function rowLike(text: string, reading: Reading, cells: readonly Cell[], values: readonly string[]): string | null {
  const extent = rowExtent(text, reading, cells);
  if (extent === null) { return null; }
  const row = reading.cells.filter((cell) => cell.row === cells[0].row);
  return rewritten(text, extent, row.map((cell) => setCell(text, cell, values[cells.indexOf(cell)] ?? '')));
}
