/**
 * Reads spaced rows: every word is a cell of its own line. Invariant: the figures of a row are those its line ends with; a line that
 * names a report is one loose cell, a page number none.
 */
import type { Cell } from '../../model/cell';
import { contentIn, contentOf, type Content } from '../../model/content';
import type { Reading } from '../../model/reading';
import { isBlankCode, skipBlank, trimBlankEnd } from '../../text/blank';
import { eachLine } from '../../text/lines';
import { namesReport } from '../../text/reportTitle';
import type { Span } from '../../text/span';
import { lineStart, notePageNumber, simpleCell } from '../lineRows';

const LONGEST_FIGURE = 24;
/** A figure that stands right behind the last word, a blank lost between them. */
const GLUED = /^(.*[\u4e00-\u9fff）)”"])(\d+(?:\.\d+)?)$/;

export function readSpacedRows(text: string): Reading | null {
  const cells: Cell[] = [];
  const pageNumbers: Span[] = [];
  let row = 0;
  eachLine(text, (lineFrom, lineEnd) => {
    const start = skipBlank(text, lineStart(text, lineFrom), lineEnd);
    const end = withoutPageNumber(text, start, trimBlankEnd(text, start, lineEnd), pageNumbers);
    if (start === end || notePageNumber(text, start, end, pageNumbers)) { return; }
    if (namesReport(text.slice(start, end))) {
      cells.push(simpleCell(start, end, start, end, contentIn(text, start, end), row++, -1, true));
      return;
    }
    readLine(text, start, end, row++, cells);
  });
  return cells.length === 0
    ? null
    : { layout: 'spaced-rows', geometry: 'rows', span: { start: 0, end: text.length }, cells, pageNumbers, scraps: true };
}

const PAGE_AT_END = /\s([-–—]\s\d{1,4}\s[-–—])$/;

/** Where a line ends, but for the number of the page that stands behind its figures, which is noted: `规章 0 0 0 - 3 -`. */
function withoutPageNumber(text: string, start: number, end: number, noted: Span[]): number {
  const last = text.charCodeAt(end - 1);
  const found = last === 0x2d || last === 0x2013 || last === 0x2014 ? PAGE_AT_END.exec(text.slice(start, end)) : null;
  if (found === null) { return end; }
  noted.push({ start: end - found[1].length, end });
  return trimBlankEnd(text, start, end - found[1].length);
}

function readLine(text: string, start: number, end: number, row: number, cells: Cell[]): void {
  const { from, count } = figuresAtEnd(text, start, end);
  for (let at = start; at < end;) {
    let to = wordEnd(text, at, end);
    const behind = skipBlank(text, to, end);
    const unit = at >= from && !isFigure(text, behind, wordEnd(text, behind, end)) ? wordEnd(text, behind, end) : to;
    if (unit > to && isUnitOf(text, at, unit)) { to = unit; }
    const next = skipBlank(text, to, end);
    const glued = count > 0 && next === from ? gluedFigure(text, at, to) : to;
    if (glued < to) { cells.push(wordCell(text, at, glued, row)); }
    cells.push(wordCell(text, glued < to ? glued : at, to, row));
    at = next;
  }
}

function wordCell(text: string, start: number, end: number, row: number): Cell {
  return simpleCell(start, end, start, end, contentIn(text, start, end), row, -1, false);
}

/** Where the figure begins that the word ends with; `end` where there is none. */
function gluedFigure(text: string, start: number, end: number): number {
  const code = text.charCodeAt(end - 1);
  const found = code >= 0x30 && code <= 0x39 ? GLUED.exec(text.slice(start, end)) : null;
  return found ? start + found[1].length : end;
}

/** The figures that [start, end) ends with, each parted by blanks from what stands before it: where the first begins, and how many. */
export function figuresAtEnd(text: string, start: number, end: number): { readonly from: number; readonly count: number } {
  const last = trimBlankEnd(text, start, end);
  let from = last;
  let count = 0;
  for (let to = last; to > start; to = trimBlankEnd(text, start, from)) {
    const at = figureStart(text, start, to);
    if (at < 0) { break; }
    from = at;
    count++;
  }
  return count === 1 && text.charCodeAt(last - 1) === DOT ? { from: last, count: 0 } : { from, count };
}

const DOT = 0x2e;

/** Where the figure begins that [start, end) ends with, its unit perhaps parted from it; -1 where it ends with none. */
function figureStart(text: string, start: number, end: number): number {
  const at = wordStart(text, start, end);
  if (isFigure(text, at, end)) { return at; }
  const before = trimBlankEnd(text, start, at);
  const figure = wordStart(text, start, before);
  return figure < before && isFigure(text, figure, before) && isUnitOf(text, figure, end) ? figure : -1;
}

/** Whether what stands between a figure and `end` is its unit: `299.8145 万元`. */
function isUnitOf(text: string, figure: number, end: number): boolean {
  if (end - figure > LONGEST_FIGURE || !isChinese(text.charCodeAt(end - 1))) { return false; }
  const { amount } = contentOf(text.slice(figure, end));
  return amount.kind === 'number' && amount.unit !== '';
}

function isFigure(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_FIGURE) { return false; }
  const first = text.charCodeAt(start);
  if (end - start === 1 && first >= 0x30 && first <= 0x39) { return true; }
  const last = text.charCodeAt(end - 1);
  return last !== 0x29 && last !== 0xff09 && isValue(contentIn(text, start, end));
}

/** A figure or a sign of none; a single character that may as well be the scrap of a word is no sign. */
function isValue({ text, amount }: Content): boolean {
  return amount.kind === 'number' || (amount.kind === 'dash' && (text === '无' || !isChinese(text.charCodeAt(0))));
}

export function isChinese(code: number): boolean { return code >= 0x2e80 && code < 0xfe00; }

export function wordStart(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && !isBlankCode(text.charCodeAt(at - 1))) { at--; }
  return at;
}

function wordEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isBlankCode(text.charCodeAt(at))) { at++; }
  return at;
}
