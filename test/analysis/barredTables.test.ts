// Reports whose tables stand between bars in whatever disorder: what is found in them is what is found in the same report in HTML.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { builtInForms } from '../../server/src/forms';
import { say } from '../../server/src/messages';
import { barredTable, BARS, DISORDERS, type Bars, type Disorder } from '../harness/barred';
import { seeded } from '../harness/random';
import { consistentFigures } from '../harness/randomReport';
import { renderGrid } from '../harness/grid';
import { renderReport } from '../harness/renderReport';
import { gridOf } from '../harness/sheet';

const FORMS = builtInForms().filter(({ id }) => id.startsWith('report-'));
const HEADING = /^[二三四]、.*情况$/gm;

/** What a figure becomes by mistake; the first makes none. */
const FAULTS: readonly ((right: string) => string)[] = [(right) => right, (right) => String(Number(right) + 1), (right) => `${right}件`, () => '若干'];

interface Variant { readonly bars: Bars; readonly disorder: Disorder; readonly headings: string }

function told(text: string): string[] {
  return analyze(text).findings.filter(({ rule }) => rule !== 'stray-page-number')
    .map(({ rule, level, message }) => `${rule} ${level} ${say(message, 'zh')}`);
}

function both(
  form: (typeof FORMS)[number], seed: number, place: number, fault: number, { bars, disorder, headings }: Variant,
): readonly [string, string] {
  const random = seeded(seed);
  const figures = new Map(form.tables.map((table) => [table.id, consistentFigures(table, random).map(String)]));
  const { id, places } = form.tables[seed % form.tables.length];
  const texts = figures.get(id)!;
  texts[place % places] = FAULTS[fault](texts[place % places]);
  const html = renderReport(form.tables, figures, form.firstYear, 'html');
  let barred = html;
  for (const table of form.tables) {
    const grid = gridOf(table, figures.get(table.id)!);
    barred = barred.replace(renderGrid(grid, 'html'), () => barredTable(grid, bars, disorder, random));
  }
  return [html, barred.replace(HEADING, (line) => headings.replace('…', line))];
}

describe.each(BARS)('rows like %s', (bars) => {
  it.each(DISORDERS)('%s', (disorder) => {
    const headings = fc.constantFrom('…', '… |', '| …', '| … |', '… |||||');
    const chosen = fc.tuple(fc.nat(), fc.nat(FORMS.length - 1), fc.nat(), fc.nat(FAULTS.length - 1), headings);
    fc.assert(fc.property(chosen, ([seed, form, place, fault, around]) => {
      const [html, barred] = both(FORMS[form], seed, place, fault, { bars, disorder, headings: around });
      expect(told(barred), barred).toEqual(told(html));
    }), { numRuns: 25 });
  });
});

describe('rows that are missing', () => {
  it.each(BARS)('are told of rows like %s, whatever is wrapped', (bars) => {
    const [form] = FORMS;
    const table = form.tables.find(({ id }) => id === 'requests')!;
    const figures = new Map(form.tables.map((one) => [one.id, Array<string>(one.places).fill('0')]));
    const grid = gridOf(table, figures.get('requests')!);
    const without = grid.filter((row) => !row.some(({ text }) => text.startsWith('（七）')));
    expect(without).toHaveLength(grid.length - 1);
    const report = renderReport(form.tables, figures, form.firstYear, 'html');
    for (const disorder of DISORDERS) {
      const text = report.replace(renderGrid(grid, 'html'), () => barredTable(without, bars, disorder, seeded(7)));
      expect(analyze(text).findings.map(({ rule }) => rule).filter((rule) => rule !== 'stray-page-number'), disorder).toEqual(['missing-row']);
    }
  });
});
