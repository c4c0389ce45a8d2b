/** Pipe tables: the sample, tables that Markdown refuses, padding, escapes, and an outside reader as the judge of cells. */
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { pipes } from '../../server/src/layouts/pipes';
import { Source } from '../../server/src/layouts/source';
import { applied, blockTexts, checkContract, contents, readOnly, rowsOf, sample, withCrlf } from './contract';

function rows(document: string): string[][] {
  expect(checkContract(pipes, document)).toBe(1);
  return contents(readOnly(pipes, document).reading);
}

/** The tables that need no form to be known for some. */
function tablesIn(text: string): string[] {
  return pipes.claim(new Source(text)).flatMap(({ start, end, runs = [{ start, end, isTable: true }] }) => (
    runs.filter(({ isTable }) => isTable).map((run) => text.slice(run.start, run.end))));
}

describe('the sample', () => {
  it('reads the three tables of the Zhengzhou report', () => {
    const text = sample('zhengzhou-2021.md');
    expect(checkContract(pipes, text)).toBe(3);
    const tables = blockTexts(pipes, text).map((block) => contents(pipes.read(block)));
    expect(tables.map((table) => [table.length, table[0].length])).toEqual([[14, 4], [28, 10], [4, 15]]);
    expect(tables[0][13]).toEqual(['行政事业性收费', '22943.1665', '', '']);
    expect(tables[1][22]).toEqual(['5.要求行政机关确认或重新出具已获取信息', '', '0', '0', '0', '0', '0', '0', '0', '']);
    expect(tables[2][3].join(' ')).toBe('3 0 0 0 3 4 0 0 1 5 3 0 0 1 4');
  });
});

describe('rows', () => {
  it.each([
    ['no delimiter row', '| a | 1 |\n| b | 2 |\n', [['a', '1'], ['b', '2']]],
    ['a delimiter row of the wrong length', '| a | 1 |\n|---|---|---|\n| b | 2 |\n', [['a', '1'], ['b', '2']]],
    ['a delimiter row first', '|---|--:|\n| b | 2 |\n| c | 3 |\n', [['b', '2'], ['c', '3']]],
    ['single dashes below the header', 'a | b\n- | -\nc | 3\n', [['a', 'b'], ['c', '3']]],
    ['dashes that say nil', '| a | b |\n|---|---|\n| - | - |\n', [['a', 'b'], ['-', '-']]],
    ['no bars at the ends', 'a | 1\n--|--\nb | 2\n', [['a', '1'], ['b', '2']]],
    ['a bar missing at one end', '| a | 1\n|--|--|\n  b | 2 |\n', [['a', '1'], ['b', '2']]],
    ['rows of unequal length', '| a | 1 | 2 |\n|--|--|--|\n| b |\n| c | | 3 | 4 |\n', [['a', '1', '2'], ['b'], ['c', '', '3', '4']]],
    ['empty cells', '||1|\n|---|---|\n|a||\n', [['', '1'], ['a', '']]],
    ['a quotation', '> | a | 1 |\n> |---|---|\n> | b | 2 |\n', [['a', '1'], ['b', '2']]],
    ['indentation', '     | a | 1 |\n     |---|---|\n     | b | 2 |\n', [['a', '1'], ['b', '2']]],
    ['odd white space', '|\u3000a\u00a0|\u00a0|\n|---|---|\n|[bookmark: _A]b|\u20032 |\n', [['a', ''], ['b', '2']]],
    ['escaped bars', '| a\\|b | 1 |\n|---|---|\n| c\\\\| 2 |\n', [['a|b', '1'], ['c\\', '2']]],
    ['bars in code, which part cells as in GFM', '| `a|b` |\n|---|---|\n| `c\\|d` | 2 |\n', [['`a', 'b`'], ['c|d', '2']]],
    [
      'emphasis', '| **总计** | _3_ |\n|---|---|\n| `4` | ***5*** |\n| *a* b *c* | \\*6* |\n',
      [['总计', '3'], ['4', '5'], ['a b c', '*6*']],
    ],
    [
      'tags and entities', '| 结果<br>维持 | &nbsp; |\n|---|---|\n| <b>3</b> | a&amp;b |\n| x<br/>y | 1&lt;2 |\n',
      [['结果维持', ''], ['3', 'a&b'], ['x y', '1<2']],
    ],
    ['emphasis line by line', '| **结果**<br>**维持** | *1*<br>2 |\n|---|---|\n| a\\<br>b | **3** |\n', [['结果维持', '1 2'], ['a<br>b', '3']]],
    ['a wrapped cell, where bars open and close rows', '| 属于国\n家秘密 | 1 |\n| b | 2 |\n| c | 3 |\n', [['属于国家秘密', '1'], ['b', '2'], ['c', '3']]],
    ['a wrapped cell, where bars open rows', '| a | 本年\n| b | 2\n| c | 4\n| 属于国\n家秘密 | 3\n', [['a', '本年'], ['b', '2'], ['c', '4'], ['属于国家秘密', '3']]],
    ['a wrapped cell, where bars close rows', 'a | 本\n年 |\nb | 2 |\nc | 3 |\n', [['a', '本年'], ['b', '2'], ['c', '3']]],
    ['a blank cell at the end, where no bar closes rows', '| a | 1\n| b | 2\n| c | 3\n| d |\n', [['a', '1'], ['b', '2'], ['c', '3'], ['d', '']]],
    ['escapes', '| 1\\.属于 | \\-3 |\n|---|---|\n| 2 | a\\b |\n', [['1.属于', '-3'], ['2', 'a\\b']]],
  ])('%s', (_, text, expected) => {
    expect(rows(`一段正文\n\n${text}\n一段正文\n`)).toEqual(expected);
  });

  it('numbers rows and columns without the delimiter row', () => {
    const { reading } = readOnly(pipes, '| a | 1 |\n|---|---|\n| b | 2 |\n');
    expect(reading.geometry).toBe('grid');
    expect(reading.cells.map(({ row, column }) => [row, column])).toEqual([[0, 0], [0, 1], [1, 0], [1, 1]]);
  });

  it('slices the figure inside its emphasis', () => {
    const { block, reading } = readOnly(pipes, '| a | **12** |\n|---|---|\n');
    expect(block.slice(reading.cells[1].start, reading.cells[1].end)).toBe('12');
  });
});

