/**
 * Writes into tables drawn with lines. Invariant: what is written keeps the width of its column, as shown, where it fits; the lines below
 * the first of a cell are emptied when it is written anew; a row of several lines is neither cut out nor copied.
 */
import type { Cell } from '../../model/cell';
import { contentIn } from '../../model/content';
import type { Reading } from '../../model/reading';
import type { TextEdit } from '../../model/repair';
import type { Span } from '../../text/span';
import { displayWidth } from '../../text/width';
import { lineEnd, lineStart, onOneLine } from '../lineRows';
import { oneLineExtent, oneLineRowLike } from '../oneLineRows';
import { BAR, splitRow } from '../pipes/rows';
import { isRule } from './drawn';

/** Right-aligned cells grow and shrink on their left, others on their right. */
export function setCell(text: string, cell: Cell, value: string): TextEdit {
  const { slot, start, end } = cell;
  if (value === cell.content.text) { return { start, end, newText: text.slice(start, end) }; }
  const written = onOneLine(value);
  const before = start - slot.start;
  const after = slot.end - end;
  const spare = displayWidth(text, start, end) - displayWidth(written, 0, written.length);
  const edit = before > after
    ? { start: slot.start, end, newText: ' '.repeat(Math.max(1, before + spare)) + written }
    : { start, end: slot.end, newText: written + ' '.repeat(Math.max(1, after + spare)) };
  return contentIn(text, start, end).text === cell.content.text ? edit : withoutLinesBelow(text, cell, edit);
}

/** The edit, and blanks for the parts of the cell on the lines below. */
function withoutLinesBelow(text: string, { slot }: Cell, edit: TextEdit): TextEdit {
  const bounds: number[] = [];
  let index = 0;
  for (let at = lineStart(text, slot.start); at < slot.start - 1; at++) { if (text.charCodeAt(at) === BAR) { index++; } }
  let { end, newText } = edit;
  for (let next = lineEnd(text, end) + 1; next < text.length; next = lineEnd(text, next) + 1) {
    const to = lineEnd(text, next);
    if (isRule(text.slice(next, to)) || splitRow(text, next, to, bounds) <= index) { break; }
    const [from, behind] = bounds.slice(index * 2);
    newText += text.slice(end, from) + ' '.repeat(displayWidth(text, from, behind));
    end = behind;
  }
  return { ...edit, end, newText };
}

export function rowExtent(text: string, reading: Reading, cells: readonly Cell[]): Span | null {
  const extent = oneLineExtent(text, reading, cells);
  if (extent === null || extent.end >= text.length) { return extent; }
  const end = lineEnd(text, extent.end);
  const goesOn = !isRule(text.slice(extent.end, end)) && text.slice(extent.end, end).trim() !== ''
    && !reading.cells.some(({ row, slot }) => row > cells[0].row && slot.start >= extent.end && slot.start <= end);
  return goesOn ? null : extent;
}

const likeOneLine = oneLineRowLike(setCell);

export function rowLike(text: string, reading: Reading, cells: readonly Cell[], values: readonly string[]): string | null {
  return rowExtent(text, reading, cells) === null ? null : likeOneLine(text, reading, cells, values);
}
