import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedCells } from '../../server/src/layouts/closedCells';
import { Source } from '../../server/src/layouts/source';
import { applied, blockTexts, checkContract, readOnly, rowsOf } from './contract';

const closed = (...cells: string[]): string => cells.map((cell) => (cell === '' ? '|\n' : `${cell} |\n`)).join('');
const TABLE = ['信息内容', '本年制发件数', '规章', '0', '行政许可', '4039'];
const PROSE = '2021年，区公安分局严格执行条例，主动公开各类信息。';
const texts = (text: string): string[] => readOnly(closedCells, text).reading.cells.map((cell) => cell.content.text);
const claims = (text: string): number => closedCells.claim(new Source(text)).length;

describe('what is a table of closed cells', () => {
  it('runs from the first line with a bar at its end to the last', () => {
    const { block, reading } = readOnly(closedCells, `二、主动公开\n${closed(...TABLE)}三、申请情况\n${PROSE}\n`);
    expect(reading.cells.map((cell) => cell.content.text)).toEqual(TABLE);
    expect(block).toBe(closed(...TABLE));
    expect(reading.geometry).toBe('sequence');
  });

  it('needs six lines of one cell, and more of them than of several', () => {
    expect(claims(closed(...TABLE.slice(1)))).toBe(0);
    expect(claims(closed(...TABLE))).toBe(1);
    expect(claims('')).toBe(0);
    expect(claims('a | b |\n'.repeat(9))).toBe(0);
    expect(claims('| a |\n'.repeat(9))).toBe(0);
    expect(claims(closed(...TABLE) + 'a | b |\n'.repeat(6))).toBe(0);
    expect(claims(closed(...TABLE) + '| a | b |\n|---|---|\n| 1 | 2 |\n')).toBe(1);
    expect(texts(closed(...TABLE) + '| a | b |\n|---|---|\n| 1 | 2 |\n')).toEqual(TABLE);
    expect(claims('a |\n---|\n' + closed(...TABLE.slice(1)))).toBe(0);
    expect(claims('```\n' + closed(...TABLE) + '```\n')).toBe(0);
    expect(claims('|\n甲\n|\n乙\n'.repeat(9))).toBe(0);
  });

  it('a bar alone is an empty cell; bars side by side fill up a row', () => {
    expect(texts(closed('第二十条第（一）项') + '|||\n' + closed(...TABLE, '', '8') + '||\n')).toEqual(['第二十条第（一）项', ...TABLE, '', '8']);
    expect(texts(closed(...TABLE) + '行政许可 | ||\n| ||\n')).toEqual([...TABLE, '行政许可', '']);
  });

  it('a bar may open each row, where bars side by side tell the rows', () => {
    const opened = '|\n第二十条第（一）项 | |||\n|\n信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n|\n规章 |\n0 |\n0 |\n|\n|\n行政规范性文件 |\n5 |\n12 |\n8 |\n';
    const { block, reading } = readOnly(closedCells, opened);
    expect(rowsOf(reading).map((row) => row.map(({ content }) => content.text))).toEqual([
      ['第二十条第（一）项'], ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '0', '0', ''], ['行政规范性文件', '5', '12', '8'],
    ]);
    expect(closedCells.rowLike(block, reading, rowsOf(reading)[2], ['行政许可', '1', '2', '3'])).toBe('|\n行政许可 |\n1 |\n2 |\n3 |\n');
    expect(checkContract(closedCells, `|\n第二十条第（五）项 | |||\n${opened}`)).toBe(1);
  });

  it('a cell may begin in lines without a bar', () => {
    const wrapped = '三、本年度\n办理结果 |\n（三）\n\n不予公开 |\n2.其他法律行政法规\n禁止公开 |\n科研\n\n\n机构 | 3 |\n';
    expect(texts(closed(...TABLE) + wrapped)).toEqual([...TABLE, '三、本年度办理结果', '（三）不予公开', '2.其他法律行政法规禁止公开', '科研机构', '3']);
    expect(checkContract(closedCells, closed(...TABLE) + wrapped)).toBe(1);
  });

  it('a section heading, a sentence, a figure and a long line begin no cell', () => {
    for (const line of ['三、申请情况', '没有收到申请。', '见下表：', '2021', '本年度没有收到政府信息公开申请的情形']) {
      expect(claims(`${closed(...TABLE)}${line}\n${closed(...TABLE)}`), line).toBe(2);
    }
  });

  it('several cells may stand on a line', () => {
    expect(texts(closed(...TABLE) + '行政处罚 | 3 | | 4 |\n')).toEqual([...TABLE, '行政处罚', '3', '', '4']);
  });

  it('a few blank lines may stand between, words without a bar may not', () => {
    expect(claims(closed(...TABLE).replaceAll('\n', '\n\n\n'))).toBe(1);
    expect(claims(closed(...TABLE) + '\n\n\n' + closed(...TABLE))).toBe(2);
    expect(claims(closed(...TABLE) + '三、申请情况\n' + closed(...TABLE))).toBe(2);
  });
});

