// A report without one of its tables, or without the whole section: the repair puts the form's blank table there, in every layout.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import type { Analysis } from '../../server/src/analysis/analysis';
import { builtInForms } from '../../server/src/forms';
import { applyEdits } from '../harness/invariants';
import { LAYOUTS, renderGrid, type RenderedLayout } from '../harness/grid';
import { renderReport } from '../harness/renderReport';
import { gridOf } from '../harness/sheet';

const [form] = builtInForms();
const ZEROS = new Map(form.tables.map((table) => [table.id, Array<string>(table.places).fill('0')]));
const WRITTEN_IN: Readonly<Record<RenderedLayout, string>> = {
  pipes: 'pipes', html: 'html', tabs: 'tabs', 'cell-lines': 'pipes', 'paragraph-cells': 'tabs', 'bar-cells': 'bar-cells',
  'closed-cells': 'closed-cells', 'led-cells': 'led-cells', 'spaced-rows': 'tabs',
};
/** What is left to do by hand. */
const BLANKS = new Set(['blank-block', 'blank-cell']);

function repaired(analysis: Analysis, rule: string): Analysis {
  const found = analysis.findings.filter((finding) => finding.rule === rule);
  expect(found).toHaveLength(1);
  const [repair, ...others] = found[0].repairs();
  expect(others).toEqual([]);
  for (const edit of repair.edits) { expect(edit.start, 'nothing is taken away').toBe(edit.end); }
  return analyze(applyEdits(analysis.text, repair.edits));
}

it('the heading of a section that is put into a web page is an element of its own', () => {
  const [, table] = form.tables;
  const page = `<h2>${renderReport(form.tables, ZEROS, 2022, 'html').trim().split('\n\n').join('</h2>\n<h2>')}</h2>\n`
    .replace(/<h2>(<table>[\s\S]*?<\/table>)<\/h2>/g, '$1');
  const text = page.replace(new RegExp(`<h2>${table.title}</h2>\\n<table>[\\s\\S]*?</table>\\n`), '');
  expect(text).not.toBe(page);
  const after = repaired(analyze(text), 'missing-section');
  expect(after.text).toContain(`<p>${table.title}</p>`);
  expect(after.tables.map((one) => one.table.form?.id)).toEqual(form.tables.map((one) => one.id));
});

describe.each(LAYOUTS)('in %s', (layout) => {
  const whole = renderReport(form.tables, ZEROS, 2022, layout);

  it.each(form.tables.map((table): [string, number] => [table.title, form.tables.indexOf(table)]))('%s: the table', (title, at) => {
    const table = form.tables[at];
    const text = whole.replace(`${renderGrid(gridOf(table, ZEROS.get(table.id)!), layout)}\n\n`, '');
    expect(text).not.toBe(whole);
    const before = analyze(text);
    const after = repaired(before, 'missing-table');
    expect(after.tables.map((one) => [one.table.form?.id, one.layout])).toEqual(
      form.tables.map((one) => [one.id, one === table ? WRITTEN_IN[layout] : layout]));
    const inserted = after.tables[at];
    const heading = after.text.indexOf(title);
    expect(inserted.span.start).toBeGreaterThan(heading);
    expect(after.findings.filter(({ rule, span }) => !BLANKS.has(rule) || span.start < inserted.span.start || span.end > inserted.span.end)
      .map(({ rule }) => rule)).toEqual([]);
    expect(after.findings.map(({ rule }) => rule), 'what is blank is said').toEqual(['blank-block']);
  });

  it.each(form.tables.map((table): [string, number] => [table.title, form.tables.indexOf(table)]))('%s: the section', (title, at) => {
    const table = form.tables[at];
    const text = whole.replace(`${title}\n\n${renderGrid(gridOf(table, ZEROS.get(table.id)!), layout)}\n\n`, '');
    expect(text).not.toBe(whole);
    const after = repaired(analyze(text), 'missing-section');
    expect(after.tables.map((one) => one.table.form?.id)).toEqual(form.tables.map((one) => one.id));
    expect(after.prose!.sections.map((section) => section.title)).toEqual(analyze(whole).prose!.sections.map((section) => section.title));
    expect(after.findings.map(({ rule }) => rule).filter((rule) => !BLANKS.has(rule))).toEqual([]);
  });

  it('all sections that have a table, one repair after the other', () => {
    const text = whole.slice(0, whole.indexOf(form.tables[0].title)) + whole.slice(whole.indexOf('五、'));
    let analysis = analyze(text);
    for (let left = form.tables.length; left > 0; left--) {
      const missing = analysis.findings.filter(({ rule }) => rule === 'missing-section');
      expect(missing).toHaveLength(left);
      analysis = analyze(applyEdits(analysis.text, missing[0].repairs()[0].edits));
    }
    expect(analysis.tables.map((one) => one.table.form?.id)).toEqual(form.tables.map((one) => one.id));
    expect(analysis.prose!.sections.map((section) => section.title)).toEqual(
      analyze(whole).prose!.sections.map((section) => section.title),
    );
    expect(analysis.findings.map(({ rule }) => rule).filter((rule) => !BLANKS.has(rule))).toEqual([]);
  });
});

describe('a web page on one line', () => {
  const drawn = form.tables.map((table): [string, string] => [
    table.title, renderGrid(gridOf(table, ZEROS.get(table.id)!), 'html').replaceAll('\n', ''),
  ]);
  const page = (parts: readonly (readonly [string, string])[]): string => [
    '<html><body><h1>某某市某某局2022年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>本年度各项工作平稳有序。</p>',
    ...parts.map(([title, table]) => `<h2>${title}</h2>${table}`),
    '<h2>五、存在的主要问题及改进情况</h2><p>公开还不够及时，今后加以改进。</p><h2>六、其他需要报告的事项</h2><p>本年度未收取信息处理费，无其他需要报告的事项。</p></body></html>',
  ].join('');

  it.each(drawn.map(([title], at): [string, number] => [title, at]))('%s: the table, and the section', (_, at) => {
    for (const [rule, parts] of [
      ['missing-table', drawn.with(at, [drawn[at][0], ''])], ['missing-section', drawn.toSpliced(at, 1)],
    ] as const) {
      const after = repaired(analyze(page(parts)), rule);
      expect(after.tables.map((one) => one.table.form?.id)).toEqual(form.tables.map((one) => one.id));
      expect(after.prose!.sections.map(({ official }) => official)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(after.findings.map(({ rule: told }) => told)).toEqual(['blank-block']);
    }
  });

  it('no table goes into a paragraph', () => {
    const text = page(drawn.with(0, [drawn[0][0], ''])).replaceAll(/<\/?h2>/g, '<br>');
    expect(analyze(text).findings.filter(({ rule }) => rule === 'missing-table').map((finding) => finding.repairs())).toEqual([[]]);
  });
});