describe('where a table begins and ends', () => {
  const TABLE = '| a | 1 |\n|---|---|\n| b | 2 |\n';
  it('takes no line without a bar, and no lone bar', () => {
    expect(tablesIn(`表一\n${TABLE}注：无\n|\n${TABLE}`)).toEqual([TABLE, TABLE]);
  });

  it('rows of any length, where a bar closes each, are a table from four on', () => {
    const closed = '第二十条第（一）项 |\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n规章 | 0 | 0 | 3 |\n第二十条第（五）项 |\n';
    expect(tablesIn(`二、主动公开\n${closed}三、申请情况\n`)).toEqual([closed]);
    expect(tablesIn('首页 | 公开 |\n互动 |\n服务 | 专栏 | 数据 |\n')).toEqual([]);
    expect(tablesIn(`${closed}行政许可 | 4 | 5\n`)).toEqual([]);
  });

  it.each([
    ['no bar', '项目 本年\n规章 2\n'],
    ['lone bars', '|\n规章\n|\n2\n'],
    ['one line', '| a | 1 |\n'],
    ['prose with a bar', '公开 | 政务\n这一段里有一个 | 符号，另一行也有。\n'],
    ['one bar a line in code', 'const a = b | c;\nd |= e || f;\ng(h | 1, i);\nreturn;\n'],
    ['one column', '| a |\n|---|\n| 1 |\n'],
    ['a closed code fence', `\`\`\`\n${TABLE}\`\`\`\n`],
  ])('claims nothing: %s', (_, text) => {
    expect(tablesIn(text)).toEqual([]);
  });
});

