/**
 * Writes spaced rows. Invariant: a row is written only with a figure in each of its columns, since a blank would leave no trace; it is cut
 * out only where nothing else stands in its lines.
 */
import type { Cell } from '../../model/cell';
import { contentOf } from '../../model/content';
import type { Reading } from '../../model/reading';
import type { TextEdit } from '../../model/repair';
import { skipBlank } from '../../text/blank';
import { lineEndOf } from '../../text/lines';
import type { Span } from '../../text/span';
import { lineEnd, lineStart, onOneLine, replaceContent, wholeLines } from '../lineRows';
import { firstOfRow } from '../sequenceRows';

const BLANKS = /\s+/g;

/** A blank in a figure would make two of it. */
export function setCell(text: string, cell: Cell, value: string): TextEdit {
  const line = onOneLine(value);
  return replaceContent(text, cell, value, isLabel(cell) ? line : line.replace(BLANKS, ''));
}

/**
 * All lines that the cells stand in. Null where anything else stands there, scraps of other labels do, a label goes on elsewhere, or these
 * lines are all there is.
 */
export function rowExtent(text: string, reading: Reading, cells: readonly Cell[]): Span | null {
  if (firstOfRow(reading, cells) < 0 || cells.some(isScrap)) { return null; }
  const last = cells[cells.length - 1];
  let at = lineStart(text, cells[0].start);
  for (const cell of cells) {
    if (!isBlank(text, at, cell.start)) { return null; }
    at = cell.end;
  }
  const lines = wholeLines(text, cells[0].start, last.end);
  return isBlank(text, at, lineEnd(text, at)) && lines.end - lines.start < text.length ? lines : null;
}

/** One line; a label left out leaves nothing behind, a figure left out cannot be told. */
export function rowLike(text: string, reading: Reading, cells: readonly Cell[], values: readonly string[]): string | null {
  const extent = rowExtent(text, reading, cells);
  if (extent === null || cells.some((cell, i) => !isLabel(cell) && (values[i] ?? '') === '')) { return null; }
  const row = cells.map((cell, i) => (isLabel(cell) ? onOneLine(values[i] ?? '') : (values[i] ?? '').replace(BLANKS, '')))
    .filter((value) => value !== '').join(' ');
  const lineBreak = lineEndOf(text);
  return text.charCodeAt(extent.end - 1) === 10 ? row + lineBreak : lineBreak + row;
}

/** A part of a label, or one that has others. */
function isScrap({ loose, content: { text, key } }: Cell): boolean { return loose || contentOf(text).key !== key; }

function isLabel({ content: { key } }: Cell): boolean { return key !== ''; }

function isBlank(text: string, start: number, end: number): boolean { return skipBlank(text, start, end) === end; }
