/**
 * White space as documents have it: ASCII blanks, NBSP, ideographic space, the typographic spaces, zero-width marks and
 * the BOM. Invariant: one notion of "blank" for every reader, so that trimming gives the same cell in every layout.
 */
import type { Span } from './span';

export function isBlankCode(code: number): boolean {
  if (code <= 0x20) { return code === 0x20 || (code >= 9 && code <= 13) || code === 0; }
  if (code < 0xa0) { return code === 0x85; }
  if (code === 0xa0 || code === 0xad || code === 0x3000 || code === 0xfeff) { return true; }
  return (code >= 0x2000 && code <= 0x200f) || code === 0x202f || code === 0x205f || code === 0x2060 || code === 0x1680
    || code === 0x2028 || code === 0x2029;
}

/** First offset in [start, end) that is not blank; `end` when there is none. */
export function skipBlank(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlankCode(text.charCodeAt(at))) { at++; }
  return at;
}

/** One past the last offset in [start, end) that is not blank; `start` when there is none. */
export function trimBlankEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlankCode(text.charCodeAt(at - 1))) { at--; }
  return at;
}

/** Leftovers of Word's bookmarks that converters print into the text, e.g. `[bookmark: _GoBack]`. */
const BOOKMARK = /\[bookmark:[^\]\n]{0,80}\]/g;

export function withoutBookmarks(text: string): string {
  return text.includes('[bookmark:') ? text.replace(BOOKMARK, '') : text;
}

/** False where `trimmed` would leave [start, end) as it is, as it does nearly every cell. */
export function mayNeedTrimming(text: string, start: number, end: number): boolean {
  if (start >= end) { return false; }
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  return isBlankCode(first) || isBlankCode(last) || first === 0x5b || last === 0x5d;
}

/**
 * The content of [start, end): without surrounding white space and without bookmarks at either end.
 * A place that holds nothing gives an empty span at its start.
 */
export function trimmed(text: string, start: number, end: number): Span {
  let from = skipBlank(text, start, end);
  let to = trimBlankEnd(text, from, end);
  while (from < to && text.charCodeAt(from) === 0x5b && text.startsWith('[bookmark:', from)) {
    const close = text.indexOf(']', from);
    if (close < 0 || close >= to) { break; }
    from = skipBlank(text, close + 1, to);
  }
  while (to > from && text.charCodeAt(to - 1) === 0x5d) {
    const open = text.lastIndexOf('[bookmark:', to);
    if (open < from || text.indexOf(']', open) !== to - 1) { break; }
    to = trimBlankEnd(text, from, open);
  }
  return from >= to ? { start, end: start } : { start: from, end: to };
}

/** The words of a line: without blanks and the marks of headings and emphasis. */
export function wordsAlone(line: string): string {
  return line.replace(/[\s#*]+/g, '');
}
