/** A figure in a column that has no header in this block of the table. */
import type { Cell } from '../model/cell';
import type { TableRow } from '../model/table';
import { message } from '../messages';
import { rowName, written } from './shared/names';
import { oddityRule } from './shared/oddityRule';

interface Facts {
  readonly row: TableRow;
  readonly cell: Cell;
  readonly isZero: boolean;
}

export const valueWithoutHeader = oddityRule<'value-without-header', Facts>({
  id: 'value-without-header',
  level: 'warning',
  kind: 'value-without-header',
  found: ({ row, cell }) => {
    const { amount } = cell.content;
    const isZero = amount.kind === 'number' && amount.whole === 0;
    return { span: cell, facts: { row, cell, isZero }, level: isZero ? 'information' : 'warning' };
  },
  explain: ({ facts: { row, cell } }) => message('value-without-header', { row: rowName(row.spec!), found: written(cell) }),
  *repairs({ facts: { cell, isZero } }) {
    yield {
      title: message('value-without-header.repair', { found: written(cell) }), kind: 'review', preferred: isZero,
      changes: [{ kind: 'setCell', cell, text: '' }],
    };
  },
});
