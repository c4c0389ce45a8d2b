/**
 * Closed cells: text made of a web page, where a bar closes each cell and most lines hold one cell (`规章 |`); a row that has
 * fewer cells than the widest is filled up with bars side by side (`|||`). Invariant: a bar by itself is an empty cell; bars
 * side by side fill up a row and make no cell, but tell how wide the table is, and so where its rows end (the last may lack them) and
 * whether a bar opens each of them; a line of a block that does not end with a bar begins a cell that the next lines close.
 */
import { isBlankCode, skipBlank, trimBlankEnd } from '../text/blank';
import { On } from '../text/lines';
import { isSurePageNumber } from '../text/pageNumber';
import { BAR, isDelimiter } from './pipes/rows';
import { readClosedCells } from './closedCells/read';
import { headsSection, mayBeWrapped } from './wrappedCells';
import { rowExtent, setCell } from './closedCells/write';
import { sequenceRowLike } from './sequenceRows';
import type { Block, Layout } from './layout';
import type { Source } from './source';

export const closedCells: Layout = {
  id: 'closed-cells', claim, read: readClosedCells, setCell, rowExtent, rowLike: sequenceRowLike(rowExtent, setCell),
};

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
    if (isTable && !isBelowRow(source, first)) {
      source.take(first, last);
      blocks.push({ layout: 'closed-cells', start: lines.starts[first], end: lines.next(last) });
    }
    first = last;
  }
  return blocks;
}

/** Whether the line above is a row whose last cell no bar closes: rows that end with blank cells go on from it. */
function isBelowRow({ text, lines }: Source, first: number): boolean {
  const above = first - 1;
  if (above < 0 || !lines.bears(above, On.Bar)) { return false; }
  const from = skipBlank(text, lines.starts[above], lines.ends[above]);
  const stop = trimBlankEnd(text, from, lines.ends[above]);
  return text.charCodeAt(from) !== BAR && text.charCodeAt(stop - 1) !== BAR;
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
    if (holdsPageNumber(text, lines.starts[line], lines.ends[line])) { continue; }
    const cells = closedBy(text, lines.starts[line], lines.ends[line]);
    if (cells < 0) {
      if (line > first && mayBeWrapped(text, lines.starts[line], lines.ends[line])) { continue; }
      break;
    }
    if (cells === 1) { single++; } else if (cells > 1) { several++; }
    last = line;
  }
  return { last, isTable: single >= LEAST_SINGLE && several < single };
}

/**
 * How many cells with text a line closes, with blank ones where bars stand apart; -1 where it does not end with a bar, where one leads it
 * too, a row in Markdown, or where it heads a section.
 */
function closedBy(text: string, start: number, end: number): number {
  const from = skipBlank(text, start, end);
  const stop = trimBlankEnd(text, from, end);
  if (from === stop || text.charCodeAt(stop - 1) !== BAR) { return -1; }
  if (text.charCodeAt(from) === BAR) { return holdsText(text, from, stop) ? -1 : 0; }
  if (isDelimiter(text, start, end, false)) { return -1; }
  let cells = 0;
  let blank = 0;
  let hasText = false;
  for (let at = from; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code !== BAR) { hasText ||= !isBlankCode(code); continue; }
    if (hasText) { cells++; } else if (text.charCodeAt(at - 1) !== BAR && text.charCodeAt(at + 1) !== BAR) { blank++; }
    hasText = false;
  }
  if (cells === 1 && headsSection(withoutBars(text, from, stop))) { return -1; }
  return blank > 1 ? cells + blank : cells;
}

function holdsPageNumber(text: string, start: number, end: number): boolean {
  const from = skipBlank(text, start, end);
  return isSurePageNumber(text, from, trimBlankEnd(text, from, end));
}

/** What stands before the bars at the end of a line. */
function withoutBars(text: string, start: number, end: number): string {
  let stop = end;
  while (stop > start && (text.charCodeAt(stop - 1) === BAR || isBlankCode(text.charCodeAt(stop - 1)))) { stop--; }
  return text.slice(start, stop);
}

/** Whether anything but bars and blanks stands in [start, end). */
function holdsText(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== BAR && !isBlankCode(code)) { return true; }
  }
  return false;
}
