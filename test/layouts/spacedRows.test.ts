import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { spacedRows } from '../../server/src/layouts/spacedRows';
import { Source } from '../../server/src/layouts/source';
import { knownReport } from '../harness/knownReport';
import { applied, blockTexts, checkContract, contents, readOnly, rowsOf } from './contract';

const DISCLOSURE = `第二十条第（一）项
信息内容 本年制发件数 本年废止件数 现行有效件数
规章 0 0 0
行政规范性文件 3 5 11
第二十条第（五）项
信息内容 本年处理决定数量
行政许可 733641
`;
const PROSE = '2021年，区公安分局严格执行条例，主动公开各类信息。';
const claims = (text: string): number => spacedRows.claim(new Source(text)).length;

describe('which lines may be spaced rows', () => {
  it('those around a line that ends in figures, up to a sentence or the title of a section', () => {
    const { block, reading } = readOnly(spacedRows, `${PROSE}\n二、主动公开政府信息情况\n${DISCLOSURE}三、收到和处理政府信息公开申请情况\n${PROSE}\n`);
    expect(block).toBe(DISCLOSURE);
    expect(contents(reading).slice(1, 4)).toEqual([
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '0', '0', '0'], ['行政规范性文件', '3', '5', '11'],
    ]);
    expect(reading.scraps).toBe(true);
  });

  it('three figures behind or below words in Chinese, or ten by themselves', () => {
    expect(claims('规章 0 0 0')).toBe(1);
    expect(claims('规章\n0 0 0')).toBe(1);
    expect(claims('0 '.repeat(10))).toBe(1);
    expect(claims('规章 0 0')).toBe(0);
    expect(claims('INFO retry 0 0 0')).toBe(0);
    expect(claims('[1]\n0 0 0')).toBe(0);
    expect(claims('规章 0 0 0 元。')).toBe(0);
    expect(claims('规章\t0 0 0')).toBe(0);
    expect(claims('```\n规章 0 0 0\n```')).toBe(0);
    expect(claims('')).toBe(0);
  });

  it('a unit apart is part of its figure; a figure without its blank is one; the number of a page is none', () => {
    expect(contents(spacedRows.read('政府集中采购 19 项 1710.15 万元\n'))).toEqual([['政府集中采购', '19 项', '1710.15 万元']]);
    expect(contents(spacedRows.read('规章 12 0 551件\n'))).toEqual([['规章', '12', '0', '551件']]);
    expect(contents(spacedRows.read('规章0 0 — - 3 -\n- 4 -\n5 5 5\n'))).toEqual([['规章', '0', '0', '—'], ['5', '5', '5']]);
    expect(spacedRows.read('规章 0 0 0 - 3 -\n- 4 -\n')!.pageNumbers).toHaveLength(2);
    expect(contents(spacedRows.read('第 1. 属于国家秘密\n'))).toEqual([['第', '1.', '属于国家秘密']]);
  });
});

describe('writing', () => {
  it.each([
    ['plain', DISCLOSURE],
    ['among prose, with blank lines', `${PROSE}\n${DISCLOSURE.replaceAll('\n', '\n\n')}${PROSE}`],
    ['indented, with wide blanks', DISCLOSURE.replaceAll('\n', ' \n \u3000').trimEnd()],
    ['page numbers and the head of a page', `${DISCLOSURE}- 3 -\n某某局2022年政府信息公开工作年度报告\n行政处罚 1 2 3\n`],
  ])('%s: the contract holds', (_, text) => { expect(checkContract(spacedRows, text)).toBe(1); });

  it('a figure is written without blanks; a row in one line, none without all of its figures', () => {
    const { block, reading } = readOnly(spacedRows, DISCLOSURE);
    const row = rowsOf(reading)[3];
    expect(applied(block, spacedRows.setCell(block, row[1], '1 234'))).toBe(DISCLOSURE.replace('文件 3', '文件 1234'));
    expect(spacedRows.rowLike(block, reading, row, ['规章', '1', '2', '3'])).toBe('规章 1 2 3\n');
    expect(spacedRows.rowLike(block, reading, row, ['规章', '1', '', '3'])).toBeNull();
    expect(spacedRows.rowExtent(block, reading, row.slice(1))).toBeNull();
  });

  it('where other words share its lines, or its label goes on below, a row is not cut out', () => {
    const text = '（三）不予 1.属于国家秘密 0 0 0 0 0 0 0\n公开 2.其他法律行政法规 0 0 0 0 0 0 0\n禁止公开\n3.危及“三安全一稳定” 0 0 0 0 0 0 0\n'
      + '4.保护第三方合法权益 0 0 0 0 0 0 0\n5.属于三类内部事务信息 0 0 0 0 0 0 0\n6.属于四类过程性信息 0 0 0 0 0 0 0\n';
    const { tables: [{ table }] } = analyze(text);
    const extents = table.rows.map(({ cells }) => spacedRows.rowExtent(text, table.reading, cells));
    expect(extents.map((extent) => extent && text.slice(extent.start, extent.end))).toEqual([
      null, null, ...text.split('\n').slice(3, 7).map((line) => `${line}\n`),
    ]);
  });
});

