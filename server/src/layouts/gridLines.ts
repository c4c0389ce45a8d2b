/**
 * Tables drawn with lines, `+---+---+` between rows of `| a | b |` (reStructuredText, mysql, Emacs). Invariant: begins and
 * ends with a drawn line; drawn lines make no cells; what is written keeps the width of its column, as shown, where it fits.
 */
import { skipBlank } from '../text/blank';
import { eachLine } from '../text/lines';
import { displayWidth } from '../text/width';
import { onOneLine, trimmedCell } from './lineRows';
import { oneLineExtent, oneLineRowLike } from './oneLineRows';
import { splitRow } from './pipes/rows';
import type { Cell } from '../model/cell';
import { NO_PAGE_NUMBERS, type Reading } from '../model/reading';
import type { TextEdit } from '../model/repair';
import type { Block, Layout } from './layout';
import type { Source } from './source';

export const gridLines: Layout = { id: 'grid-lines', claim, read, setCell, rowExtent: oneLineExtent, rowLike: oneLineRowLike(setCell) };

const DRAWN = /^\s*\+(?:[-=]{2,}\+)+\s*$/;

function claim(source: Source): Block[] {
  const { text, lines } = source;
  const blocks: Block[] = [];
  let at = text.indexOf('+--');
  while (at >= 0) {
    const first = lines.at(at);
    const last = isDrawn(source, first) ? lastLine(source, first) : first;
    if (last > first + 1) {
      source.take(first, last);
      blocks.push({ layout: 'grid-lines', start: lines.starts[first], end: lines.next(last) });
    }
    at = last + 1 < lines.count ? text.indexOf('+--', lines.starts[last + 1]) : -1;
  }
  return blocks;
}

function isDrawn(source: Source, line: number): boolean {
  return source.isFree(line) && DRAWN.test(source.text.slice(source.lines.starts[line], source.lines.ends[line]));
}

/** The last drawn line before anything that is neither drawn nor a row. */
function lastLine(source: Source, first: number): number {
  const { text, lines } = source;
  let last = first;
  for (let line = first + 1; line < lines.count && source.isFree(line); line++) {
    if (isDrawn(source, line)) { last = line; continue; }
    if (text[skipBlank(text, lines.starts[line], lines.ends[line])] !== '|') { break; }
  }
  return last;
}

function read(text: string): Reading | null {
  const cells: Cell[] = [];
  const bounds: number[] = [];
  let row = 0;
  eachLine(text, (start, end) => {
    const count = DRAWN.test(text.slice(start, end)) ? 0 : splitRow(text, start, end, bounds);
    for (let column = 0; column < count; column++) {
      cells.push(trimmedCell(text, bounds[column * 2], bounds[column * 2 + 1], row, column, false));
    }
    if (count > 0) { row++; }
  });
  return cells.length === 0
    ? null
    : { layout: 'grid-lines', geometry: 'grid', span: { start: 0, end: text.length }, cells, pageNumbers: NO_PAGE_NUMBERS };
}

/** Right-aligned cells grow and shrink on their left, others on their right. */
function setCell(text: string, cell: Cell, value: string): TextEdit {
  const { slot, start, end } = cell;
  if (value === cell.content.text) { return { start, end, newText: text.slice(start, end) }; }
  const written = onOneLine(value);
  const before = start - slot.start;
  const after = slot.end - end;
  const spare = displayWidth(text, start, end) - displayWidth(written, 0, written.length);
  return before > after
    ? { start: slot.start, end, newText: ' '.repeat(Math.max(1, before + spare)) + written }
    : { start, end: slot.end, newText: written + ' '.repeat(Math.max(1, after + spare)) };
}
