/**
 * Markdown pipe tables, also those that GFM refuses: no delimiter row, one of the wrong length, rows of unequal length.
 * Invariant: a delimiter row makes no cells but belongs to the table; prose and code with a bar are not tables.
 */
import { skipBlank, trimBlankEnd } from '../text/blank';
import { On } from '../text/lines';
import { isSurePageNumber } from '../text/pageNumber';
import { headsSection, isInBrackets } from './wrappedCells';
import { readPipes } from './pipes/read';
import { BAR, endsWithBar, isDelimiter, splitRow, startsWithBar } from './pipes/rows';
import { rowExtent, rowLike, setCell } from './pipes/write';
import type { Block, Layout } from './layout';
import type { Source } from './source';

export const pipes: Layout = { id: 'pipes', claim, read: readPipes, setCell, rowExtent, rowLike };

function claim(source: Source): Block[] {
  const { lines } = source;
  const blocks: Block[] = [];
  if ((lines.onAny & On.Bar) === 0) { return blocks; }
  for (let first = 0; first < lines.count; first++) {
    if (!lines.bears(first, On.Bar)) { continue; }
    const runs = runsFrom(source, first);
    const last = runs[runs.length - 1].next - 1;
    const spans = runs.map((run) => ({ start: lines.starts[run.first], end: lines.next(run.next - 1), isTable: run.isTable }));
    const isWhole = spans.length === 1 && spans[0].isTable;
    if (isWhole || spans.length > 1 || runs[0].mayBeTable) {
      source.take(first, last);
      const { start } = spans[0];
      const { end } = spans[spans.length - 1];
      blocks.push(isWhole ? { layout: 'pipes', start, end } : { layout: 'pipes', start, end, runs: spans });
    }
    first = Math.max(last, first);
  }
  return blocks;
}

/** The rows from a line on, and those below them that a form may tell to be of the same table. Markdown has its tables whole. */
function runsFrom(source: Source, first: number): Rows[] {
  const runs = [new Rows(source, first)];
  for (let last = runs[0]; last.next > last.first && !last.standsAlone;) {
    const next = lineBehindGap(source, last.next);
    if (next < 0) { break; }
    last = new Rows(source, next);
    if (last.standsAlone || last.next === next) { break; }
    runs.push(last);
  }
  return runs;
}

/** The next line with a bar, behind a few that are blank or may be parts of a cell; -1 where other lines stand between. */
function lineBehindGap(source: Source, from: number): number {
  const { text, lines } = source;
  const to = Math.min(lines.count, from + LONGEST_GAP);
  let written = from - 1;
  for (let line = from; line < to && source.isFree(line) && line - written <= MOST_BLANK_LINES + 1; line++) {
    if (lines.bears(line, On.Bar)) { return line; }
    if (source.isBlankLine(line)) { continue; }
    if (lines.bears(line, On.Tab) || !mayStandBetween(text, lines.starts[line], lines.ends[line])) { return -1; }
    written = line;
  }
  return -1;
}

/** A part of a cell, or a page number. */
function mayStandBetween(text: string, lineStart: number, lineEnd: number): boolean {
  const start = skipBlank(text, lineStart, lineEnd);
  const end = trimBlankEnd(text, start, lineEnd);
  if (end - start > LONGEST_PART) { return false; }
  if (isSurePageNumber(text, start, end)) { return true; }
  const line = text.slice(start, end);
  return !headsSection(line) && (!ENDS_SENTENCE.includes(text[end - 1]) || isInBrackets(line));
}

const LONGEST_PART = 40;
const ENDS_SENTENCE = '。；！？：;!?:';

/** Lines. */
const LONGEST_GAP = 12;
const MOST_BLANK_LINES = 2;

/** So many rows make a table where all that they share is a bar at their ends. */
const LEAST_CLOSED = 4;

/** The rows from a line on, up to the first that is no row: taken, without a bar, or with a lone one (that is another layout's). */
class Rows {
  /** The first line behind it. */
  readonly next: number;
  private barred = 0;
  private columns = 0;
  private alike = 0;
  private closed = 0;
  private hasDelimiter = false;
  private hasTab = false;

  constructor(source: Source, readonly first: number) {
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
      this.hasTab ||= lines.bears(line, On.Tab);
      if (startsWithBar(text, start, end)) { this.barred++; }
      if (endsWithBar(text, start, end)) { this.closed++; }
      if (count >= 2 && count === previous) { this.alike++; }
      previous = count;
    }
    this.next = line;
  }

  /** No form is needed to tell where it ends: Markdown says so, or tabs part its cells. */
  get standsAlone(): boolean { return this.hasDelimiter || this.hasTab; }

  /** Two lines or more with two columns, if a form says so. */
  get mayBeTable(): boolean { return this.next - this.first >= 2 && this.columns >= 2 && !this.standsAlone; }

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
