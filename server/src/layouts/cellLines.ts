/**
 * One cell per line, each line led by a tab, rows parted by blank lines: what converters make of Word tables.
 * Invariant: every line that is neither blank nor a page number (`- 3 -`) ends up in exactly one cell; a line that lost its tab is a loose
 * cell unless it can only be the wrapped rest of the cell above.
 */
import { readCellLines } from './cellLines/read';
import { rowExtent, rowLike, setCell } from './cellLines/write';
import { On } from '../text/lines';
import { tabRegions } from './tabRegions';
import type { Block, Layout } from './layout';
import type { Source } from './source';

export const cellLines: Layout = { id: 'cell-lines', claim, read: readCellLines, setCell, rowExtent, rowLike };

const FEWEST_CELLS = 4;

function claim(source: Source): Block[] {
  if ((source.lines.onAny & On.Tab) === 0) { return []; }
  const blocks: Block[] = [];
  for (const { first, last, cells, rows, hasFigure, hasBlankRow } of tabRegions(source)) {
    if (cells < FEWEST_CELLS || cells <= rows || !(hasFigure || hasBlankRow)) { continue; }
    source.take(first, last);
    blocks.push({ layout: 'cell-lines', start: source.lines.starts[first], end: source.lines.next(last) });
  }
  return blocks;
}
