/** What is in force is not last year's stock and this year's changes. */
import type { Cell } from '../model/cell';
import type { FormTable, RowSpec } from '../model/form';
import { figureKey } from '../model/otherReport';
import { figureAt } from '../equations/problem';
import { message } from '../messages';
import type { Span } from '../text/span';
import { lastFigure, relatedLastYear, soleTable } from './shared/lastYear';
import { columnName, rowName, written } from './shared/names';
import { cellSpan } from './shared/reportTables';
import { documentRule, type DocumentContext, type PlacedTable } from './rule';

interface Facts {
  readonly row: string;
  readonly found: string;
  readonly last: string;
  readonly issued: string;
  readonly repealed: string;
  readonly value: string;
  readonly difference: string;
  readonly year: number;
  readonly file: string;
}

const ROWS: ReadonlySet<string> = new Set(['regulations', 'normative']);

export const stockRollforward = documentRule<Facts>({
  id: 'stock-rollforward',
  level: 'information',
  idle: ({ lastYear }) => lastYear === null,
  *find(context) {
    const table = soleTable(context, 'disclosure');
    for (const row of table?.context.form.rows ?? []) {
      if (ROWS.has(row.id)) { yield* findingsIn(context, table!, row); }
    }
  },
  explain: ({ facts: { row, found, last, issued, repealed, value, difference, year, file } }) =>
    message('stock-rollforward', { row, found, last, issued, repealed, value, difference, year, file }),
});

function* findingsIn({ lastYear }: DocumentContext, table: PlacedTable, row: RowSpec) {
  const { form, problem } = table.context;
  const placeOf = (column: string): number => row.base + form.blocks[row.block].columns.findIndex(({ id }) => id === column);
  const places = [placeOf('valid'), placeOf('issued'), placeOf('repealed')];
  if (places.some((place) => place < row.base)) { return; }
  const last = lastFigure(lastYear!, figureKey(form, row, form.columnAt[places[0]]));
  const [valid, issued, repealed] = places.map((place) => figureAt(problem, place));
  if (last === null || valid === null || issued === null || repealed === null) { return; }
  const due = last.value.plus(issued.value).minus(repealed.value);
  if (due.eq(valid.value)) { return; }
  const [cell] = places.map((place) => table.context.table.places[place]!);
  yield {
    rule: 'stock-rollforward', span: cellSpan(table, cell),
    facts: {
      row: rowName(row), found: written(cell), last: last.written, issued: issued.value.toFixed(), repealed: repealed.value.toFixed(),
      value: due.toFixed(), difference: due.minus(valid.value).abs().toFixed(), year: lastYear!.year, file: lastYear!.name,
    },
    related: [...relatedTo(table, places), relatedLastYear(lastYear!, last, nameOf(form, places[0]))],
    ...joinsOf(table, places[0], cell),
  };
}

/** What proves the stock wrong within the table is told there. */
function joinsOf(table: PlacedTable, place: number, cell: Cell): { readonly joins?: readonly Span[] } {
  const { form, verdicts } = table.context;
  return form.equationsAt[place].some((number) => verdicts[number].state === 'broken') ? { joins: [cellSpan(table, cell)] } : {};
}

function relatedTo(table: PlacedTable, places: readonly number[]) {
  return places.map((place) => {
    const cell = table.context.table.places[place]!;
    return { span: cellSpan(table, cell), message: message('cell.is', { name: nameOf(table.context.form, place), found: written(cell) }) };
  });
}

function nameOf({ rowAt, columnAt }: FormTable, place: number): string {
  return `${rowName(rowAt[place])} · ${columnName(columnAt[place])}`;
}
