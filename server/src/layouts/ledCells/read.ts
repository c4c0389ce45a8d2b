/**
 * Reads led cells. Invariant: a line is one cell: what stands behind the bar that leads it, or all of it; a blank line right above a bar is
 * the empty cell that a row begins with, where few bars have one.
 */
import type { Cell } from '../../model/cell';
import type { Reading } from '../../model/reading';
import { skipBlank, trimBlankEnd } from '../../text/blank';
import { eachLine } from '../../text/lines';
import type { Span } from '../../text/span';
import { lineStart, notePageNumber, trimmedCell } from '../lineRows';
import { BAR } from '../pipes/rows';
import { isBlankLine } from '../sequenceRows';

/** Led: a cell behind its only bar. Bar: nothing else. Bars: several side by side. Other: bars elsewhere. */
export const enum KindOfLine { Bare, Led, Bar, Bars, Other }

/** Of a line that is not blank. */
export function kindOfLine(text: string, start: number, end: number): KindOfLine {
  const from = skipBlank(text, start, end);
  const stop = trimBlankEnd(text, from, end);
  let at = from;
  while (at < stop && text.charCodeAt(at) === BAR) { at++; }
  const bars = at - from;
  while (at < stop && text.charCodeAt(at) !== BAR) { at++; }
  if (at < stop) { return KindOfLine.Other; }
  if (bars === 0) { return KindOfLine.Bare; }
  if (from + bars === stop) { return bars === 1 ? KindOfLine.Bar : KindOfLine.Bars; }
  return bars === 1 ? KindOfLine.Led : KindOfLine.Other;
}

export function readLedCells(text: string): Reading | null {
  const cells: Cell[] = [];
  const breaks: number[] = [];
  const pageNumbers: Span[] = [];
  const beginsBlank = fewBarsBelowBlanks(text);
  let blankAt = -1;
  let row = 0;
  eachLine(text, (lineFrom, end) => {
    const start = lineStart(text, lineFrom);
    if (isBlankLine(text, start, end)) { blankAt = blankAt < 0 ? start : -1; return; }
    const kind = kindOfLine(text, start, end);
    if (kind === KindOfLine.Bare) {
      if (!notePageNumber(text, start, end, pageNumbers)) { readBare(text, start, end, cells.length === 0 ? row : ++row, cells, breaks); }
    } else if (kind !== KindOfLine.Bars) {
      if (beginsBlank && blankAt >= 0 && cells.length > 0) { cells.push(trimmedCell(text, blankAt, blankAt, ++row, -1, false)); }
      cells.push(trimmedCell(text, text.indexOf('|', start) + 1, end, row, -1, false));
    }
    blankAt = -1;
  });
  return cells.length === 0
    ? null
    : { layout: 'led-cells', geometry: 'rows', span: { start: 0, end: text.length }, cells, breaks, pageNumbers };
}

function readBare(text: string, start: number, end: number, row: number, cells: Cell[], breaks: number[]): void {
  if (cells.length > 0) { breaks.push(cells.length); }
  cells.push(trimmedCell(text, start, end, row, -1, false));
}

/** Else blank lines part the cells of a row too. */
function fewBarsBelowBlanks(text: string): boolean {
  let bars = 0;
  let belowBlanks = 0;
  let isBlankAbove = false;
  eachLine(text, (start, end) => {
    const at = skipBlank(text, start, end);
    if (at < end && text.charCodeAt(at) === BAR) {
      bars++;
      if (isBlankAbove) { belowBlanks++; }
    }
    isBlankAbove = at === end;
  });
  return belowBlanks * 4 <= bars;
}
