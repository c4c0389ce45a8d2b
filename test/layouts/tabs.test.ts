/** Tab-separated rows: the sample, the traps of tables taken from PDF, and tables made up at random. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tabs } from '../../server/src/layouts/tabs';
import { blockTexts, checkContract, contents, readOnly, sample, withCrlf } from './contract';

function rows(document: string): string[][] {
  expect(checkContract(tabs, document)).toBe(1);
  return contents(readOnly(tabs, document).reading);
}

describe('the sample', () => {
  it('reads the Baoji report: one block over two page breaks and two headings', () => {
    const table = rows(sample('baoji-2020.txt'));
    expect(table).toHaveLength(51);
    expect(table[10]).toEqual(['行政处罚', '6', '0', '9487']);
    expect(table[18]).toEqual(['三、收到和处理政府信息公开申请情况']);
    expect(table[29]).toEqual(['4. 保护第三方合法', '', '', '', '', '', '', '', '', '']);
    expect(table[30]).toEqual(['', '权益', '', '', '', '', '', '', '']);
    expect(table[50]).toHaveLength(16);
  });
});

describe('rows', () => {
  it('knows every cell by row and column, empty ones and a stray last one too', () => {
    const { reading } = readOnly(tabs, '项目\t本年\t上年\n规章\t\t2\t\n\t3\t4\n');
    expect(reading.cells.map(({ row, column, content }) => [row, column, content.text])).toEqual([
      [0, 0, '项目'], [0, 1, '本年'], [0, 2, '上年'], [1, 0, '规章'], [1, 1, ''], [1, 2, '2'], [1, 3, ''], [2, 0, ''], [2, 1, '3'], [2, 2, '4'],
    ]);
  });

  it('reads a row of tabs only as empty cells, and blank lines and page breaks not at all', () => {
    expect(rows('项目\t本年\n\n\t\t\n \u3000\n\f\n规章\t2\n')).toEqual([['项目', '本年'], ['', '', ''], ['规章', '2']]);
  });

  it('tells whether what merged cells cover left a trace: only then do the tabs of a line tell its columns', () => {
    const copied = '甲\t一\t1\t2\n二\t3\t4\n乙\t一\t5\t6\n二\t7\t8\n';
    expect(readOnly(tabs, copied).reading.unaligned).toBe(true);
    expect(readOnly(tabs, copied.replaceAll('\n二', '\n\t二')).reading.unaligned).toBe(false);
    expect(readOnly(tabs, `${copied}\t小计\t8\t9\n`).reading.unaligned, 'one figure behind a blank').toBe(false);
    expect(readOnly(tabs, '规章\t1\t2\n行政许可\t3\t4\n行政强制\t5\t6\n').reading.unaligned).toBe(false);
  });

  it('takes a heading between rows for a loose cell in a row of its own', () => {
    const text = '项目\t本年\n\n三、办理结果\n3\n规章\t2\n';
    expect(rows(text)).toEqual([['项目', '本年'], ['三、办理结果'], ['3'], ['规章', '2']]);
    expect(readOnly(tabs, text).reading.cells.map((cell) => cell.loose)).toEqual([false, false, true, true, false, false]);
  });

  it('takes a page number for no cell, but notes it', () => {
    const text = '项目\t本年\n— 3 —\n规章\t2\n\t— 4 —\n';
    const { reading, block } = readOnly(tabs, text);
    expect(rows(text)).toEqual([['项目', '本年'], ['规章', '2'], ['', '— 4 —']]);
    expect(reading.pageNumbers.map(({ start, end }) => block.slice(start, end))).toEqual(['— 3 —']);
  });

  it('keeps a row with one leading tab among others', () => {
    expect(rows('\t本年\t上年\n\t2\n规章\t1\t1\n')).toEqual([['', '本年', '上年'], ['', '2'], ['规章', '1', '1']]);
  });
});

describe('where a table ends', () => {
  const TABLE = '项目\t本年\n规章\t2\n';
  it('leaves out headings before and behind, and ends before running text', () => {
    const prose = '本年度存在的主要问题是主动公开意识不强。';
    expect(blockTexts(tabs, `二、主动公开\n${TABLE}\n三、办理\n${prose}\n${TABLE}第 3 页\n`)).toEqual([TABLE, TABLE]);
  });

  it.each([
    ['no tab', '项目 本年\n规章 2\n'],
    ['one row', '项目\t本年\n规章 2\n'],
    ['indentation', 'a:\n\t\tb\n\t\t\tc\n\td\n'],
    ['cells on lines of their own', '\t规章\n\t1\n\t2\n\t3\n'],
    ['a closed code fence', '~~~\na\t1\nb\t2\n~~~\n'],
  ])('claims nothing: %s', (_, text) => {
    expect(blockTexts(tabs, text)).toEqual([]);
  });
});

describe('writing', () => {
  const text = '项目\t本年\t上年\n规章\t 12\u00a0\t\n许可\t3\t4';
  const reading = tabs.read(text)!;

  it('replaces the content alone, in an empty cell too, and on one line', () => {
    expect(tabs.setCell(text, reading.cells[4], '7')).toEqual({ start: text.indexOf('12'), end: text.indexOf('12') + 2, newText: '7' });
    expect(tabs.setCell(text, reading.cells[5], 'a\tb\nc').newText).toBe('a b c');
  });

  it('writes a row as its line, with empty cells where no value is given', () => {
    expect(tabs.rowLike(text, reading, reading.cells.slice(3, 6), ['处罚', '0', '1'])).toBe('处罚\t 0\u00a0\t1\n');
    expect(tabs.rowLike(text, reading, reading.cells.slice(6, 8), ['处罚', '0'])).toBe('\n处罚\t0\t');
  });

  it('leaves a BOM and carriage returns out of rows and slots', () => {
    const marked = '\ufeff项目\t本年\r\n规章\t\r\n';
    const read = tabs.read(marked)!;
    expect(tabs.rowExtent(marked, read, read.cells.slice(0, 2))).toEqual({ start: 1, end: marked.indexOf('规章') });
    expect(read.cells[3].slot).toEqual({ start: marked.length - 2, end: marked.length - 2 });
  });

  it('cuts out no cells of different rows', () => {
    expect(tabs.rowExtent(text, reading, reading.cells.slice(2, 4))).toBeNull();
  });
});

describe('any table', () => {
  const value = fc.oneof(fc.constantFrom('', '0', '12', '自然 人', '（一）予以公开', '\u3000其他', '|', '[bookmark: _A]3'), fc.nat().map(String));
  const table = fc.array(fc.array(value, { minLength: 2, maxLength: 6 }), { minLength: 2, maxLength: 6 });

  it('reads back what was written', () => {
    fc.assert(fc.property(table, fc.constantFrom('\n', '\n\n'), fc.boolean(), (body, gap, crlf) => {
      const all = [['项目', '本年', '上年'], ...body];
      const lf = all.map((row) => row.join('\t') + gap).join('');
      const plain = all.map((row) => row.map((cell) => cell.replace('[bookmark: _A]', '').trim()));
      const text = crlf ? withCrlf(lf) : lf;
      fc.pre(blockTexts(tabs, text).length === 1);
      expect(contents(readOnly(tabs, text).reading)).toEqual(plain);
      checkContract(tabs, text);
    }), { numRuns: 60 });
  });
});
