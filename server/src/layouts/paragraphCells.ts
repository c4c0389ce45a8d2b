/**
 * Paragraph cells (web page → text): every cell is a paragraph of its own, normally with a blank line after it. Nothing
 * marks a row, so a block is told from prose by its density of figures alone. Invariant: one pass over the free lines,
 * and every line of a block that is neither blank nor a page number (`- 3 -`) is a cell; a line of NBSP or U+3000 only is an empty cell.
 */
import type { Cell } from '../model/cell';
import type { Reading } from '../model/reading';
import { contentOf } from '../model/content';
import { skipBlank, trimBlankEnd, trimmed } from '../text/blank';
import { isAnyDigit } from '../text/characters';
import { eachLine, On } from '../text/lines';
import type { Block, Layout } from './layout';
import { simpleCell } from './lineRows';
import { paragraphRowExtent } from './paragraphRows';
import { isBlankLine, sequenceRowLike, setLine } from './sequenceRows';
import { isPageNumberAmongCells, SHORTEST_PAGE_NUMBER } from '../text/pageNumber';
import type { Span } from '../text/span';
import type { Source } from './source';

/** Longer lines are prose (UTF-16 units). */
const LONGEST_CELL = 80;
/** A word in place of a figure (若干). */
const LONGEST_WORD = 2;
/** So many labels in a row end a table; the widest official header has about twenty. */
const LONGEST_LABEL_RUN = 40;
/** So many empty cells in a row are a row of the table although no figure follows. */
const EMPTY_ROW = 3;
/** So many are a label's own cells: it is then none of a run of labels. One is what parts the paragraphs of some pages. */
const EMPTY_PAIR = 2;
const LEAST_CELLS = 12;
/** Labels before the first figure weigh no more than this: a menu in front must not hide a table. */
const MOST_LEADING = 12;
const LEAST_FIGURES = 4;
const LEAST_SHARE = 0.25;
/** A figure may be led by a word and signs (`不少于￥-3`): its first digit stands among so many characters. */
const DIGIT_WITHIN = 7;

const enum Kind { BlankLine, Prose, Label, Figure, Empty }

function claim(source: Source): Block[] {
  const blocks: Block[] = [];
  const run = new Run(source, blocks);
  const { text, lines } = source;
  for (let line = 0; line < lines.count; line++) {
    if (!lines.bears(line, On.Text | On.Filler)) { continue; }
    const kind = source.isFree(line) ? kindOfLine(text, lines.starts[line], lines.ends[line]) : Kind.Prose;
    if (kind !== Kind.BlankLine) { run.add(line, kind); }
  }
  run.close();
  return blocks;
}

/** The stretch of short lines that is being read: labels in front, then values and labels up to the last value. */
class Run {
  private from = -1;
  private cells = 0;
  private figures = 0;
  private firstFigure = -1;
  private lastValue = -1;
  private cellsToLastValue = 0;
  private labels = 0;
  private empties = 0;

  constructor(private readonly source: Source, private readonly blocks: Block[]) {}

  add(line: number, kind: Kind): void {
    if (kind === Kind.Prose) { this.close(); return; }
    if (this.from < 0) {
      if (kind === Kind.Empty) { return; }
      this.from = line;
    }
    if (kind === Kind.Label && ++this.labels > LONGEST_LABEL_RUN && this.firstFigure >= 0) { this.restartAt(line); return; }
    this.cells++;
    if (kind === Kind.Label) { this.empties = 0; return; }
    this.addValue(line, kind);
  }

  close(): void {
    if (this.figures >= LEAST_FIGURES) { this.claimTable(); }
    this.from = this.firstFigure = this.lastValue = -1;
    this.cells = this.figures = this.cellsToLastValue = this.labels = this.empties = 0;
  }

  private addValue(line: number, kind: Kind): void {
    const follows = this.labels === 0;
    if (kind === Kind.Figure) {
      if (this.firstFigure < 0) {
        this.firstFigure = line;
        this.cells = Math.min(this.cells, MOST_LEADING + 1);
      }
      this.figures++;
    } else if (++this.empties < EMPTY_ROW && !follows) {
      if (this.empties === EMPTY_PAIR) { this.labels--; }
      return;
    }
    this.lastValue = line;
    this.cellsToLastValue = this.cells;
    this.labels = 0;
  }

  /** Too many labels after the last value: they may lead the next table. */
  private restartAt(line: number): void {
    const from = this.lastValue + 1;
    this.close();
    this.from = from;
    this.cells = LONGEST_LABEL_RUN;
    this.add(line, Kind.Label);
  }

  private claimTable(): void {
    if (this.cellsToLastValue < LEAST_CELLS || this.figures < LEAST_SHARE * this.cellsToLastValue) { return; }
    const { source } = this;
    const first = this.firstLine();
    const last = this.lastLine();
    source.take(first, last);
    this.blocks.push({ layout: 'paragraph-cells', start: source.lines.starts[first], end: source.lines.next(last) });
  }

  /** A short word right after the last value may stand where the last figure is due (若干). */
  private lastLine(): number {
    const { text, lines } = this.source;
    let next = this.lastValue + 1;
    while (next < lines.count && kindOfLine(text, lines.starts[next], lines.ends[next]) === Kind.BlankLine) { next++; }
    if (next >= lines.count || !this.source.isFree(next)) { return this.lastValue; }
    const { start, end } = trimmed(text, lines.starts[next], lines.ends[next]);
    return end - start <= LONGEST_WORD && kindOfLine(text, start, end) === Kind.Label ? next : this.lastValue;
  }

