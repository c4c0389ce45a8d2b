import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barCells } from '../../server/src/layouts/barCells';
import { Source } from '../../server/src/layouts/source';
import { applied, blockTexts, checkContract, readOnly } from './contract';

const bars = (...cells: string[]): string => cells.map((cell) => (cell === '' ? '|\n' : `|\n${cell}\n`)).join('');
const TABLE = ['信息内容', '本年制发件数', '规章', '0', '行政许可', '4039'];
const PROSE = '2021年，区公安分局严格执行条例，主动公开各类信息。';
const texts = (text: string): string[] => readOnly(barCells, text).reading.cells.map((cell) => cell.content.text);
const claims = (text: string): number => barCells.claim(new Source(text)).length;

describe('what is a table of bar cells', () => {
  it('starts at the first bar and ends with the cell after the last', () => {
    const { block, reading } = readOnly(barCells, `二、主动公开\n\n${bars(...TABLE)}\n三、申请情况\n${PROSE}\n`);
    expect(reading.cells.map((cell) => cell.content.text)).toEqual(TABLE);
    expect(block).toBe(bars(...TABLE));
    expect(reading.geometry).toBe('sequence');
  });

  it('needs six bars', () => {
    expect(claims(bars(...TABLE.slice(1)))).toBe(0);
    expect(claims(bars(...TABLE))).toBe(1);
    expect(claims('')).toBe(0);
    expect(claims('a | b\n| c |\n'.repeat(9))).toBe(0);
    expect(claims('```\n' + bars(...TABLE) + '```\n')).toBe(0);
  });

  it('bars may be indented, and blank lines may stand anywhere', () => {
    expect(texts(` |\n\n信息内容\n\n\u3000|\u00a0\n本年制发件数\n|\n\n规章\n|\n 0\n|\n行政许可\n|\n\n\n4039\n`)).toEqual(TABLE);
  });

  it('two bars in a row are an empty cell, also with blank lines between them', () => {
    expect(texts(bars('规章', '', '1', '', '', '2', '3'))).toEqual(['规章', '', '1', '', '', '2', '3']);
    expect(texts('|\n规章\n|\n\n\n|\n1\n|\n\u00a0\n|\n2\n|\n3\n')).toEqual(['规章', '', '1', '', '2', '3']);
  });

  it('a page number is no cell, and a label goes on below it; a bare number below a figure is a cell of its own', () => {
    const text = '|\n规章\n- 3 -\n|\n1\n4\n|\n行政\n\n第 5 页\n\n|\n- 6 -\n2\n|\n属于国\n— 7 —\n家秘密\n|\n0\n';
    const { block, reading } = readOnly(barCells, text);
    expect(reading.cells.map((cell) => [cell.content.text, cell.loose])).toEqual([
      ['规章', false], ['1', false], ['4', true], ['行政', false], ['2', false], ['属于国家秘密', false], ['0', false],
    ]);
    expect(reading.pageNumbers.map(({ start, end }) => block.slice(start, end))).toEqual(['- 3 -', '第 5 页', '- 6 -', '— 7 —']);
  });

  it('a row that is put in takes no page number over', () => {
    const text = bars(...TABLE).replace('0\n', '0\n- 3 -\n');
    const { block, reading } = readOnly(barCells, text);
    expect(barCells.rowLike(block, reading, reading.cells.slice(2, 4), ['a', '1'])).toBe(bars('a', '1'));
  });

  it('a bar at the end opens no cell, one before NBSP does', () => {
    expect(texts(bars(...TABLE) + '|\n')).toEqual(TABLE);
    expect(texts(bars(...TABLE, '\u00a0'))).toEqual([...TABLE, '']);
  });

  it('wrapped lines join as words do', () => {
    expect(texts(bars('本年\n制发件数', 'two\nwords', ...TABLE))).toEqual(['本年制发件数', 'two words', ...TABLE]);
  });

  it('a line without a bar after a blank line is loose', () => {
    const { reading } = readOnly(barCells, `${bars(...TABLE)}\n三、申请情况\n第二行\n\n${bars(...TABLE)}`);
    expect(reading.cells.filter((cell) => cell.loose).map((cell) => cell.content.text)).toEqual(['三、申请情况', '第二行']);
    expect(reading.cells).toHaveLength(2 * TABLE.length + 2);
  });

  it('prose without a bar ends the table; prose after a bar is a cell', () => {
    expect(claims(`${bars(...TABLE)}\n${PROSE}\n${bars(...TABLE)}`)).toBe(2);
    expect(claims(`${bars(...TABLE)}\n${'长'.repeat(81)}\n${bars(...TABLE)}`)).toBe(2);
    expect(texts(bars(PROSE, ...TABLE))).toEqual([PROSE, ...TABLE]);
    expect(texts(`${bars(...TABLE)}|\n${PROSE}\n`)).toEqual(TABLE);
  });
});

