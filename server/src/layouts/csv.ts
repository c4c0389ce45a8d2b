/**
 * Comma-separated files (RFC 4180), also with semicolons or tabs. Invariant: claimed only where the language says so, since
 * commas are everywhere; one record is one row; a quoted cell's content stands between its quotes.
 */
import { contentOf } from '../model/content';
import { trimmed } from '../text/blank';
import { replaceContent, simpleCell } from './lineRows';
import { oneLineExtent, oneLineRowLike } from './oneLineRows';
import type { Cell } from '../model/cell';
import { NO_PAGE_NUMBERS, type Reading } from '../model/reading';
import type { TextEdit } from '../model/repair';
import type { Span } from '../text/span';
import type { Block, Layout } from './layout';
import type { Source } from './source';

export const csv: Layout = { id: 'csv', claim, read, setCell, rowExtent: oneLineExtent, rowLike: oneLineRowLike(setCell) };

const QUOTE = '"';
const SEPARATORS = [';', '\t', ','];
const PROBED = 4000;

/** The whole document is one table. */
function claim({ text }: Source): Block[] {
  return text.trim() === '' ? [] : [{ layout: 'csv', start: 0, end: text.length }];
}

function read(text: string): Reading | null {
  const separator = separatorOf(text);
  const cells: Cell[] = [];
  let row = 0;
  let column = 0;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const field = fieldAt(text, at, separator);
    const isBlankLine = column === 0 && field.slot.start === field.slot.end && text[field.slot.end] !== separator;
    if (!isBlankLine) { cells.push(cellOf(text, field, row, column)); }
    at = field.slot.end;
    if (text[at] === separator) { at++; column++; continue; }
    if (!isBlankLine) { row++; }
    column = 0;
    if (text[at] === '\r') { at++; }
    if (text[at] === '\n') { at++; }
  }
  return cells.length === 0
    ? null
    : { layout: 'csv', geometry: 'grid', span: { start: 0, end: text.length }, cells, pageNumbers: NO_PAGE_NUMBERS };
}

interface Field { readonly slot: Span; readonly quoted: Span | null }

/** A field that opens a quote and never closes it goes to the end of the text. */
function fieldAt(text: string, start: number, separator: string): Field {
  let at = start;
  let quoted: Span | null = null;
  if (text[at] === QUOTE) {
    let end = at + 1;
    while (end < text.length && (text[end] !== QUOTE || text[end + 1] === QUOTE)) { end += text[end] === QUOTE ? 2 : 1; }
    quoted = { start: at + 1, end: Math.min(end, text.length) };
    at = Math.min(end + 1, text.length);
  }
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') { at++; }
  return { slot: { start, end: at }, quoted };
}

function cellOf(text: string, { slot, quoted }: Field, row: number, column: number): Cell {
  const { start, end } = quoted === null ? trimmed(text, slot.start, slot.end) : trimmed(text, quoted.start, quoted.end);
  const source = text.slice(start, end);
  return simpleCell(
    start, end, slot.start, slot.end, contentOf(quoted === null ? source : source.replaceAll('""', QUOTE)), row, column, false,
  );
}

/** The sign that the first lines have in equal number; of several the one they have most of. */
function separatorOf(text: string): string {
  const lines = text.slice(0, PROBED).split('\n').filter((line) => line.trim() !== '').slice(0, 10);
  let best = ',';
  let most = 0;
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, '').split(separator).length - 1);
    const alike = counts.filter((count) => count > 0 && count === counts[0]).length * Math.max(1, counts[0]);
    if (alike > most) { most = alike; best = separator; }
  }
  return best;
}

function setCell(text: string, cell: Cell, value: string): TextEdit {
  const isQuoted = text[cell.slot.start] === QUOTE;
  const doubled = value.replaceAll(QUOTE, '""');
  const mustQuote = !isQuoted && (value.includes(separatorOf(text)) || value.includes(QUOTE) || value.includes('\n'));
  return replaceContent(text, cell, value, mustQuote ? `"${doubled}"` : isQuoted ? doubled : value);
}
