/** The summary panel's snapshot: whole, true to the Analysis, the same in every layout. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { readOtherReport } from '../../server/src/analysis/otherReport';
import { summaryOf } from '../../server/src/features/summary';
import { headerOf } from '../../server/src/features/summary/header';
import { builtInForms } from '../../server/src/forms';
import type { OtherReport } from '../../server/src/model/otherReport';
import type { GridRow, Summary } from '../../server/src/protocol/summary';
import { reportBefore } from '../harness/lastYear';
import { at, consistentFigures } from '../harness/randomReport';
import { seeded } from '../harness/random';
import { LAYOUTS, type RenderedLayout } from '../harness/grid';
import { renderReport } from '../harness/renderReport';

const SAMPLES = ['ningbo-2021.txt', 'lucheng-2021.txt', 'baoji-2020.txt', 'zhengzhou-2021.md', 'baoshan-2023.txt'];
const URI = 'file:///report.txt';
const form = builtInForms().find(({ id }) => id === 'report-2021')!;

function sample(name: string): string {
  return readFileSync(path.resolve(import.meta.dirname, '../../samples', name), 'utf8');
}

function summary(text: string, table: number | null = null): Summary {
  return summaryOf(URI, 7, analyze(text), table, 'zh');
}

const figureRows = ({ shown }: Summary): GridRow[] => shown!.blocks.flatMap(({ rows }) => rows.filter(({ kind }) => kind === 'figures'));

/** A balanced report in which one figure was changed. */
function report(layout: RenderedLayout, change: { table: string; row: string; column: string; by: number } | null): string {
  const next = seeded(5);
  const figures = new Map(form.tables.map((table) => [table.id, consistentFigures(table, next).map(String)]));
  const table = change && form.tables.find(({ id }) => id === change.table)!;
  if (table) {
    const place = at(table, change!.row, change!.column);
    const own = figures.get(table.id)!;
    own[place] = String(Number(own[place]) + change!.by);
  }
  return renderReport(form.tables, figures, 2023, layout);
}

describe.each(SAMPLES)('%s', (name) => {
  const text = sample(name);
  const analysis = analyze(text);
  const heads = summary(text).tables;

  it('counts what the Analysis counts', () => {
    const { equations, findings, tables, unchecked, version, uri } = summary(text);
    expect([uri, version]).toEqual([URI, 7]);
    expect(equations).toEqual(analysis.ledger);
    expect(Object.values(findings).reduce((a, b) => a + b)).toBe(analysis.findings.length);
    expect(tables.map((table) => table.equations)).toEqual(analysis.tables.map(({ ledger }) => ledger));
    const withoutVerdict = analysis.tables.flatMap(({ context }) => context?.verdicts.filter(({ state }) => state === 'unevaluated')
      ?? []).length;
    const withoutEquations = analysis.tables.filter(({ ledger }) => ledger.declared === 0).length;
    expect(unchecked.reduce((sum, { count }) => sum + count, 0)).toBe(withoutVerdict + withoutEquations);
  });

  it('names the year of the report', () => expect(summary(text).year).toBe(Number(/\d{4}/.exec(name)![0])));

  it.each(heads.map((_, index) => index))('shows every value of table %i in its place, with the way to it', (index) => {
    const { table, start } = analysis.tables[index];
    const lines = text.split(/\r\n|\r|\n/);
    const cells = figureRows(summary(text, index)).flatMap((row) => row.cells);
    const placed = table.places.filter((cell) => cell !== null);
    expect(cells.filter(({ state }) => state !== 'absent').length).toBeGreaterThanOrEqual(placed.length);
    for (const { text: shown, range, cell } of cells) {
      if (range === null) { expect(cell).toBe(-1); continue; }
      expect(table.reading.cells[cell].content.text).toBe(shown);
      expect(range.start.line).toBe(text.slice(0, start + table.reading.cells[cell].start).split(/\r\n|\r|\n/).length - 1);
      if (range.start.line === range.end.line) {
        expect(lines[range.start.line].slice(range.start.character, range.end.character)).toContain(shown);
      }
    }
  });

  it.each(heads.map((_, index) => index))('explains every equation of table %i that does not hold, once', (index) => {
    const { context } = analysis.tables[index];
    const numbers = summary(text, index).shown!.causes.flatMap(({ equations }) => equations.map(({ number }) => number));
    const due = context?.verdicts.flatMap(({ state }, number) => (state === 'held' ? [] : [number])) ?? [];
    expect([...numbers].sort((a, b) => a - b)).toEqual(due);
  });
});

