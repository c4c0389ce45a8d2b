/**
 * Led cells: text made of a web page, a line a cell, where a bar leads each cell but the first of a row (`规章`, then `| 0`). Invariant:
 * every line of a block that is neither blank nor a page number is one cell; a bar by itself is an empty one, bars side by side fill up a
 * row and make none; a line without a bar may as well be the rest of the cell above (`Reading.breaks`).
 */
import { skipBlank, trimBlankEnd } from '../text/blank';
import { On } from '../text/lines';
import { headsSection } from './wrappedCells';
import { KindOfLine, kindOfLine, readLedCells } from './ledCells/read';
import { rowExtent, setCell } from './ledCells/write';
import type { Block, Layout } from './layout';
import { sequenceRowLike } from './sequenceRows';
import type { Source } from './source';

export const ledCells: Layout = {
  id: 'led-cells', claim, read: readLedCells, setCell, rowExtent, rowLike: sequenceRowLike(rowExtent, setCell),
};

/** So many lines with a cell behind their only bar, and so many with a bar in all, make a table. */
const LEAST_LED = 3;
const LEAST_BARS = 6;
const LEAST_ROWS = 2;
const MOST_BLANK_LINES = 5;
/** So many lines in a row without a bar are no beginnings of rows, nor headers of one character a line. */
const MOST_BARE = 16;
const LONGEST_BARE = 80;

function claim(source: Source): Block[] {
  const { lines } = source;
  const blocks: Block[] = [];
  if ((lines.onAny & On.Bar) === 0) { return blocks; }
  for (let line = 0; line < lines.count; line++) {
    if (!lines.bears(line, On.Bar) || kindOfLine(source.text, lines.starts[line], lines.ends[line]) === KindOfLine.Other) { continue; }
    const run = new LedRun(source, line);
    if (run.isTable) {
      const first = beginningOfRow(source, line);
      source.take(first, run.last);
      blocks.push({ layout: 'led-cells', start: lines.starts[first], end: lines.next(run.last) });
    }
    line = run.last;
  }
  return blocks;
}

/** The lines from one on that are led by their only bar, and those between them that begin a row. */
class LedRun {
  /** The last of them with a bar; the first line itself where it is none of these. */
  last: number;
  private led = 0;
  private bars = 0;
  private rows = 1;

  constructor(source: Source, first: number) {
    const { text, lines } = source;
    this.last = first;
    let bare = 0;
    let written = first;
    for (let line = first; line < lines.count && source.isFree(line) && line - written <= MOST_BLANK_LINES + 1; line++) {
      if (source.isBlankLine(line)) { continue; }
      written = line;
      if (!lines.bears(line, On.Bar)) {
        if (++bare > MOST_BARE || !mayBeginRow(source, line)) { break; }
        continue;
      }
      const kind = kindOfLine(text, lines.starts[line], lines.ends[line]);
      if (kind === KindOfLine.Other || (kind === KindOfLine.Led && headsSection(ledText(source, line)))) { break; }
      if (bare > 0) { this.rows++; }
      if (kind === KindOfLine.Led) { this.led++; }
      this.bars++;
      this.last = line;
      bare = 0;
    }
  }

  get isTable(): boolean { return this.led >= LEAST_LED && this.bars >= LEAST_BARS && this.rows >= LEAST_ROWS; }
}

/** The line above the first bar, where it may begin that row. */
function beginningOfRow(source: Source, line: number): number {
  let above = line - 1;
  while (above > line - MOST_BLANK_LINES && above >= 0 && source.isBlankLine(above)) { above--; }
  return above >= 0 && source.isFree(above) && !source.isBlankLine(above) && mayBeginRow(source, above) ? above : line;
}

function mayBeginRow({ text, lines }: Source, line: number): boolean {
  const start = skipBlank(text, lines.starts[line], lines.ends[line]);
  const end = trimBlankEnd(text, start, lines.ends[line]);
  return end - start <= LONGEST_BARE && text.charCodeAt(end - 1) !== FULL_STOP && !headsSection(text.slice(start, end));
}

function ledText({ text, lines }: Source, line: number): string {
  const bar = skipBlank(text, lines.starts[line], lines.ends[line]);
  return text.slice(skipBlank(text, bar + 1, lines.ends[line]), trimBlankEnd(text, bar, lines.ends[line]));
}

const FULL_STOP = 0x3002;
