/**
 * Reads closed cells. Invariant: a bar by itself is an empty cell; bars side by side fill up a row and make no cell, but tell how wide the
 * table is, and so where its rows end (the last may lack them) and whether a bar opens each of them.
 */
import type { Cell } from '../../model/cell';
import { contentOf } from '../../model/content';
import type { Reading } from '../../model/reading';
import { skipBlank, trimBlankEnd, trimmed } from '../../text/blank';
import { eachLine } from '../../text/lines';
import type { Span } from '../../text/span';
import { lineStart, notePageNumber, simpleCell, trimmedCell } from '../lineRows';
import { BAR } from '../pipes/rows';
import { isBlankLine } from '../sequenceRows';
import { mayBeWrapped, wrappedText } from '../wrappedCells';

/** Bars side by side behind a cell. */
interface Filling {
  /** How many cells stand before it. */
  readonly behind: number;
  readonly bars: number;
}

export function readClosedCells(text: string): Reading | null {
  const cells: Cell[] = [];
  const fillings: Filling[] = [];
  const pageNumbers: Span[] = [];
  let begun = -1;
  const leaveOpen = (before: number): void => {
    if (begun >= 0) { cells.push(trimmedCell(text, begun, trimBlankEnd(text, begun, before), -1, -1, true)); }
    begun = -1;
  };
  eachLine(text, (lineFrom, end) => {
    const start = lineStart(text, lineFrom);
    if (notePageNumber(text, lineFrom, end, pageNumbers)) { leaveOpen(start); return; }
    begun = readLine(text, begun, start, end, cells, fillings);
    if (begun >= 0 && !mayBeWrapped(text, Math.max(begun, start), end)) { leaveOpen(end); }
  });
  leaveOpen(text.length);
  if (cells.length === 0) { return null; }
  const width = widthBy(fillings);
  const read = width === 0 ? cells : withoutOpenings(inRows(cells, fillings, width));
  return { layout: 'closed-cells', geometry: 'sequence', span: { start: 0, end: text.length }, cells: read, pageNumbers };
}

/**
 * @param begun where a cell begins that the lines above did not close; -1 for none
 * @returns where one begins that this line does not close either
 */
function readLine(text: string, begun: number, start: number, end: number, cells: Cell[], fillings: Filling[]): number {
  let from = start;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== BAR) { continue; }
    const next = pastBars(text, at, end);
    const isRest = from === start && begun >= 0;
    const closes = next - at === 1 || isRest || !isBlankLine(text, from, at);
    if (closes) { cells.push(isRest ? wrappedCell(text, begun, at) : trimmedCell(text, from, at, -1, -1, false)); }
    const bars = next - at - (closes ? 1 : 0);
    if (bars > 0) { fillings.push({ behind: cells.length, bars }); }
    from = next;
    at = next - 1;
  }
  if (from === start && begun >= 0) { return begun; }
  return skipBlank(text, from, end) < end ? from : -1;
}

/** A cell of several lines, up to its bar. */
function wrappedCell(text: string, begun: number, bar: number): Cell {
  const { start, end } = trimmed(text, begun, bar);
  return simpleCell(start, end, begun, bar, contentOf(wrappedText(text, start, end)), -1, -1, false);
}

/**
 * How many cells a row has room for: each filling ends a row, so that as many cells and bars as a few whole rows have stand between two of
 * them. 0 where there are none, or where they do not agree.
 */
function widthBy(fillings: readonly Filling[]): number {
  let width = 0;
  let before = 0;
  let most = 0;
  for (const { behind, bars } of fillings) {
    width = commonDivisor(behind - before + bars, width);
    most = Math.max(most, bars);
    before = behind;
  }
  return width > most ? width : 0;
}

function commonDivisor(a: number, b: number): number { return b === 0 ? a : commonDivisor(b, a % b); }

function inRows(cells: readonly Cell[], fillings: readonly Filling[], width: number): Cell[] {
  let filled = 0;
  let next = 0;
  return cells.map((cell, at) => {
    for (; next < fillings.length && fillings[next].behind <= at; next++) { filled += fillings[next].bars; }
    return { ...cell, row: Math.floor((at + filled) / width) };
  });
}

/** Where every row begins with a bar by itself, that opens the row and makes no cell. */
function withoutOpenings(cells: Cell[]): Cell[] {
  const others = cells.filter((cell, at) => !(isEmpty(cell) && cell.row !== cells[at - 1]?.row));
  const rows = cells[cells.length - 1].row + 1;
  return cells.length - others.length === rows ? others : cells;
}

function isEmpty({ start, end }: Cell): boolean { return start === end; }

/** The first offset that holds no bar, from one that does. */
export function pastBars(text: string, bar: number, end: number): number {
  let at = bar;
  while (at < end && text.charCodeAt(at) === BAR) { at++; }
  return at;
}