describe('writing', () => {
  it.each([
    ['plain', closed(...TABLE)],
    ['empty cells', `${PROSE}\n${closed('', '规章', '', ...TABLE, '')}${PROSE}`],
    ['filled rows', `${PROSE}\n${closed('规章')}|||\n${closed(...TABLE, '', '')}${closed('规章', '5')}||\n${PROSE}`],
    ['several on a line', closed(...TABLE) + '行政处罚 | 3 | | 4 |\n 行政强制|5|\n'],
    ['blank lines', closed(...TABLE).replaceAll('\n', '\n\n')],
    ['bookmarks and lone surrogates', closed('[bookmark: a]合计', '\ud83d', '7[bookmark: b]', '\udc00\ud83d', '8', '9')],
  ])('%s: the contract holds', (_, text) => {
    expect(checkContract(closedCells, text)).toBe(1);
    checkContract(closedCells, text, { rows: ({ cells }) => [cells.slice(0, 2), cells.slice(2, 5), cells.slice(5)] });
  });

  it('an empty value is NBSP, also before bars side by side; an empty cell is written before its bar', () => {
    const { block, reading } = readOnly(closedCells, closed(...TABLE, '') + '9||\n');
    expect(applied(block, closedCells.setCell(block, reading.cells[7], ''))).toBe(closed(...TABLE, '') + '\u00a0||\n');
    expect(applied(block, closedCells.setCell(block, reading.cells[6], '7'))).toBe(closed(...TABLE, '7') + '9||\n');
    expect(applied(block, closedCells.setCell(block, reading.cells[6], 'a|b'))).toBe(closed(...TABLE, 'a｜b') + '9||\n');
  });

  it('a row takes what fills it up along, and stays where other cells share its lines', () => {
    const text = closed(...TABLE) + '||\n' + closed('行政处罚', '3');
    const { block, reading } = readOnly(closedCells, text);
    expect(closedCells.rowLike(block, reading, reading.cells.slice(4, 6), ['行政检查', '1'])).toBe(closed('行政检查', '1') + '||\n');
    const shared = readOnly(closedCells, closed(...TABLE) + '行政处罚 | 3 |\n');
    expect(closedCells.rowExtent(shared.block, shared.reading, shared.reading.cells.slice(6, 7))).toBeNull();
    expect(closedCells.rowExtent(shared.block, shared.reading, shared.reading.cells.slice(6))).not.toBeNull();
  });
});

describe('any text', () => {
  const line = fc.oneof(
    fc.constantFrom('', '|', '||', 'a |', '0 |', '合计 |', '无。', '\ud800|', 'a|b|', '\u00a0|', '| ||'),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );

  // Where bars side by side tell the rows, what is a row changes with each row that is cut out: the cases above have those.
  it('the contract holds where no row is filled up, and what is no bar is in a cell', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 60 }), fc.constantFrom('\n', '\r\n'), (lines, separator) => {
      const text = lines.join(separator);
      for (const block of blockTexts(closedCells, text)) {
        const { cells } = closedCells.read(block)!;
        const kept = cells.map((cell) => block.slice(cell.start, cell.end)).join('');
        expect(kept.replace(/[^\p{L}\p{N}。]/gu, '')).toBe(block.replace(/[^\p{L}\p{N}。]/gu, ''));
      }
      checkContract(closedCells, lines.filter((one) => !/[\\<&\r]|\|\|/.test(one)).join('\n'));
    }));
  });

  it('ten thousand cells are read in full', () => {
    const cells = Array.from({ length: 10_000 }, (_, i) => (i % 8 === 3 ? '' : String(i)));
    expect(texts(closed(...cells))).toEqual(cells);
  });
});
