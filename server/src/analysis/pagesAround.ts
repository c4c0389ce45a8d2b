/**
 * The page numbers nearest to a block whose cells nothing marks, so that a number between its cells can be told to go on from them.
 * Invariant: only bare numbers alone on a line of the prose right above and below count.
 */
import type { Block } from '../layouts/layout';
import type { Said } from './said';

/** A page is shorter. */
const FARTHEST = 6000;
const LONGEST_LINE = 8;
const BARE = /^\s*([1-9]\d{0,2})\s*$/;

/** @param said what is said of each block, in order */
export function withPagesAround(text: string, blocks: readonly Block[], said: readonly Said[]): readonly Said[] {
  let noted: Said[] | undefined;
  for (let i = 0; i < blocks.length; i++) {
    const { layout, start, end } = blocks[i];
    if (layout !== 'paragraph-cells') { continue; }
    const before = pageBefore(text, Math.max(blocks[i - 1]?.end ?? 0, start - FARTHEST), start);
    const after = pageBehind(text, end, Math.min(blocks[i + 1]?.start ?? text.length, end + FARTHEST));
    if (before > 0 || after > 0) { (noted ??= [...said])[i] = { ...said[i], pages: { before, after } }; }
  }
  return noted ?? said;
}

function pageBefore(text: string, from: number, to: number): number {
  for (let end = to; end > from;) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const page = pageOn(text, Math.max(from, start), end);
    if (page > 0) { return page; }
    end = start - 1;
  }
  return 0;
}

function pageBehind(text: string, from: number, to: number): number {
  for (let start = from; start < to;) {
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed < 0 ? text.length : lineFeed;
    const page = pageOn(text, start, end);
    if (page > 0) { return page; }
    start = end + 1;
  }
  return 0;
}

/** The bare number that a line holds, else 0. */
function pageOn(text: string, start: number, end: number): number {
  return end - start > LONGEST_LINE ? 0 : Number(BARE.exec(text.slice(start, end))?.[1] ?? 0);
}
