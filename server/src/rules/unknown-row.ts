/** A row with figures whose label the form does not have. */
import type { RowSpec } from '../model/form';
import type { InBoth } from '../model/message';
import type { TableRow } from '../model/table';
import { message } from '../messages';
import { officialIn } from './shared/labels';
import { rowName } from './shared/names';
import { oddityRule } from './shared/oddityRule';

interface Facts {
  readonly row: TableRow;
  /** The row that is missing just here and has a similar label. */
  readonly nearest: RowSpec | null;
  readonly form: InBoth;
}

export const unknownRow = oddityRule<'unknown-row', Facts>({
  id: 'unknown-row',
  level: 'warning',
  kind: 'unknown-row',
  found: ({ row, nearest }, { form }) => ({ span: row.label[0], facts: { row, nearest, form: form.form.title } }),
  explain: ({ facts: { row, nearest, form } }) => message(nearest ? 'unknown-row.near' : 'unknown-row', {
    found: row.label[0].content.text, nearest: nearest ? rowName(nearest) : '', form,
  }),
  *repairs({ facts: { row, nearest } }) {
    if (nearest === null) { return; }
    yield {
      title: message('unknown-row.repair', { official: nearest.label }), kind: 'review', preferred: false,
      changes: [{ kind: 'setCell', cell: row.label[0], text: officialIn(row.label[0].content, nearest.label) }],
    };
  },
});
