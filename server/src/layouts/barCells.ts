/**
 * Bar cells: one cell per line, each after a line that holds a lone `|`. Invariant: every bar opens one cell, an empty one
 * where no text follows before the next bar; what stands between cells without a bar is a loose cell, but for page numbers (`- 3 -`), which
 * are none. A bar with which a block ends closes the last cell and opens none.
 */
import type { Cell } from '../model/cell';
import type { Reading } from '../model/reading';
import type { TextEdit } from '../model/repair';
import { contentOf } from '../model/content';
import { skipBlank, trimBlankEnd, trimmed } from '../text/blank';
import { eachLine, lineEndOf, On } from '../text/lines';
import { isPageNumberAmongCells } from '../text/pageNumber';
import type { Span } from '../text/span';
import { joinWrapped } from '../text/wrapped';
import type { Block, Layout } from './layout';
import { lineStart, notePageNumber, simpleCell, wholeLines } from './lineRows';
import { BAR } from './pipes/rows';
import { firstOfRow, isBlankLine, sequenceRowLike, setLine } from './sequenceRows';
import type { Source } from './source';
import { isRestOf } from './wrappedCells';

const LEAST_BARS = 6;
const LONGEST_LOOSE = 80;
/** So many lines in a row without a bar are no headings of a table. */
const LONGEST_LOOSE_RUN = 40;

function claim(source: Source): Block[] {
  const blocks: Block[] = [];
  const { text, lines } = source;
  if ((lines.onAny & On.Bar) === 0) { return blocks; }
  const run = { first: -1, last: -1, bars: 0, afterBar: false, loose: 0 };
  const close = (): void => {
    if (run.bars >= LEAST_BARS) {
      source.take(run.first, run.last);
      blocks.push({ layout: 'bar-cells', start: lines.starts[run.first], end: lines.next(run.last) });
    }
    run.bars = run.loose = 0;
  };
  for (let line = 0; line < lines.count; line++) {
    if (!source.isFree(line)) { close(); continue; }
    if (run.bars === 0 && !lines.bears(line, On.Bar)) { continue; }
    const start = lines.starts[line];
    const end = lines.ends[line];
    if (isBar(text, start, end)) {
      if (run.bars++ === 0) { run.first = line; }
      run.last = line;
      run.afterBar = true;
      run.loose = 0;
    } else if (text.charCodeAt(skipBlank(text, start, end)) === BAR) {
      close();
    } else if (run.bars > 0 && lines.bears(line, On.Text | On.Filler)) {
      if (isPageNumberLine(text, start, end)) { continue; }
      const prose = isProse(text, start, end);
      if (run.afterBar && !prose) { run.last = line; }
      if (!run.afterBar && (prose || ++run.loose > LONGEST_LOOSE_RUN)) { close(); }
      run.afterBar = false;
    }
  }
  close();
  return blocks;
}

function isBar(text: string, start: number, end: number): boolean {
  const at = skipBlank(text, start, end);
  return at < end && text.charCodeAt(at) === BAR && skipBlank(text, at + 1, end) === end;
}

function isPageNumberLine(text: string, start: number, end: number): boolean {
  const from = skipBlank(text, start, end);
  return isPageNumberAmongCells(text, from, trimBlankEnd(text, from, end));
}

function isProse(text: string, start: number, end: number): boolean {
  const from = skipBlank(text, start, end);
  const to = trimBlankEnd(text, from, end);
  return to - from > LONGEST_LOOSE || text.charCodeAt(to - 1) === 0x3002;
}

function read(text: string): Reading | null {
  const { cells, pageNumbers } = new BarReader(text).read();
  return cells.length === 0
    ? null
    : { layout: 'bar-cells', geometry: 'sequence', span: { start: 0, end: text.length }, cells, pageNumbers };
}

class BarReader {
  readonly cells: Cell[] = [];
  readonly pageNumbers: Span[] = [];
  /** End of the line of the bar that has no cell yet, else -1. */
  private barEnd = -1;
  /** First and last line of the cell that is being read; -1 between cells. */
  private cellStart = -1;
  private cellEnd = -1;
  private content = '';
  private loose = false;

  constructor(private readonly text: string) {}

  read(): this {
    const { text } = this;
    eachLine(text, (start, end, next) => {
      if (isBar(text, start, end)) {
        this.atBar(start, next);
      } else if (isBlankLine(text, start, end)) {
        this.endCell();
      } else if (!notePageNumber(text, start, end, this.pageNumbers)) {
        this.atText(start, end);
      }
    });
    this.endCell();
    return this;
  }

  private atBar(start: number, next: number): void {
    this.endCell();
    if (this.barEnd >= 0) { this.cells.push(simpleCell(this.barEnd, this.barEnd, this.barEnd, start, contentOf(''), -1, -1, false)); }
    this.barEnd = next;
  }

  private atText(start: number, end: number): void {
    const line = trimmed(this.text, start, end);
    const written = this.text.slice(line.start, line.end);
    if (this.cellStart >= 0 && isRestOf(contentOf(this.content), contentOf(written))) {
      this.content = joinWrapped(this.content, written);
      this.cellEnd = end;
      return;
    }
    this.endCell();
    this.content = written;
    this.cellStart = start;
    this.cellEnd = end;
    this.loose = this.barEnd < 0;
    this.barEnd = -1;
    if (this.loose) { this.endCell(); }
  }

  private endCell(): void {
    if (this.cellStart < 0) { return; }
    const { start, end } = trimmed(this.text, this.cellStart, this.cellEnd);
    this.cells.push(simpleCell(start, end, this.cellStart, this.cellEnd, contentOf(this.content), -1, -1, this.loose));
    this.cellStart = -1;
  }
}

/** An empty cell between two bars takes the first blank line between them, or a line of its own where there is none. */
function setCell(text: string, cell: Cell, value: string): TextEdit {
  const edit = setLine(text, cell, value);
  const { start, end } = cell.slot;
  if (edit.newText === '' || cell.start < cell.end) { return edit; }
  if (start === end) { return { start, end, newText: edit.newText + lineEndOf(text) }; }
  const lineBreak = text.indexOf('\n', start);
  if (lineBreak < 0 || lineBreak >= end) { return edit; }
  return { start, end: lineBreak > start && text.charCodeAt(lineBreak - 1) === 13 ? lineBreak - 1 : lineBreak, newText: edit.newText };
}

/**
 * The lines from the bar of the first cell to the bar of the cell after the last. Null where nothing but a bar would be
 * left of the cell before: at the end of a block a bar opens no cell.
 */
function rowExtent(text: string, reading: Reading, cells: readonly Cell[]): Span | null {
  const first = firstOfRow(reading, cells);
  if (first < 0) { return null; }
  const next = reading.cells[first + cells.length];
  const start = unitStart(text, cells[0]);
  if (next && !next.loose) { return { start, end: unitStart(text, next) }; }
  const above = reading.cells[first - 1];
  if (!next && above && isBlankLine(text, above.slot.start, above.slot.end)) { return null; }
  return wholeLines(text, start, cells[cells.length - 1].slot.end);
}

function unitStart(text: string, cell: Cell): number {
  return lineStart(text, cell.loose ? cell.slot.start : Math.max(0, text.lastIndexOf('|', cell.slot.start - 1)));
}

export const barCells: Layout = { id: 'bar-cells', claim, read, setCell, rowExtent, rowLike: sequenceRowLike(rowExtent, setCell) };
