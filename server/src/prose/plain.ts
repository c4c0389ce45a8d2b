/**
 * Prose without its markup. Invariant: the result is as long as the text and every offset means the same place in both:
 * tags, entities, bookmarks, bold marks and bars at the ends of a line become blanks, and so does what closed code fences quote; tags that
 * end a line become line ends, and radicals that stand for characters those characters.
 */
import { isBlankCode } from '../text/blank';
import { fencesOf, mayHoldFence } from '../text/fences';
import { Lines } from '../text/lines';
import { withoutRadicals } from '../text/normal';

const BREAKING = new Set(['p', 'div', 'br', 'hr', 'li', 'ul', 'ol', 'tr', 'td', 'th', 'table', 'thead', 'tbody', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
  'title', 'body', 'head', 'section', 'article', 'header', 'footer', 'blockquote', 'caption', 'center']);
const HIDDEN = new Set(['style', 'script']);
const TAG = /<\/?([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?\/?>/y;
const ENTITY = /&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});/y;
const BOOKMARK = /\[bookmark:[^\]\n]{0,80}\]/g;

export function withoutMarkup(text: string): string {
  let plain = withoutRadicals(withoutFences(text));
  if (plain.includes('<') || plain.includes('&')) { plain = withoutTags(plain); }
  if (plain.includes('[bookmark:')) { plain = plain.replace(BOOKMARK, blanks); }
  if (plain.includes('|')) { plain = withoutBars(plain); }
  return plain.includes('**') ? plain.replaceAll('**', '  ') : plain;
}

/** Bars that begin or end a line, as around a heading that was written into a table. */
function withoutBars(text: string): string {
  let plain = '';
  let from = 0;
  for (let bar = text.indexOf('|'); bar >= 0; bar = text.indexOf('|', from)) {
    const start = Math.max(from, text.lastIndexOf('\n', bar) + 1);
    const lineFeed = text.indexOf('\n', bar);
    const end = lineFeed < 0 ? text.length : lineFeed;
    let head = start;
    while (head < end && isBarOrBlank(text, head)) { head++; }
    let tail = end;
    while (tail > head && isBarOrBlank(text, tail - 1)) { tail--; }
    plain += text.slice(from, start) + ' '.repeat(head - start) + text.slice(head, tail) + ' '.repeat(end - tail);
    from = end;
  }
  return plain + text.slice(from);
}

function isBarOrBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x7c || isBlankCode(code);
}

function withoutFences(text: string): string {
  if (!mayHoldFence(text)) { return text; }
  const lines = Lines.of(text);
  let plain = '';
  let from = 0;
  for (const { first, last } of fencesOf(lines)) {
    plain += text.slice(from, lines.starts[first]) + text.slice(lines.starts[first], lines.ends[last]).replace(NOT_LINE_END, ' ');
    from = lines.ends[last];
  }
  return plain + text.slice(from);
}

const NOT_LINE_END = /[^\n]/g;

function blanks(found: string): string {
  return ' '.repeat(found.length);
}

function withoutTags(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x3c && code !== 0x26) { continue; }
    const end = code === 0x3c ? tagEnd(text, at) : entityEnd(text, at);
    if (end <= at) { continue; }
    parts.push(text.slice(from, at), code === 0x3c && breaks(text, at) ? `\n${' '.repeat(end - at - 1)}` : ' '.repeat(end - at));
    from = end;
    at = end - 1;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** One past the tag, comment or hidden element that starts here; 0 where none does. */
function tagEnd(text: string, at: number): number {
  if (text.startsWith('<!', at)) {
    const close = text.startsWith('<!--', at) ? text.indexOf('-->', at + 4) + 3 : text.indexOf('>', at) + 1;
    return close > at ? close : text.length;
  }
  TAG.lastIndex = at;
  const tag = TAG.exec(text);
  if (tag === null) { return 0; }
  const name = tag[1].toLowerCase();
  if (!HIDDEN.has(name) || text[at + 1] === '/') { return TAG.lastIndex; }
  const close = text.indexOf(`</${tag[1]}`, at);
  return close < 0 ? text.length : close;
}

function entityEnd(text: string, at: number): number {
  ENTITY.lastIndex = at;
  return ENTITY.test(text) ? ENTITY.lastIndex : 0;
}

function breaks(text: string, at: number): boolean {
  TAG.lastIndex = at;
  const tag = TAG.exec(text);
  return tag !== null && BREAKING.has(tag[1].toLowerCase());
}
