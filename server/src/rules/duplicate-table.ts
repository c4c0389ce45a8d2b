/** The same official table twice. A table that a page break cut in two is one table, not two. */
import { message } from '../messages';
import { headOf } from './shared/reportTables';
import { documentRule, type PlacedTable } from './rule';

export const duplicateTable = documentRule<{ readonly title: string }>({
  id: 'duplicate-table',
  level: 'warning',
  *find({ tables }) {
    if (tables.length < 2) { return; }
    const firsts = new Map<string, PlacedTable[]>();
    for (const table of tables) {
      const { filled, form: { id, title }, table: { places } } = table.context;
      if (filled * 2 < places.length) { continue; }
      const known = firsts.get(id);
      const first = known?.find((other) => isSame(other, table));
      if (first !== undefined) {
        yield { rule: 'duplicate-table', span: headOf(table), facts: { title }, related: [{ span: headOf(first), message: message('table.first') }] };
      } else if (known === undefined) {
        firsts.set(id, [table]);
      } else {
        known.push(table);
      }
    }
  },
  explain: ({ facts }) => message('duplicate-table', { title: facts.title }),
});

/** Whether two tables of one kind fill at least half of its places both. */
function isSame(a: PlacedTable, b: PlacedTable): boolean {
  const leastInBoth = a.context.filled + b.context.filled - b.context.table.places.length;
  if (leastInBoth * 2 >= b.context.table.places.length) { return true; }
  const ours = a.context.table.places;
  const theirs = b.context.table.places;
  let both = 0;
  for (let place = 0; place < theirs.length && both * 2 < theirs.length; place++) {
    if (ours[place] && theirs[place]) { both++; }
  }
  return both * 2 >= theirs.length;
}
