/**
 * Sum, count and average of the figures in a selection. Invariant: exact decimals, the amounts that the equations use; figures
 * with different units are counted and not added.
 */
import Big from 'big.js';
import type { Analysis } from '../analysis/analysis';
import type { NumberAmount } from '../model/amount';
import type { SelectionSum } from '../protocol/selection';
import type { Span } from '../text/span';
import { lastStarting } from './spot';

/** @param selected in offsets of the document; null where fewer than two figures are selected */
export function selectionSumOf(analysis: Analysis, selected: readonly Span[]): SelectionSum | null {
  const amounts = amountsIn(analysis, selected);
  const count = amounts.length;
  if (count < 2) { return null; }
  const units = new Set(amounts.map(({ unit }) => unit).filter((unit) => unit !== ''));
  if (units.size > 1) { return { count, sum: null, average: null, isRounded: false, unit: '' }; }
  const sum = sumOf(amounts);
  const average = sum.div(count);
  const isRounded = !average.times(count).eq(sum);
  return { count, sum: sum.toFixed(), average: isRounded ? average.toFixed(2) : average.toFixed(), isRounded, unit: [...units][0] ?? '' };
}

/** The figures of the cells that a selection touches, each once. */
function amountsIn({ tables }: Analysis, selected: readonly Span[]): NumberAmount[] {
  const found = new Map<number, NumberAmount>();
  for (const { start, end } of selected) {
    if (start >= end) { continue; }
    const first = Math.max(0, lastStarting(tables, start, (table) => table.span.start));
    for (let i = first; i < tables.length && tables[i].span.start < end; i++) {
      const { table: { reading: { cells } }, start: base, span } = tables[i];
      const from = Math.max(start, span.start) - base;
      const to = Math.min(end, span.end) - base;
      for (let c = Math.max(0, lastStarting(cells, from, (cell) => cell.start)); c < cells.length && cells[c].start < to; c++) {
        const { amount } = cells[c].content;
        if (amount.kind === 'number' && cells[c].end > from) { found.set(base + cells[c].start, amount); }
      }
    }
  }
  return [...found.values()];
}

/** Whole numbers are added as such as long as that is exact. */
function sumOf(amounts: readonly NumberAmount[]): Big {
  let wholes = 0;
  let rest = new Big(0);
  for (const { whole, value } of amounts) {
    if (Number.isSafeInteger(wholes + whole)) { wholes += whole; } else { rest = rest.plus(value); }
  }
  return rest.plus(wholes);
}
