/**
 * HTML tables, in web pages and inside Markdown or plain text. Invariant: a block is one `<table>` element (or what is
 * there of it), and writing touches text and rows only, never a tag that is not part of them.
 */
import { claimTables } from './html/find';
import { readTable } from './html/read';
import { groupInsertion } from './html/groups';
import { rowDeletion, rowExtent, rowInsertion, rowLike } from './html/rows';
import { setCell } from './html/write';
import type { Layout } from './layout';

export const html: Layout = {
  id: 'html', claim: claimTables, read: readTable, setCell, rowExtent, rowLike, rowInsertion, rowDeletion, groupInsertion,
};
