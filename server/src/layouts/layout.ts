/**
 * What a layout is: the reader and the writer of one kind of table. Invariant: reading loses nothing (every cell's span
 * slices its content), and what a layout writes it reads back as the same cells. No layout knows forms or rules.
 */
import type { Cell } from '../model/cell';
import type { LayoutId, Reading } from '../model/reading';
import type { Span } from '../text/span';
import type { RowsLike, TextEdit } from '../model/repair';
import type { Source } from './source';

/** A stretch of text that one layout claims: whole lines, but for HTML, where tables may share one. */
export interface Block extends Span {
  readonly layout: LayoutId;
  /** Where lines that are blank, or without a mark, part its rows: what they part. One table only if a form says so. */
  readonly runs?: readonly RowRun[];
}

/** Rows that follow each other; `isTable`: by themselves. */
export interface RowRun extends Span { readonly isTable: boolean }

export interface Layout {
  readonly id: LayoutId;
  /**
   * The blocks of this layout among the lines not yet taken, in order; marks their lines as taken in `source`.
   * Must be linear in the text and return at once where the text cannot hold such a table.
   */
  claim(source: Source): Block[];
  /** Reads one block's own text (spans are offsets into it), or null when it turns out to hold no table. */
  read(text: string): Reading | null;
  /** Writes `value` (plain text) into a cell, keeping padding, tags and line ends. Writing a cell's own text changes nothing. */
  setCell(text: string, cell: Cell, value: string): TextEdit;
  /**
   * Everything that goes when these cells of one table row are deleted: line ends, tags or separators included, so
   * that deleting it leaves the neighbours as they were. Null where the row cannot be cut out (cells that span rows).
   */
  rowExtent(text: string, reading: Reading, cells: readonly Cell[]): Span | null;
  /**
   * The text of a new row shaped like `cells` (one row) but with `values` in their place, ready to be inserted at
   * either end of that row's extent. values[i] replaces the content of cells[i]. Null where that cannot be written.
   */
  rowLike(text: string, reading: Reading, cells: readonly Cell[], values: readonly string[]): string | null;
  /**
   * Where cells span rows: the edits that add rows shaped like the row of `cells` beside it, in the same group of spanned
   * rows; `rows` has the values of each. Where one of `cells` starts such a group and its value is new, rows before it stand
   * outside the group. Null where impossible. Layouts without spans leave it out: extent and rowLike say it all.
   */
  rowInsertion?(
    text: string, reading: Reading, cells: readonly Cell[], rows: readonly (readonly string[])[], side: 'before' | 'after',
  ): TextEdit[] | null;
  /**
   * Where a heading spans the rows of its group: the edits that put rows of groups of their own, and rows that close them, below the row of
   * `beside`, part by part. Null where impossible.
   */
  groupInsertion?(text: string, reading: Reading, parts: readonly RowsLike[], beside: readonly Cell[]): TextEdit[] | null;
  /** The edits that take the row of `cells` out and shorten what spans over it. Null where the row starts a span. */
  rowDeletion?(text: string, reading: Reading, cells: readonly Cell[]): TextEdit[] | null;
}
