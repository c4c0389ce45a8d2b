/**
 * Markdown pipe tables, also those that GFM refuses: no delimiter row, one of the wrong length, rows of unequal length.
 * Invariant: a delimiter row makes no cells but belongs to the table; prose and code with a bar are not tables.
 */
import { contentOf } from '../model/content';
import { skipBlank } from '../text/blank';
import { eachLine, On } from '../text/lines';
import { contentSpan, hasMarks, plainText } from './pipes/markdown';
import { BAR, endsWithBar, isDelimiter, splitRow, startsWithBar } from './pipes/rows';
import { rowExtent, rowLike, setCell } from './pipes/write';
import { lineEnd, notePageNumber, simpleCell } from './lineRows';
import type { Cell } from '../model/cell';
import type { Reading } from '../model/reading';
import type { Span } from '../text/span';
import type { Block, Layout } from './layout';
import type { Source } from './source';

export const pipes: Layout = { id: 'pipes', claim, read, setCell, rowExtent, rowLike };

function claim(source: Source): Block[] {
  const { lines } = source;
  const blocks: Block[] = [];
  if ((lines.onAny & On.Bar) === 0) { return blocks; }
  for (let first = 0; first < lines.count; first++) {
    if (!lines.bears(first, On.Bar)) { continue; }
    const run = new RowRun(source, first);
    if (run.isTable) {
      source.take(first, run.next - 1);
      blocks.push({ layout: 'pipes', start: lines.starts[first], end: lines.next(run.next - 1) });
    }
    first = Math.max(run.next - 1, first);
  }
  return blocks;
}

/** So many rows make a table where all that they share is a bar at their ends. */
const LEAST_CLOSED = 4;

/** The rows from a line on, up to the first that is no row: taken, without a bar, or with a lone one (that is another layout's). */
class RowRun {
  /** The first line behind it. */
  readonly next: number;
  private barred = 0;
  private columns = 0;
  private alike = 0;
  private closed = 0;
  private hasDelimiter = false;

  constructor(source: Source, private readonly first: number) {
    const { text, lines } = source;
    const bounds: number[] = [];
    let previous = 0;
    let line = first;
    for (; line < lines.count && lines.bears(line, On.Bar) && source.isFree(line); line++) {
      const start = lines.starts[line];
      const end = lines.ends[line];
      if (this.hasDelimiter && this.columns >= 2 && holdsCell(text, start, end)) { continue; }
      const count = splitRow(text, start, end, bounds);
      if (count === 0) { break; }
      this.columns = Math.max(this.columns, count);
      if (!this.hasDelimiter) { this.hasDelimiter = isDelimiter(text, start, end, line === first + 1); }
      if (startsWithBar(text, start, end)) { this.barred++; }
      if (endsWithBar(text, start, end)) { this.closed++; }
      if (count >= 2 && count === previous) { this.alike++; }
      previous = count;
    }
    this.next = line;
  }

  /**
   * Two lines or more with two columns, and a delimiter row or rows that look alike: of one length, or each closed by a bar, as text made
   * of web pages has them.
   */
  get isTable(): boolean {
    const rows = this.next - this.first;
    return rows >= 2 && this.columns >= 2 && (this.hasDelimiter || this.barred * 2 > rows || (this.alike * 2 >= rows && rows > 2)
      || (this.closed === rows && rows >= LEAST_CLOSED));
  }
}

/** As the first bar tells, where the line begins with one. */
function holdsCell(text: string, start: number, end: number): boolean {
  const at = skipBlank(text, start, end);
  return text.charCodeAt(at) === BAR && skipBlank(text, at + 1, end) < end;
}

function read(text: string): Reading | null {
  const cells: Cell[] = [];
  const bounds: number[] = [];
  const isPlain = !hasMarks(text);
  const { isDelimited, isLed } = styleOf(text);
  const pageNumbers: Span[] = [];
  let row = 0;
  let line = 0;
  eachLine(text, (start, end) => {
    const count = splitRow(text, start, end, bounds, isLed);
    if (count > 0 && !isDelimiter(text, start, end, line === 1)) {
      for (let column = 0; column < count; column++) {
        cells.push(cellIn(text, bounds[column * 2], bounds[column * 2 + 1], row, column, isPlain));
      }
      row++;
    } else if (count === 0) {
      notePageNumber(text, start, end, pageNumbers, true);
    }
    line++;
  });
  const span = { start: 0, end: text.length };
  return cells.length === 0 ? null : { layout: 'pipes', geometry: 'grid', span, cells, pageNumbers, unaligned: !isDelimited };
}

/**
 * Whether a delimiter row makes a table of it, and whether bars lead its rows: not where each closes a cell, as text made of web pages has
 * it.
 */
function styleOf(text: string): { readonly isDelimited: boolean; readonly isLed: boolean } {
  const second = text.indexOf('\n') + 1;
  if (second > 0 && isDelimiter(text, second, lineEnd(text, second), true)) { return { isDelimited: true, isLed: true }; }
  let isDelimited = false;
  let line = 0;
  let rows = 0;
  let led = 0;
  let closed = 0;
  eachLine(text, (start, end) => {
    isDelimited ||= isDelimiter(text, start, end, line++ === 1);
    const isLed = startsWithBar(text, start, end);
    const isClosed = endsWithBar(text, start, end);
    if (isLed || isClosed || text.slice(start, end).includes('|')) { rows++; }
    if (isLed) { led++; }
    if (isClosed) { closed++; }
  });
  return { isDelimited, isLed: isDelimited || led * 2 > rows || closed < rows };
}

function cellIn(text: string, from: number, to: number, row: number, column: number, isPlain: boolean): Cell {
  const { start, end } = contentSpan(text, from, to);
  const source = text.slice(start, end);
  return simpleCell(start, end, from, to, contentOf(isPlain ? source : plainText(source)), row, column, false);
}
