/**
 * Tab-separated rows, as spreadsheets and converters of PDF write them. Invariant: one line is one row, but for the lines of a cell that a
 * spreadsheet put in quotes; a line without a tab is a loose cell (a heading, a bare number), never part of its neighbours; blank lines and
 * page numbers are no rows.
 */
import { lineEnd, notePageNumber, onOneLine, replaceContent, trimmedCell } from './lineRows';
import { oneLineExtent, oneLineRowLike } from './oneLineRows';
import { eachLine, On } from '../text/lines';
import { tabIn, tabRegions } from './tabRegions';
import type { Cell } from '../model/cell';
import { contentOf } from '../model/content';
import type { Reading } from '../model/reading';
import type { Span } from '../text/span';
import { joinWrapped } from '../text/wrapped';
import type { TextEdit } from '../model/repair';
import type { Block, Layout } from './layout';
import type { Source } from './source';

export const tabs: Layout = { id: 'tabs', claim, read, setCell, rowExtent: oneLineExtent, rowLike: oneLineRowLike(setCell) };

function claim(source: Source): Block[] {
  if ((source.lines.onAny & On.Tab) === 0) { return []; }
  const blocks: Block[] = [];
  for (const { first, last, rows, partedRows } of tabRegions(source)) {
    if (rows < 2 || partedRows === 0) { continue; }
    source.take(first, last);
    blocks.push({ layout: 'tabs', start: source.lines.starts[first], end: source.lines.next(last) });
  }
  return blocks;
}

function read(text: string): Reading | null {
  const cells: Cell[] = [];
  const pageNumbers: Span[] = [];
  let row = 0;
  const mayBeQuoted = text.includes('"');
  let to = 0;
  eachLine(text, (start, end) => {
    if (start < to) { return; }
    to = mayBeQuoted ? endOfRow(text, start, end) : end;
    if (readLine(text, start, to, row, cells, pageNumbers)) { row++; }
  });
  return cells.length === 0
    ? null
    : { layout: 'tabs', geometry: 'grid', span: { start: 0, end: text.length }, cells, pageNumbers, unaligned: isPacked(cells) };
}

const LONGEST_QUOTED = 200;

/** The end of the line on which the row ends that begins at `start`: cells in quotes may have lines. */
function endOfRow(text: string, start: number, end: number): number {
  let to = end;
  for (let cell = start; cell < to;) {
    const close = text.charCodeAt(cell) === QUOTE ? endOfQuoted(text, cell) : -1;
    if (close > to) { to = lineEnd(text, close); }
    const tab = tabIn(text, Math.max(cell, close), to);
    if (tab < 0) { return to; }
    cell = tab + 1;
  }
  return to;
}

const QUOTE = 0x22;

/** One past the quotes that close a cell of several lines; -1 where it is none. */
function endOfQuoted(text: string, open: number): number {
  let hasLines = false;
  for (let at = open + 1; at < text.length && at - open < LONGEST_QUOTED; at++) {
    const code = text.charCodeAt(at);
    if (code === 9) { return -1; }
    hasLines ||= code === 10;
    if (code !== QUOTE) { continue; }
    if (text.charCodeAt(at + 1) === QUOTE) { at++; continue; }
    const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 10;
    return hasLines && (next === 9 || next === 10 || next === 13) ? at + 1 : -1;
  }
  return -1;
}

/** A cell between tabs; one in quotes says what its lines do. */
function cellBetween(text: string, from: number, to: number, row: number, column: number, loose: boolean): Cell {
  const cell = trimmedCell(text, from, to, row, column, loose);
  const source = text.charCodeAt(cell.start) === QUOTE ? text.slice(cell.start, cell.end) : '';
  if (!source.includes('\n')) { return cell; }
  return { ...cell, content: contentOf(source.slice(1, -1).replaceAll('""', '"').split('\n').map((line) => line.trim()).reduce(joinWrapped)) };
}

/** So many rows, one label longer or shorter than the row above and as many values, are no accident. */
const LEAST_CHANGES = 3;

/**
 * Whether each row of figures begins with a label of its own, as tables copied from a web page do: what a merged cell covers leaves no
 * trace, and so the tabs of a line tell no column.
 */
function isPacked(cells: readonly Cell[]): boolean {
  let changes = 0;
  let above: RowShape = { labels: 0, values: 0, isLedByBlank: false, hasFigure: false };
  for (const shape of shapesOf(cells)) {
    if (shape.isLedByBlank && shape.hasFigure) { return false; }
    if (shape.values > 1 && shape.values === above.values && shape.labels !== above.labels) { changes++; }
    above = shape;
  }
  return changes >= LEAST_CHANGES;
}

/** Words first, then figures and blanks. */
interface RowShape { labels: number; values: number; isLedByBlank: boolean; hasFigure: boolean }

function shapesOf(cells: readonly Cell[]): RowShape[] {
  const shapes: RowShape[] = [];
  for (const { row, column, content: { amount } } of cells) {
    if (column === 0) { shapes.push({ labels: 0, values: 0, isLedByBlank: amount.kind === 'blank', hasFigure: false }); }
    const shape = shapes[row];
    shape.hasFigure ||= amount.kind === 'number';
    if (amount.kind !== 'unreadable') { shape.values++; } else if (shape.values === 0) { shape.labels++; }
  }
  return shapes;
}

/** False where the line is blank, or a page number. */
function readLine(text: string, start: number, end: number, row: number, cells: Cell[], pageNumbers: Span[]): boolean {
  let from = start;
  let column = 0;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== 9) { continue; }
    cells.push(cellBetween(text, from, at, row, column++, false));
    from = at + 1;
  }
  const last = cellBetween(text, from, end, row, column, column === 0);
  if (column === 0 && (last.start === last.end || notePageNumber(text, start, end, pageNumbers))) { return false; }
  cells.push(last);
  return true;
}

function setCell(text: string, cell: Cell, value: string): TextEdit {
  return replaceContent(text, cell, value, onOneLine(value));
}
