/** Tables in columns by spaces, drawn with lines, and comma-separated. */
import { describe, expect, it } from 'vitest';
import { columns } from '../../server/src/layouts/columns';
import { csv } from '../../server/src/layouts/csv';
import { gridLines } from '../../server/src/layouts/gridLines';
import { findBlocks } from '../../server/src/layouts';
import { applied, blockTexts, checkContract, contents, readOnly } from './contract';

const SPACED = [
  'Region          2022      2023',
  'North          1,200     1,300',
  'South            800       950',
  'Total          2,000     2,250', '',
].join('\n');
const SIMPLE = [
  '=====  ====  ====', 'Fruit  Jan   Feb', '=====  ====  ====', 'Apple    10    11', 'Pear     20    21', 'Total    30    32',
  '=====  ====  ====', '',
].join('\n');
const WIDE = ['项目          一月    二月', '办公费           3       5', '差旅费          14      26', '合计            17      31', ''].join('\n');
const DRAWN = [
  '+-------+------+', '| Item  |  Jan |', '+=======+======+', '| Rent  |   10 |', '+-------+------+', '| Total |   10 |',
  '+-------+------+', '',
].join('\n');

describe('columns by spaces', () => {
  it('reads figures under their headers', () => {
    expect(checkContract(columns, SPACED)).toBe(1);
    expect(contents(readOnly(columns, SPACED).reading)).toEqual([
      ['Region', '2022', '2023'], ['North', '1,200', '1,300'], ['South', '800', '950'], ['Total', '2,000', '2,250'],
    ]);
  });
  it('leaves the lines of reStructuredText out', () => {
    expect(contents(readOnly(columns, SIMPLE).reading).map((row) => row[0])).toEqual(['Fruit', 'Apple', 'Pear', 'Total']);
  });
  it('counts Chinese characters as two places', () => {
    expect(contents(readOnly(columns, WIDE).reading)[2]).toEqual(['差旅费', '14', '26']);
  });
  it('leaves rows with wide gaps among rows of single blanks to the layout of those', () => {
    const wide = ['（一）予以公开   0   0   0   1   1', '（二）部分公开   2   0   0   0   2', '（三）不予公开   0   0   0   0   0'].join('\n');
    const single = ['本年新收政府信息公开申请 3 0 0 1 4', '上年结转政府信息公开申请 1 0 0 0 1', '结转下年度继续办理数量 1 0 0 1 2'].join('\n');
    expect(findBlocks(`${wide}\n`).map(({ layout }) => layout)).toEqual(['columns']);
    expect(findBlocks(`${single}\n${wide}\n`).map(({ layout }) => layout)).toEqual(['spaced-rows']);
    expect(findBlocks(`${single}\n\n${wide}\n`).map(({ layout }) => layout)).toContain('columns');
  });
  it('keeps figures aligned on the right', () => {
    const { block, reading } = readOnly(columns, SPACED);
    const cell = reading.cells.find(({ content }) => content.text === '950')!;
    expect(applied(block, columns.setCell(block, cell, '1,050')).split('\n')[2]).toBe('South            800     1,050');
  });
  it.each([
    ['prose with two spaces', 'First sentence.  Second one.\nMore of it.  And so on.\nA third line.  The end.\n'],
    [
      'notes beside figures',
      `12    ${'这一条说明写得很长，'.repeat(7)}    2020\n13    ${'那一条说明写得也长，'.repeat(7)}    2021\n14    ${'另一条说明同样很长，'.repeat(7)}    2022\n`,
    ],
    ['a list of names', 'alpha   first letter\nbeta    second letter\ngamma   third letter\n'],
    ['code', 'const a = 1;  // one\nlet b;        // two\nvar c;        // three\n'],
  ])('takes no table from %s', (_, text) => { expect(blockTexts(columns, text)).toEqual([]); });
});

describe('drawn lines', () => {
  it('reads rows between drawn lines', () => {
    expect(checkContract(gridLines, DRAWN)).toBe(1);
    expect(contents(readOnly(gridLines, DRAWN).reading)).toEqual([['Item', 'Jan'], ['Rent', '10'], ['Total', '10']]);
  });
  it('keeps the width of the column', () => {
    const { block, reading } = readOnly(gridLines, DRAWN);
    expect(applied(block, gridLines.setCell(block, reading.cells[3], '1250')).split('\n')[3]).toBe('| Rent  | 1250 |');
  });
  it('counts Chinese characters as two places', () => {
    const text = '+--------+----+\n| 项目   | 数 |\n+--------+----+\n| 差旅费 |  3 |\n+--------+----+\n';
    const { block, reading } = readOnly(gridLines, text);
    expect(applied(block, gridLines.setCell(block, reading.cells[2], '房租')).split('\n')[3]).toBe('| 房租   |  3 |');
  });
  it('is not taken for bars', () => { expect(findBlocks(DRAWN).map(({ layout }) => layout)).toEqual(['grid-lines']); });
  it.each([
    ['a lone line', '+---+\ntext\n'], ['no end', '+---+---+\n| a | b |\n'], ['a diff', '+---\n+ b | c\n'],
  ])('takes no table from %s', (_, text) => {
    expect(blockTexts(gridLines, text)).toEqual([]);
  });
});

describe('comma-separated values', () => {
  it('is never claimed unless the language says so', () => {
    expect(findBlocks('a,b\n1,2\n3,4\n').map(({ layout }) => layout)).toEqual([]);
    expect(findBlocks('a,b\n1,2\n3,4\n', 'csv').map(({ layout }) => layout)).toEqual(['csv']);
  });
  it.each([
    ['commas', 'a,b\n"x, y",2\n'], ['semicolons', 'a;b\n"x, y";2\n'], ['tabs', 'a\tb\nx, y\t2\n'],
  ])('tells %s by themselves', (_, text) => { expect(contents(csv.read(text))).toEqual([['a', 'b'], ['x, y', '2']]); });
  it('reads quotes, breaks within them and blank lines', () => {
    expect(contents(csv.read('\ufeffa,b\r\n"say ""hi""","two\nlines"\r\n\r\n,\r\n')))
      .toEqual([['a', 'b'], ['say "hi"', 'two\nlines'], ['', '']]);
  });
  it('quotes what needs it', () => {
    const text = 'a,b\n1,2\n';
    const { cells } = csv.read(text)!;
    expect(applied(text, csv.setCell(text, cells[2], '1,5'))).toBe('a,b\n"1,5",2\n');
    expect(applied(text, csv.setCell(text, cells[3], '7'))).toBe('a,b\n1,7\n');
  });
});