describe('writing a cell', () => {
  /** The line of the cell after writing it; the table's second row is the line given. */
  function put(line: string, column: number, value: string): string {
    const text = `| a | b |\n|---|---|\n${line}\n`;
    const reading = pipes.read(text)!;
    const cell = rowsOf(reading)[1][column];
    const after = applied(text, pipes.setCell(text, cell, value));
    expect(rowsOf(pipes.read(after))[1][column].content.text).toBe(value);
    return after.split('\n')[2];
  }

  it.each([
    ['an unpadded cell grows and shrinks', '| x | 12 | y |', 1, '7', '| x | 7 | y |'],
    ['a tight cell stays tight', '|x|12|y|', 1, '7', '|x|7|y|'],
    ['padding behind the text takes the difference', '| x | 12    | y |', 1, '345', '| x | 345   | y |'],
    ['padding before the text too', '| x |    12 | y |', 1, '7', '| x |     7 | y |'],
    ['padding is used up but for one space', '| x | 12   | y |', 1, '123456789', '| x | 123456789 | y |'],
    ['width is counted in columns of a screen', '| 规章    | 1 |', 0, '许可证', '| 许可证  | 1 |'],
    ['an empty cell keeps its width', '| x |       | y |', 1, '0', '| x | 0     | y |'],
    ['an empty narrow cell gets room', '| x | | y |', 1, '0', '| x | 0 | y |'],
    ['an empty tight cell too', '|x||y|', 1, '0', '|x| 0 |y|'],
    ['emphasis stays', '| x | **12**   | y |', 1, '7', '| x | **7**    | y |'],
    ['a last cell without a bar', '| x | 12', 1, '7', '| x | 7'],
    ['a bar is escaped', '| x | 12 |', 1, 'a|b', '| x | a\\|b |'],
    ['emptied', '| x | 12 |', 1, '', '| x |  |'],
  ])('%s', (_, line, column, value, expected) => {
    expect(put(line, column, value)).toBe(expected);
  });

  it('reads back any plain text', () => {
    const value = fc.string({
      unit: fc.constantFrom('a', '1', '|', '\\', '*', '_', '`', '<', '>', '&', ';', 'b', 'r', '表', ' ', 'amp'), maxLength: 12,
    });
    fc.assert(fc.property(value.map((text) => text.trim()), (text) => {
      put('| x | 12 |', 1, text);
    }), { numRuns: 500 });
  });
});

describe('rows that are written', () => {
  it('keeps the header with its delimiter row', () => {
    const text = '| a | 1 |\n|---|---|\n| b | 2 |\n';
    const reading = pipes.read(text)!;
    const [header, first] = rowsOf(reading);
    expect(pipes.rowExtent(text, reading, header)).toBeNull();
    expect(pipes.rowLike(text, reading, header, ['x', 'y'])).toBeNull();
    expect(pipes.rowLike(text, reading, first, ['行政许可', ''])).toBe('| 行政许可 |  |\n');
    expect(pipes.rowExtent(text, reading, [header[0], first[0]])).toBeNull();
  });
});

describe('any table', () => {
  const cell = fc.constantFrom('', '0', '12', '规章', '（一）予以公开', 'a\\|b', '`c\\|d`', '**3**', '1\\.属于', '`a', 'x*y', '&nbsp;');
  const width = fc.integer({ min: 2, max: 5 });
  const tables = width.chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 2, maxLength: 6 }));

  it('keeps the contract', () => {
    fc.assert(fc.property(tables, fc.constantFrom('', ' ', '   '), fc.boolean(), (table, pad, delimited) => {
      const lines = table.map((row) => `|${row.map((text) => pad + text + pad).join('|')}|`);
      if (delimited) { lines.splice(1, 0, `|${'---|'.repeat(table[0].length)}`); }
      checkContract(pipes, `前\n\n${lines.join('\n')}\n`);
    }), { numRuns: 60 });
  });

  it('parts cells as markdown-it does', () => {
    const judge = new MarkdownIt();
    fc.assert(fc.property(tables, fc.boolean(), (table, crlf) => {
      const lines = table.map((row) => `| ${row.join(' | ')} |`);
      lines.splice(1, 0, `|${'---|'.repeat(table[0].length)}`);
      const text = crlf ? withCrlf(lines.join('\n')) : lines.join('\n');
      const judged = judge.parse(text, {}).filter((token) => token.type === 'inline').map((token) => token.content);
      const read = pipes.read(text)!.cells.map(({ slot }) => text.slice(slot.start, slot.end).trim().replaceAll('\\|', '|'));
      expect(read).toEqual(judged);
    }));
  });
});
