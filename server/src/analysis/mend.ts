/**
 * Turns a repair into text edits by asking the layout that read the table. Invariant: edits come in ascending order, do
 * not overlap, and a repair that cannot be written whole is not offered at all.
 */
import { layoutOf } from '../layouts';
import type { Layout } from '../layouts/layout';
import type { Cell } from '../model/cell';
import type { Reading } from '../model/reading';
import type { Change, Repair, TextEdit } from '../model/repair';
import type { Span } from '../text/span';

/** Edits in offsets of the block's own text, or null where the layout cannot write the repair. */
export function editsOf({ changes }: Pick<Repair, 'changes'>, text: string, reading: Reading): TextEdit[] | null {
  const layout = layoutOf(reading.layout);
  const edits: TextEdit[] = [];
  for (let at = 0; at < changes.length;) {
    const rows = layout.rowInsertion ? rowsAlike(changes, at) : [];
    const written = rows.length > 0 ? rowInsertion(rows, text, reading, layout) : editsOfChange(changes[at], text, reading, layout);
    if (written === null) { return null; }
    edits.push(...written);
    at += Math.max(1, rows.length);
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  return edits.some((edit, i) => i > 0 && edit.start < edits[i - 1].end) ? null : edits;
}

type InsertRow = Extract<Change, { kind: 'insertRow' }>;

/** The rows put in from this change on, one after the other beside one row; none where it puts in none. */
function rowsAlike(changes: readonly Change[], from: number): InsertRow[] {
  const rows: InsertRow[] = [];
  for (let at = from; at < changes.length; at++) {
    const change = changes[at];
    if (change.kind !== 'insertRow' || (rows.length > 0 && (change.like !== rows[0].like || change.side !== rows[0].side))) { break; }
    rows.push(change);
  }
  return rows;
}

function rowInsertion(rows: readonly InsertRow[], text: string, reading: Reading, layout: Layout): TextEdit[] | null {
  const all = rows.map((row) => asWritten(row, reading));
  return layout.rowInsertion!(text, withAside(reading), all[0].like, all.map(({ values }) => values), rows[0].side);
}

/** The reading with all cells that stand in the text. */
function withAside(reading: Reading): Reading {
  const { cells, aside } = reading;
  if (aside === undefined) { return reading; }
  return { ...reading, cells: [...cells, ...aside.map(({ cell }) => cell)].sort((a, b) => a.start - b.start) };
}

/** A row to put in, its labels repeated where those of the row that it is written like are. */
function asWritten({ like, values }: InsertRow, { aside = [] }: Reading): Pick<InsertRow, 'like' | 'values'> {
  const copies = aside.filter(({ repeats }) => repeats !== null && like.includes(repeats));
  return {
    like: [...like, ...copies.map(({ cell }) => cell)],
    values: [...values, ...copies.map(({ repeats }) => values[like.indexOf(repeats!)])],
  };
}

/** The cell and all that repeat it. */
function withCopies(cell: Cell, { aside = [] }: Reading): Cell[] {
  return [cell, ...aside.flatMap((one) => (one.repeats === cell ? [one.cell] : []))];
}

function editsOfChange(change: Change, text: string, reading: Reading, layout: Layout): TextEdit[] | null {
  switch (change.kind) {
    case 'setCell': return withCopies(change.cell, reading).map((cell) => layout.setCell(text, cell, change.text));
    case 'replaceText': return [{ ...change.span, newText: change.text }];
    case 'deleteRow': {
      if (layout.rowDeletion) { return layout.rowDeletion(text, reading, change.cells); }
      const extent = layout.rowExtent(text, reading, change.cells);
      return extent && [{ ...extent, newText: '' }];
    }
    case 'insertRow': {
      const extent = layout.rowExtent(text, reading, change.like);
      const { like, values } = asWritten(change, reading);
      const newText = layout.rowLike(text, withAside(reading), like, values);
      if (extent === null || newText === null) { return null; }
      const at = change.side === 'after' ? extent.end : extent.start;
      return [{ start: at, end: at, newText }];
    }
    case 'insertGroup': return layout.groupInsertion?.(text, reading, change.parts, change.beside) ?? null;
    case 'insertTable': return null;
    case 'moveRow': return moveRow(change, text, reading, layout);
  }
}

function moveRow(change: Extract<Change, { kind: 'moveRow' }>, text: string, reading: Reading, layout: Layout): TextEdit[] | null {
  const from = layout.rowExtent(text, reading, change.cells);
  const beside = layout.rowExtent(text, reading, change.beside);
  if (from === null || beside === null || !sameShape(text, from, beside)) { return null; }
  const at = change.side === 'after' ? beside.end : beside.start;
  if (at >= from.start && at <= from.end) { return []; }
  return [{ ...from, newText: '' }, { start: at, end: at, newText: text.slice(from.start, from.end) }];
}

/** Rows may change places as text only where both begin and end alike with respect to line breaks. */
function sameShape(text: string, a: Span, b: Span): boolean {
  const breakAt = (offset: number): boolean => text[offset] === '\n' || text[offset] === '\r';
  return breakAt(a.start) === breakAt(b.start) && breakAt(a.end - 1) === breakAt(b.end - 1);
}
