/**
 * A row with more or fewer figures than its table has columns. Rows with fewer, where they are more than a few, have one cause: cells
 * that were left blank, which the conversion dropped.
 */
import type { Cell } from '../model/cell';
import type { Change } from '../model/repair';
import type { TableRow } from '../model/table';
import { message } from '../messages';
import { joined, type Span } from '../text/span';
import { bestAlignment, type Alignment } from './shared/alignments';
import { rowName, written } from './shared/names';
import { oddityRule } from './shared/oddityRule';
import { toldTogether } from './shared/toldTogether';
import type { TableContext } from './rule';

interface Facts {
  readonly row: TableRow;
  readonly found: number;
  readonly due: number;
  /** Figures beyond the last column, where it is certain that they are too many. */
  readonly surplus: readonly Cell[];
}

const rowByRow = oddityRule<'cell-count', Facts>({
  id: 'row-cell-count',
  level: 'error',
  kind: 'cell-count',
  found: ({ row, found, due, extra }) => {
    const surplus = row.values.includes(null) ? [] : extra;
    return { span: spanOf(row, surplus), facts: { row, found, due, surplus }, level: onlyZeros(surplus) ? 'warning' : 'error' };
  },
  explain: ({ facts: { row, found, due, surplus } }) => {
    const key = onlyZeros(surplus) ? 'row-cell-count.surplus' : found > due ? 'row-cell-count.many' : 'row-cell-count.few';
    return message(key, { row: rowName(row.spec!), found, due, extra: written(surplus[0] ?? null) });
  },
  *repairs({ facts }, context) {
    const { row, found, due, surplus } = facts;
    if (onlyZeros(surplus)) {
      yield {
        title: message('row-cell-count.repair.drop', { count: surplus.length, extra: written(surplus[0]) }), kind: 'review',
        preferred: true,
        changes: without(surplus, context),
      };
      return;
    }
    const best = row.values.includes(null) ? bestAlignment(context, row) : null;
    const changes = best && realigned(row, best, context);
    if (best === null || changes === null) { return; }
    yield {
      title: message(found > due ? 'row-cell-count.repair.align' : 'row-cell-count.repair.fill', {
        values: best.values.join(' '), held: best.held, before: best.heldNow,
      }),
      kind: 'review', preferred: true, changes,
    };
  },
});

export const rowCellCount = toldTogether(rowByRow, {
  level: 'warning',
  all: rowsTooShort,
  covers: (rows, { row }) => rows.includes(row),
  placed: (row) => ({ span: spanOf(row, []), message: message('row-cell-count.short', { row: rowName(row.spec!) }) }),
  explain: (rows) => message('row-cell-count.habit', { count: rows.length }),
});

/** Rows with fewer figures than columns. */
function rowsTooShort({ table }: TableContext): TableRow[] {
  return table.oddities.flatMap((oddity) => (oddity.kind === 'cell-count' && oddity.found < oddity.due ? [oddity.row] : []));
}

function onlyZeros(cells: readonly Cell[]): boolean {
  return cells.length > 0 && cells.every(({ content: { amount } }) => amount.kind === 'number' && amount.whole === 0);
}

function spanOf(row: TableRow, surplus: readonly Cell[]): Span {
  if (surplus.length > 0) { return joined(surplus[0], surplus[surplus.length - 1]); }
  return row.label[0] ?? joined(row.slots[0], row.slots[row.slots.length - 1]);
}

/** In a grid the cells stay and are emptied; where cells stand one below the other they go. */
function without(cells: readonly Cell[], { table: { reading } }: TableContext): Change[] {
  return cells.map((cell) => (reading.geometry === 'grid' ? { kind: 'setCell', cell, text: '' } : { kind: 'deleteRow', cells: [cell] }));
}

function realigned(row: TableRow, { values, dropped, added }: Alignment, context: TableContext): Change[] | null {
  if (context.table.reading.geometry === 'grid') { return rewrittenInGrid(row, values); }
  if (dropped.length > 0) { return without(dropped, context); }
  const { slots } = row;
  let next = 0;
  const changes: Change[] = [];
  for (let i = 0; i < values.length; i++) {
    if (!added.includes(i)) { next++; continue; }
    const like = slots[Math.min(next, slots.length - 1)];
    changes.push({ kind: 'insertRow', like: [like], values: [values[i]], side: next < slots.length ? 'before' : 'after' });
  }
  return changes;
}

/** Writes the figures from the row's first figure on. Null where the row has not so many cells. */
function rewrittenInGrid({ slots }: TableRow, values: readonly string[]): Change[] | null {
  const first = slots.findIndex((cell) => cell.content.amount.kind !== 'blank');
  const start = Math.min(first, slots.length - values.length);
  if (start < 0) { return null; }
  return slots.slice(start)
    .flatMap((cell, i) => (cell.content.text === (values[i] ?? '') ? [] : [{ kind: 'setCell', cell, text: values[i] ?? '' }]));
}
