/**
 * HTML tables, in web pages and inside Markdown or plain text. Invariant: what is claimed is one `<table>` element (or what is
 * there of it), what is read may be several that a page break parted; writing touches text, rows and their spans only.
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