  /** The first of at most LONGEST_LABEL_RUN labels that lead up to the first figure, or to a row of empty cells above it. */
  private firstLine(): number {
    const { text, lines } = this.source;
    let first = this.firstFigure;
    for (let line = first - 1, labels = 0, empties = 0; line >= this.from && labels < LONGEST_LABEL_RUN; line--) {
      const kind = kindOfLine(text, lines.starts[line], lines.ends[line]);
      if (kind === Kind.BlankLine) { continue; }
      if (holdsSpacedFigure(text, lines.starts[line], lines.ends[line])) { break; }
      first = line;
      empties = kind === Kind.Empty ? empties + 1 : 0;
      labels = empties >= EMPTY_ROW ? 0 : labels + 1;
    }
    return first;
  }
}

/** Whether a figure stands behind words and a blank: a row of another table (行政处罚 12), none of whose cells is a paragraph. */
function holdsSpacedFigure(text: string, start: number, end: number): boolean {
  const [first, ...others] = text.slice(start, end).trim().split(BLANKS);
  return contentOf(first).key !== '' && others.some((word) => contentOf(word).amount.kind === 'number');
}

const BLANKS = /[ \u3000]+/;

function kindOfLine(text: string, start: number, end: number): Kind {
  if (start === end) { return Kind.BlankLine; }
  const from = skipBlank(text, start, end);
  if (from === end) { return isBlankLine(text, start, end) ? Kind.BlankLine : Kind.Empty; }
  const to = trimBlankEnd(text, from, end);
  if (to - from > LONGEST_CELL || endsProse(text.charCodeAt(to - 1))) { return Kind.Prose; }
  if (to - from >= SHORTEST_PAGE_NUMBER && isPageNumberAmongCells(text, from, to)) { return Kind.BlankLine; }
  return mayBeValue(text, from, to) ? kindOfValue(text, from, to) : Kind.Label;
}

function endsProse(code: number): boolean {
  switch (code) {
    case 0x3002: case 0xff1b: case 0xff01: case 0xff1f: case 0xff1a: case 0x3b: case 0x21: case 0x3f: case 0x3a: return true;
    default: return false;
  }
}

function kindOfValue(text: string, start: number, end: number): Kind {
  if (end - start === 1 && isAnyDigit(text.charCodeAt(start))) { return Kind.Figure; }
  const { start: from, end: to } = trimmed(text, start, end);
  if (from === to) { return Kind.BlankLine; }
  const kind = contentOf(text.slice(from, to)).amount.kind;
  return kind === 'number' ? Kind.Figure : kind === 'unreadable' ? Kind.Label : Kind.Empty;
}

/** Cheap and never wrong on a value: a nil sign is short, a figure has a digit near its head; bookmarks need a closer look. */
function mayBeValue(text: string, start: number, end: number): boolean {
  if (end - start <= 3 || text.charCodeAt(start) === 0x5b) { return true; }
  const to = Math.min(end, start + DIGIT_WITHIN);
  for (let at = start; at < to; at++) {
    if (isAnyDigit(text.charCodeAt(at))) { return true; }
  }
  return false;
}

function read(text: string): Reading | null {
  const cells: Cell[] = [];
  const pageNumbers: Span[] = [];
  eachLine(text, (start, end) => { if (start < end && !isBlankLine(text, start, end)) { addCell(cells, pageNumbers, text, start, end); } });
  return cells.length === 0
    ? null
    : {
      layout: 'paragraph-cells', geometry: 'sequence', span: { start: 0, end: text.length }, cells, pageNumbers, breaks: breaksIn(cells),
    };
}

/** A word may be the rest of the word above it: nothing tells, but the forms. */
function breaksIn(cells: readonly Cell[]): number[] {
  const breaks: number[] = [];
  for (let at = 1; at < cells.length; at++) {
    if (cells[at].content.key !== '' && cells[at - 1].content.key !== '') { breaks.push(at); }
  }
  return breaks;
}

function addCell(cells: Cell[], pageNumbers: Span[], text: string, lineStart: number, lineEnd: number): void {
  const { start, end } = trimmed(text, lineStart, lineEnd);
  if (start === end && skipBlank(text, lineStart, lineEnd) < lineEnd) { return; }
  if (end - start >= SHORTEST_PAGE_NUMBER && isPageNumberAmongCells(text, start, end)) { pageNumbers.push({ start, end }); return; }
  cells.push(simpleCell(start, end, lineStart, lineEnd, contentOf(withoutEscapes(text.slice(start, end))), -1, -1, false));
}

/** What Markdown escapes lest it become a list: `1\. 当面申请数`, `\-3`. */
const ESCAPED = /^(\d*)\\(?=[-.)])/;

function withoutEscapes(written: string): string {
  return written.includes('\\') ? written.replace(ESCAPED, '$1') : written;
}

export const paragraphCells: Layout = {
  id: 'paragraph-cells', claim, read, setCell: setLine, rowExtent: paragraphRowExtent, rowLike: sequenceRowLike(paragraphRowExtent, setLine),
};
