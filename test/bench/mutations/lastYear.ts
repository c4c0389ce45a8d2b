/**
 * Figures that do not go on from last year's report. Invariant: last year's report is made of the report itself before anything is
 * planted, so the two agree in all that they both say.
 */
import { readOtherReport } from '../../../server/src/analysis/otherReport';
import type { OtherReport } from '../../../server/src/model/otherReport';
import { LAYOUTS } from '../../harness/grid';
import { below, pick, type Random } from '../../harness/random';
import { planted, write, type Draft, type TableDraft } from './draft';
import type { Fault } from './fault';
import { heal, openDraft, type Sample } from './samples';

const PLAIN = /^\d+$/;

/** The place of a figure by the ids of its row and column; -1 where the form has none. */
function placeOf({ form }: TableDraft, row: string, column: string): number {
  return form.rowAt.findIndex(({ id }, place) => id === row && form.columnAt[place].id === column);
}

function plainAt(table: TableDraft, row: string, column: string): number | null {
  const place = placeOf(table, row, column);
  const text = place < 0 ? '' : table.figureAt(place) ?? '';
  return PLAIN.test(text) ? Number(text) : null;
}

const tableOf = ({ tables }: Draft, id: string): TableDraft | undefined => tables.find(({ form }) => form.id === id);
const columnsOf = (table: TableDraft): string[] => table.form.blocks[0].columns.map(({ id }) => id);
const STOCKS = ['regulations', 'normative'];

/**
 * The same report a year earlier, in another layout: it carries forward what this one carries in, and has the stock that this one starts
 * from.
 */
export function lastYearOf(draft: Draft): OtherReport {
  const layout = LAYOUTS[(LAYOUTS.indexOf(draft.layout) + 1) % LAYOUTS.length];
  const last = openDraft(draft.sample as Sample, layout);
  heal(last);
  const [requests, disclosure] = ['requests', 'disclosure'].map((id) => tableOf(last, id)!);
  for (const column of columnsOf(requests)) {
    const [taken, carried, total] = ['new', 'carry', 'total'].map((row) => plainAt(requests, row, column));
    if (carried === null) { continue; }
    requests.setFigure(placeOf(requests, 'fwd', column), String(carried));
    if (taken !== null && total !== null) { requests.setFigure(placeOf(requests, 'new', column), String(total)); }
  }
  for (const row of disclosure.form.rows.map(({ id }) => id).filter((id) => STOCKS.includes(id))) {
    const [valid, issued, repealed] = ['valid', 'issued', 'repealed'].map((column) => plainAt(disclosure, row, column));
    if (valid !== null && issued !== null && repealed !== null) {
      disclosure.setFigure(placeOf(disclosure, row, 'valid'), String(valid - issued + repealed));
    }
  }
  const year = Number(/\d{4}/.exec(draft.sample)![0]);
  return readOtherReport(write(last).text.replaceAll(String(year), String(year - 1)), `${draft.sample}-last-year`)!;
}

/** The text may name the figures that are changed. */
const SAID_IN_PROSE = ['prose-table-mismatch', 'prose-negation-mismatch', 'prose-parts-sum'];

interface Carried { readonly table: TableDraft; readonly column: string; readonly by: number }

/** An own column in which both what was carried in and its total are written. */
function carriedFault(name: string, holds: (one: Omit<Carried, 'by'>) => boolean, plant: (one: Carried) => void): Fault {
  return {
    rule: 'carry-over', name, others: (draft) => [lastYearOf(draft)], brings: SAID_IN_PROSE,
    stage(draft, random: Random) {
      const table = tableOf(draft, 'requests')!;
      const columns = columnsOf(table)
        .filter((column) => column !== 'total' && plainAt(table, 'carry', column) !== null && holds({ table, column }));
      if (columns.length === 0 || plainAt(table, 'carry', 'total') === null) { return null; }
      const column = pick(random, columns);
      return () => { plant({ table, column, by: 1 + below(random, 9) }); };
    },
  };
}

function add(table: TableDraft, row: string, column: string, by: number, mark = planted): void {
  table.setFigure(placeOf(table, row, column), mark(String(plainAt(table, row, column)! + by)));
}

function carryMore({ table, column, by }: Carried): void {
  for (const one of [column, 'total']) { add(table, 'carry', one, by); }
}

/** One more carried in, one less received: every balance holds. */
function carryForReceived({ table, column }: Carried): void {
  for (const one of [column, 'total']) {
    add(table, 'carry', one, 1);
    add(table, 'new', one, -1, String);
  }
}

const hasReceived = ({ table, column }: Omit<Carried, 'by'>): boolean => (
  [column, 'total'].every((one) => (plainAt(table, 'new', one) ?? 0) > 0)
);

function stockFault(name: string, changed: string, by: (random: Random) => number): Fault {
  return {
    rule: 'stock-rollforward', name, others: (draft) => [lastYearOf(draft)], named: 'related',
    stage(draft, random) {
      const table = tableOf(draft, 'disclosure')!;
      const rows = STOCKS.filter((row) => ['valid', 'issued', 'repealed'].every((column) => plainAt(table, row, column) !== null));
      if (rows.length === 0) { return null; }
      const row = pick(random, rows);
      return () => { add(table, row, changed, by(random)); };
    },
  };
}

export const LAST_YEAR_FAULTS: readonly Fault[] = [
  carriedFault('a figure carried in and its total', () => true, carryMore),
  carriedFault('received counted as carried in', hasReceived, carryForReceived),
  stockFault('more in force than there can be', 'valid', (random) => 1 + below(random, 20)),
  stockFault('a document repealed that is not counted out', 'repealed', () => 1),
];