describe('writing', () => {
  it.each([
    ['plain', bars(...TABLE)],
    ['empty cells', `${PROSE}\n${bars('', '规章', '', '1', '', '', '2', '3')}\n${PROSE}`],
    ['blank lines', '|\n\n规章\n\n|\n\n\n|\n1\n|\n\u00a0\n|\n 2\n\n|\n3'],
    ['wrapped and loose', `${bars('本年\n制发件数', 'two\nwords', '')}\n三、申请\n\n${bars(...TABLE)}|\n`],
    ['bookmarks and lone surrogates', bars('[bookmark: a]合计', '\ud83d', '7[bookmark: b]', '\udc00\ud83d', '8', '9')],
  ])('%s: the contract holds', (_, text) => {
    expect(checkContract(barCells, text)).toBe(1);
    checkContract(barCells, text, { rows: ({ cells }) => [cells.slice(0, 2), cells.slice(2, 5), cells.slice(5)] });
  });

  it('an empty value is NBSP; an empty cell without a line gets one', () => {
    const { block, reading } = readOnly(barCells, bars('规章', '', '1', '2', '3', '4'));
    expect(applied(block, barCells.setCell(block, reading.cells[0], ''))).toBe(bars('\u00a0', '', '1', '2', '3', '4'));
    expect(applied(block, barCells.setCell(block, reading.cells[1], '7'))).toBe(bars('规章', '7', '1', '2', '3', '4'));
    expect(applied(block, barCells.setCell(block, reading.cells[1], ''))).toBe(block);
  });

  it('a value takes the blank line of its cell', () => {
    const { block, reading } = readOnly(barCells, bars('规章', '\r', '1\r', '2\r', '3\r', '4\r'));
    expect(applied(block, barCells.setCell(block, reading.cells[1], '7'))).toBe(bars('规章', '7\r', '1\r', '2\r', '3\r', '4\r'));
  });

  it('a row is written with its bars', () => {
    const { block, reading } = readOnly(barCells, bars(...TABLE));
    expect(barCells.rowLike(block, reading, reading.cells.slice(4, 6), ['行政处罚', '1'])).toBe(bars('行政处罚', '1'));
    expect(barCells.rowExtent(block, reading, [reading.cells[0], reading.cells[2]])).toBeNull();
  });

  it('the last row stays where the cell before it would be left with a bar only', () => {
    const { block, reading } = readOnly(barCells, bars('规章', '1', '', '合计', '2', '3'));
    expect(barCells.rowExtent(block, reading, reading.cells.slice(3))).toBeNull();
    expect(barCells.rowExtent(block, reading, reading.cells.slice(4))).not.toBeNull();
  });
});

describe('any text', () => {
  const line = fc.oneof(
    fc.constantFrom('', '|', '|', ' | ', '\u00a0', '0', '合计', '无。', '\ud800', 'a|b'), fc.string({ unit: 'binary', maxLength: 5 }),
  );

  it('keeps every line that is neither blank nor a bar', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 60 }), fc.constantFrom('\n', '\r\n'), (lines, separator) => {
      for (const block of blockTexts(barCells, lines.join(separator))) {
        const { cells } = barCells.read(block)!;
        const kept = cells.map((cell) => block.slice(cell.start, cell.end)).join('').replace(/\s/g, '');
        const written = block.split(/\r?\n/).filter((part) => part.trim() !== '|').join('').replace(/\s/g, '');
        expect(kept.replace(/[^\p{L}\p{N}|。]/gu, '')).toBe(written.replace(/[^\p{L}\p{N}|。]/gu, ''));
        for (let i = 1; i < cells.length; i++) { expect(cells[i].slot.start).toBeGreaterThanOrEqual(cells[i - 1].slot.end); }
      }
    }));
  });

  it('ten thousand cells are read in full', () => {
    const cells = Array.from({ length: 10_000 }, (_, i) => (i % 8 === 3 ? '' : String(i)));
    expect(texts(bars(...cells))).toEqual(cells);
  });
});
