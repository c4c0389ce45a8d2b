/**
 * A report with its official tables written anew, as some converter would. Invariant: the figures and all prose stay; only how the
 * tables' cells are parted changes.
 */
import { analyze } from '../../server/src/analysis/analyze';
import type { Grid } from './grid';
import { gridOf } from './sheet';

export function rewritten(text: string, write: (grid: Grid) => string): string {
  let out = '';
  let from = 0;
  for (const { start, span, table } of analyze(text).tables) {
    if (table.form === null) { continue; }
    const figures = table.places.map((cell) => (cell === null ? '' : text.slice(start + cell.start, start + cell.end)));
    out += `${text.slice(from, span.start).replace(BARS_BEHIND, '')}\n\n${write(gridOf(table.form, figures))}\n\n`;
    from = span.end;
  }
  return out + text.slice(from);
}

/** The bar that opens the first cell of a table stands before its span. */
const BARS_BEHIND = /[\s|]+$/;
