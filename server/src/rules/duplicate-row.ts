/** A row of the form that stands in the table twice. */
import type { Table, TableRow } from '../model/table';
import { message } from '../messages';
import { rowName } from './shared/names';
import { oddityRule } from './shared/oddityRule';

interface Facts {
  readonly row: TableRow;
  readonly first: TableRow;
  readonly alike: boolean;
}

export const duplicateRow = oddityRule<'duplicate-row', Facts>({
  id: 'duplicate-row',
  level: 'error',
  kind: 'duplicate-row',
  found: ({ row, first }) => ({
    span: row.label[0], facts: { row, first, alike: sameFigures(row, first) },
    related: [{ span: first.label[0], message: message('duplicate-row.first') }],
  }),
  explain: ({ facts: { row, alike } }) => message(alike ? 'duplicate-row.alike' : 'duplicate-row.different', { row: rowName(row.spec!) }),
  *repairs({ facts: { row, alike } }, { table }) {
    if (!alike || carriesHeading(row, table)) { return; }
    yield {
      title: message('duplicate-row.repair', { row: rowName(row.spec!) }), kind: 'review', preferred: true,
      changes: [{ kind: 'deleteRow', cells: row.cells }],
    };
  },
});

function sameFigures(a: TableRow, b: TableRow): boolean {
  return a.values.length === b.values.length
    && a.values.every((cell, i) => cell !== null && b.values[i] !== null && cell.content.text === b.values[i].content.text);
}

/** A heading that stands nowhere else would go with the row. */
function carriesHeading(row: TableRow, table: Table): boolean {
  return row.headings.some((cell) => {
    const own = table.headings.find((heading) => heading.cell === cell);
    return own !== undefined && !table.headings.some((other) => other.spec === own.spec && other !== own);
  });
}
