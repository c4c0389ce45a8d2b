/**
 * Cuts rows out of an HTML table and puts rows in. Invariant: a `<tr>` goes with the line it stands alone on, and no
 * cell that spans rows is left too long or too short.
 */
import type { Cell } from '../../model/cell';
import type { Reading } from '../../model/reading';
import type { TextEdit } from '../../model/repair';
import type { Span } from '../../text/span';
import { rewritten } from '../lineRows';
import { MOST_ROWS, Tag, Tags } from './tags';
import { setCell } from './write';
import { firstThat } from '../../text/ordered';

export function rowExtent(text: string, reading: Reading, cells: readonly Cell[]): Span | null {
  const row = rowOf(reading, cells);
  return row === null || row.covers.length > 0 || row.cells.some(spansRows) ? null : elementOf(text, reading, row);
}

export function rowLike(text: string, reading: Reading, cells: readonly Cell[], values: readonly string[]): string | null {
  const extent = rowExtent(text, reading, cells);
  const row = rowOf(reading, cells);
  return extent && row && rewritten(text, extent, row.cells.map((cell) => setCell(text, cell, valueOf(cell, cells, values))));
}

export function rowInsertion(
  text: string, reading: Reading, cells: readonly Cell[], rows: readonly (readonly string[])[], side: 'before' | 'after',
): TextEdit[] | null {
  const row = rowOf(reading, cells);
  const extent = row && elementOf(text, reading, row);
  if (!row || !extent) { return null; }
  const starting = row.cells.filter(spansRows).map((cell) => ({ cell, tag: openTagOf(text, reading, cell) }));
  const isOutside = (cell: Cell): boolean => side === 'before' && rows.some((values) => isNew(valueOf(cell, cells, values), cell));
  const grown = starting.filter(({ cell }) => !isOutside(cell));
  const written = rows.map((values, at) => rewritten(text, extent, row.cells.flatMap((cell): TextEdit[] => {
    const tag = starting.find((one) => one.cell === cell)?.tag;
    if (tag === undefined) { return [setCell(text, cell, valueOf(cell, cells, values))]; }
    const value = valueOf(cell, cells, values);
    if (isOutside(cell) && value !== '') {
      return [
        { start: tag.spanStart, end: tag.spanEnd, newText: String(spannedFrom(rows.map((own) => valueOf(cell, cells, own)), at)) },
        setCell(text, cell, value),
      ];
    }
    if (isOutside(cell)) { return [{ ...elementOfCell(text, cell, tag), newText: '' }]; }
    return side === 'before' && at === 0
      ? [spanEdit(text, tag, cell.rowSpan, rows.length)]
      : [{ ...elementOfCell(text, cell, tag), newText: '' }];
  })));
  const at = side === 'before' ? extent.start : extent.end;
  return [
    ...row.covers.map((cell) => respanned(text, reading, cell, rows.length)),
    ...grown.map(({ cell, tag }) => (side === 'before'
      ? { ...elementOfCell(text, cell, tag), newText: '' }
      : spanEdit(text, tag, cell.rowSpan, rows.length))),
    { start: at, end: at, newText: written.join('') },
  ].sort((first, second) => first.start - second.start);
}

/** Rows that the value of row `first` spans: it goes on until the next one. */
export function spannedFrom(values: readonly string[], first: number): number {
  const next = values.findIndex((value, at) => at > first && value !== '');
  return (next < 0 ? values.length : next) - first;
}

export function rowDeletion(text: string, reading: Reading, cells: readonly Cell[]): TextEdit[] | null {
  const row = rowOf(reading, cells);
  if (row === null || row.cells.some(spansRows)) { return null; }
  const extent = elementOf(text, reading, row);
  return extent && [...row.covers.map((cell) => respanned(text, reading, cell, -1)), { ...extent, newText: '' }];
}

export interface Row {
  /** The cells that stand in this `<tr>`, in order. */
  readonly cells: readonly Cell[];
  /** Index of the first of them in the reading. */
  readonly first: number;
  /** Cells of earlier rows that reach over it. */
  readonly covers: readonly Cell[];
}

