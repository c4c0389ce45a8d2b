/**
 * Writing for layouts that show cells in a row one below the other: single values, and rows of whole lines. Invariant: a
 * cell never becomes a blank line; an empty value is written as NBSP, which reads back as an empty cell.
 */
import type { Cell } from '../model/cell';
import type { Reading } from '../model/reading';
import type { TextEdit } from '../model/repair';
import { isBlankCode } from '../text/blank';
import { firstThat } from '../text/ordered';
import type { Layout } from './layout';
import { onOneLine, replaceContent, rewrittenRow } from './lineRows';

const EMPTY = '\u00a0';

/** For cells whose slot is their line, or their lines. */
export function setLine(text: string, cell: Cell, value: string): TextEdit {
  const line = onOneLine(value);
  if (cell.start < cell.end) { return replaceContent(text, cell, value, line === '' ? EMPTY : line); }
  return line === '' ? { start: cell.start, end: cell.start, newText: '' } : { start: cell.slot.start, end: cell.slot.end, newText: line };
}

/** A layout's `rowLike`, made of its `rowExtent` and its `setCell`. */
export function sequenceRowLike(rowExtent: Layout['rowExtent'], setCell: Layout['setCell']): Layout['rowLike'] {
  return (text, reading, cells, values) => {
    const extent = rowExtent(text, reading, cells);
    return extent && rewrittenRow(text, extent, cells.map((cell, i) => setCell(text, cell, values[i] ?? '')), reading.pageNumbers);
  };
}

/** Index of the first of `cells` in the reading where they stand one after the other, else -1. */
export function firstOfRow(reading: Reading, cells: readonly Cell[]): number {
  const first = cells.length === 0 ? -1 : indexAt(reading.cells, cells[0]);
  for (let i = 1; i < cells.length; i++) {
    if (reading.cells[first + i] !== cells[i]) { return -1; }
  }
  return first;
}

/** Nothing, or ASCII white space and a BOM only; NBSP and U+3000 stand for an empty cell. */
export function isBlankLine(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xa0 || code === 0x3000 || !isBlankCode(code)) { return false; }
  }
  return true;
}

/** Cells ascend by start. */
function indexAt(cells: readonly Cell[], cell: Cell): number {
  const at = firstThat(cells.length, (index) => cells[index].slot.end >= cell.slot.end);
  return cells[at] === cell ? at : -1;
}
