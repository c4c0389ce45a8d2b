/**
 * What the line-based layouts share: making cells, cutting rows out of a text by whole lines, and writing them.
 * Invariant: an extent takes exactly one line break per line it takes, also at the end of a text that has no final
 * one, so that deleting it, or inserting a row of its shape at either end, leaves every other line as it was.
 */
import { mayNeedTrimming, skipBlank, trimBlankEnd, trimmed } from '../text/blank';
import type { Cell } from '../model/cell';
import { contentIn, type Content } from '../model/content';
import type { TextEdit } from '../model/repair';
import { isPageNumber, isPageNumberAmongCells } from '../text/pageNumber';
import type { Span } from '../text/span';

const BOM = 0xfeff;
const CR = 13;

/** A cell of one row and one column. All cells of the line-based layouts are made here, so that they share one shape. */
export function simpleCell(
  start: number, end: number, slotStart: number, slotEnd: number, content: Content, row: number, column: number, loose: boolean,
): Cell {
  return { start, end, slot: { start: slotStart, end: slotEnd }, content, row, column, rowSpan: 1, columnSpan: 1, loose };
}

/** The cell whose room is [from, to): its content is what is left without the blanks and bookmarks at its ends. */
export function trimmedCell(text: string, from: number, to: number, row: number, column: number, loose: boolean): Cell {
  let start = from;
  let end = to;
  if (mayNeedTrimming(text, start, end)) {
    const span = trimmed(text, start, end);
    start = span.start;
    end = span.end;
  }
  return simpleCell(start, end, from, to, contentIn(text, start, end), row, column, loose);
}

/**
 * Whether a line holds a page number and nothing else, which is then noted.
 * @param isOutside no cell can stand on the line, so a bare number is one too
 */
export function notePageNumber(text: string, lineStart: number, lineEnd: number, noted: Span[], isOutside = false): boolean {
  const start = skipBlank(text, lineStart, lineEnd);
  const end = trimBlankEnd(text, start, lineEnd);
  if (start === end || !(isOutside ? isPageNumber(text.slice(start, end)) : isPageNumberAmongCells(text, start, end))) { return false; }
  noted.push({ start, end });
  return true;
}

/** First offset of the line that holds `offset`; a BOM at the head of the text belongs to no line. */
export function lineStart(text: string, offset: number): number {
  const start = offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && text.charCodeAt(0) === BOM ? 1 : start;
}

/** One past the last character, line break left out, of the line that holds `offset`. */
export function lineEnd(text: string, offset: number): number {
  const lf = text.indexOf('\n', offset);
  const end = lf < 0 ? text.length : lf;
  return end > offset && text.charCodeAt(end - 1) === CR ? end - 1 : end;
}

/** Start of the line break before the line that starts at `start`; `start` itself when it is the first line. */
function lineBreakBefore(text: string, start: number): number {
  const lf = start - 1;
  if (lf < 0 || text.charCodeAt(lf) !== 10) { return start; }
  return lf > 0 && text.charCodeAt(lf - 1) === CR ? lf - 1 : lf;
}

/**
 * The lines from that of `start` to that of `end`, with their line breaks. Where the last of them has none, the break
 * before the first goes with them instead.
 */
export function wholeLines(text: string, start: number, end: number): Span {
  const from = lineStart(text, start);
  const lf = text.indexOf('\n', end);
  return lf >= 0 ? { start: from, end: lf + 1 } : { start: lineBreakBefore(text, from), end: text.length };
}

/**
 * As `wholeLines`, with one blank line: the one before or, for the first lines of the text, the one behind. So all rows
 * but the first have extents of one shape, and can change places.
 */
export function separatedLines(text: string, start: number, end: number): Span {
  const lines = wholeLines(text, start, end);
  const from = lineStart(text, start);
  const aboveEnd = lineBreakBefore(text, from);
  if (aboveEnd < from) {
    const above = lineStart(text, aboveEnd);
    if (skipBlank(text, above, aboveEnd) < aboveEnd) { return lines; }
    return { start: lines.start === from ? above : lineBreakBefore(text, above), end: lines.end };
  }
  const next = text.indexOf('\n', lines.end);
  const nextEnd = next < 0 ? text.length : next + 1;
  return skipBlank(text, lines.end, nextEnd) === nextEnd ? { start: lines.start, end: nextEnd } : lines;
}

/** The text of `span` after the edits, which ascend and lie inside it. */
export function rewritten(text: string, span: Span, edits: readonly TextEdit[]): string {
  let result = '';
  let from = span.start;
  for (const edit of edits) {
    result += text.slice(from, edit.start) + edit.newText;
    from = edit.end;
  }
  return result + text.slice(from, span.end);
}

/**
 * The same without the page numbers within the span, each with the white space behind it: a new row shaped like one that a page ends in has
 * none.
 */
export function rewrittenRow(text: string, span: Span, edits: readonly TextEdit[], pageNumbers: readonly Span[]): string {
  const within = pageNumbers.filter(({ start, end }) => start >= span.start && end <= span.end);
  if (within.length === 0) { return rewritten(text, span, edits); }
  const outside = within.filter((one) => !edits.some((edit) => edit.start < one.end && edit.end > one.start));
  const deletions = outside.map(({ start, end }) => ({ start, end: Math.min(span.end, afterBreaks(text, end)), newText: '' }));
  return rewritten(text, span, [...edits, ...deletions].sort((a, b) => a.start - b.start));
}

function afterBreaks(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 10 || code === CR || code === 9 || code === 12 || code === 32; code = text.charCodeAt(at)) {
    at++;
  }
  return at;
}

/** The edit that puts `written` in place of the cell's content and leaves its surroundings alone. */
export function replaceContent(text: string, cell: Cell, value: string, written: string): TextEdit {
  return { start: cell.start, end: cell.end, newText: value === cell.content.text ? text.slice(cell.start, cell.end) : written };
}

const BREAKS = /[\t\r\n\f\v]+/g;
/** A value as it can stand on one line between tabs. */
export function onOneLine(value: string): string {
  return value.replace(BREAKS, ' ').trim();
}
