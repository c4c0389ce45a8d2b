/** Three or more rows on end that are wholly blank, or a whole table: one finding, from the first label to the last. */
import { message } from '../messages';
import { blanksOf, type BlankRow } from './shared/blanks';
import type { FaultyCell } from './shared/cellFaults';
import { fillRepair, ZERO } from './shared/fill';
import { rowName } from './shared/names';
import { joined } from '../text/span';
import { hasNoFaults, tableRule } from './rule';

interface BlockFacts {
  readonly first: string;
  readonly last: string;
  readonly rows: number;
  /** Every cell of the table is blank. */
  readonly isWhole: boolean;
  readonly cells: readonly FaultyCell[];
}

export const blankBlock = tableRule<BlockFacts>({
  id: 'blank-block',
  level: 'warning',
  idle: hasNoFaults,
  *find(context) {
    const { blocks } = blanksOf(context);
    for (const block of blocks) {
      const [first, last] = [block[0], block[block.length - 1]];
      yield {
        rule: 'blank-block', span: joined(headOf(first), headOf(last)),
        facts: {
          first: rowName(first.row.spec!), last: rowName(last.row.spec!), rows: block.length,
          isWhole: blocks.length === 1 && block.length === context.form.rows.length,
          cells: block.flatMap(({ cells }) => cells),
        },
      };
    }
  },
  explain: ({ facts: { first, last, rows, isWhole, cells } }) => (isWhole
    ? message('blank-block.table', { count: cells.length }) : message('blank-block', { first, last, rows, count: cells.length })),
  *repairs({ facts: { cells } }, context) {
    if (!cells.every(({ place }) => context.deductions.get(place)?.value.eq(0))) { return; }
    yield* fillRepair(
      context, cells.map(({ place, cell }) => ({ place, cell, value: ZERO })), message('blank.zeros', { count: cells.length }),
    );
  },
});

function headOf({ row, cells }: BlankRow) {
  return row.label.length > 0 ? row.label[row.label.length - 1] : cells[0].cell;
}
