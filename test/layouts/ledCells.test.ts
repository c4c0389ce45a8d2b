/** Led cells: what is claimed, how blank cells, wrapped lines and fillings are read, and writing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledCells } from '../../server/src/layouts/ledCells';
import { Source } from '../../server/src/layouts/source';
import { applied, blockTexts, checkContract, readOnly } from './contract';

const row = (first: string, ...cells: string[]): string => [first, ...cells.map((cell) => `| ${cell}`.trimEnd())].join('\n') + '\n';
const TABLE = row('信息内容', '本年制发件数', '本年废止件数') + row('规章', '0', '') + row('行政许可', '', '4039');
const CELLS = ['信息内容', '本年制发件数', '本年废止件数', '规章', '0', '', '行政许可', '', '4039'];
const PROSE = '2021年，区公安分局严格执行条例，主动公开各类信息。';
const texts = (text: string): string[] => readOnly(ledCells, text).reading.cells.map((cell) => cell.content.text);
const claims = (text: string): number => ledCells.claim(new Source(text)).length;

describe('what is a table of led cells', () => {
  it('runs from the first cell of a row to the last line with a bar', () => {
    const { block, reading } = readOnly(ledCells, `二、主动公开政府信息情况\n${TABLE}三、收到和处理政府信息公开申请情况\n${PROSE}\n`);
    expect(reading.cells.map((cell) => cell.content.text)).toEqual(CELLS);
    expect(block).toBe(TABLE);
    expect(reading.geometry).toBe('rows');
  });

  it('needs three cells behind a bar, six bars and two rows', () => {
    expect(claims(TABLE)).toBe(1);
    expect(claims('')).toBe(0);
    expect(claims(row('规章', '0', '', '', '', '') + row('行政许可', '1', ''))).toBe(0);
    expect(claims(row('规章', '0', '1') + row('行政许可', '1', '2'))).toBe(0);
    expect(claims(row('规章', '0', '1', '2', '3', '4', '5'))).toBe(0);
    expect(claims('```\n' + TABLE + '```\n')).toBe(0);
  });

  it('a row whose label ends as a section’s title does parts nothing', () => {
    expect(claims(TABLE + row('8、属于行政查询事项', '0', '1') + row('（四）无法提供', '2', '3'))).toBe(1);
  });

  it('rows of Markdown, closed cells and cells after lone bars are none', () => {
    expect(claims('| a | b |\n'.repeat(9))).toBe(0);
    expect(claims('a | b\n'.repeat(9))).toBe(0);
    expect(claims('| a |\n甲\n'.repeat(9))).toBe(0);
    expect(claims('a |\n甲\n'.repeat(9))).toBe(0);
    expect(claims('|\n甲\n|\n乙\n'.repeat(9))).toBe(0);
  });

  it('a heading of a section parts two tables, led by a bar or not; so does a sentence', () => {
    for (const line of ['三、收到和处理政府信息公开申请情况', '| 三、收到和处理政府信息公开申请情况', PROSE]) {
      expect(blockTexts(ledCells, `${TABLE}${line}\n${TABLE}`), line).toEqual([TABLE, TABLE]);
    }
  });

  it('a blank line may be the empty cell that a row begins with; bars side by side are none', () => {
    expect(texts(TABLE + '\n' + row('', '5', '6').slice(1))).toEqual([...CELLS, '', '5', '6']);
    expect(texts(TABLE.replaceAll('\n', '\n\n'))).toEqual(CELLS);
    expect(texts(`${TABLE}第二十条第（八）项\n|||\n${row('规章', '7')}`)).toEqual([...CELLS, '第二十条第（八）项', '规章', '7']);
  });

  it('every line without a bar may go on with the cell above', () => {
    const { reading } = readOnly(ledCells, TABLE + row('属于国\n家秘密', '1', '2'));
    expect(reading.breaks!.map((at) => reading.cells[at].content.text)).toEqual(['规章', '行政许可', '属于国', '家秘密']);
  });

  it('a page number is no cell', () => {
    const { block, reading } = readOnly(ledCells, `${TABLE}- 3 -\n${row('规章', '7')}`);
    expect(reading.cells).toHaveLength(CELLS.length + 2);
    expect(reading.pageNumbers.map(({ start, end }) => block.slice(start, end))).toEqual(['- 3 -']);
  });
});

describe('writing', () => {
  it.each([
    ['plain', TABLE],
    ['filled up', `${PROSE}\n${TABLE}第二十条第（八）项\n|||\n${row('规章', '7', '')}${PROSE}`],
    ['blank lines', TABLE.replaceAll('\n', '\n\n')],
    ['wrapped', TABLE + row('属于国\n家秘密', '1', '2\n3')],
    ['bookmarks and lone surrogates', TABLE + row('[bookmark: a]合计', '\ud83d', '7[bookmark: b]')],
  ])('%s: the contract holds', (_, text) => {
    expect(checkContract(ledCells, text)).toBe(1);
  });

  it('an emptied cell stays a line; an empty one is written behind its bar', () => {
    const { block, reading } = readOnly(ledCells, TABLE);
    expect(applied(block, ledCells.setCell(block, reading.cells[3], ''))).toBe(TABLE.replace('规章', '\u00a0'));
    expect(applied(block, ledCells.setCell(block, reading.cells[5], '7'))).toBe(TABLE.replace('| 0\n|\n', '| 0\n| 7\n'));
    expect(applied(block, ledCells.setCell(block, reading.cells[4], 'a|b'))).toBe(TABLE.replace('| 0', '| a｜b'));
  });

  it('a row takes along what fills it up, but no page number', () => {
    const { block, reading } = readOnly(ledCells, `${TABLE}|||\n`.replace('| 4039', '- 3 -\n| 4039') + row('规章', '7', '8'));
    expect(ledCells.rowLike(block, reading, reading.cells.slice(6, 9), ['行政检查', '1', '2'])).toBe('行政检查\n| 1\n| 2\n|||\n');
  });
});

describe('any text', () => {
  const line = fc.oneof(fc.constantFrom('|', '||', '| a', '| 0', '合计', '无。', '\ud800', '| a | b', '\u00a0', '规章'), fc.string({ unit: 'binary', maxLength: 5 }));

  it('the contract holds, and what is no bar is in a cell', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 60 }), fc.constantFrom('\n', '\r\n'), (lines, separator) => {
      for (const block of blockTexts(ledCells, lines.join(separator))) {
        const kept = ledCells.read(block)!.cells.map((cell) => block.slice(cell.start, cell.end)).join('');
        expect(kept.replace(/[^\p{L}\p{N}。]/gu, '')).toBe(block.replace(/[^\p{L}\p{N}。]/gu, ''));
      }
      checkContract(ledCells, lines.filter((one) => one.trim() !== '' && !/[\\<&\r\n]|\|\|/.test(one)).join('\n'));
    }));
  });

  it('ten thousand cells are read in full', () => {
    const rows = Array.from({ length: 1250 }, (_, i) => [`行${i}`, ...Array.from({ length: 7 }, (__, j) => (j % 4 === 3 ? '' : String(i)))]);
    expect(texts(rows.map(([first, ...cells]) => row(first, ...cells)).join(''))).toEqual(rows.flat());
  });
});
