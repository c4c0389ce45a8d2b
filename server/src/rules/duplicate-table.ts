/**
 * The same official table twice. A table that a page break cut in two is one table, not two; and in a text that is no whole report each
 * body, or each year, may have its own, so that there only two with no word between them are told.
 */
import { message } from '../messages';
import { headOf, spanOf } from './shared/reportTables';
import { documentRule, type DocumentContext, type PlacedTable } from './rule';
import { sectionsDue } from './shared/sections';

export const duplicateTable = documentRule<{ readonly title: string }>({
  id: 'duplicate-table',
  level: 'warning',
  *find(context) {
    const { tables, text } = context;
    if (tables.length < 2) { return; }
    const isReport = sectionsDue(context).length > 0;
    const firsts = new Map<string, PlacedTable[]>();
    for (const table of tables) {
      const { filled, form: { id, title }, table: { places } } = table.context;
      if (filled * 2 < places.length) { continue; }
      const known = firsts.get(id);
      const first = isReport ? known?.find((other) => isSame(other, table)) : lastWithoutWords(known, table, text);
      if (first !== undefined) {
        if (isReport && spanOf(table).start > annexBelow(context)) { return; }
        yield {
          rule: 'duplicate-table', span: headOf(table), facts: { title },
          related: [{ span: headOf(first), message: message('table.first') }],
        };
      } else if (known === undefined) {
        firsts.set(id, [table]);
      } else {
        known.push(table);
      }
    }
  },
  explain: ({ facts }) => message('duplicate-table', { title: facts.title }),
});

/** 附：上年数据; 附件：各单位数据 */
const ANNEX = /^[\s#*>]*(?:附|附件|附表|附录)\s*[一二三四五六\d]*\s*[:：]/m;

/** Where an annex begins below the first table: what each body or last year had may stand there. */
function annexBelow({ text, tables: [first], report: { within } }: DocumentContext): number {
  const from = spanOf(first).end;
  const at = text.slice(from, within.end).search(ANNEX);
  return at < 0 ? Infinity : from + at;
}

const WORD = /\p{Script=Han}/u;

function lastWithoutWords(known: readonly PlacedTable[] | undefined, table: PlacedTable, text: string): PlacedTable | undefined {
  const last = known?.at(-1);
  return last && isSame(last, table) && !WORD.test(text.slice(spanOf(last).end, spanOf(table).start)) ? last : undefined;
}

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
