/**
 * Closed cells: text made of a web page, where a bar closes each cell and most lines hold one cell (`规章 |`); a row that has
 * fewer cells than the widest is filled up with bars side by side (`|||`). Invariant: a bar by itself is an empty cell; bars
 * side by side fill up a row and make no cell, but tell how wide the table is, and so where its rows end (the last may lack them) and
 * whether a bar opens each of them; a line of a block that does not end with a bar begins a cell that the next lines close.
 */
import type { Cell } from '../model/cell';
import type { Reading } from '../model/reading';
import type { TextEdit } from '../model/repair';
import { contentOf } from '../model/content';
import { isBlankCode, skipBlank, trimBlankEnd, trimmed } from '../text/blank';
import { splitItem } from '../text/item';
import { eachLine, On } from '../text/lines';
import { isPageNumber } from '../text/pageNumber';
import type { Span } from '../text/span';
import type { Block, Layout } from './layout';
import { joinWrapped, lineEnd, lineStart, notePageNumber, rewrittenRow, simpleCell, trimmedCell, wholeLines } from './lineRows';
import { isDelimiter } from './pipes/rows';
import { firstOfRow, isBlankLine, setLine } from './sequenceRows';
import type { Source } from './source';

export const closedCells: Layout = { id: 'closed-cells', claim, read, setCell, rowExtent, rowLike };

const BAR = 0x7c;
/** So many lines that hold one cell with its bar make a table, if those with several are fewer. */
const LEAST_SINGLE = 6;
const MOST_BLANK_LINES = 2;

function claim(source: Source): Block[] {
  const { lines } = source;
  const blocks: Block[] = [];
  if ((lines.onAny & On.Bar) === 0) { return blocks; }
  for (let first = 0; first < lines.count; first++) {
    if (!lines.bears(first, On.Bar)) { continue; }
    const { last, isTable } = closedRun(source, first);
    if (isTable) {
      source.take(first, last);
      blocks.push({ layout: 'closed-cells', start: lines.starts[first], end: lines.next(last) });
    }
    first = last;
  }
  return blocks;
}

/** The lines from one on that end with a bar, a few blank ones between them. */
function closedRun(source: Source, first: number): { readonly last: number; readonly isTable: boolean } {
  const { text, lines } = source;
  let last = first;
  let written = first;
  let single = 0;
  let several = 0;
  for (let line = first; line < lines.count && source.isFree(line) && line - written <= MOST_BLANK_LINES + 1; line++) {
    if (source.isBlankLine(line)) { continue; }
    written = line;
    const cells = closedBy(text, lines.starts[line], lines.ends[line]);
    if (cells < 0) {
      if (last > first && mayBeWrapped(text, lines.starts[line], lines.ends[line])) { continue; }
      break;
    }
    if (cells === 1) { single++; } else if (cells > 1) { several++; }
    last = line;
  }
  return { last, isTable: single >= LEAST_SINGLE && several < single };
}

/** Longer lines are the beginning of a wrapped cell only where an item number leads them (`2.其他法律行政法规`). */
const LONGEST_BEGINNING = 12;
const LONGEST_ITEM = 40;
const SECTION_END = /(?:情况|事项)$/;
const NO_BEGINNING = /^[（(]?续|[。；！？：;!?:\d|]$/;

/**
 * The beginning of a cell that goes on in the next line (`商业`, then `企业 |`); not the heading of a section, a sentence, nor what a page
 * ends with.
 */
function mayBeWrapped(text: string, start: number, end: number): boolean {
  const from = skipBlank(text, start, end);
  const stop = trimBlankEnd(text, from, end);
  if (stop - from > LONGEST_ITEM) { return false; }
  const line = text.slice(from, stop);
  if (NO_BEGINNING.test(line) || line.includes('|') || isPageNumber(line)) { return false; }
  const { item } = splitItem(line);
  if (item?.mark === 'comma' && SECTION_END.test(line)) { return false; }
  return line.length <= LONGEST_BEGINNING || (item !== null && item.mark !== 'comma');
}

/** How many cells with text a line closes; -1 where it does not end with a bar, or where one leads it too: a row in Markdown. */
function closedBy(text: string, start: number, end: number): number {
  const from = skipBlank(text, start, end);
  const stop = trimBlankEnd(text, from, end);
  if (from === stop || text.charCodeAt(stop - 1) !== BAR) { return -1; }
  if (text.charCodeAt(from) === BAR) { return holdsText(text, from, stop) ? -1 : 0; }
  if (isDelimiter(text, start, end, false)) { return -1; }
  let cells = 0;
  let hasText = false;
  for (let at = from; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code !== BAR) { hasText ||= !isBlankCode(code); continue; }
    if (hasText) { cells++; }
    hasText = false;
  }
  return cells;
}

/** Whether anything but bars and blanks stands in [start, end). */
function holdsText(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== BAR && !isBlankCode(code)) { return true; }
  }
  return false;
}

/** Bars side by side behind a cell. */
interface Filling {
  /** How many cells stand before it. */
  readonly behind: number;
  readonly bars: number;
}

function read(text: string): Reading | null {
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
  let content = '';
  eachLine(text.slice(start, end), (from, to) => {
    const part = trimmed(text, start + from, start + to);
    content = joinWrapped(content, text.slice(part.start, part.end));
  });
  return simpleCell(start, end, begun, bar, contentOf(content), -1, -1, false);
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
function pastBars(text: string, bar: number, end: number): number {
  let at = bar;
  while (at < end && text.charCodeAt(at) === BAR) { at++; }
  return at;
}

/** A blank apart from its bars; a bar in the value would close the cell. */
function setCell(text: string, cell: Cell, value: string): TextEdit {
  const edit = setLine(text, cell, value === cell.content.text ? value : value.replaceAll('|', '｜'));
  if (cell.start < cell.end || edit.newText === '') { return edit; }
  const isFirst = cell.slot.start === lineStart(text, cell.slot.start);
  return { ...edit, newText: `${isFirst ? '' : ' '}${edit.newText} ` };
}

/** The lines of the cells and what fills up the row below them. Null where other cells share a line with them. */
function rowExtent(text: string, reading: Reading, cells: readonly Cell[]): Span | null {
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

function rowLike(text: string, reading: Reading, cells: readonly Cell[], values: readonly string[]): string | null {
  const extent = rowExtent(text, reading, cells);
  return extent && rewrittenRow(text, extent, cells.map((cell, i) => setCell(text, cell, values[i] ?? '')), reading.pageNumbers);
}
