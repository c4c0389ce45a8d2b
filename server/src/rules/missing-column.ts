/** A column header of the form that the table does not have, while its other headers are there. */
import type { Cell } from '../model/cell';
import type { ColumnSpec } from '../model/form';
import type { Change } from '../model/repair';
import { message } from '../messages';
import type { TableContext } from './rule';
import { oddityRule } from './shared/oddityRule';

interface Facts {
  readonly column: ColumnSpec;
  /** The nearest header that is there. */
  readonly beside: Cell;
  /** Columns from that header to where the missing one belongs. */
  readonly away: number;
}

export const missingColumn = oddityRule<'missing-column', Facts>({
  id: 'missing-column',
  level: 'error',
  kind: 'missing-column',
  found: (oddity) => ({ span: oddity.beside, facts: oddity }),
  explain: ({ facts: { column, beside, away } }) => message(away > 0 ? 'missing-column.after' : 'missing-column.before', {
    column: column.title, beside: beside.content.text,
  }),
  *repairs({ facts }, context) {
    const change = headerChange(facts, context);
    if (change === null) { return; }
    yield { title: message('missing-column.repair', { column: facts.column.label }), kind: 'safe', preferred: true, changes: [change] };
  },
});

/** Writes the header into its empty cell; where cells stand one below the other and none is empty, as a cell beside the neighbour. */
function headerChange({ column, beside, away }: Facts, { table: { reading } }: TableContext): Change | null {
  const { cells, geometry } = reading;
  const place = geometry === 'grid'
    ? cells.find((one) => one.row === beside.row && one.column === beside.column + away)
    : cells[cells.indexOf(beside) + away];
  if (place?.content.text === '') { return { kind: 'setCell', cell: place, text: column.label }; }
  if (geometry === 'grid' || Math.abs(away) !== 1) { return null; }
  return { kind: 'insertRow', like: [beside], values: [column.label], side: away > 0 ? 'after' : 'before' };
}
