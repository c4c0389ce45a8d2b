// Tables beside an official one that use its words: what the terms mean, what falls to each department, what each body reports.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { builtInForms } from '../../server/src/forms';
import { FORM } from '../harness/knownReport';
import { LAYOUTS, cell, figure, renderGrid, type Grid } from '../harness/grid';
import { renderReport } from '../harness/renderReport';
import { gridOf } from '../harness/sheet';

const FORMS = builtInForms().filter(({ id }) => id.startsWith('report'));
const REQUESTS = FORM.tables.find(({ id }) => id === 'requests')!;
const zeros = new Map(FORM.tables.map((table) => [table.id, Array<string>(table.places).fill('0')]));

const TERMS: Grid = [
  ['指标', '说明'], ['予以公开', '申请人要求获取的信息全部公开'], ['部分公开', '区分处理后公开一部分'], ['属于国家秘密', '依法确定为国家秘密'], ['无法提供', '因故不能提供'],
  ['本机关不掌握相关政府信息', '经检索没有所申请的信息'], ['信访举报投诉类申请', '告知通过相应渠道提出'], ['重复申请', '同一申请人就同一内容再次申请'], ['要求提供公开出版物', '告知获取的途径'],
].map((row) => row.map((text) => cell(text)));

const DEPARTMENTS: Grid = [
  ['部门', '自然人', '商业企业', '总计'].map((text) => cell(text)),
  ...[
    ['办公室', '1', '2', '3'], ['财务科', '2', '2', '4'], ['合计', '3', '4', '7'],
  ].map(([name, ...figures]) => [cell(name), ...figures.map(figure)]),
];

const YEARS: Grid = [
  ['指标', '2021年', '2022年'].map((text) => cell(text)),
  ...[
    '本年新收政府信息公开申请数量', '上年结转政府信息公开申请数量', '予以公开', '部分公开', '属于国家秘密', '重复申请', '结转下年度继续办理',
  ].map((name, i) => [cell(name), figure(String(i)), figure('1')]),
];

describe.each(LAYOUTS)('a table below the official one, %s', (layout) => {
  const official = renderGrid(gridOf(REQUESTS, zeros.get('requests')!), layout);
  const report = renderReport(FORM.tables, zeros, 2022, layout);
  for (const [name, grid] of [
    ['of terms', TERMS], ['of departments', DEPARTMENTS], ['of two years', YEARS], ['of some rows', YEARS.slice(0, 4)],
  ] as const) {
    for (const beside of ['pipes', 'html', 'tabs'] as const) {
      for (const caption of ['', '具体情况如下：\n\n']) {
        it(`${name}, ${beside}, ${caption === '' ? 'without' : 'with'} a caption: silence`, () => {
          const text = report.replace(official, () => `${official}\n\n${caption}${renderGrid(grid, beside)}`);
          expect(analyze(text).findings.map(({ rule }) => rule)).toEqual([]);
        });
      }
    }
  }
});

describe.each(FORMS)('$id: some rows of the first table once more', (form) => {
  it.each(LAYOUTS)('silence, %s', (layout) => {
    const figures = new Map(form.tables.map((table) => [table.id, Array<string>(table.places).fill('0')]));
    const disclosure = renderGrid(gridOf(form.tables[0], figures.get('disclosure')!), layout);
    const report = renderReport(form.tables, figures, form.firstYear, layout);
    const text = report.replace(disclosure, () => `${disclosure}\n\n其中，本级：\n\n事项\t本年处理决定数量\n行政许可\t0\n行政处罚\t0`);
    expect(analyze(text).findings.filter(({ level }) => level === 'error' || level === 'warning').map(({ rule }) => rule)).toEqual([]);
  });
});

it('what an annex repeats is no duplicate', () => {
  const table = renderGrid(gridOf(REQUESTS, zeros.get('requests')!), 'pipes');
  const report = renderReport(FORM.tables, zeros, 2022, 'pipes');
  const rules = (below: string): string[] => analyze(`${report}\n${below}${table}\n`).findings.map(({ rule }) => rule);
  expect(rules('附：甲局数据\n\n')).toEqual([]);
  expect(rules('再列如下。\n\n')).toEqual(['duplicate-table']);
});

it('a table of terms by itself is no official table', () => {
  expect(analyze(`${renderGrid(TERMS, 'pipes')}\n`).tables.map(({ table }) => table.form)).toEqual([null]);
});

it('an official table without its headers and without a figure still is one where its cells are blank', () => {
  const blank = gridOf(REQUESTS, Array<string>(REQUESTS.places).fill('')).slice(3);
  expect(analyze(`${renderGrid(blank, 'html')}\n`).tables.map(({ table }) => table.form)).toEqual([REQUESTS]);
});

it('bodies may have a table each, but one body has it once', () => {
  const table = renderGrid(gridOf(REQUESTS, zeros.get('requests')!), 'pipes');
  const rules = (between: string): string[] => (
    analyze(`某某区2022年政府信息公开申请统计\n\n甲局\n\n${table}\n\n${between}${table}\n`).findings.map(({ rule }) => rule)
  );
  expect(rules('乙局\n\n')).toEqual([]);
  expect(rules('')).toEqual(['duplicate-table']);
});
