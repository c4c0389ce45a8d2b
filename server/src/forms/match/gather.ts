/**
 * Makes the labels of a reading in scraps whole, by the words of the forms. Invariant: nothing is lost: every word is part of a label, or
 * a loose cell; loose cells without a key are parts of headings, which say nothing by themselves.
 */
import type { Cell } from '../../model/cell';
import { contentIn, contentOf, type Content } from '../../model/content';
import type { Reading } from '../../model/reading';
import { splitItem } from '../../text/item';
import type { Span } from '../../text/span';
import type { Catalogue } from '../catalogue';
import { bearsLabels } from './labelBeginnings';
import { LONG_ROW, MOST_PIECES, piecesOf, type Chunk, type Piece } from './pieces';
import {
  brokenLabel, mayHeadColumn, segmentsOf, withoutRowsBeside, wordsInRow, type BrokenLabel, type Segment,
} from './segments';
import { isPartOfHeading, vocabularyOf, type Vocabulary } from './vocabulary';
import { weave } from './weave';

/** @param text that of the reading's block @returns null where too few words of a form stand in it */
export function gathered(text: string, reading: Reading, catalogue: Catalogue): Reading | null {
  const vocabulary = vocabularyOf(catalogue);
  return bearsLabels(reading, vocabulary) ? { ...reading, cells: new Gathering(text, reading, vocabulary).run() } : null;
}

class Gathering {
  private readonly pieces: readonly Piece[];
  private readonly chunks: readonly Chunk[];
  private readonly cells: Cell[];

  constructor(private readonly text: string, reading: Reading, private readonly vocabulary: Vocabulary) {
    const { pieces, chunks, loose } = piecesOf(text, reading, vocabulary);
    this.pieces = pieces;
    this.chunks = chunks;
    this.cells = [...loose];
  }

  run(): Cell[] {
    let from = 0;
    this.chunks.forEach((chunk, i) => { from = this.add(chunk, Math.max(from, chunk.from), this.chunks[i + 1]); });
    return this.cells.sort((a, b) => a.start - b.start);
  }

  /** @param from the first piece that is not part of a label above; returns the same for the next chunk */
  private add({ to, figures, isLabelled }: Chunk, from: number, next: Chunk | undefined): number {
    const rest = this.addHeaders(from, to);
    const segments = segmentsOf(this.pieces, rest, to, this.vocabulary);
    if (figures.length === 0) { this.addSegments(segments, 0); return to; }
    const own = isLabelled ? figures.length : 0;
    const isFilled = own > 0 && this.holdsWords(segments, own);
    const broken = isFilled ? null : this.brokenAt(rest, to, segments, next);
    const label = broken?.begun ?? (isLabelled && !isFilled ? this.unknownLabel(segments, to) : to);
    this.addSegments(this.before(label, rest, segments, to), label === to ? own : 0);
    if (label < to) { this.cells.push(this.label(label, to, broken?.key)); }
    const isTold = label < to || isFilled || segments[segments.length - 1]?.isLabel === true;
    this.addFigures(figures, isTold ? this.pieces[to - 1].row : figures[0].row, isTold || figures.length >= LONG_ROW);
    if (broken === null) { return to; }
    this.cells.push(this.scrap(to, broken.next));
    return broken.next;
  }

  /** The segments before a row's label that is not among them, or up to the label that ends them. */
  private before(label: number, from: number, segments: readonly Segment[], to: number): readonly Segment[] {
    const { pieces, vocabulary } = this;
    if (label < to) { return withoutRowsBeside(pieces, segmentsOf(pieces, from, label, vocabulary), label, vocabulary); }
    const last = segments.findLast(({ isLabel }) => isLabel);
    if (last === undefined || mayHeadColumn(pieces, last, vocabulary)) { return segments; }
    return withoutRowsBeside(pieces, segments, last.from, vocabulary);
  }

  /** @param isTold whether they are known to be a row's; else they belong to none */
  private addFigures(figures: readonly Cell[], row: number, isTold: boolean): void {
    for (const figure of figures) { this.cells.push(isTold && figure.row === row ? figure : { ...figure, row, loose: !isTold }); }
  }

  /** Headers whose parts stand one below the other; returns the first piece behind them. */
  private addHeaders(from: number, to: number): number {
    for (let at = from; at < to; at++) {
      if (at > from && this.pieces[at].row === this.pieces[at - 1].row) { continue; }
      const found = weave(this.pieces, at, to, this.vocabulary);
      if (found === null) { continue; }
      this.addSegments(segmentsOf(this.pieces, from, at, this.vocabulary), 0);
      this.addWoven(found.woven, at, found.next);
      return this.addHeaders(found.next, to);
    }
    return from;
  }

