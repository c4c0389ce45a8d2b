/**
 * Plain text in a Markdown cell, read and written. Invariant: plainText(written(value)) = value for every value on one
 * line without white space at its ends.
 */
import { trimmed } from '../../text/blank';
import { raised } from '../../text/raised';
import { joinWrapped } from '../../text/wrapped';
import type { Span } from '../../text/span';

/** Marks around a whole cell: of emphasis, code, and formulas, in which readers of images put figures. */
const EMPHASIS = '*_~`$';
const MARKED = /\\([!-/:-@[-`{-~])|<\/?[a-zA-Z][^<>]*>|&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,8});/g;
const ENTITIES = new Map<string, string>([
  ['nbsp', '\u00a0'], ['ensp', '\u2002'], ['emsp', '\u2003'], ['thinsp', '\u2009'], ['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'],
  ['ldquo', '“'], ['rdquo', '”'], ['mdash', '—'], ['ndash', '–'], ['middot', '·'], ['hellip', '…'],
]);
/** Emphasis and code in a part of a cell; what a backslash escapes is none, and a figure that is struck out stays marked as such. */
const EMPHASISED = /\\[!-/:-@[-`{-~]|(`+)([^`]+)\1|(\*{1,3})(?=[^\s*])((?:[^*\\]|\\.)*?(?:[^\s*\\]|\\.))\3|~~(?=[^~]*[^\d~.,\s])([^~]+)~~/g;
/** A raised part, `<sup>1</sup>` or `^1^`, and the mark of a note. */
const RAISED_PART = /<sup(?:\s[^<>]*)?>([^<>]*)<\/sup>|\^([^\s^]{1,4})\^|(?<=\S)\[\^(\d{1,3})\]/gi;
const LINE_BREAK = /(?<!\\)<br\s*\/?>|\n/i;

/** The content of a cell: inside its margins and inside emphasis that holds all of it. */
export function contentSpan(text: string, start: number, end: number): Span {
  let span = trimmed(text, start, end);
  for (let width = emphasisOf(text, span); width > 0; width = emphasisOf(text, span)) {
    span = trimmed(text, span.start + width, span.end - width);
  }
  return span;
}

/** How many marks of emphasis stand at either end of the span and nowhere within: 2 for `**总计**`, 0 where there is none. */
function emphasisOf(text: string, { start, end }: Span): number {
  if (end - start < 3 || text.charCodeAt(start) !== text.charCodeAt(end - 1)) { return 0; }
  const mark = text[start];
  if (!EMPHASIS.includes(mark)) { return 0; }
  let from = start;
  while (from < end && text[from] === mark) { from++; }
  let to = end;
  while (to > from && text[to - 1] === mark) { to--; }
  const holdsAll = from < to && from - start === end - to && text[to - 1] !== '\\' && !text.slice(from, to).includes(mark);
  return holdsAll ? from - start : 0;
}

/** Whether a text holds anything that `plainText` would change. */
export function hasMarks(source: string): boolean {
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code < 128 && MARKS[code] === 1) { return true; }
  }
  return false;
}

const MARKS = Uint8Array.from({ length: 128 }, (_, code) => ('\\<&*`~^'.includes(String.fromCharCode(code)) ? 1 : 0));

/** What the reader of the page sees of a cell's source. */
export function plainText(source: string): string {
  if (!hasMarks(source)) { return source; }
  const lines = source.split(LINE_BREAK);
  if (lines.length === 1) { return shown(source); }
  return lines.map((line) => { const { start, end } = contentSpan(line, 0, line.length); return shown(line.slice(start, end)); })
    .reduce(joinWrapped).trim();
}

/** A line of a cell, without its marks. */
function shown(line: string): string {
  return withoutEmphasis(line).replace(RAISED_PART, (_, ...parts: (string | undefined)[]) => raised(parts[0] ?? parts[1] ?? parts[2] ?? ''))
    .replace(MARKED, (mark: string, escaped: string | undefined, entity: string | undefined) => {
    if (escaped !== undefined) { return escaped; }
    if (entity !== undefined) { return decoded(entity) ?? mark; }
    return '';
  }).trim();
}

function withoutEmphasis(line: string): string {
  return line.replace(EMPHASISED, (whole: string, _ticks, code?: string, _stars?: string, stressed?: string, struck?: string) => (
    code ?? stressed ?? struck ?? whole));
}

function decoded(entity: string): string | undefined {
  if (!entity.startsWith('#')) { return ENTITIES.get(entity); }
  const hex = entity[1] === 'x' || entity[1] === 'X';
  const code = parseInt(entity.slice(hex ? 2 : 1), hex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** A value as the source of a cell. Escapes no more than is needed to read it back. */
export function written(value: string): string {
  const parted = value.replace(/[\\|]/g, '\\$&');
  return readsAs(parted, value) ? parted : value.replace(/[\\|*_~`$<&]/g, '\\$&');
}

function readsAs(source: string, value: string): boolean {
  const { start, end } = contentSpan(source, 0, source.length);
  return plainText(source.slice(start, end)) === value;
}
