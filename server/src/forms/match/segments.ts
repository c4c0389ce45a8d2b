/**
 * Words side by side made labels of the forms. Invariant: of all ways to part the words, the one is taken in which labels cover the most
 * characters, the fewest labels among equals; words that no label covers stay by themselves.
 */
import { splitItem } from '../../text/item';
import { MOST_PIECES, type Piece } from './pieces';
import type { Vocabulary } from './vocabulary';

/** The pieces [from, to): a label, or one piece that is part of none. */
export interface Segment { readonly from: number; readonly to: number; readonly isLabel: boolean }

/** What a character that is covered weighs, beside one label more. */
const CHARACTER = 100;
/** An item number whose label stands in the next piece. */
const ITEM_ALONE = /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[、.)])[、.]?$/;

/** @param from, to the pieces that are looked at */
export function segmentsOf(pieces: readonly Piece[], from: number, to: number, vocabulary: Vocabulary): Segment[] {
  const count = to - from;
  const score = new Int32Array(count + 1);
  const next = new Int32Array(count);
  for (let at = count - 1; at >= 0; at--) {
    score[at] = score[at + 1];
    let joined = '';
    for (let end = at; end < count && end - at < MOST_PIECES; end++) {
      joined += pieces[from + end].words;
      const { rest } = splitItem(joined);
      const isNumbered = end > at && ITEM_ALONE.test(pieces[from + end].words);
      if (!isNumbered && vocabulary.catalogue.meanings(rest).length > 0) {
        const own = joined.length * CHARACTER - 1 + score[end + 1];
        if (own > score[at]) { score[at] = own; next[at] = end + 1; }
      }
      if (!vocabulary.beginnings.has(rest) && !ITEM_ALONE.test(joined)) { break; }
    }
  }
  const segments: Segment[] = [];
  for (let at = 0; at < count;) {
    const end = next[at] > 0 ? next[at] : at + 1;
    segments.push({ from: from + at, to: from + end, isLabel: next[at] > 0 });
    at = end;
  }
  return segments;
}

/** The label of a row that begins in one line and goes on behind the figures: its key, and the first piece behind it. */
export interface BrokenLabel { readonly key: string; readonly next: number }

/** The longest label of a row that begins with the pieces [begun, at) and goes on with those from `at` on; null for none. */
export function brokenLabel(pieces: readonly Piece[], begun: number, at: number, to: number, vocabulary: Vocabulary): BrokenLabel | null {
  let joined = '';
  for (let piece = begun; piece < at; piece++) { joined += pieces[piece].words; }
  let found: BrokenLabel | null = null;
  for (let next = at; next < to && vocabulary.beginnings.has(splitItem(joined).rest); next++) {
    joined += pieces[next].words;
    const key = splitItem(joined).rest;
    if (vocabulary.beginnings.has(key) && vocabulary.catalogue.meanings(key).some(({ kind }) => kind === 'row')) {
      found = { key, next: next + 1 };
    }
  }
  return found;
}
