/**
 * What a growing selection takes in: cell, row, block, table, section, document. Invariant: each range holds the offset and
 * the range before it, and is larger.
 */
import type { SelectionRange } from 'vscode-languageserver';
import type { Analysis } from '../analysis/analysis';
import type { TableRow } from '../model/table';
import { contains, joined, shifted, type Span } from '../text/span';
import { positionsOf } from './position';
import { sectionsAround } from './sections';
import { rowOf, spotAt, type Spot } from './spot';

export function selectionRangeOf(analysis: Analysis, offset: number): SelectionRange {
  const positions = positionsOf(analysis);
  const spans: Span[] = [...sectionsAround(analysis, offset).reverse(), { start: 0, end: analysis.text.length }];
  const spot = spotAt(analysis, offset);
  if (spot !== null) { spans.unshift(...spansOf(spot)); }
  let range: SelectionRange | undefined;
  let outer: Span | undefined;
  for (const span of spans.reverse()) {
    if (!contains(span, offset) || (outer !== undefined && !isWithin(span, outer))) { continue; }
    range = { range: positions.range(span), parent: range };
    outer = span;
  }
  return range!;
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && (outer.start < inner.start || inner.end < outer.end);
}

/** Innermost first. */
function spansOf({ table: { table, start, span: whole }, cell, span }: Spot): Span[] {
  const row = rowOf(table.rows, cell);
  if (row === null) { return [span, whole]; }
  const block = row.spec === null ? undefined : table.rows.filter((other) => other.spec?.block === row.spec!.block);
  return [
    span, shifted(rowSpan(row), start),
    ...(block === undefined ? [] : [shifted(joined(rowSpan(block[0]), rowSpan(block.at(-1)!)), start)]), whole,
  ];
}

/** From the row's first cell to its last. */
export function rowSpan({ cells }: TableRow): Span {
  return joined(cells[0], cells[cells.length - 1]);
}
