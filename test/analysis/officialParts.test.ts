// Official tables that a page break parts behind any of their rows read as one; two tables that stand one after the other do not.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { builtInForms } from '../../server/src/forms';
import type { Form } from '../../server/src/model/form';
import { partedTable } from '../harness/partedTable';
import { seeded } from '../harness/random';
import { consistentFigures } from '../harness/randomReport';
import { LAYOUTS, renderGrid } from '../harness/grid';
import { renderReport } from '../harness/renderReport';
import { gridOf } from '../harness/sheet';

const FORMS: readonly (readonly [Form, number])[] = [
  [builtInForms().find(({ id }) => id === 'report-2019')!, 2020],
  [builtInForms().find(({ id }) => id === 'report-2021')!, 2022],
];
const GAPS = ['', '- 3 -', '续表', '第 3 页\n\n三、收到和处理政府信息公开申请情况（续表）'];
const HEADER_ROWS = 3;

describe.each(LAYOUTS)('a table parted by a page break, %s', (layout) => {
  for (const [form, year] of FORMS) {
    const random = seeded(year);
    const figures = new Map(form.tables.map((table) => [table.id, consistentFigures(table, random).map(String)]));
    const text = renderReport(form.tables, figures, year, layout);
    const whole = analyze(text);

    for (const [id, firstRow, headers] of [
      ['requests', HEADER_ROWS + 1, [0, 1, HEADER_ROWS]], ['disclosure', 1, [0]], ['reviews', 1, [0]],
    ] as const) {
      it(`${form.id} ${id}: reads as one behind any row, whatever says that a page ends`, () => {
        const grid = gridOf(form.tables.find((table) => table.id === id)!, figures.get(id)!);
        const table = renderGrid(grid, layout);
        // A web page has no pages: a few closed cells by themselves are no table.
        const last = layout === 'closed-cells' && id === 'disclosure' ? grid.length - 3 : grid.length;
        for (let at = firstRow; at < last; at++) {
          for (const gap of GAPS) {
            for (const repeated of headers) {
              const { above, below } = partedTable(grid, at, repeated, layout);
              const parted = text.replace(table, () => `${above}\n\n${gap === '' ? '' : `${gap}\n\n`}${below}`);
              const { findings, ledger } = analyze(parted);
              const rules = findings.map(({ rule }) => rule).filter((rule) => rule !== 'stray-page-number');
              expect({ at, gap, repeated, rules, ledger }).toEqual({ at, gap, repeated, rules: [], ledger: whole.ledger });
            }
          }
        }
      });
    }
  }
});

describe.each(['pipes', 'html', 'tabs'] as const)('whatever converters leave between two pages, %s', (layout) => {
  const [form, year] = FORMS[1];
  const random = seeded(year);
  const figures = new Map(form.tables.map((table) => [table.id, consistentFigures(table, random).map(String)]));
  const text = renderReport(form.tables, figures, year, layout);
  const grid = gridOf(form.tables.find(({ id }) => id === 'requests')!, figures.get('requests')!);
  const title = `某某市某某局${year}年政府信息公开工作年度报告`;
  for (const gap of [
    '(3)', '【3】', '3/12', '3 of 12', '第三页', '－３－', '３', '~ 3 ~', '\f3', title, `— 3 —\n\n\f${title}`, '某某市某某局', '某某市公安机关政府信息公开年报',
    '# 某某市某某局\n\n3', 'https://www.example.gov.cn/art/2023/1/12.html 3/12',
  ]) {
    it(`“${gap.replace(/\s+/g, ' ')}”`, () => {
      const { above, below } = partedTable(grid, 12, 0, layout);
      const { ledger, findings } = analyze(text.replace(renderGrid(grid, layout), () => `${above}\n\n${gap}\n\n${below}`));
      expect({ ledger, rules: findings.map(({ rule }) => rule).filter((rule) => rule !== 'stray-page-number') })
        .toEqual({ ledger: analyze(text).ledger, rules: [] });
    });
  }
});

