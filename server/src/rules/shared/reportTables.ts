/**
 * The official tables of a report by what they are. Invariant: a table is told by its id in the form (disclosure, requests,
 * reviews); figures are whole numbers as printed, null where a cell does not give one.
 */
import type { Cell } from '../../model/cell';
import type { FormTable } from '../../model/form';
import { firstThat } from '../../text/ordered';
import { shifted, type Span } from '../../text/span';
import type { DocumentContext, PlacedTable } from '../rule';

const SECTIONS: Readonly<Record<string, number>> = { disclosure: 2, requests: 3, reviews: 4 };

/** The section a table of a form belongs to; 0 for the table of the 2014 form, which has none. */
export function sectionOfTable(form: FormTable): number {
  return SECTIONS[form.id] ?? 0;
}

/** Whether the official table of a section was read, under its heading or anywhere else. @param official 2, 3 or 4 */
export function hasTableOf({ tables }: DocumentContext, official: number): boolean {
  return tables.some((table) => sectionOfTable(table.context.form) === official);
}

/** The first table with this id. */
export function tableOf({ tables }: DocumentContext, id: string): PlacedTable | undefined {
  return tables.find(({ context }) => context.form.id === id);
}

export function spanOf({ start, context }: PlacedTable): Span {
  return shifted(context.table.span, start);
}

/** Where a cell stands in the document. */
export function cellSpan(table: PlacedTable, cell: Cell): Span {
  return shifted(cell, table.start);
}

/** The first cell of a table that holds something: where a finding about the whole table stands. */
export function headOf(table: PlacedTable): Span {
  const { reading, span } = table.context.table;
  const { cells } = reading;
  let at = firstThat(cells.length, (index) => cells[index].start >= span.start);
  while (at < cells.length && cells[at].start === cells[at].end) { at++; }
  return at < cells.length ? cellSpan(table, cells[at]) : spanOf(table);
}
