/** The same official table twice. A table that a page break cut in two is one table, not two. */
import { message } from '../messages';
import { headOf } from './shared/reportTables';
import { documentRule, type PlacedTable } from './rule';

export const duplicateTable = documentRule<{ readonly title: string }>({
  id: 'duplicate-table',
  level: 'warning',
  *find({ tables }) {
    for (let i = 1; i < tables.length; i++) {
      const first = tables.slice(0, i).find((other) => isSame(other, tables[i]));
      if (first === undefined) { continue; }
      yield {
        rule: 'duplicate-table', span: headOf(tables[i]), facts: { title: tables[i].context.form.title },
        related: [{ span: headOf(first), message: message('table.first') }],
      };
    }
  },
  explain: ({ facts }) => message('duplicate-table', { title: facts.title }),
});

/** Tables of one kind that fill at least half of its places both. */
function isSame(a: PlacedTable, b: PlacedTable): boolean {
  if (a.context.form.id !== b.context.form.id) { return false; }
  const { places } = b.context.table;
  const both = a.context.table.places.filter((cell, place) => cell !== null && places[place]).length;
  return both * 2 >= places.length;
}
