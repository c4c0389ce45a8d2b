/**
 * Writes led cells. Invariant: what is written is read back as the same cells; a row takes along the bars that fill it up.
 */
import type { Cell } from '../../model/cell';
import type { Reading } from '../../model/reading';
import type { TextEdit } from '../../model/repair';
import type { Span } from '../../text/span';
import { lineEnd, wholeLines } from '../lineRows';
import { firstOfRow, setLine } from '../sequenceRows';
import { KindOfLine, kindOfLine } from './read';

/** A bar in the value would part it, or lead a cell. */
export function setCell(text: string, cell: Cell, value: string): TextEdit {
  const edit = setLine(text, cell, value === cell.content.text ? value : value.replaceAll('|', '｜'));
  const isLed = cell.slot.start > 0 && text[cell.slot.start - 1] === '|';
  return cell.start < cell.end || edit.newText === '' || !isLed ? edit : { ...edit, newText: ` ${edit.newText}` };
}

export function rowExtent(text: string, reading: Reading, cells: readonly Cell[]): Span | null {
  if (firstOfRow(reading, cells) < 0) { return null; }
  let end = lineEnd(text, cells[cells.length - 1].slot.end);
  for (let lineFeed = text.indexOf('\n', end); lineFeed >= 0; lineFeed = text.indexOf('\n', end)) {
    const next = lineEnd(text, lineFeed + 1);
    if (kindOfLine(text, lineFeed + 1, next) !== KindOfLine.Bars) { break; }
    end = next;
  }
  return wholeLines(text, cells[0].slot.start, end);
}