describe('what no form claims', () => {
  /** Nothing is read, and nothing is found. */
  function expectUnread(text: string): void {
    const { tables, findings } = analyze(text);
    expect(tables).toEqual([]);
    expect(findings).toEqual([]);
  }

  it.each([
    ['a price list', '苹果 一级 12 13 14\n香蕉 二级 3 4 8\n总计 15 17 23\n其他 1 1 1\n'],
    ['a poem', '一去二三里\n烟村四五家\n亭台六七座\n八九十枝花\n春 夏 秋 1 2 3\n'],
    ['a log', '规章 更新 12 13 14\n行政许可 同步 3 4 8\n自然人 入库 15 17 23\n'.repeat(9)],
    ['a budget with words of the forms', '科目 本年收入 本年支出 结余\n行政许可 10 20 30\n行政处罚 1 2 3\n行政强制 0 1 2\n总计 11 23 35\n'],
    ['code', 'const 规章 = [ 1 2 3 ];\n规章 1 2 3\n'],
    ['an index', '规章 12 14 20\n行政规范性文件 13 15 99\n申请人 3 4 5\n自然人 7 8 9\n'],
    ['rows of the form beside two years', '项目 2020年 2021年 增减\n' + ['属于国家秘密', '重复申请', '其他法律行政法规禁止公开', '保护第三方合法权益', '属于行政执法案卷',
      '属于行政查询事项', '要求提供公开出版物'].map((label, i) => `${i + 1}.${label} ${i} ${i + 2} 2`).join('\n')],
  ])('%s', (_, text) => { expectUnread(text); });

  it('sentences that end in figures', () => {
    expectUnread('全年办理行政许可 3 4 5\n其中规章 1 2 3\n（一）予以公开 4 5 6\n');
  });
});

describe('what an official table in spaced rows is not held to', () => {
  const lines = knownReport('spaced-rows').text.split('\n');
  const foundIn = (changed: readonly string[]): string[] => analyze(changed.join('\n')).findings.map(({ rule }) => rule);
  const at = lines.findIndex((line) => line.includes('予以公开'));

  it('a figure that is not there: its row is not evaluated, and counted so', () => {
    const text = lines.with(at, lines[at].replace(/ 0/, '')).join('\n');
    const { findings, ledger } = analyze(text);
    expect(findings).toEqual([]);
    expect(ledger.notEvaluated).toBeGreaterThan(0);
    expect(ledger.broken).toBe(0);
  });

  it('a figure too many, a header that is not the form’s, words between rows', () => {
    expect(foundIn(lines.with(at, `${lines[at]} 5`))).toEqual([]);
    expect(foundIn(lines.map((line) => line.replace('科研机构', '科研')))).toEqual([]);
    expect(foundIn(lines.toSpliced(at, 0, '单位：件'))).toEqual([]);
  });

  it('a line of words that ends in other figures than a row has; a row of the author’s own is told', () => {
    expect(foundIn(lines.toSpliced(at, 0, '信息核查建议 1 2'))).toEqual([]);
    expect(foundIn(lines.toSpliced(at, 0, '信息核查建议 0 0 0 0 0 0 0'))).toEqual(['unknown-row']);
  });

  it('a wrong figure in a whole row is told', () => {
    expect(foundIn(lines.with(at, lines[at].replace(/ 2$/, ' 3')))).toEqual(['row-sum']);
  });

  it('a row that is not there is told, but not where its words stand anywhere', () => {
    const row = lines.findIndex((line) => line.includes('重复申请'));
    expect(foundIn(lines.toSpliced(row, 1))).toEqual(['missing-row']);
    expect(foundIn(lines.with(row, '2.重复申 请0000000'))).toEqual([]);
  });
});

describe('any text', () => {
  const word = fc.constantFrom(
    '规章', '0', '12', '（一）', '予以公开', '1.', '属于国家', '秘密', '总计', '结果', '维持', '—', '项', '万元', '3.5', '无', '若干', '第 3 页', 'a', '\ud800',
  );
  const line = fc.oneof(
    fc.array(word, { maxLength: 9 }).map((words) => words.join(' ')), fc.constantFrom('', '规章 0 0 0', '（三）不予公开1.属于国家秘密 0 0 0 0 0 0 0', '0 0 0 0 0 0 0'),
  );

  it('the contract holds, and an analysis is made', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n'), (all, separator) => {
      const text = all.join(separator);
      for (const block of blockTexts(spacedRows, text)) {
        const kept = spacedRows.read(block)!;
        const read = [...kept.cells, ...kept.pageNumbers].sort((a, b) => a.start - b.start).map(({ start, end }) => block.slice(start, end)).join('');
        expect(read.replace(/\s/g, '')).toBe(block.replace(/\s/g, ''));
      }
      analyze(text);
    }), { numRuns: 300 });
  });
});
