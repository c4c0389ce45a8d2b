/**
 * Rows named totals of which half the figures or more do not add up: what is sure is reported, the rest is counted as not evaluated,
 * and nothing is said of columns that do not add up anywhere.
 */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import type { Analysis } from '../../server/src/analysis/analysis';

const PARTS = [[310, 42, 1250, 87], [205, 61, 980, 45], [118, 37, 2040, 66]];
const MORE = [[77, 15, 640, 31], [96, 28, 770, 24]];

function sumOf(rows: readonly (readonly number[])[]): number[] {
  return rows[0].map((_, column) => rows.reduce((sum, row) => sum + row[column], 0));
}

/**
 * Two sections with a total each, and a grand total of their parts. @param off what is added to the figures of the first total by mistake
 */
function table(off: readonly number[], word = '小计'): Analysis {
  const first = sumOf(PARTS).map((sum, column) => sum + off[column]);
  const rows: (readonly (string | number)[])[] = [
    ['项目', '一季度', '二季度', '三季度', '四季度'], ['---', '---', '---', '---', '---'],
    ...PARTS.map((row, i) => [`甲${i}`, ...row]), [word, ...first], ...MORE.map((row, i) => [`乙${i}`, ...row]), [word, ...sumOf(MORE)],
    ['合计', ...sumOf([...PARTS, ...MORE])],
  ];
  return analyze(rows.map((row) => `| ${row.join(' | ')} |`).join('\n'));
}

function told({ findings, text }: Analysis): string[] {
  return findings.map(({ rule, level, span }) => `${rule} ${level} ${text.slice(span.start, span.end)}`);
}

describe('a subtotal with half of its figures wrong', () => {
  it('is reported where the other half leaves no doubt what it adds up, and all other totals hold in those columns', () => {
    const analysis = table([0, 30, 0, 100]);
    expect(analysis.ledger).toEqual({ declared: 12, held: 10, broken: 2, notEvaluated: 0 });
    expect(told(analysis)).toEqual(['subtotal-mismatch warning 170', 'subtotal-mismatch warning 298']);
  });

  it('is counted where it is less than its parts: some of them may be counted once', () => {
    const analysis = table([0, -30, 0, -9]);
    expect(analysis.ledger).toEqual({ declared: 12, held: 10, broken: 0, notEvaluated: 2 });
    expect(told(analysis)).toEqual([]);
  });

  it('is counted where nothing holds, since another total of its kind does', () => {
    const analysis = table([50, 30, 400, 9]);
    expect(analysis.ledger).toEqual({ declared: 12, held: 8, broken: 0, notEvaluated: 4 });
    expect(told(analysis)).toEqual([]);
  });

  it('is counted where it stands alone and one figure holds', () => {
    const analysis = analyze([
      '| 项目 | 甲 | 乙 | 丙 |', '|---|---|---|---|', '| 一 | 1310 | 42 | 87 |', '| 二 | 2205 | 61 | 45 |', '| 三 | 1118 | 37 | 66 |',
      '| 合计 | 4633 | 170 | 207 |',
    ].join('\n'));
    expect(analysis.ledger).toEqual({ declared: 3, held: 0, broken: 0, notEvaluated: 3 });
    expect(told(analysis)).toEqual([]);
  });

  it('named with a number is one all the same', () => {
    expect(told(table([0, 30, 0, 0], '小计1'))).toEqual(['subtotal-mismatch warning 170']);
    expect(table([0, 0, 0, 0], '小计1').ledger).toEqual({ declared: 12, held: 12, broken: 0, notEvaluated: 0 });
  });
});

describe('a right total of which half the figures are no sums', () => {
  it('is neither accused nor counted there, whatever the columns are called', () => {
    const analysis = analyze([
      '| 区域 | 门店 | 销售额 | 客流 | 甲 | 乙 | 丙 |', '|---|---|---|---|---|---|---|',
      '| 华东 | 12 | 3400 | 56000 | 2.31 | 5.5 | 31.2 |', '| 华南 | 9 | 2800 | 43000 | 2.56 | 6.1 | 28.4 |',
      '| 小计 | 21 | 6200 | 99000 | 2.42 | 5.8 | 29.9 |',
      '| 西南 | 5 | 900 | 12000 | 1.70 | 3.9 | 25.1 |', '| 西北 | 3 | 500 | 7000 | 1.50 | 3.1 | 24.0 |',
      '| 小计 | 8 | 1400 | 19000 | 1.63 | 3.6 | 24.7 |',
      '| 合计 | 29 | 7600 | 118000 | 2.27 | 5.4 | 28.8 |',
    ].join('\n'));
    expect(analysis.ledger).toEqual({ declared: 9, held: 9, broken: 0, notEvaluated: 0 });
    expect(told(analysis)).toEqual([]);
  });

  it('is not accused where a part has figures in just those columns: it may be taken off, or counted elsewhere', () => {
    const analysis = analyze([
      '| 项目 | 1月 | 2月 | 3月 | 4月 | 5月 | 6月 |', '|---|---|---|---|---|---|---|',
      '| 门票 | 100 | 120 | 130 | 140 | 150 | 160 |', '| 餐饮 | 50 | 60 | 70 | 80 | 90 | 95 |', '| 退票 | 0 | 0 | 0 | 12 | 15 | 11 |',
      '| 小计 | 150 | 180 | 200 | 208 | 225 | 244 |',
      '| 租金 | 30 | 30 | 30 | 30 | 30 | 30 |', '| 停车 | 9 | 8 | 7 | 6 | 5 | 4 |', '| 小计 | 39 | 38 | 37 | 36 | 35 | 34 |',
      '| 合计 | 189 | 218 | 237 | 244 | 260 | 278 |',
    ].join('\n'));
    expect(told(analysis)).toEqual([]);
    expect(analysis.ledger).toEqual({ declared: 18, held: 15, broken: 0, notEvaluated: 3 });
  });
});
