/**
 * Where lines with tabs stand together. Invariant: a region begins and ends with a line that has a tab (or the wrapped
 * rest of its last cell); between them stand only blank lines and short ones, so running text never joins two regions.
 */
import { isBlankCode, skipBlank, trimBlankEnd } from '../text/blank';
import { On } from '../text/lines';
import type { Source } from './source';

/** Lines are counted from 0; `last` is inside. */
export interface TabRegion {
  readonly first: number;
  readonly last: number;
  /** Lines whose only tab leads them: one cell each. */
  readonly cells: number;
  /** Lines with more tabs: rows of cells. */
  readonly rows: number;
  /** Among those, lines with a tab behind text: deep indentation has none. */
  readonly partedRows: number;
  readonly hasFigure: boolean;
  /** So many lines of nothing but a tab stand together that they are a row of blank cells. */
  readonly hasBlankRow: boolean;
}

/** Longer lines are running text. UTF-16 units, as is the length of a heading in any report seen. */
const LONGEST_HEADING = 60;
/** So many untabbed lines in a row may be headings, page numbers and cells that lost their tab; more are text. */
const MOST_LOOSE = 12;

/** Text that tabs indent has hardly two in a row; the narrowest row of a table that has no figure at all is wider. */
const BLANK_ROW = 5;

/** The regions among the free lines, in order. One pass. */
export function tabRegions(source: Source): TabRegion[] {
  const { lines } = source;
  const regions: TabRegion[] = [];
  for (let line = 0; line < lines.count;) {
    if (!lines.bears(line, On.Tab) || !source.isFree(line)) { line++; continue; }
    const scan = new RegionScan(source, line);
    line = scan.run();
    regions.push(scan.region());
  }
  return regions;
}

/** Offset of the tab that leads the line (only blanks before it), or -1. */
export function leadingTab(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 9) { return at; }
    if (!isBlankCode(code)) { return -1; }
    at++;
  }
  return -1;
}

class RegionScan {
  private last: number;
  private cells = 0;
  private rows = 0;
  private partedRows = 0;
  private hasFigure = false;
  private hasBlankRow = false;
  /** Blank cells that stand together above. */
  private blanks = 0;
  /** The line whose only cell may go on in the next line, or -1. */
  private open = -1;

  constructor(private readonly source: Source, private readonly first: number) {
    this.last = first;
  }

  /** Returns the first line that is not looked at. */
  run(): number {
    const { text, lines } = this.source;
    let loose = 0;
    let line = this.first;
    for (; line < lines.count && this.source.isFree(line); line++) {
      if (lines.bears(line, On.Tab)) {
        this.addTabbed(line, lines.starts[line], lines.ends[line]);
        loose = 0;
        continue;
      }
      this.blanks = 0;
      if (this.source.isBlankLine(line)) {
        this.open = -1;
        continue;
      }
      if (this.open >= 0 && this.wraps(this.open)) {
        this.last = line;
      } else if (isLong(text, lines.starts[line], lines.ends[line]) || ++loose > MOST_LOOSE) {
        break;
      }
    }
    return line;
  }

  region(): TabRegion {
    const { first, last, cells, rows, partedRows, hasFigure, hasBlankRow } = this;
    return { first, last, cells, rows, partedRows, hasFigure, hasBlankRow };
  }

  private addTabbed(line: number, start: number, end: number): void {
    const { text } = this.source;
    this.last = line;
    const lead = leadingTab(text, start, end);
    const isCell = lead >= 0 && tabIn(text, lead + 1, end) < 0;
    if (isCell) { this.cells++; } else { this.rows++; }
    if (!isCell && tabIn(text, skipBlank(text, start, end), end) >= 0) { this.partedRows++; }
    this.hasFigure ||= isFigure(text, text.lastIndexOf('\t', end - 1) + 1, end);
    this.blanks = isCell && skipBlank(text, start, end) === end ? this.blanks + 1 : 0;
    this.hasBlankRow ||= this.blanks >= BLANK_ROW;
    this.open = isCell ? line : -1;
  }

  /** Only a label goes on below itself: an empty cell or a figure does not. */
  private wraps(line: number): boolean {
    const { text, lines } = this.source;
    const start = skipBlank(text, lines.starts[line], lines.ends[line]);
    return start < lines.ends[line] && !isFigure(text, start, lines.ends[line]);
  }
}

/** Offset of the first tab in [start, end), or -1; never looks further, so that a scan by lines stays linear. */
export function tabIn(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) === 9) { return at; }
  }
  return -1;
}

/** Digits, points and commas only. */
function isFigure(text: string, start: number, end: number): boolean {
  const from = skipBlank(text, start, end);
  const to = trimBlankEnd(text, from, end);
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if ((code < 48 || code > 57) && code !== 44 && code !== 46) { return false; }
  }
  return to > from;
}

function isLong(text: string, start: number, end: number): boolean {
  const to = trimBlankEnd(text, start, end);
  if (to - start > LONGEST_HEADING) { return true; }
  const sign = text.charCodeAt(to - 1);
  return sign === 0x3002 || sign === 0xff1b || sign === 0xff01 || sign === 0xff1f;
}