/** The row of the lowest of `cells`; cells from above among them only cover it. */
export function rowOf(reading: Reading, cells: readonly Cell[]): Row | null {
  let number = -1;
  for (const cell of cells) { number = Math.max(number, cell.row); }
  const first = firstOf(reading.cells, number);
  const next = firstOf(reading.cells, number + 1);
  if (number < 0 || first === next) { return null; }
  const covers: Cell[] = [];
  for (let at = first - 1; at >= 0 && reading.cells[at].row > number - MOST_ROWS; at--) {
    const cell = reading.cells[at];
    if (cell.row + cell.rowSpan > number) { covers.push(cell); }
  }
  return { cells: reading.cells.slice(first, next), first, covers: covers.reverse() };
}

/** Index of the first cell of this row or a later one: cells ascend by row. */
function firstOf(cells: readonly Cell[], row: number): number {
  return firstThat(cells.length, (at) => cells[at].row >= row);
}

export function spansRows(cell: Cell): boolean { return cell.rowSpan > 1; }

function isNew(value: string, cell: Cell): boolean { return value !== '' && value !== cell.content.text; }

/** The value for a cell of the row; what the caller does not name stays empty. */
function valueOf(cell: Cell, cells: readonly Cell[], values: readonly string[]): string {
  const at = cells.indexOf(cell);
  return at < 0 ? '' : values[at] ?? '';
}

/** The `<tr>` from its tag to its end, with the rest of its lines where nothing else stands on them. */
export function elementOf(text: string, reading: Reading, row: Row): Span | null {
  const { first, cells } = row;
  const above = first === 0 ? 0 : reading.cells[first - 1].slot.end;
  const start = rowStart(text, above, cells[0].slot.start);
  const last = cells[cells.length - 1].slot.end;
  return start < 0 ? null : withLines(text, start, rowEnd(text, last, reading.cells[first + cells.length]?.slot.start ?? text.length));
}

function rowStart(text: string, from: number, to: number): number {
  let start = -1;
  for (const tags = new Tags(text.slice(from, to)); tags.next();) {
    if (tags.kind === Tag.Row) { start = tags.closes ? -1 : from + tags.start; }
  }
  return start;
}

function rowEnd(text: string, from: number, to: number): number {
  let end = from;
  for (const tags = new Tags(text.slice(from, to)); tags.next();) {
    const isOwn = tags.closes && (tags.kind === Tag.Cell || tags.kind === Tag.Row);
    if (!isOwn) { break; }
    end = from + tags.end;
    if (tags.kind === Tag.Row) { break; }
  }
  return end;
}

function withLines(text: string, start: number, end: number): Span {
  let from = start;
  while (from > 0 && isIndent(text.charCodeAt(from - 1))) { from--; }
  let to = end;
  while (to < text.length && (isIndent(text.charCodeAt(to)) || text.charCodeAt(to) === 13)) { to++; }
  const opensLine = from === 0 || text.charCodeAt(from - 1) === 10;
  return opensLine && text.charCodeAt(to) === 10 ? { start: from, end: to + 1 } : { start, end };
}

function isIndent(code: number): boolean { return code === 32 || code === 9; }

interface OpenTag extends Span { readonly spanStart: number; readonly spanEnd: number }

/** The `<td>` tag before the cell's inner HTML. */
export function openTagOf(text: string, reading: Reading, cell: Cell): OpenTag {
  const index = reading.cells.indexOf(cell);
  const from = index <= 0 ? 0 : reading.cells[index - 1].slot.end;
  const tags = new Tags(text.slice(from, cell.slot.start));
  while (tags.next() && from + tags.end < cell.slot.start) { continue; }
  return { start: from + tags.start, end: from + tags.end, spanStart: from + tags.rowSpanStart, spanEnd: from + tags.rowSpanEnd };
}

export function elementOfCell(text: string, cell: Cell, tag: OpenTag): Span {
  const tags = new Tags(text, cell.slot.end);
  const isClosed = tags.next() && tags.start === cell.slot.end && tags.closes && tags.kind === Tag.Cell;
  return { start: tag.start, end: isClosed ? tags.end : cell.slot.end };
}

export function respanned(text: string, reading: Reading, cell: Cell, by: number): TextEdit {
  return spanEdit(text, openTagOf(text, reading, cell), cell.rowSpan, by);
}

/** A span that reaches beyond the table's end as it stands needs no change to grow, and must be cut to shrink. */
function spanEdit(text: string, tag: OpenTag, rows: number, by: number): TextEdit {
  const written = text.slice(tag.spanStart, tag.spanEnd);
  const declared = Number(written);
  const keeps = declared === 0 || (declared > rows && by > 0);
  return { start: tag.spanStart, end: tag.spanEnd, newText: keeps ? written : String(rows + by) };
}
