/**
 * Text of HTML as a reader sees it: character references decoded, line breaks folded, blanks at the ends left out.
 * Invariant: a reference that is not known stays as written, and offsets always point into the text as written.
 */
import { skipBlank, trimBlankEnd, trimmed } from '../../text/blank';
import type { Span } from '../../text/span';

const NAMED = new Map<string, string>(Object.entries({
  nbsp: '\u00a0', lt: '<', gt: '>', amp: '&', quot: '"', apos: '\'', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009',
  zwnj: '\u200c', zwj: '\u200d', shy: '\u00ad', mdash: '—', ndash: '–', minus: '−', hellip: '…', ldquo: '“', rdquo: '”', lsquo: '‘',
  rsquo: '’',
  laquo: '«', raquo: '»', lang: '⟨', rang: '⟩', times: '×', divide: '÷', middot: '·', bull: '•', permil: '‰', yen: '¥', pound: '£',
  euro: '€', cent: '¢', sect: '§', copy: '©', reg: '®', deg: '°', plusmn: '±', le: '≤', ge: '≥', ne: '≠', asymp: '≈', rarr: '→', sum: '∑',
  lpar: '(', rpar: ')', comma: ',', period: '.', colon: ':', semi: ';', num: '#', percnt: '%', Tab: '\t', NewLine: '\n',
}));
/** References that the standard knows without their semicolon. */
const BARE = new Set('nbsp lt gt amp quot shy laquo raquo times divide middot yen pound cent sect copy reg deg plusmn'.split(' '));
const REFERENCE = /&(?:#(?:[xX]([0-9a-fA-F]+)|([0-9]+))|([a-zA-Z][a-zA-Z0-9]{1,30}))(;?)/g;
const BLANK_HEAD = /^&(?:nbsp(?:;|(?![a-zA-Z0-9]))|ensp;|emsp;|thinsp;|zwn?j;|Tab;|NewLine;|#[xX]?[0-9a-fA-F]{1,7};?)/;
const LONGEST_REFERENCE = 12;
const LINE_BREAK = /[ \t]*[\r\n]\s*/g;
/** What the standard makes of the references &#128; … &#159; (windows-1252). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** A run of text without tags, decoded and on one line. */
export function decoded(run: string): string {
  return run.includes('&') ? run.replace(REFERENCE, decodeReference) : run;
}

/** Trimmed; line breaks inside stand for nothing between Chinese characters and for a space between others. */
export function onOneLine(text: string): string {
  const { start, end } = trimmed(text, 0, text.length);
  const content = start === 0 && end === text.length ? text : text.slice(start, end);
  return content.includes('\n') || content.includes('\r') ? content.replace(LINE_BREAK, foldBreak) : content;
}

export function encoded(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The content of a run: like `trimmed`, and references to blanks are blanks. Empty at `start` where nothing is left. */
export function trimmedRun(text: string, start: number, end: number): Span {
  const from = skipBlankReferences(text, start, end);
  if (from === end) { return { start, end: start }; }
  const content = trimmed(text, from, trimReferencesEnd(text, from, end));
  return content.start === content.end ? { start, end: start } : content;
}

function skipBlankReferences(text: string, start: number, end: number): number {
  let at = skipBlank(text, start, end);
  while (at < end && text.charCodeAt(at) === 38) {
    const found = BLANK_HEAD.exec(text.slice(at, Math.min(end, at + LONGEST_REFERENCE)));
    if (!found || !isBlank(decoded(found[0]))) { break; }
    at = skipBlank(text, at + found[0].length, end);
  }
  return at;
}

function trimReferencesEnd(text: string, start: number, end: number): number {
  let to = trimBlankEnd(text, start, end);
  while (text.charCodeAt(to - 1) === 59) {
    const tail = text.slice(Math.max(start, to - LONGEST_REFERENCE), to);
    const open = tail.lastIndexOf('&');
    if (open < 0 || !isBlank(decoded(tail.slice(open)))) { break; }
    to = trimBlankEnd(text, start, to - (tail.length - open));
  }
  return to;
}

function isBlank(text: string): boolean { return skipBlank(text, 0, text.length) === text.length; }

function decodeReference(written: string, hex: string | undefined, decimal: string | undefined, name: string, semicolon: string): string {
  if (hex !== undefined) { return fromCode(parseInt(hex, 16)); }
  if (decimal !== undefined) { return fromCode(parseInt(decimal, 10)); }
  if (semicolon === '' && !BARE.has(name)) { return written; }
  return NAMED.get(name) ?? written;
}

function fromCode(code: number): string {
  if (code >= 0x80 && code <= 0x9f) { return WINDOWS_1252[code - 0x80]; }
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

function foldBreak(found: string, at: number, text: string): string {
  return isWestern(text.charCodeAt(at - 1)) && isWestern(text.charCodeAt(at + found.length)) ? ' ' : '';
}

function isWestern(code: number): boolean {
  return code > 0x20 && code < 0x2000;
}
