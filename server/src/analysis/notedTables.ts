/**
 * Which tables a note on rounding speaks of. Invariant: a note inside a table, or within two lines of it under the same heading,
 * is about that table; any other, and one that says so itself, is about all tables. Writing or deleting the note checks just the tables it
 * speaks of again.
 */
import type { Block } from '../layouts/layout';
import type { RoundingNote } from '../prose/roundingNotes';
import type { Said } from './said';

const MOST_LINES = 2;
const FARTHEST = 400;
/** A note below a table begins so; it does not speak of the table that follows. */
const BELOW = /^[\s>*_（(【[]*(?:注|备注|说明|附注|※|\*|notes?\b|anm|hinweis|nota)/i;

/** @param said what the author says of each block, in order */
export function withRoundingNotes(
  text: string, blocks: readonly Block[], said: readonly Said[], notes: readonly RoundingNote[],
): readonly Said[] {
  if (notes.length === 0 || blocks.length === 0) { return said; }
  const isNoted = new Uint8Array(blocks.length);
  let next = 0;
  for (const note of notes) {
    while (next < blocks.length && blocks[next].end <= note.start) { next++; }
    if (mark(text, blocks, note, next, isNoted) === 'all') { isNoted.fill(1); break; }
  }
  return said.map((one, i) => (isNoted[i] === 1 ? { ...one, isRounded: true } : one));
}

/** @param next the first block that ends behind the note's start, or the count of blocks */
function mark(text: string, blocks: readonly Block[], note: RoundingNote, next: number, isNoted: Uint8Array): 'all' | 'near' {
  if (note.isGeneral) { return 'all'; }
  if (next < blocks.length && blocks[next].start < note.end) { isNoted[next] = 1; return 'near'; }
  const isBelow = next > 0 && isNear(text, blocks[next - 1].end, note.start);
  const isAbove = next < blocks.length && isNear(text, note.end, blocks[next].start);
  if (!isBelow && !isAbove) { return 'all'; }
  if (isBelow) { isNoted[next - 1] = 1; }
  if (isAbove && !(isBelow && BELOW.test(text.slice(note.start, note.end)))) { isNoted[next] = 1; }
  return 'near';
}

/** At most two lines between, none of them a heading. */
function isNear(text: string, from: number, to: number): boolean {
  if (to - from > FARTHEST) { return false; }
  const lines = text.slice(from, to).split('\n').filter((line) => line.trim() !== '');
  return lines.length <= MOST_LINES && !lines.some((line) => line.startsWith('#'));
}
