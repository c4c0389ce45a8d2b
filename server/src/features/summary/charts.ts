/**
 * The few figures people would rather see as a picture. Invariant: a bar is a figure of the table or a sum of such figures;
 * what is not known is null, never 0; a chart of nothing is not made.
 */
import type { AnalysedTable } from '../../analysis/analysis';
import { figureAt } from '../../equations/problem';
import { message, say, type Language } from '../../messages';
import type { FormTable, RowSpec } from '../../model/form';
import type { ChartReport } from '../../protocol/summary';
import { columnName, rowName } from '../../rules/shared/names';
import type { TableContext } from '../../rules/rule';

type Bar = ChartReport['bars'][number];

export function chartsOf({ table: { form }, context }: AnalysedTable, language: Language): ChartReport[] {
  if (form === null || context === null) { return []; }
  const charts = form.id === 'requests'
    ? [
      { title: say(message('panel.chart.outcomes'), language), bars: outcomeBars(form, context) },
      { title: say(message('panel.chart.applicants'), language), bars: applicantBars(form, context) },
    ]
    : [{ title: say(message('panel.chart.channels'), language), bars: channelBars(form, context) }];
  return charts.filter(({ bars }) => bars.some(({ value }) => value !== null && value > 0));
}

/** One bar for each outcome （一）… of the total column; what stands below one heading is added up. */
function outcomeBars(form: FormTable, context: TableContext): Bar[] {
  const outcomes = new Map<string, RowSpec[]>();
  for (const row of form.rows) {
    if (row.groups.length === 0 || row.id === 'total') { continue; }
    const name = row.groups[1]?.label ?? rowName(row);
    outcomes.set(name, [...outcomes.get(name) ?? [], row]);
  }
  const total = form.blocks[0].columns.findIndex(({ isTotal }) => isTotal);
  return [...outcomes].map(([label, rows]) => ({ label, value: sumOf(rows.map((row) => row.base + total), context) }));
}

/** New requests by kind of applicant. */
function applicantBars(form: FormTable, context: TableContext): Bar[] {
  const row = form.rows.find(({ id }) => id === 'new');
  if (row === undefined) { return []; }
  return form.blocks[row.block].columns.flatMap((column, i) =>
    (column.isTotal ? [] : [{ label: columnName(column), value: sumOf([row.base + i], context) }]));
}

function channelBars(form: FormTable, context: TableContext): Bar[] {
  return form.rows.filter(({ id }) => id.startsWith('channel.')).map((row) => {
    const column = form.blocks[row.block].columns.findIndex(({ kind }) => kind !== 'unit');
    return { label: rowName(row), value: sumOf([row.base + column], context) };
  });
}

function sumOf(places: readonly number[], { problem }: TableContext): number | null {
  let sum = 0;
  for (const place of places) {
    const figure = figureAt(problem, place);
    if (figure === null) { return null; }
    sum += figure.value.toNumber();
  }
  return sum;
}
