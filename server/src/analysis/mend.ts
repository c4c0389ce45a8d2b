/**
 * Turns a repair into text edits by asking the layout that read the table. Invariant: edits come in ascending order, do
 * not overlap, and a repair that cannot be written whole is not offered at all.
 */
import { layoutOf } from '../layouts';
import type { Layout } from '../layouts/layout';
import type { Reading } from '../model/reading';
import type { Change, Repair, TextEdit } from '../model/repair';

/** Edits in offsets of the block's own text, or null where the layout cannot write the repair. */
export function editsOf(repair: Repair, text: string, reading: Reading): TextEdit[] | null {
  const layout = layoutOf(reading.layout);
  const edits: TextEdit[] = [];
  for (const change of repair.changes) {
    const written = editsOfChange(change, text, reading, layout);
    if (written === null) { return null; }
    edits.push(...written);
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  return edits.some((edit, i) => i > 0 && edit.start < edits[i - 1].end) ? null : edits;
}

function editsOfChange(change: Change, text: string, reading: Reading, layout: Layout): TextEdit[] | null {
  switch (change.kind) {
    case 'setCell': return [layout.setCell(text, change.cell, change.text)];
    case 'replaceText': return [{ ...change.span, newText: change.text }];
    case 'deleteRow': {
      const extent = layout.rowExtent(text, reading, change.cells);
      return extent && [{ ...extent, newText: '' }];
    }
    case 'insertRow': {
      const extent = layout.rowExtent(text, reading, change.like);
      const newText = layout.rowLike(text, reading, change.like, change.values);
      if (extent === null || newText === null) { return null; }
      const at = change.side === 'after' ? extent.end : extent.start;
      return [{ start: at, end: at, newText }];
    }
    case 'moveRow': {
      const from = layout.rowExtent(text, reading, change.cells);
      const beside = layout.rowExtent(text, reading, change.beside);
      if (from === null || beside === null) { return null; }
      const at = change.side === 'after' ? beside.end : beside.start;
      if (at >= from.start && at <= from.end) { return []; }
      return [{ ...from, newText: '' }, { start: at, end: at, newText: text.slice(from.start, from.end) }];
    }
  }
}
