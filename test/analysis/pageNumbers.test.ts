// A page that ends anywhere in an official table changes nothing but what is told of its number: between rows, between the cells of a row,
// within a label.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { builtInForms } from '../../server/src/forms';
import { seeded } from '../harness/random';
import { consistentFigures } from '../harness/randomReport';
import { renderGrid, type RenderedLayout } from '../harness/grid';
import { renderReport } from '../harness/renderReport';
import { gridOf } from '../harness/sheet';

const YEAR = 2022;
const FORM = builtInForms().find(({ id }) => id === 'report-2021')!;
const FIGURES = new Map(FORM.tables.map((table) => [table.id, consistentFigures(table, seeded(YEAR)).map(String)]));
const TITLE = `某某市某某局${YEAR}年政府信息公开工作年度报告`;
const NUMBERS = ['- 3 -', '— 3 —', '第 3 页', '第 3 页 共 8 页', '3/8'];
const ONE_A_LINE = ['cell-lines', 'paragraph-cells', 'bar-cells'] as const;

const tableOf = (id: string, layout: RenderedLayout): string => renderGrid(
  gridOf(FORM.tables.find((table) => table.id === id)!, FIGURES.get(id)!), layout,
);

/** Every text in which a page ends before a line of this table; bars stay with their cells. */
function broken(text: string, table: string, layout: RenderedLayout, gapAt: (at: number) => string): string[] {
  const lines = table.split('\n');
  return lines.flatMap((line, at) => {
    if (at === 0 || line === '' || (layout === 'bar-cells' && line !== '|')) { return []; }
    return [text.replace(table, () => lines.slice(0, at).join('\n') + gapAt(at) + lines.slice(at).join('\n'))];
  });
}

function told(text: string): { readonly rules: readonly string[]; readonly held: number; readonly pages: readonly string[] } {
  const { findings, ledger } = analyze(text);
  const isPage = ({ rule }: (typeof findings)[number]): boolean => rule === 'stray-page-number';
  return {
    rules: findings.filter((one) => !isPage(one)).map(({ rule }) => rule), held: ledger.held,
    pages: findings.filter(isPage).map(({ span }) => text.slice(span.start, span.end)),
  };
}

describe.each(ONE_A_LINE)('a page that ends before any cell, %s', (layout) => {
  const text = renderReport(FORM.tables, FIGURES, YEAR, layout);
  const { held } = analyze(text).ledger;

  it.each(FORM.tables.map(({ id }) => id))('%s: its number is told, and nothing else', (id) => {
    const numberAt = (at: number): string => NUMBERS[at % NUMBERS.length];
    let at = 0;
    for (const one of broken(
      text, tableOf(id, layout), layout, (line) => (line % 2 === 0 ? `\n\n${numberAt(line)}\n\n` : `\n${numberAt(line)}\n`),
    )) {
      const { pages, ...rest } = told(one);
      expect({ at: at++, ...rest, pages: pages.length }).toEqual({ at: at - 1, rules: [], held, pages: 1 });
    }
  });

  it.each(FORM.tables.map(({ id }) => id))('%s: the title of the report once more is no cell', (id) => {
    for (const one of broken(text, tableOf(id, layout), layout, (line) => (line % 2 === 0 ? `\n\n${TITLE}\n\n` : `\n${TITLE}\n`))) {
      expect(told(one)).toEqual({ rules: [], held, pages: [] });
    }
  });
});

describe('a bare number between cells that nothing marks', () => {
  /** @param row of the first row, the number among its figures; `last` has the figures of the last row, which balance it */
  const report = (before: string, row: string, after = '', last = row.split(' ').filter((_, i, { length }) => length === 7 || i !== 3)
    .join(' ')): string => renderReport(
      FORM.tables, new Map(FORM.tables.map((table) => [table.id, Array<string>(table.places).fill('0')])), YEAR, 'paragraph-cells',
    )
    .replace('二、主动公开政府信息情况', `${before}二、主动公开政府信息情况`)
    .replace('五、存在的主要问题及改进情况', `五、存在的主要问题及改进情况${after}`)
    .replace(/一、本年新收政府信息公开申请数量\n\n(?:0\n\n){7}/, `一、本年新收政府信息公开申请数量\n\n${row.split(' ').join('\n\n')}\n\n`)
    .replace(/四、结转下年度继续办理\n\n(?:0\n\n){7}/, `四、结转下年度继续办理\n\n${last.split(' ').join('\n\n')}\n\n`);
  const PAGE_BEFORE = '2\n\n工作机制不断健全。\n\n';
  const PAGE_BEHIND = '\n\n公开还不够及时。\n\n4\n\n今后加以改进。';

  it('is a page number where it goes on from the page before', () => {
    expect(told(report(PAGE_BEFORE, '5 0 0 3 0 0 0 5'))).toMatchObject({ rules: [], pages: ['2', '3'] });
  });

  it('is one where the page behind goes on from it', () => {
    expect(told(report('', '5 0 0 3 0 0 0 5', PAGE_BEHIND))).toMatchObject({ rules: [], pages: ['3', '4'] });
  });

  it('is one between the headers of the only row', () => {
    const text = report('', '0 0 0 0 0 0 0').replace('未经复议直接起诉', '3\n\n未经复议直接起诉');
    expect(told(text)).toMatchObject({ rules: [], pages: ['3'] });
  });

  it('is a figure too many where pages have no numbers', () => {
    expect(told(report('', '5 0 0 3 0 0 0 5'))).toMatchObject({ rules: ['row-cell-count'], pages: [] });
  });

  it('is a figure too many where it does not go on from the page before', () => {
    expect(told(report(PAGE_BEFORE, '5 0 0 7 0 0 0 5'))).toMatchObject({ rules: ['row-cell-count'], pages: [] });
  });

  it('is a figure where the sum needs it', () => {
    expect(told(report(PAGE_BEFORE, '2 0 0 3 0 0 0 5', '', '2 0 0 3 0 0 5'))).toMatchObject({ rules: ['row-cell-count'], pages: [] });
  });

  it('is a figure where its row has no cell too many', () => {
    expect(told(report(PAGE_BEFORE, '2 0 0 3 0 0 5'))).toMatchObject({ rules: [], pages: [] });
  });

  it('is left alone where two figures could be it', () => {
    expect(told(report(PAGE_BEFORE, '3 0 0 3 0 0 0 3'))).toMatchObject({ rules: ['row-cell-count'], pages: [] });
  });
});

describe('a page number in a table is read anew where the pages around change', () => {
  it('from an earlier Analysis as from nothing', () => {
    const text = `${renderReport(FORM.tables, FIGURES, YEAR, 'paragraph-cells')}`.replace('一、本年新收政府信息公开申请数量', '一、本年新收政府信息公开申请数量\n\n3');
    const later = text.replace('二、主动公开政府信息情况', '2\n\n工作机制不断健全。\n\n二、主动公开政府信息情况');
    const rulesOf = (of: ReturnType<typeof analyze>): string[] => of.findings.map(({ rule }) => rule);
    expect(rulesOf(analyze(later, { earlier: analyze(text) }))).toEqual(rulesOf(analyze(later)));
    expect(rulesOf(analyze(text, { earlier: analyze(later) }))).toEqual(rulesOf(analyze(text)));
    expect(rulesOf(analyze(later))).not.toEqual(rulesOf(analyze(text)));
  });
});
