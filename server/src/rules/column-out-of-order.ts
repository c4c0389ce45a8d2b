/** Column headers that do not follow one another as in the form: whose figures stand below them nobody can tell. */
import type { Cell } from '../model/cell';
import type { ColumnSpec } from '../model/form';
import { message } from '../messages';
import { oddityRule } from './shared/oddityRule';

interface Facts {
  readonly cell: Cell;
  readonly column: ColumnSpec;
  /** The header it ought to follow. */
  readonly after: ColumnSpec;
}

export const columnOutOfOrder = oddityRule<'column-out-of-order', Facts>({
  id: 'column-out-of-order',
  level: 'error',
  kind: 'column-out-of-order',
  found: (oddity) => ({ span: oddity.cell, facts: oddity }),
  explain: ({ facts: { column, after } }) => message('column-out-of-order', { column: column.title, after: after.title }),
});
