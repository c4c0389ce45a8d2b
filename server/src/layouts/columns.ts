/**
 * Text in columns by spaces, as `pdftotext -layout` and reStructuredText simple tables have it. Invariant: a column begins and
 * ends where every line is blank for two places or more (as wide as shown), and figures must stand in it: prose has no table.
 */
import { contentOf } from '../model/content';
import { trimmed } from '../text/blank';
import { Lines, On } from '../text/lines';
import { displayWidth } from '../text/width';
import { figuresAtEnd } from './figuresAtEnd';
import { onOneLine, simpleCell } from './lineRows';
import { oneLineExtent, oneLineRowLike } from './oneLineRows';
import type { Cell } from '../model/cell';
import { NO_PAGE_NUMBERS, type Reading } from '../model/reading';
import type { TextEdit } from '../model/repair';
import type { Span } from '../text/span';
import type { Block, Layout } from './layout';
import type { Source } from './source';

export const columns: Layout = { id: 'columns', claim, read, setCell, rowExtent: oneLineExtent, rowLike: oneLineRowLike(setCell) };

const WIDEST = 400;
const LEAST_ROWS = 3;
const GAP = 2;
const FIGURE = /^[-−(（]?[$€£¥￥]?\d[\d.,'’ ]*[%）)]?\s?[^\d\s]{0,4}$/;
/** Lines looked at on either side. */
const FARTHEST = 60;
const RULE = /^[\s=\-–—_]+$/;

function claim(source: Source): Block[] {
  const { text, lines } = source;
  const blocks: Block[] = [];
  if ((lines.onAny & On.Gap) === 0) { return blocks; }
  for (let first = 0; first < lines.count; first++) {
    let last = first;
    while (last < lines.count && mayBeRow(source, last)) { last++; }
    if (last - first < LEAST_ROWS) { first = Math.max(first, last); continue; }
    const start = lines.starts[first];
    const end = lines.next(last - 1);
    if (isTable(text.slice(start, end)) && !isAmongSpacedRows(source, first, last - 1)) {
      source.take(first, last - 1);
      blocks.push({ layout: 'columns', start, end });
    }
    first = last;
  }
  return blocks;
}

/**
 * Whether the lines right above and below, up to a blank one, hold rows of figures that no gaps part, or alone: then these are rows of the
 * same table in which the gaps happen to stand one below the other, as `pdftotext -layout` writes narrow columns.
 */
function isAmongSpacedRows(source: Source, first: number, last: number): boolean {
  let rows = 0;
  for (const step of [-1, 1]) {
    let line = step < 0 ? first - 1 : last + 1;
    for (let seen = 0; seen < FARTHEST && isWritten(source, line); seen++, line += step) {
      const { text, starts, ends } = source.lines;
      if (figuresAtEnd(text, starts[line], ends[line]).count > 0) { rows++; }
    }
  }
  return rows >= LEAST_ROWS;
}

function isWritten(source: Source, line: number): boolean {
  return line >= 0 && line < source.lines.count && source.isFree(line) && !source.isBlankLine(line);
}

/** Free, with words before and behind a gap, or nothing but a drawn line. */
function mayBeRow(source: Source, line: number): boolean {
  const { text, lines } = source;
  if (!source.isFree(line) || !lines.bears(line, On.Text) || lines.ends[line] - lines.starts[line] > WIDEST) { return false; }
  const { start, end } = trimmed(text, lines.starts[line], lines.ends[line]);
  if (start === end) { return false; }
  return (lines.bears(line, On.Gap) && hasGap(text, start, end)) || (end - start >= GAP && RULE.test(text.slice(start, end)));
}

/** Looks no further than the line. */
function hasGap(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) {
    if (text.charCodeAt(at) === 32 && text.charCodeAt(at - 1) === 32) { return true; }
  }
  return false;
}

/** Two rows at least hold a figure behind their first column, and no cell is as long as prose. */
function isTable(text: string): boolean {
  const reading = read(text);
  if (reading === null) { return false; }
  const withFigure = new Set<number>();
  let words = 0;
  for (const { row, column, content } of reading.cells) {
    if (content.text.length > LONGEST_CELL) { return false; }
    if (column > 0 && FIGURE.test(content.text)) { withFigure.add(row); } else if (column > 0 && content.text !== '') { words++; }
  }
  return withFigure.size >= LEAST_ROWS - 1 && withFigure.size >= words / 2;
}

const LONGEST_CELL = 60;

function read(text: string): Reading | null {
  const lines = Lines.of(text);
  const columns = columnsOf(lines);
  if (columns.length < 2) { return null; }
  const cells: Cell[] = [];
  let row = 0;
  for (let line = 0; line < lines.count; line++) {
    const start = lines.starts[line];
    const end = lines.ends[line];
    if (RULE.test(text.slice(start, end)) || start === end) { continue; }
    let at = start;
    let shown = 0;
    columns.forEach((_, index) => {
      const from = at;
      const stop = index === columns.length - 1 ? Infinity : columns[index].end + 1;
      while (at < end && shown < stop) { shown += displayWidth(text, at, at + 1); at++; }
      const span = trimmed(text, from, at);
      cells.push(simpleCell(span.start, span.end, from, at, contentOf(text.slice(span.start, span.end)), row, index, false));
    });
    row++;
  }
  return row < LEAST_ROWS
    ? null
    : { layout: 'columns', geometry: 'grid', span: { start: 0, end: text.length }, cells, pageNumbers: NO_PAGE_NUMBERS };
}

/** Places as wide as shown, from the first that any line fills to the last before a gap in all of them. */
function columnsOf(lines: Lines): Span[] {
  const filled = new Uint8Array(WIDEST * 2 + 1);
  const { text } = lines;
  for (let line = 0; line < lines.count; line++) {
    const start = lines.starts[line];
    const end = lines.ends[line];
    if (RULE.test(text.slice(start, end))) { continue; }
    let shown = 0;
    for (let at = start; at < end && shown < WIDEST * 2; at++) {
      const width = displayWidth(text, at, at + 1);
      const code = text.charCodeAt(at);
      if (code !== 32 && code !== 0x3000 && code !== 0xa0 && code !== 0xfeff) { filled.fill(1, shown, shown + width); }
      shown += width;
    }
  }
  const columns: Span[] = [];
  let start = -1;
  let blanks = 0;
  for (let at = 0; at < filled.length; at++) {
    if (filled[at] === 1) { if (start < 0) { start = at; } blanks = 0; continue; }
    blanks++;
    if (start >= 0 && blanks === GAP) { columns.push({ start, end: at - GAP + 1 }); start = -1; }
  }
  return columns;
}

/** Keeps the width of the column where the value fits: cells at the right end of theirs grow to the left, others to the right. */
function setCell(text: string, cell: Cell, value: string): TextEdit {
  const { slot, start, end } = cell;
  if (value === cell.content.text) { return { start, end, newText: text.slice(start, end) }; }
  const written = onOneLine(value);
  const spare = displayWidth(text, start, end) - displayWidth(written, 0, written.length);
  const before = start - slot.start;
  const after = slot.end - end;
  if (before > 0 && after <= 1) {
    return { start: slot.start, end, newText: ' '.repeat(Math.max(cell.column === 0 ? 0 : 1, before + spare)) + written };
  }
  return { start, end: slot.end, newText: written + (after === 0 ? '' : ' '.repeat(Math.max(1, after + spare))) };
}
