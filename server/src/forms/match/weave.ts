/**
 * Headers whose parts stand one below the other, column by column: `商业 科研 其他` over `企业 机构`. Invariant: lines are taken for such
 * headers only where every word of the lower ones ends a label of a column whose beginning stands above it, in order.
 */
import type { Piece } from './pieces';
import { headsColumn, isPartOfHeading, type Vocabulary } from './vocabulary';

/** Columns of one table. */
const MOST_LINES = 4;
const LEAST_JOINED = 2;
/** A note of so many characters stands beside the headers. */
const NOTE = 5;

/** A header: the pieces it is made of, from above. */
export type Woven = readonly number[];

/** The headers that a few lines hold together, and the first piece behind them. */
export interface WovenLines { readonly woven: readonly Woven[]; readonly next: number }

/** @param from, to the pieces that are looked at, from the first of a line on; null where no headers begin there */
export function weave(pieces: readonly Piece[], from: number, to: number, vocabulary: Vocabulary): WovenLines | null {
  const lines = linesFrom(pieces, from, to);
  for (let count = Math.min(MOST_LINES, lines.length); count > 1; count--) {
    const own = lines.slice(0, count);
    const woven = wovenLines(pieces, own.map((line) => line.filter((at) => !isNote(pieces[at], vocabulary))), vocabulary);
    if (woven !== null) { return { woven, next: own[count - 1][own[count - 1].length - 1] + 1 }; }
  }
  return null;
}

function linesFrom(pieces: readonly Piece[], from: number, to: number): number[][] {
  const lines: number[][] = [];
  for (let at = from; at < to && lines.length <= MOST_LINES; at++) {
    if (at === from || pieces[at].row !== pieces[at - 1].row) { lines.push([]); }
    lines[lines.length - 1].push(at);
  }
  return lines.slice(0, MOST_LINES);
}

function isNote({ words }: Piece, vocabulary: Vocabulary): boolean {
  return words.length >= NOTE && !headsColumn(vocabulary, words) && isPartOfHeading(vocabulary, words);
}

function wovenLines(pieces: readonly Piece[], [top, ...below]: readonly (readonly number[])[], vocabulary: Vocabulary): Woven[] | null {
  const used = below.map(() => 0);
  const woven: Woven[] = [];
  let joined = 0;
  for (const at of top) {
    let parts: number[] = [];
    const own = [at];
    let words = pieces[at].words;
    if (headsColumn(vocabulary, words)) { parts = [at]; }
    for (let line = 0; line < below.length && used[line] < below[line].length; line++) {
      const part = below[line][used[line]];
      own.push(part);
      words += pieces[part].words;
      if (headsColumn(vocabulary, words)) { parts = [...own]; }
    }
    if (parts.length === 0) { return null; }
    for (let line = 0; line < parts.length - 1; line++) { used[line]++; }
    if (parts.length > 1) { joined++; }
    woven.push(parts);
  }
  return joined >= LEAST_JOINED && used.every((count, line) => count === below[line].length) ? woven : null;
}