  /** The first part of each stands for all of them. */
  private addWoven(woven: readonly (readonly number[])[], from: number, to: number): void {
    const keys = new Map(woven.map(([first, ...below]) => [first, [first, ...below].map((at) => this.pieces[at].words).join('')]));
    for (let at = from; at < to; at++) {
      const { start, end, row } = this.pieces[at];
      const key = keys.get(at);
      const content: Content = { ...contentIn(this.text, start, end), key: key ?? '' };
      this.cells.push(cellOf({ start, end }, content, row, key === undefined));
    }
  }

  /**
   * The label of a row that goes on below its figures, and the piece it begins with: `to` where the label is known by its beginning
   * already. The words right before the next figures are their own label.
   */
  private brokenAt(
    from: number, to: number, segments: readonly Segment[], next: Chunk | undefined,
  ): (BrokenLabel & { readonly begun: number }) | null {
    if (next === undefined) { return null; }
    const end = Math.min(next.isLabelled ? next.to - 1 : next.to, to + MOST_PIECES);
    for (let begun = Math.max(from, to - MOST_PIECES); begun < to; begun++) {
      const label = brokenLabel(this.pieces, begun, to, end, this.vocabulary);
      if (label === null) { continue; }
      const last = segments[segments.length - 1];
      return { ...label, begun: last.isLabel && last.from === begun ? to : begun };
    }
    return null;
  }

  /** Where the label of a row begins that no form has: with its item number, or with its line. */
  private unknownLabel(segments: readonly Segment[], to: number): number {
    let first = segments.length;
    while (first > 0 && !segments[first - 1].isLabel) { first--; }
    if (first === segments.length) { return to; }
    const { row } = this.pieces[to - 1];
    let label = to;
    for (let at = segments.length - 1; at >= first; at--) {
      const { from } = segments[at];
      if (splitItem(this.pieces[from].words).item !== null) { label = from; break; }
      if (this.pieces[from].row === row) { label = from; }
    }
    return isPartOfHeading(this.vocabulary, this.pieces.slice(label, to).map(({ words }) => words).join('')) ? to : label;
  }

  /** @param figures how many follow in the line of the last segment */
  private addSegments(segments: readonly Segment[], figures: number): void {
    for (let at = 0; at < segments.length; at++) {
      const { from, to, isLabel } = segments[at];
      this.cells.push(isLabel ? this.label(from, to) : this.leftOver(from));
      const end = isLabel ? at + wordsInRow(this.pieces, segments, at, figures, this.vocabulary) : at;
      while (at < end) { const word = segments[++at].from; this.cells.push(this.label(word, word + 1)); }
    }
  }

  /** Whether words stand among the figures that the segments and a line end with. */
  private holdsWords(segments: readonly Segment[], figures: number): boolean {
    const label = segments.findLastIndex(({ isLabel }) => isLabel);
    const words = label < 0 ? 0 : wordsInRow(this.pieces, segments, label, figures, this.vocabulary);
    return words > 0 && label + words === segments.length - 1;
  }

  /**
   * A cell that may reach over several lines, and stands in the last of them.
   * @param key that of the whole label, where this is its beginning
   */
  private label(from: number, to: number, key?: string): Cell {
    const { start } = this.pieces[from];
    const { end, row } = this.pieces[to - 1];
    const content = this.contentOf(from, to);
    return cellOf({ start, end }, key === undefined ? content : { ...content, key }, row, false);
  }

  private scrap(from: number, to: number): Cell {
    const whole = this.label(from, to);
    return { ...whole, content: { ...whole.content, key: '' }, loose: true };
  }

  private leftOver(at: number): Cell {
    const isKnown = isPartOfHeading(this.vocabulary, this.pieces[at].words);
    return isKnown ? this.scrap(at, at + 1) : { ...this.label(at, at + 1), loose: true };
  }

  private contentOf(from: number, to: number): Content {
    const { pieces, text } = this;
    if (pieces[from].row === pieces[to - 1].row) { return contentIn(text, pieces[from].start, pieces[to - 1].end); }
    let joined = '';
    for (let at = from; at < to; at++) {
      const isNext = at > from && pieces[at].row === pieces[at - 1].row;
      joined += (isNext ? text.slice(pieces[at - 1].end, pieces[at].start) : '') + text.slice(pieces[at].start, pieces[at].end);
    }
    return contentOf(joined);
  }
}

function cellOf({ start, end }: Span, content: Content, row: number, loose: boolean): Cell {
  return { start, end, slot: { start, end }, content, row, column: -1, rowSpan: 1, columnSpan: 1, loose };
}
