/**
 * Spaced rows: text copied out of a PDF viewer, one row a line, cells parted by single blanks; blank cells leave no trace, labels go on in
 * the next line, headers stand in scraps of lines. Invariant: nothing here marks a cell, so a block is only a candidate: its words are read
 * as scraps (`Reading.scraps`), and where no official form makes labels of them there is no table. It claims last.
 */
import { isBlankCode, skipBlank, trimBlankEnd } from '../text/blank';
import { isChinese, isDigit } from '../text/characters';
import { On, type Lines } from '../text/lines';
import { figuresAtEnd, wordStart } from './figuresAtEnd';
import type { Block, Layout } from './layout';
import type { Source } from './source';
import { readSpacedRows } from './spacedRows/read';
import { rowExtent, rowLike, setCell } from './spacedRows/write';

export const spacedRows: Layout = { id: 'spaced-rows', claim, read: readSpacedRows, setCell, rowExtent, rowLike };

/** So many figures behind a label say that a line may be a row. */
const LEAST_FIGURES = 3;
/** So many without a label. */
const LEAST_ALONE = 10;
/** From here on characters are Chinese, or Chinese signs. */
const CHINESE = 0x2e80;
/** UTF-16 units; labels and figures of a row are shorter. */
const LONGEST_LINE = 120;
const MOST_BLANK_LINES = 3;
/** Lines without a figure above, between and below rows: the widest header comes in so many scraps, and so do rows that are blank. */
const MOST_BETWEEN = 60;

function claim(source: Source): Block[] {
  const { lines } = source;
  const { marks, count } = lines;
  const blocks: Block[] = [];
  let free = 0;
  for (let line = 0; line < count; line++) {
    if ((marks[line] & (On.Text | On.Tab | On.Bar)) !== On.Text) { continue; }
    if (!source.isFree(line) || !mayBeRow(lines, line) || !(isRow(lines, line) || isLongRow(lines, line))) { continue; }
    const first = firstAbove(source, line, free);
    const last = lastBelow(source, line);
    source.take(first, last);
    blocks.push({ layout: 'spaced-rows', start: lines.starts[first], end: lines.next(last) });
    free = last + 1;
    line = last;
  }
  return blocks;
}

/** A look at the first and the last character of a line: most lines begin and end with none of these. */
function mayBeRow({ text, ends, starts }: Lines, line: number): boolean {
  const start = starts[line];
  const end = ends[line];
  if (end - start > LONGEST_LINE) { return false; }
  const code = text.charCodeAt(end - 1);
  if (isDigit(code) || isDigit(text.charCodeAt(start))) { return true; }
  if (code >= CHINESE) { return code === 0x5143 || code === 0x65e0 || (code >= 0xff10 && code <= 0xff19); }
  return code === 0x20 || code === 0x2014 || code === 0x2f || code === 0x2d;
}

/** A long row without a label, in which one figure is none: `0 0 若干 …`. */
function isLongRow({ text, starts, ends }: Lines, line: number): boolean {
  let words = 0;
  let figures = 0;
  for (let at = starts[line]; at < ends[line]; at++) {
    if (isBlankCode(text.charCodeAt(at)) || (at > starts[line] && !isBlankCode(text.charCodeAt(at - 1)))) { continue; }
    words++;
    if (isDigit(text.charCodeAt(at))) { figures++; }
  }
  return words >= LEAST_ALONE && figures >= words - 1;
}

/** Figures parted by blanks: behind or below words in Chinese, or so many that they need none; or one behind its unit. */
function isRow(lines: Lines, line: number): boolean {
  const { text, starts, ends } = lines;
  const start = skipBlank(text, starts[line], ends[line]);
  const { from, count } = figuresAtEnd(text, start, ends[line]);
  if (count < LEAST_FIGURES) { return count === 1 && isBehindUnit(text, start, from); }
  if (from === start) { return count >= LEAST_ALONE || (line > 0 && endsInChinese(lines, line - 1)); }
  for (let at = start; at < from; at++) { if (isChinese(text.charCodeAt(at))) { return true; } }
  return false;
}

/** Words in Chinese and a word of one character stand before the figure: `政府公报公开政府信息数 条 12`. */
function isBehindUnit(text: string, start: number, figure: number): boolean {
  const end = trimBlankEnd(text, start, figure);
  const label = trimBlankEnd(text, start, end - 1);
  return label > start && label < end - 1 && text.charCodeAt(end - 1) >= CHINESE && text.charCodeAt(label - 1) >= CHINESE;
}

function endsInChinese({ text, starts, ends }: Lines, line: number): boolean {
  const end = trimBlankEnd(text, starts[line], ends[line]);
  return end > starts[line] && text.charCodeAt(end - 1) >= CHINESE;
}

/** The first of the lines above a row that may be its table's, as far up as `free`. */
function firstAbove(source: Source, row: number, free: number): number {
  let first = row;
  for (let line = row - 1, blanks = 0; line >= free && line >= row - MOST_BETWEEN; line--) {
    if (!source.isFree(line)) { break; }
    if (source.isBlankLine(line)) {
      if (++blanks > MOST_BLANK_LINES) { break; }
      continue;
    }
    if (!mayBelong(source.lines, line)) { break; }
    blanks = 0;
    first = line;
  }
  return first;
}

/** The last of the lines below a row that may be its table's: labels go on below their figures, and those of blank rows have none. */
function lastBelow(source: Source, row: number): number {
  const { lines } = source;
  let lastRow = row;
  let last = row;
  for (let line = row + 1, blanks = 0; line < lines.count && line <= lastRow + MOST_BETWEEN; line++) {
    if (!source.isFree(line)) { break; }
    if (source.isBlankLine(line)) {
      if (++blanks > MOST_BLANK_LINES) { break; }
      continue;
    }
    if (!mayBelong(lines, line)) { break; }
    blanks = 0;
    last = line;
    if (figuresAtEnd(lines.text, lines.starts[line], lines.ends[line]).count > 0) { lastRow = line; }
  }
  return last;
}

/** The last word of a title: 三、收到和处理政府信息公开申请情况. */
const TITLE = /^(?:[一二三四五六七八九十]{1,2}、(?=.*事项$)|(?=.{8}).*情况$)/;

function isTitle(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  return (last === 0x51b5 || last === 0x9879) && TITLE.test(text.slice(wordStart(text, start, end), end));
}

/** Neither long, nor a sentence, nor the title of a section. */
function mayBelong({ text, starts, ends }: Lines, line: number): boolean {
  const start = skipBlank(text, starts[line], ends[line]);
  const end = trimBlankEnd(text, start, ends[line]);
  if (end - start > LONGEST_LINE || isTitle(text, start, end)) { return false; }
  switch (text.charCodeAt(end - 1)) {
    case 0x3002: case 0xff1b: case 0xff01: case 0xff1f: case 0x3b: case 0x21: case 0x3f: case 0x7b: case 0x7d: return false;
    default: return true;
  }
}