describe.each(LAYOUTS)('in %s', (layout) => {
  const balanced = summary(report(layout, null), 1);
  const broken = summary(report(layout, { table: 'requests', row: 'r3.4', column: 'business', by: 7 }));

  it('shows the same grid as any other layout', () => {
    const texts = (of: Summary): string[][] => figureRows(of).map(({ label, cells }) => [label, ...cells.map(({ text }) => text)]);
    expect(texts(balanced)).toEqual(texts(summary(report('html', null), 1)));
    expect(balanced.tables.map(({ title }) => title)).toEqual(form.tables.map(({ title }) => title));
    expect(balanced.shown!.causes).toEqual([]);
    expect(new Set(figureRows(balanced).flatMap(({ cells }) => cells.map(({ state }) => state)))).toEqual(new Set(['held']));
  });

  it('opens the table that needs looking at, and marks the one cell that is wrong', () => {
    expect(broken.tables[broken.shown!.index].title).toBe('三、收到和处理政府信息公开申请情况');
    const suspects = figureRows(broken)
      .flatMap(({ label, cells }) => cells.flatMap(({ state }, column) => (state === 'suspect' ? [[label, column]] : [])));
    expect(suspects).toEqual([['4.保护第三方合法权益', 1]]);
    const [cause] = broken.shown!.causes;
    expect([cause.sure, cause.equations.length, cause.repairs.length > 0]).toEqual([true, 2, true]);
    expect(cause.suspects[0].cells[0].evidence.map(({ state }) => state)).toEqual(['broken', 'broken']);
  });

  it('adds up every equation it lays open', () => {
    for (const { left, right, difference } of broken.shown!.causes.flatMap(({ equations }) => equations)) {
      for (const side of [left, right]) {
        const sum = side.terms.reduce((total, { text, sign }) => total + (sign === '+' ? 1 : -1) * Number(text), 0);
        expect(String(sum)).toBe(side.sum);
        expect(side.terms.at(-1)?.running ?? '0').toBe(side.sum);
      }
      expect(difference).toBe(String(Math.abs(Number(left.sum) - Number(right.sum))));
      expect(difference).toBe('7');
    }
  });

  it('draws outcomes and applicants that add up to their totals', () => {
    const [outcomes, applicants] = balanced.shown!.charts;
    const cell = (row: number, column: number): number => Number(figureRows(balanced)[row].cells[column].text);
    const sum = (bars: readonly { value: number | null }[]): number => bars.reduce((total, { value }) => total + value!, 0);
    expect(outcomes.bars.map(({ label }) => label.slice(0, 3))).toEqual(['（一）', '（二）', '（三）', '（四）', '（五）', '（六）']);
    expect(sum(outcomes.bars)).toBe(cell(figureRows(balanced).length - 2, 6));
    expect(sum(applicants.bars)).toBe(cell(0, 6));
  });
});

describe('the headers', () => {
  it.each(builtInForms().flatMap(({ tables }) => (
    tables.flatMap(({ blocks, key }) => blocks.map((block) => [`${key} ${block.id}`, block] as const))
  )))('of %s tile their rows', (_, block) => {
    const { rows, cells } = headerOf(block);
    const seen = Array.from({ length: rows }, () => Array.from({ length: block.columns.length }, () => 0));
    for (const { row, column, rowSpan, columnSpan } of cells) {
      for (let y = row; y < row + rowSpan; y++) { for (let x = column; x < column + columnSpan; x++) { seen[y][x]++; } }
    }
    expect(seen.flat().every((count) => count === 1)).toBe(true);
  });
});

describe('what the text has not', () => {
  it('is shown as missing, not as blank or zero', () => {
    const text = report('pipes', null).split('\n').filter((line) => !line.includes('2.重复申请')).join('\n');
    const row = figureRows(summary(text, 1)).find(({ label }) => label.startsWith('2.重复申请'))!;
    expect(row.oddity).toBe('missing');
    expect(new Set(row.cells.map(({ state, cell, range }) => `${state} ${cell} ${range}`))).toEqual(new Set(['absent -1 null']));
  });

  it('leaves a bar of a chart unknown', () => {
    const text = report('pipes', null).split('\n').filter((line) => !line.includes('2.重复申请')).join('\n');
    expect(summary(text, 1).shown!.charts[0].bars.find(({ label }) => label.startsWith('（五）'))!.value).toBeNull();
  });
});

