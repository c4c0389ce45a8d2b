/**
 * Writes closed cells. Invariant: what is written is read back as the same cells; a row takes along the bars that open it and that fill
 * it up.
 */
import type { Cell } from '../../model/cell';
import type { Reading } from '../../model/reading';
import type { TextEdit } from '../../model/repair';
import { skipBlank, trimBlankEnd } from '../../text/blank';
import type { Span } from '../../text/span';
import { lineEnd, lineStart, wholeLines } from '../lineRows';
import { BAR } from '../pipes/rows';
import { firstOfRow, setLine } from '../sequenceRows';
import { pastBars } from './read';

/** A blank apart from its bars; a bar in the value would close the cell. */
export function setCell(text: string, cell: Cell, value: string): TextEdit {
  const edit = setLine(text, cell, value === cell.content.text ? value : value.replaceAll('|', '｜'));
  if (cell.start < cell.end || edit.newText === '') { return edit; }
  const isFirst = cell.slot.start === lineStart(text, cell.slot.start);
  return { ...edit, newText: `${isFirst ? '' : ' '}${edit.newText} ` };
}

/** The lines of the cells and what fills up the row below them. Null where other cells share a line with them. */
export function rowExtent(text: string, reading: Reading, cells: readonly Cell[]): Span | null {
  const first = firstOfRow(reading, cells);
  if (first < 0) { return null; }
  const { start } = cells[0].slot;
  let end = lineEnd(text, cells[cells.length - 1].slot.end);
  const next = reading.cells[first + cells.length];
  if (start !== lineStart(text, start) || (next !== undefined && next.slot.start < end)) { return null; }
  for (let below = fillingBelow(text, end); below > end; below = fillingBelow(text, end)) { end = below; }
  return wholeLines(text, openingAbove(text, reading.cells[first - 1], start), end);
}

/** The bar by itself on the line above that opens a row and closes no cell; `start` itself where there is none. */
function openingAbove(text: string, before: Cell | undefined, start: number): number {
  const bar = trimBlankEnd(text, 0, start) - 1;
  const isAlone = bar >= 0 && text.charCodeAt(bar) === BAR && text.charCodeAt(bar - 1) !== BAR
    && skipBlank(text, lineStart(text, bar), bar) === bar;
  return isAlone && bar !== before?.slot.end ? bar : start;
}

/** The end of the line below, where that only fills up a row; `end` itself where it does not. */
function fillingBelow(text: string, end: number): number {
  const lf = text.indexOf('\n', end);
  if (lf < 0) { return end; }
  const from = skipBlank(text, lf + 1, lineEnd(text, lf + 1));
  const stop = trimBlankEnd(text, from, lineEnd(text, lf + 1));
  return stop - from > 1 && pastBars(text, from, stop) === stop ? lineEnd(text, lf + 1) : end;
}
