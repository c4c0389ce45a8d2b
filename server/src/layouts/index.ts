/**
 * All layouts, in the order in which they claim lines. Invariant: recognised by content, never by file name or language, but for
 * CSV, since commas are everywhere; blocks come in document order and do not overlap.
 */
import { Source } from './source';
import type { Block, Layout } from './layout';
import type { LayoutId } from '../model/reading';
import type { Lines } from '../text/lines';
import { html } from './html';
import { pipes } from './pipes';
import { barCells } from './barCells';
import { closedCells } from './closedCells';
import { ledCells } from './ledCells';
import { tabs } from './tabs';
import { cellLines } from './cellLines';
import { paragraphCells } from './paragraphCells';
import { gridLines } from './gridLines';
import { columns } from './columns';
import { spacedRows } from './spacedRows';
import { csv } from './csv';

/** Order matters: the surer a layout's marks are, the earlier it claims. */
const LAYOUTS: readonly Layout[] = [
  html, gridLines, closedCells, ledCells, barCells, pipes, cellLines, tabs, paragraphCells, columns, spacedRows,
];
const BY_ID = new Map<LayoutId, Layout>([...LAYOUTS, csv].map((layout) => [layout.id, layout]));

export function layoutOf(id: LayoutId): Layout {
  return BY_ID.get(id)!;
}

/**
 * The stretches of a text that hold tables, in order.
 * @param language 'csv' for a file of comma-separated values
 * @param lines those of the text, where they are known already
 */
export function findBlocks(text: string, language = '', lines?: Lines): Block[] {
  const source = new Source(text, lines);
  if (language === 'csv') { return csv.claim(source); }
  const blocks: Block[] = [];
  for (const layout of LAYOUTS) {
    blocks.push(...layout.claim(source));
    // In HTML a comment may stand anywhere within a table; to all others it is a line of its own.
    if (layout === html) { source.takeDirectives(); }
  }
  return blocks.sort((a, b) => a.start - b.start);
}
