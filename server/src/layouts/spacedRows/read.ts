/**
 * Reads spaced rows: every word is a cell of its own line. Invariant: the figures of a row are those its line ends with; a line that
 * names a report is one loose cell, a page number none.
 */
import type { Cell } from '../../model/cell';
import { contentIn } from '../../model/content';
import type { Reading } from '../../model/reading';
import { isBlankCode, skipBlank, trimBlankEnd } from '../../text/blank';
import { isDigit } from '../../text/characters';
import { eachLine } from '../../text/lines';
import { namesReport } from '../../text/reportTitle';
import type { Span } from '../../text/span';
import { figuresAtEnd, isFigure, isUnitOf } from '../figuresAtEnd';
import { lineStart, notePageNumber, simpleCell } from '../lineRows';

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
  const found = isDigit(text.charCodeAt(end - 1)) ? GLUED.exec(text.slice(start, end)) : null;
  return found ? start + found[1].length : end;
}

function wordEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isBlankCode(text.charCodeAt(at))) { at++; }
  return at;
}
