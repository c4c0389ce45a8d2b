/**
 * One small report whose figures are known, in every layout. Invariant: all of its equations hold unless a test changes a cell;
 * every figure that is not named here is 0.
 */
import { analyze } from '../../server/src/analysis/analyze';
import type { AnalysedTable, Analysis } from '../../server/src/analysis/analysis';
import { builtInForms } from '../../server/src/forms';
import type { Cell } from '../../server/src/model/cell';
import type { FormTable } from '../../server/src/model/form';
import { at } from './randomReport';
import { LAYOUTS, type RenderedLayout } from './grid';
import { renderReport } from './renderReport';

export const FORM = builtInForms().find((form) => form.id === 'report-2021')!;
const REQUESTS = tableOf('requests');

/** By row and column: 5 new requests and 1 carried over; 2 granted, 3 in part; 1 carried forward. */
const FIGURES: Readonly<Record<string, string>> = {
  'new natural': '4', 'new business': '1', 'new total': '5', 'carry natural': '1', 'carry total': '1',
  'r1 natural': '2', 'r1 total': '2', 'r2 natural': '2', 'r2 business': '1', 'r2 total': '3',
  'total natural': '4', 'total business': '1', 'total total': '5', 'fwd natural': '1', 'fwd total': '1',
};

export interface KnownReport {
  readonly layout: RenderedLayout;
  readonly text: string;
  readonly analysis: Analysis;
  readonly requests: AnalysedTable;
}

function tableOf(id: string): FormTable {
  return FORM.tables.find((table) => table.id === id)!;
}

/** @param changes text of cells by row and column ids: `{ 'r1 natural': '若干' }` */
export function knownReport(layout: RenderedLayout, changes: Readonly<Record<string, string>> = {}): KnownReport {
  const figures = new Map(FORM.tables.map((table) => [table.id, Array<string>(table.places).fill('0')]));
  for (const [name, text] of Object.entries({ ...FIGURES, ...changes })) {
    const [row, column] = name.split(' ');
    figures.get('requests')![at(REQUESTS, row, column)] = text;
  }
  const text = renderReport(FORM.tables, figures, 2022, layout);
  const analysis = analyze(text);
  return { layout, text, analysis, requests: analysis.tables.find(({ table }) => table.form?.id === 'requests')! };
}

export function inEveryLayout(changes: Readonly<Record<string, string>> = {}): KnownReport[] {
  return LAYOUTS.map((layout) => knownReport(layout, changes));
}

/** The cell of a figure of the requests table by row and column ids: `r1 natural`. */
export function cellOf({ requests }: KnownReport, name: string): Cell {
  const [row, column] = name.split(' ');
  return requests.table.places[at(REQUESTS, row, column)]!;
}

/** Offset in the document of the figure's first character. */
export function offsetOf(report: KnownReport, name: string): number {
  return report.requests.start + cellOf(report, name).start;
}
