/**
 * Words side by side made labels of the forms. Invariant: of all ways to part the words, the one is taken in which labels cover the most
 * characters, the fewest labels among equals; words that no label covers stay by themselves.
 */
import { splitItem } from '../../text/item';
import { namesRowOf } from './meanings';
import { MOST_PIECES, type Piece } from './pieces';
import { headsColumn, isPartOfHeading, type Vocabulary } from './vocabulary';

/** The pieces [from, to): a label, or one piece that is part of none. */
export interface Segment { readonly from: number; readonly to: number; readonly isLabel: boolean }

/** What a character that is covered weighs, beside one label more. */
const CHARACTER = 100;
/** An item number whose label stands in the next piece. */
const ITEM_ALONE = /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十\d]{1,3}[、.)])[、.]?$/;
/** One whose mark does. */
const NUMBER = /^[一二三四五六七八九十\d]{1,3}$/;
const MARK = /^[、.)]/;

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
      if (!vocabulary.beginnings.has(rest) && !isItem(joined, pieces[from + end + 1]?.words)) { break; }
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

/**
 * Where a line ends in the label of a row and its figures, what reads as another row's label before it is a part of a heading: 其他 of
 * 其他处理.
 * @param label the piece that the row's own label begins with
 */
export function withoutRowsBeside(
  pieces: readonly Piece[], segments: readonly Segment[], label: number, { catalogue }: Vocabulary,
): readonly Segment[] {
  const { row } = pieces[label];
  return segments.flatMap((segment): readonly Segment[] => {
    const { from, to, isLabel } = segment;
    if (!isLabel || from >= label || pieces[to - 1].row !== row) { return [segment]; }
    const meanings = catalogue.meanings(keyOf(pieces, from, to));
    const isRow = meanings.some(({ kind }) => kind === 'row') && !meanings.some(({ kind }) => kind === 'heading');
    return isRow ? Array.from({ length: to - from }, (_, i) => ({ from: from + i, to: from + i + 1, isLabel: false })) : [segment];
  });
}

/** Whether a label may stand in a header as well. */
export function mayHeadColumn(pieces: readonly Piece[], { from, to }: Segment, vocabulary: Vocabulary): boolean {
  return headsColumn(vocabulary, keyOf(pieces, from, to));
}

function keyOf(pieces: readonly Piece[], from: number, to: number): string {
  let joined = '';
  for (let at = from; at < to; at++) { joined += pieces[at].words; }
  return splitItem(joined).rest;
}

function isItem(words: string, next = ''): boolean { return ITEM_ALONE.test(words) || (NUMBER.test(words) && MARK.test(next)); }

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

/** A figure, perhaps with a letter in it. */
const FIGURE = /^[!-~]*\d[!-~]*$/;
const LONGEST_WORD = 6;
/** What may stand by itself where the only figure of a row is due, but for a figure: a short word that is no unit. */
const WORD = /^(?![件项条个宗次元]$|万元$)[\u4e00-\u9fff]{1,4}$/;

/**
 * Behind the label of a row, in its line, how many segments are no labels but what the row has in place of figures: with the figures behind
 * them as many as it has columns. 0 for none.
 * @param figures how many figures follow in the line of the last segment
 */
export function wordsInRow(
  pieces: readonly Piece[], segments: readonly Segment[], label: number, figures: number, vocabulary: Vocabulary,
): number {
  const { from, to } = segments[label];
  const { row } = pieces[to - 1];
  let end = label + 1;
  let holdsFigure = false;
  while (end < segments.length && !segments[end].isLabel && pieces[segments[end].from].row === row) {
    const { words } = pieces[segments[end].from];
    if (FIGURE.test(words)) { holdsFigure = true; } else if (words.length > LONGEST_WORD || splitItem(words).item !== null) { return 0; }
    end++;
  }
  const words = end - label - 1;
  if (words === 0 || (end < segments.length && pieces[segments[end].from].row === row)) { return 0; }
  const behind = end === segments.length ? figures : 0;
  if (!namesRowOf(words + behind, vocabulary.catalogue.meanings(keyOf(pieces, from, to)))) { return 0; }
  return holdsFigure || behind > 0 || (words === 1 && isWord(pieces[to].words, vocabulary)) ? words : 0;
}

function isWord(words: string, vocabulary: Vocabulary): boolean { return WORD.test(words) && !isPartOfHeading(vocabulary, words); }
