/**
 * Markdown pipe tables, also those that GFM refuses: no delimiter row, one of the wrong length, rows of unequal length.
 * Invariant: a delimiter row makes no cells but belongs to the table; prose and code with a bar are not tables.
 */
import { skipBlank } from '../text/blank';
import { On } from '../text/lines';
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
