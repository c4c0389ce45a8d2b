/**
 * Where something is put below what a stretch of the document holds. Invariant: the place is the end of a line, behind the tabs that part
 * blank cells, or stands between two elements of a web page; never within a line of text, a paragraph or a heading.
 */
import { trimBlankEnd } from '../../text/blank';
import type { Span } from '../../text/span';

const CARRIAGE_RETURN = 13;
const GREATER = 0x3e;
const OPENS = /^<[a-z](?![^<>]*\/>$)/i;
/** They hold nothing: what stands before one stands in the same paragraph. */
const VOID = /^<(?:br|hr|img|input|wbr)\b/i;
const CLOSES_ELEMENT = /^<\/(?:p|div|h[1-6]|table|section|article|header|ul|ol|dl|blockquote|center)\s*>$/i;

/** @param stretch ends with the document, or where the text of a heading begins; null where there is no such place in it */
export function endOfLast(text: string, { start, end }: Span): number | null {
  const opening = end === text.length ? end : beforeOpeningTags(text, start, end);
  const lineStart = end === text.length ? end : text.lastIndexOf('\n', opening - 1) + 1;
  if (trimBlankEnd(text, lineStart, opening) > lineStart) {
    const above = trimBlankEnd(text, start, opening);
    return CLOSES_ELEMENT.test(lastTag(text, start, above)) ? above : null;
  }
  if (lineStart <= start) { return null; }
  const last = trimBlankEnd(text, start, lineStart);
  const lineFeed = text.indexOf('\n', last);
  if (lineFeed < 0) { return text.length; }
  return text.charCodeAt(lineFeed - 1) === CARRIAGE_RETURN ? lineFeed - 1 : lineFeed;
}

/** Where the elements begin that the text at `end` is the first of. */
function beforeOpeningTags(text: string, start: number, end: number): number {
  for (let at = end; ;) {
    const tag = lastTag(text, start, trimBlankEnd(text, start, at));
    if (!OPENS.test(tag) || VOID.test(tag)) { return at; }
    at = trimBlankEnd(text, start, at) - tag.length;
  }
}

/** The tag that ends at an offset; '' where none does. */
function lastTag(text: string, start: number, end: number): string {
  const from = end > start && text.charCodeAt(end - 1) === GREATER ? text.lastIndexOf('<', end - 1) : -1;
  return from < start ? '' : text.slice(from, end);
}
