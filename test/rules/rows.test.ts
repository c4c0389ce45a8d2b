// Rows deleted, copied and swapped, in every layout: each told once and nothing else, and the repair brings the figures back.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import type { Settings } from '../../server/src/analysis/settings';
import type { Analysis } from '../../server/src/analysis/analysis';
import { builtInForms } from '../../server/src/forms';
import type { FormTable, RowSpec } from '../../server/src/model/form';
import { DOCUMENT_RULES } from '../../server/src/rules';
import { applyEdits } from '../harness/invariants';
import { seeded } from '../harness/random';
import { consistentFigures } from '../harness/randomReport';
import { LAYOUTS, type RenderedLayout } from '../harness/grid';
import { renderReport } from '../harness/renderReport';

const FORMS = builtInForms().filter((form) => form.tables.some((table) => table.id === 'requests'));

/** The rendered reports have tables and hardly any prose: what is said of the prose is not at stake. */
const TABLES_ONLY: Settings = { rules: Object.fromEntries(DOCUMENT_RULES.map((rule) => [rule.id, 'off' as const])) };

function figuresOf({ tables }: Analysis): string[][] {
  return tables.map(({ table }) => table.places.map((cell) => cell?.content.text ?? '?'));
}

describe.each(
  FORMS.flatMap((form) => LAYOUTS.map((layout) => ({ form, layout, name: `${form.id} as ${layout}` }))),
)('$name', ({ form, layout }) => {
  const random = seeded(20);
  const figures = new Map(form.tables.map((table) => [table.id, consistentFigures(table, random).map(String)]));
  const requests = form.tables.find((table) => table.id === 'requests')!;
  const report = (rows: readonly RowSpec[], as: RenderedLayout): string =>
    renderReport(form.tables.map((table): FormTable => (table === requests ? { ...table, rows } : table)), figures, form.firstYear + 1, as);
  const clean = report(requests.rows, layout);

  function expectRestored(rows: readonly RowSpec[], rule: string, where: string): void {
    const text = report(rows, layout);
    const analysis = analyze(text, { settings: TABLES_ONLY });
    expect(analysis.findings.map((finding) => finding.rule), where).toEqual([rule]);
    const [repair] = analysis.findings[0].repairs();
    expect(repair?.preferred, where).toBe(true);
    const after = analyze(applyEdits(text, repair.edits), { settings: TABLES_ONLY });
    expect(after.findings.map((finding) => finding.rule), where).toEqual([]);
    expect(figuresOf(after), where).toEqual(figuresOf(analyze(clean)));
  }

  it('has no finding as it is', () => { expect(analyze(clean, { settings: TABLES_ONLY }).findings).toEqual([]); });

  it('any row that is deleted is missed', () => {
    for (const row of requests.rows) { expectRestored(requests.rows.filter((other) => other !== row), 'missing-row', row.label); }
  });

  it.each([2, 3])('any %i neighbours that are deleted are one gap, which the repair closes', (count) => {
    for (let first = 0; first + count <= requests.rows.length; first++) { expectClosed(first, count); }
  });

  it('the last group and the total that closes all groups are one gap, which the repair closes', () => {
    const total = requests.rows.findIndex(({ label }) => label === '（七）总计');
    const isOfLastGroup = ({ groups }: RowSpec): boolean => groups.length > requests.rows[total].groups.length
      && groups.at(-1) === requests.rows[total - 1].groups.at(-1);
    const first = requests.rows.findIndex(isOfLastGroup);
    expectClosed(first < 0 ? total - 1 : first, first < 0 ? 2 : total + 1 - first);
  });

  function expectClosed(first: number, count: number): void {
    const whole = figuresOf(analyze(clean))[form.tables.indexOf(requests)];
    const gap = requests.rows.slice(first, first + count);
    const where = `${gap[0].label} and on`;
    const text = report(requests.rows.toSpliced(first, count), layout);
    const found = analyze(text, { settings: TABLES_ONLY }).findings.filter(({ rule }) => rule === 'missing-row');
    expect(found.length, where).toBe(1);
    const repairs = found[0].repairs();
    // A blank cell cannot be written there: where the equations leave figures open, no row is put in.
    if (layout === 'spaced-rows' && repairs.length === 0) { return; }
    expect(repairs.length, where).toBe(1);
    const after = analyze(applyEdits(text, repairs[0].edits), { settings: TABLES_ONLY });
    expect(after.findings.map(({ rule }) => rule), where).not.toContain('missing-row');
    const { table } = after.tables[form.tables.indexOf(requests)];
    expect(table.oddities, where).toEqual([]);
    table.places.forEach((cell, place) => {
      const isNew = gap.includes(requests.rowAt[place]);
      expect(isNew ? ['', whole[place]] : [whole[place]], where).toContain(cell?.content.text);
    });
  }

  it('any row that is copied is told', () => {
    requests.rows.forEach((row, i) => { expectRestored(requests.rows.toSpliced(i, 0, row), 'duplicate-row', row.label); });
  });

  it('any two neighbours of one group that are swapped are told once', () => {
    requests.rows.forEach((row, i) => {
      const above = requests.rows[i - 1];
      if (above === undefined || above.groups.at(-1) !== row.groups.at(-1)) { return; }
      expectRestored(requests.rows.toSpliced(i - 1, 2, row, above), 'row-out-of-order', row.label);
    });
  });
});
