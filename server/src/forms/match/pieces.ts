/**
 * The words and figures of a reading in scraps, as its lines have them. Invariant: pieces ascend; a chunk is the words up to the figures of
 * one line, and every figure belongs to one chunk; a bare number alone on a line is a page's unless the only figure of a row is due there.
 */
import type { Cell } from '../../model/cell';
import type { Reading } from '../../model/reading';
import { splitItem } from '../../text/item';
import { normalForm } from '../../text/normal';
import type { Span } from '../../text/span';
import { namesRowOf } from './meanings';
import type { Vocabulary } from './vocabulary';

/** A word, or what of one may begin a label: `不予公开1.属于国家秘密` is two. */
export interface Piece extends Span {
  readonly row: number;
  /** In normal form, item number included. */
  readonly words: string;
}

export interface Chunk {
  /** The pieces [from, to) stand before the figures. */
  readonly from: number;
  readonly to: number;
  readonly figures: readonly Cell[];
  /** The figures stand in the line of the last piece. */
  readonly isLabelled: boolean;
}

export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly chunks: readonly Chunk[];
  /** Lines that are no words of a table. */
  readonly loose: readonly Cell[];
}

const BARE = /^\d{1,3}$/;
/** So many figures stand in a row without a label. */
export const LONG_ROW = 10;
const NO_FIGURES: readonly Cell[] = [];
/** A label comes in no more pieces, even where each of its characters stands apart. */
export const MOST_PIECES = 64;
/** Where a label may begin within a word. */
const ITEM_WITHIN = /(?<=[^\s(（“"])(?=[(（][一二三四五六七八九十]{1,2}[)）]|(?<![\d.．])\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]、)/;

export function piecesOf(text: string, { cells }: Reading, vocabulary: Vocabulary): Pieces {
  const pieces: Piece[] = [];
  const chunks: Chunk[] = [];
  const loose: Cell[] = [];
  let from = 0;
  for (let first = 0; first < cells.length;) {
    let next = first;
    while (next < cells.length && cells[next].row === cells[first].row) { next++; }
    const words = firstFigure(cells, first, next);
    const figures = cells.slice(words, next);
    if (cells[first].loose) {
      loose.push(cells[first]);
    } else if (words === first && figures.length === 1 && !isOnlyFigure(figures[0], pieces, from, vocabulary)) {
      if (figures[0].content.amount.kind !== 'number') { addPieces(text, figures[0], pieces); }
    } else {
      for (let at = first; at < words; at++) { addPieces(text, cells[at], pieces); }
      if (figures.length > 0) {
        chunks.push({ from, to: pieces.length, figures, isLabelled: words > first });
        from = pieces.length;
      }
    }
    first = next;
  }
  if (from < pieces.length) { chunks.push({ from, to: pieces.length, figures: NO_FIGURES, isLabelled: false }); }
  return { pieces, chunks, loose };
}

/** The first of the figures that a line ends with; of a long row without a label, one of them may be a word. */
function firstFigure(cells: readonly Cell[], first: number, next: number): number {
  let at = next;
  while (at > first && cells[at - 1].content.key === '') { at--; }
  if (at === first || next - first < LONG_ROW) { return at; }
  let words = 0;
  for (let word = first; word < at; word++) { if (cells[word].content.key !== '') { words++; } }
  return words === 1 ? first : at;
}

function addPieces(text: string, { start, end, row }: Cell, pieces: Piece[]): void {
  let at = start;
  for (const part of text.slice(start, end).split(ITEM_WITHIN)) {
    pieces.push({ start: at, end: at + part.length, row, words: normalForm(part) });
    at += part.length;
  }
}

/** Whether a figure alone on its line can be no page number, or the row above it has no other. */
function isOnlyFigure({ content: { text } }: Cell, pieces: readonly Piece[], from: number, vocabulary: Vocabulary): boolean {
  if (!BARE.test(text)) { return true; }
  let words = '';
  for (let at = pieces.length - 1; at >= from && pieces.length - at <= MOST_PIECES; at--) {
    words = pieces[at].words + words;
    if (namesRowOf(1, vocabulary.catalogue.meanings(splitItem(words).rest))) { return true; }
  }
  return false;
}
