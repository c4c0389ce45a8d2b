/**
 * Repairs in table terms, and the text edits they become. Invariant: a rule says what should change, never how it is
 * written; only the layout that read the table turns a change into text. A repair that changes a reported figure is
 * `review` unless arithmetic proves it from both sides.
 */
import type { Span } from '../text/span';
import type { Cell } from './cell';
import type { FormTable } from './form';
import type { Message } from './message';

/** Replace `text.slice(start, end)` by `newText`. Edits of one repair do not overlap. */
export interface TextEdit extends Span {
  readonly newText: string;
}

/** New rows shaped like `like` (all cells of one row; of a group, its first row with its heading), each with its values in their place. */
export interface RowsLike { readonly like: readonly Cell[]; readonly rows: readonly (readonly string[])[] }

export type Change =
  /** Write this text into the cell. */
  | { readonly kind: 'setCell'; readonly cell: Cell; readonly text: string }
  /** A new row shaped like `like` (all cells of one row) with `values` in their place, before or after it. */
  | { readonly kind: 'insertRow'; readonly like: readonly Cell[]; readonly values: readonly string[]; readonly side: 'before' | 'after' }
  /** Rows of groups that stand nowhere yet, and rows that close them, below the row of `beside`. */
  | { readonly kind: 'insertGroup'; readonly parts: readonly RowsLike[]; readonly beside: readonly Cell[] }
  | { readonly kind: 'deleteRow'; readonly cells: readonly Cell[] }
  /** The row of `cells` goes to stand before or after the row of `beside`. */
  | { readonly kind: 'moveRow'; readonly cells: readonly Cell[]; readonly beside: readonly Cell[]; readonly side: 'before' | 'after' }
  | { readonly kind: 'replaceText'; readonly span: Span; readonly text: string }
  /** The form's table without figures, as a paragraph of its own below the line that ends at `at`, led by a line of text ('' for none). */
  | { readonly kind: 'insertTable'; readonly at: number; readonly lead: string; readonly table: FormTable };

export interface Repair {
  readonly title: Message;
  /** safe: never changes a reported figure, or only its writing. review: a person has to look. */
  readonly kind: 'safe' | 'review';
  readonly preferred: boolean;
  readonly changes: readonly Change[];
}
