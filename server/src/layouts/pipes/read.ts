/**
 * Reads pipe tables. Invariant: a delimiter row makes no cells; a row is a line, or the lines of a wrapped cell with what stands beside
 * them; a line between rows that has no bar is a loose cell if it may be a part of one (`Reading.breaks`).
 */
import type { Cell } from '../../model/cell';
import { contentOf } from '../../model/content';
import type { Reading } from '../../model/reading';
import { skipBlank } from '../../text/blank';
import { eachLine } from '../../text/lines';
import type { Span } from '../../text/span';
import { notePageNumber, simpleCell, trimmedCell } from '../lineRows';
import { wrappedText } from '../wrappedCells';
import { styleOf, type BarStyle } from './lines';
import { contentSpan, hasMarks, plainText } from './markdown';
import { BAR, endsWithBar, isDelimiter, splitRow, startsWithBar } from './rows';

export function readPipes(text: string): Reading | null {
  const { cells, breaks, pageNumbers, style } = new PipeReader(text).read();
  if (cells.length === 0) { return null; }
  const span = { start: 0, end: text.length };
  return { layout: 'pipes', geometry: 'grid', span, cells, breaks, pageNumbers, unaligned: !style.isDelimited };
}

class PipeReader {
  readonly cells: Cell[] = [];
  readonly breaks: number[] = [];
  readonly pageNumbers: Span[] = [];
  readonly style: BarStyle;
  private readonly bounds: number[] = [];
  private readonly isPlain: boolean;
  private row = 0;
  private line = 0;
  /** The row that is being read, -1 between rows. */
  private rowStart = -1;
  private rowEnd = -1;
  private isWrapped = false;
  /** Lines without a bar above. */
  private readonly bare: Span[] = [];

  constructor(private readonly text: string) {
    this.style = styleOf(text);
    this.isPlain = !hasMarks(text);
  }

  read(): this {
    eachLine(this.text, (start, end) => { this.readLine(start, end); this.line++; });
    this.endRow();
    return this;
  }

  private readLine(start: number, end: number): void {
    const { text } = this;
    const hasBar = holdsBar(text, start, end);
    if (!hasBar && skipBlank(text, start, end) === end) { this.endRow(); return; }
    if (!hasBar && notePageNumber(text, start, end, this.pageNumbers)) { this.endRow(); return; }
    if (this.rowStart >= 0 && this.goesOn(start, end)) { this.rowEnd = end; this.isWrapped = true; return; }
    this.endRow();
    if (hasBar) {
      if (isDelimiter(text, start, end, this.line === 1)) { return; }
      this.addBare(startsWithBar(text, start, end));
      this.rowStart = start;
      this.rowEnd = end;
    } else if (!notePageNumber(text, start, end, this.pageNumbers, true)) {
      this.bare.push({ start, end });
    }
  }

  /** Lines between two rows are parts of a cell only where the row above has no bar behind it, or the one below none before. */
  private addBare(isLed: boolean): void {
    if (this.bare.length === 0) { return; }
    const above = this.cells[this.cells.length - 1];
    if (above !== undefined && !this.style.isDelimited && !(isLed && this.isClosed(above))) {
      for (const { start, end } of this.bare) {
        this.addBreak();
        this.cells.push(trimmedCell(this.text, start, end, this.row++, 0, true));
      }
    }
    this.bare.length = 0;
  }

  /** Whether the line goes on with the row above, which is not at its end. */
  private goesOn(start: number, end: number): boolean {
    const { text, rowStart, rowEnd, style } = this;
    if (!style.opens && !style.closes) { return false; }
    return !(style.opens && startsWithBar(text, start, end)) && !(style.closes && endsWithBar(text, rowStart, rowEnd));
  }

  private endRow(): void {
    const { text, rowStart, rowEnd, bounds } = this;
    if (rowStart < 0) { return; }
    this.rowStart = -1;
    const count = splitRow(text, rowStart, rowEnd, bounds, this.style.isLed, this.style.endsOpen);
    if (count === 0) { return; }
    if (!startsWithBar(text, rowStart, rowEnd)) { this.addBreak(); }
    for (let column = 0; column < count; column++) { this.addCell(bounds[column * 2], bounds[column * 2 + 1], column); }
    this.row++;
    this.isWrapped = false;
  }

  /** The next cell begins its line without a bar: the rest of the one above, unless a bar closed that. */
  private addBreak(): void {
    const above = this.cells[this.cells.length - 1];
    if (above !== undefined && !this.isClosed(above) && !this.style.isDelimited) { this.breaks.push(this.cells.length); }
  }

  private isClosed({ slot }: Cell): boolean { return this.text.charCodeAt(slot.end) === BAR; }

  private addCell(from: number, to: number, column: number): void {
    const { text } = this;
    const { start, end } = contentSpan(text, from, to);
    const source = this.isWrapped ? wrappedText(text, start, end) : text.slice(start, end);
    this.cells.push(simpleCell(start, end, from, to, contentOf(this.isPlain ? source : plainText(source)), this.row, column, false));
  }
}

function holdsBar(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) { if (text.charCodeAt(at) === BAR) { return true; } }
  return false;
}