describe.each(['pipes', 'html'] as const)('a running head that does not stand at the head of the document, %s', (layout) => {
  const [form, year] = FORMS[1];
  const figures = new Map(form.tables.map((table) => [table.id, consistentFigures(table, seeded(year)).map(String)]));
  const text = renderReport(form.tables, figures, year, layout);
  const grid = gridOf(form.tables.find(({ id }) => id === 'requests')!, figures.get('requests')!);
  const tablesWith = (gap: string, elsewhere: string): number => {
    const { above, below } = partedTable(grid, 12, 0, layout);
    return analyze(
      text.replace(renderGrid(grid, layout), () => `${above}\n\n${gap}\n\n${below}`).replace('五、', `${elsewhere}五、`),
    ).tables.length;
  };

  it('is one where it is repeated on another page', () => { expect(tablesWith('公安机关信息选编', '公安机关信息选编\n\n')).toBe(3); });
  it('is one also between page numbers', () => { expect(tablesWith('- 3 -\n\n<p>公安机关信息选编</p>', '公安机关信息选编\n\n- 4 -\n\n')).toBe(3); });
  it('is none where it stands there only once', () => { expect(tablesWith('公安机关信息选编', '')).toBe(4); });
  it('is none where it is repeated only within a sentence', () => { expect(tablesWith('公安机关信息选编', '见公安机关信息选编。\n\n')).toBe(4); });
  it('is none as a numbered heading, or one of Markdown', () => {
    expect(tablesWith('（二）其他单位情况', '（二）其他单位情况\n\n')).toBe(4);
    expect(tablesWith('## 其他单位情况', '## 其他单位情况\n\n')).toBe(4);
  });
});

describe('no parts of one table', () => {
  const [form, year] = FORMS[1];
  const zeros = new Map(form.tables.map((table) => [table.id, Array<string>(table.places).fill('0')]));
  const requests = form.tables.find(({ id }) => id === 'requests')!;

  for (const layout of LAYOUTS) {
    it(`two whole tables stay two, ${layout}`, () => {
      const table = renderGrid(gridOf(requests, zeros.get('requests')!), layout);
      const text = renderReport(form.tables, zeros, year, layout);
      const { tables } = analyze(text.replace(table, () => `${table}\n\n${table}`));
      expect(tables.filter((one) => one.table.form?.id === 'requests').map((one) => one.table.rows.length))
        .toEqual([requests.rows.length, requests.rows.length]);
    });
  }

  it('a heading between them says that another table begins', () => {
    const { above, below } = partedTable(gridOf(requests, zeros.get('requests')!), 12, HEADER_ROWS, 'pipes');
    expect(analyze(`${above}\n\n## 其他单位\n\n${below}\n`).tables).toHaveLength(2);
  });

  it('another body named between them says that another table begins', () => {
    const { above, below } = partedTable(gridOf(requests, zeros.get('requests')!), 12, HEADER_ROWS, 'pipes');
    expect(analyze(`某某区申请统计\n\n甲局\n\n${above}\n\n乙局\n\n${below}\n`).tables).toHaveLength(2);
  });

  it('headers of the reviews take in no row of another width', () => {
    const reviews = form.tables.find(({ id }) => id === 'reviews')!;
    const { above, below } = partedTable(gridOf(reviews, zeros.get('reviews')!), HEADER_ROWS, 0, 'html');
    const { tables } = analyze(`${above}\n\n${below.replace('<td>0</td>', '')}\n`);
    expect(tables.filter(({ table }) => table.rows.some(({ values }) => values.length > 0))).toEqual([]);
  });

  it('labels that two small tables of another kind share with a form do not join them', () => {
    const own = (label: string, figure: number): string => `| 事项 | 件数 |\n|---|---|\n| ${label} | ${figure} |`;
    expect(analyze(`${own('行政许可', 3)}\n\n${own('行政处罚', 5)}\n`).tables).toHaveLength(2);
  });
});
