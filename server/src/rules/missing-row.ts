/** Rows of the form that the table does not have: one finding for a gap, however many rows it is wide. */
import type { RowSpec } from '../model/form';
import type { InBoth, List } from '../model/message';
import type { TableRow } from '../model/table';
import { message } from '../messages';
import { newRows, type Side } from './shared/missingRows';
import { rowName } from './shared/names';
import { oddityRule } from './shared/oddityRule';

interface Facts {
  readonly specs: readonly RowSpec[];
  readonly beside: TableRow;
  readonly side: Side;
  readonly form: InBoth;
}

export const missingRow = oddityRule<'missing-rows', Facts>({
  id: 'missing-row',
  level: 'error',
  kind: 'missing-rows',
  found: ({ specs, beside, side }, { form }) => ({
    span: beside.label[0] ?? beside.cells[0], facts: { specs, beside, side, form: form.form.title },
  }),
  explain: ({ facts }) => message(facts.specs.length === 1 ? `missing-row.${facts.side}` : `missing-rows.${facts.side}`, {
    rows: namesOf(facts.specs), count: facts.specs.length, beside: rowName(facts.beside.spec!), form: facts.form,
  }),
  *repairs({ facts }, context) {
    const rows = newRows(context, facts.specs, facts.beside, facts.side);
    if (rows === null) { return; }
    const title = rows.allZero ? 'missing-row.repair.zeros' : rows.complete ? 'missing-row.repair.figures' : 'missing-row.repair.blank';
    yield {
      title: message(title, { rows: namesOf(facts.specs), count: facts.specs.length }),
      kind: 'review', preferred: rows.complete, changes: rows.changes,
    };
  },
});

const MOST_NAMES = 3;

function namesOf(specs: readonly RowSpec[]): List {
  return { items: specs.slice(0, MOST_NAMES).map((spec) => `“${rowName(spec)}”`), more: specs.length > MOST_NAMES };
}
