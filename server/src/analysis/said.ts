/**
 * What is said of a block around it: comments to Gouji, a note on rounding, page numbers. Invariant: it is part of what the block's
 * analysis depends on; where the same is said, the analysis of the same text holds.
 */
import type { Declaration, Mistake } from '../equations/infer/declared';
import type { PagesAround } from '../forms/match/pageNumbers';

/** What is said of one block. */
export interface Said {
  /** The comments' own text, one a line. */
  readonly comments: string;
  readonly isOff: boolean;
  /** A note says that its figures are rounded and may not add up. */
  readonly isRounded: boolean;
  readonly pages: PagesAround;
  readonly declarations: readonly Declaration[];
  /** Offset of each declaration's text in the document. */
  readonly starts: readonly number[];
  /** Comments that cannot be read, in offsets of the document. */
  readonly mistakes: readonly Mistake[];
}

export const NOTHING_SAID: Said = {
  comments: '', isOff: false, isRounded: false, pages: { before: 0, after: 0 }, declarations: [], starts: [], mistakes: [],
};

/** Wherever in the document it stands: `starts` and the places of mistakes may differ. */
export function isSaidAlike(a: Said, b: Said): boolean {
  return a === b || (a.comments === b.comments && a.isRounded === b.isRounded
    && a.pages.before === b.pages.before && a.pages.after === b.pages.after);
}