describe('a table of no official form that shows its sums', () => {
  const wrong = [
    '| 部门 | 一季度 | 二季度 | 合计 |', '|---|---|---|---|', '| 甲 | 12 | 30 | 42 |', '| 乙 | 25 | 41 | 66 |', '| 丙 | 17 | 22 | 39 |',
    '| 合计 | 54 | 99 | 147 |', '',
  ].join('\n');
  const shown = summary(wrong).shown!;
  it('is checked, shown as it stands, and its suspects are marked', () => {
    expect(shown.blocks[0].rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)].join(' ')))
      .toEqual(['部门 一季度 二季度 合计', '甲 12 30 42', '乙 25 41 66', '丙 17 22 39', '合计 54 99 147']);
    const suspects = shown.blocks[0].rows.flatMap(({ cells }) => cells.filter(({ state }) => state === 'suspect'));
    expect(suspects.map(({ text }) => text)).toContain('99');
    expect(suspects.every(({ cell, range }) => cell >= 0 && range !== null)).toBe(true);
    expect(shown.causes[0].equations.length).toBeGreaterThan(0);
  });
});

describe('last year’s report', () => {
  const zhengzhou = sample('zhengzhou-2021.md');
  const others = [readOtherReport(reportBefore(zhengzhou), 'file:///2020.md')!];
  const told = (text: string, known: readonly OtherReport[]): string | null => summaryOf(
    URI, 7, analyze(text, { others: known }), null, 'zh',
  ).lastYear;

  it('is named where there is one', () => expect(told(zhengzhou, others)).toBe('已与上年报告“2020.md”核对上年结转。'));
  it('is said not to be there', () => expect(told(zhengzhou, [])).toContain('上年结转未核对'));
  it(
    'is not spoken of where nothing carries over',
    () => expect(told('| 项目 | 数 |\n|---|---|\n| 甲 | 1 |\n| 乙 | 2 |\n| 合计 | 3 |\n', others)).toBeNull(),
  );
});

it('brings together the inequalities that one finding tells of', () => {
  const text = sample('ningbo-2021.txt');
  const index = analyze(text).tables.findIndex(({ table }) => table.form?.id === 'statistics');
  const causes = summary(text, index).shown!.causes.filter(({ state }) => state === 'broken');
  expect(causes.map(({ equations }) => equations.length)).toEqual([4]);
  expect(causes[0].title).toContain('有4个渠道的数大于总数');
});

describe('the year', () => {
  it('is that of the report, not of the day it was put on the web', () => {
    expect(summary(`发布日期：2022年01月20日\n\n${sample('zhengzhou-2021.md')}`).year).toBe(2021);
  });
  it('is left out of what is no report', () => {
    expect(summary('2023年预算\n\n| 项目 | 数 |\n|---|---|\n| 甲 | 1 |\n| 乙 | 2 |\n| 合计 | 3 |\n').year).toBeNull();
  });
});

it('says of a table that a comment switches off why it was not checked', () => {
  const { unchecked, equations } = summary(sample('zhengzhou-2021.md').replace(/^\|/m, '<!-- gouji: off -->\n|'));
  expect(unchecked).toContainEqual({ count: 1, reason: '1张表按注释（gouji: off）不检查。' });
  expect(unchecked.map(({ reason }) => reason).join()).not.toContain('表式');
  expect(equations.declared).toBeLessThan(analyze(sample('zhengzhou-2021.md')).ledger.declared);
});

it('says so when there is no table', () => {
  expect(summary('没有表格的文字。')).toMatchObject({ tables: [], shown: null, form: null, year: null });
});

it('speaks English throughout', () => {
  const { unchecked, shown } = summaryOf(URI, 1, analyze(sample('baoji-2020.txt')), null, 'en');
  expect(unchecked.map(({ reason }) => reason)).toEqual(['18 equations not evaluated: a cell is blank, which may mean 0 or an omission.']);
  expect(shown!.causes[0].title).toBe(unchecked[0].reason);
});
