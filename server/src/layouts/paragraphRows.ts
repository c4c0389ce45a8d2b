/**
 * Rows of cells that are paragraphs. Invariant: a row takes along the white space on one side, so that its neighbours
 * keep the separators the block itself uses, and so does a row that is put in.
 */
import type { Cell } from '../model/cell';
import type { Reading } from '../model/reading';
import type { Span } from '../text/span';
import { firstOfRow } from './sequenceRows';

/**
 * The row with the white space that parts it from its neighbours on one side: on the side where it stands closer, so
 * that what is inserted at either end of the extent stays with its own table. Null where other cells stand among these.
 */
export function paragraphRowExtent(text: string, reading: Reading, cells: readonly Cell[]): Span | null {
  const place = placeOf(text, reading, cells);
  if (place === null) { return null; }
  return place.leads ? { start: place.before, end: place.end } : { start: place.start, end: place.after };
}

interface Place extends Span {
  /** Where the cell before ends and the one after begins (or the block's own ends). */
  readonly before: number;
  readonly after: number;
  /** The separator in front belongs to the row, not the one behind. */
  readonly leads: boolean;
}

function placeOf(text: string, reading: Reading, cells: readonly Cell[]): Place | null {
  const first = firstOfRow(reading, cells);
  if (first < 0) { return null; }
  const start = cells[0].slot.start;
  const end = cells[cells.length - 1].slot.end;
  const above = reading.cells[first - 1];
  const below = reading.cells[first + cells.length];
  const before = above ? above.slot.end : 0;
  const after = below ? below.slot.start : text.length;
  if (!above && after === end) { return null; }
  return { start, end, before, after, leads: above !== undefined && (!below || after - end > start - before) };
}
