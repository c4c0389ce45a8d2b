/**
 * Turns a repair of a document rule into text edits: of the text itself, of the cells of one of its tables, or a table put in. Invariant:
 * edits are in offsets of the document; a repair that cannot be written whole is not offered at all.
 */
import { blankGrid } from '../forms/blankGrid';
import { layoutForNew, newTable } from '../layouts/newTable';
import type { LayoutId } from '../model/reading';
import type { Change, Repair, TextEdit } from '../model/repair';
import type { DocumentContext } from '../rules/rule';
import { lineEndOf } from '../text/lines';
import { shifted } from '../text/span';
import { editsOf } from './mend';

export function documentEdits(repair: Repair, context: DocumentContext): TextEdit[] | null {
  const [first] = repair.changes;
  if (first.kind === 'setCell') { return cellEdits(repair, first, context); }
  const edits: TextEdit[] = [];
  for (const change of repair.changes) {
    if (change.kind === 'replaceText') {
      edits.push({ ...change.span, newText: change.text });
    } else if (change.kind === 'insertTable') {
      edits.push(tableEdit(change, context));
    } else {
      return null;
    }
  }
  return edits;
}

function cellEdits(repair: Repair, { cell }: Extract<Change, { kind: 'setCell' }>, { tables }: DocumentContext): TextEdit[] | null {
  const own = tables.find(({ context: { table } }) => table.reading.cells.includes(cell));
  if (own === undefined) { return null; }
  const edits = editsOf(repair, own.context.text, own.context.table.reading);
  return edits && edits.map((edit) => ({ ...edit, ...shifted(edit, own.start) }));
}

/** Written as the document's other tables are. */
function tableEdit({ at, lead, table }: Extract<Change, { kind: 'insertTable' }>, { text, tables }: DocumentContext): TextEdit {
  const layout = layoutForNew(tables[0]?.context.table.reading.layout ?? usualLayout(text));
  const lineEnd = lineEndOf(text);
  const heading = lead !== '' && layout === 'html' && isPage(text) ? `<p>${lead}</p>` : lead;
  const parts = [heading, newTable(blankGrid(table), layout, lineEnd)].filter((part) => part !== '');
  return { start: at, end: at, newText: parts.map((part) => lineEnd + lineEnd + part).join('') };
}

/** Where a document has no table yet: a web page has elements; in Markdown, which its headings show, bars; else tabs. */
function usualLayout(text: string): LayoutId {
  return isPage(text) ? 'html' : MARKDOWN.test(text) ? 'pipes' : 'tabs';
}

/** Its paragraphs and headings are elements. */
function isPage(text: string): boolean { return ELEMENT.test(text); }

const ELEMENT = /<\/(?:p|h[1-6])\s*>/i;
const MARKDOWN = /^#{1,6}\s/m;
