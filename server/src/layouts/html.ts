/**
 * HTML tables, in web pages and inside Markdown or plain text. Invariant: a block is one `<table>` element (or what is
 * there of it), and writing touches text and rows only, never a tag that is not part of them.
 */
import type { Cell } from '../model/cell';
import type { Reading } from '../model/reading';
import type { TextEdit } from '../model/repair';
import { claimTables } from './html/find';
import { readTable } from './html/read';
import { rowDeletion, rowExtent, rowInsertion, rowLike } from './html/rows';
import { setCell } from './html/write';
import type { Layout } from './layout';

/** What a layout can do whose cells span rows: change a row together with the cells that reach over it. */
export interface SpanningRows {
  /**
   * The edits that add a row shaped like the row of `cells` beside it, in the same group of spanned rows. Where one of
   * `cells` starts such a group and its value is new, the row before it stands outside the group. Null where impossible.
   */
  rowInsertion(text: string, reading: Reading, cells: readonly Cell[], values: readonly string[], side: 'before' | 'after'): TextEdit[] | null;
  /** The edits that take the row of `cells` out and shorten what spans over it. Null where the row starts a span. */
  rowDeletion(text: string, reading: Reading, cells: readonly Cell[]): TextEdit[] | null;
}

export const html: Layout & SpanningRows = {
  id: 'html', claim: claimTables, read: readTable, setCell, rowExtent, rowLike, rowInsertion, rowDeletion,
};
