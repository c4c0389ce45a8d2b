/** Rows that are all there, but not in the form's order. */
import type { Change } from '../model/repair';
import type { Table, TableRow } from '../model/table';
import { message } from '../messages';
import { rowName } from './shared/names';
import { oddityRule } from './shared/oddityRule';

interface Facts {
  readonly row: TableRow;
  readonly beside: TableRow;
  readonly side: 'before' | 'after';
}

export const rowOutOfOrder = oddityRule<'row-out-of-order', Facts>({
  id: 'row-out-of-order',
  level: 'warning',
  kind: 'row-out-of-order',
  found: (oddity) => ({ span: oddity.row.label[0], facts: oddity }),
  explain: ({ facts }) => message(`row-out-of-order.${facts.side}`, namesOf(facts)),
  *repairs({ facts }, { table }) {
    const { row, beside, side } = facts;
    if (row.spec!.block !== beside.spec!.block) { return; }
    const changes = staysUnderHeadings(facts, table) ? rotated(facts, table) : null;
    yield {
      title: message(`row-out-of-order.repair.${side}`, namesOf(facts)), kind: 'safe', preferred: true,
      changes: changes ?? [{ kind: 'moveRow', cells: row.cells, beside: beside.cells, side }],
    };
  },
});

function namesOf({ row, beside }: Facts): { row: string; beside: string } {
  return { row: rowName(row.spec!), beside: rowName(beside.spec!) };
}

/** Merged cells cannot move with one row, and a row must not leave the heading it belongs under: there only contents move. */
function staysUnderHeadings({ row, beside, side }: Facts, { reading, headings }: Table): boolean {
  if (reading.cells.some((cell) => cell.rowSpan > 1)) { return true; }
  const from = side === 'after' ? beside.cells[beside.cells.length - 1].start : beside.cells[0].start;
  const at = row.cells[0].start;
  return headings.some(({ cell, spec }) => row.spec!.groups.includes(spec) && cell.start > Math.min(from, at)
    && cell.start < Math.max(from, at));
}

/** Labels and figures go where the row belongs, those between close up. Null where the rows are not of one shape. */
function rotated({ row, beside, side }: Facts, { rows }: Table): Change[] | null {
  const from = rows.indexOf(row);
  const to = rows.indexOf(beside);
  const ring = from > to ? rows.slice(side === 'after' ? to + 1 : to, from + 1) : rows.slice(from, side === 'after' ? to + 1 : to);
  const order = from > to ? [row, ...ring.slice(0, -1)] : [...ring.slice(1), row];
  if (!ring.every((one) => one.label.length === 1 && one.values.length === row.values.length && !one.values.includes(null))) {
    return null;
  }
  return ring.flatMap((target, i) => [target.label[0], ...target.values].flatMap((cell, k) => {
    const { text } = [order[i].label[0], ...order[i].values][k]!.content;
    return text === cell!.content.text ? [] : [{ kind: 'setCell' as const, cell: cell!, text }];
  }));
}
