import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphCells } from '../../server/src/layouts/paragraphCells';
import { Source } from '../../server/src/layouts/source';
import type { Cell } from '../../server/src/model/cell';
import type { Reading } from '../../server/src/model/reading';
import { applied, blockTexts, checkContract, contents, readOnly, sample } from './contract';

const NBSP = '\u00a0';
const paragraphs = (...cells: string[]): string => cells.join('\n\n') + '\n';
const LABELS = ['信息内容', '本年制发件数', '现行有效件数', '规章'];
const TABLE = [...LABELS, '0', '1', '2', '行政规范性文件', '3', '4', '5', '行政许可', '4039'];
const PROSE = '2021年，区公安分局严格执行条例，主动公开各类信息，依法办理申请，办结率百分之百。';

const texts = (text: string): string[] => readOnly(paragraphCells, text).reading.cells.map((cell) => cell.content.text);
const claims = (text: string): number => paragraphCells.claim(new Source(text)).length;

describe('what is a table of paragraphs', () => {
  it('reads a whole report from its first heading to its last figure', () => {
    const { block, reading } = readOnly(paragraphCells, sample('lucheng-2021.txt'));
    const cells = reading.cells.map((cell) => cell.content.text);
    expect(cells.slice(0, 9)).toEqual(['二、主动公开政府信息情况', '第二十条第(一)项', '信息内容', '本年制发件数', '本年废止件数', '现行有效件数', '规章', '0', '0']);
    expect(cells.slice(-16)).toEqual(['总计', '1', '0', '0', '0', '1', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0']);
    expect(cells).toContain('299.8145万元');
    expect(block).not.toContain('存在的主要问题');
    expect(block).not.toContain('总体情况');
    expect(reading.geometry).toBe('sequence');
  });

  it('takes no rows of words and figures above it for labels of its own', () => {
    const { block } = readOnly(paragraphCells, `信息内容 本年处理决定数量\n行政处罚 12\n政府集中采购 19 项 1710.15 万元\n${paragraphs(...TABLE)}`);
    expect(block).toBe(paragraphs(...TABLE));
  });

  it('goes on behind many labels with two blank cells each', () => {
    const blankRows = Array.from({ length: 45 }, (_, i) => [`第${i}行`, NBSP, NBSP]).flat();
    const rows = Array.from({ length: 30 }, (_, i) => [`行${i}`, '1', '2', '3']).flat();
    expect(texts([...rows, ...blankRows, '末行', '条', '7'].join('\n') + '\n').at(-1)).toBe('7');
  });

  it('takes page numbers for no cells, wherever they stand', () => {
    const { block, reading } = readOnly(
      paragraphCells,
      paragraphs(...TABLE.slice(0, 3), '- 3 -', ...TABLE.slice(3, 6), '第 4 页 共 8 页', ...TABLE.slice(6, 9), '5/8', ...TABLE.slice(9)),
    );
    expect(reading.cells.map((cell) => cell.content.text)).toEqual(TABLE);
    expect(reading.pageNumbers.map(({ start, end }) => block.slice(start, end))).toEqual(['- 3 -', '第 4 页 共 8 页', '5/8']);
  });

  it('puts a row in without the page number of the row it is like', () => {
    const { block, reading } = readOnly(paragraphCells, paragraphs(...TABLE.slice(0, 9), '- 3 -', ...TABLE.slice(9)));
    const row = reading.cells.slice(7, 11);
    expect(paragraphCells.rowLike(block, reading, row, ['a', '1', '2', '3'])!.trim()).toBe(['a', '1', '2', '3'].join('\n\n'));
  });

  it('keeps to the figures: prose and signatures after them are left out, headings in front are cells', () => {
    const text = paragraphs(PROSE, '二、主动公开政府信息情况', ...TABLE, '三、其他需要报告的事项', '无。', '鹿城区分局', PROSE);
    expect(texts(text)).toEqual(['二、主动公开政府信息情况', ...TABLE]);
  });

  it('needs twelve cells, four figures and a quarter of figures', () => {
    expect(claims(paragraphs(...TABLE.slice(0, 11)))).toBe(0);
    expect(claims(paragraphs(...TABLE.slice(0, 12), '6'))).toBe(1);
    expect(claims(paragraphs(...LABELS, ...LABELS, ...LABELS, '0', '1', '2'))).toBe(0);
    expect(claims(paragraphs(...LABELS, ...LABELS, ...LABELS, '0', '1', '2', '3'))).toBe(1);
    expect(claims(paragraphs(...LABELS, ...LABELS, ...LABELS, '0', '合计', '1', '2', '3'))).toBe(0);
  });

  it('reads cells without blank lines between them', () => {
    expect(texts(`${PROSE}\n${TABLE.join('\n')}`)).toEqual(TABLE);
  });

  it.each(['。', '；', '！', '？', ';', '!', '?', '：', ':'])('a line that ends in %s is prose and parts two tables', (end) => {
    expect(claims(paragraphs(...TABLE, `情况如下${end}`, ...TABLE))).toBe(2);
  });

  it('a line of 81 units parts two tables, one of 80 does not', () => {
    expect(claims(paragraphs(...TABLE, '长'.repeat(80), ...TABLE))).toBe(1);
    expect(claims(paragraphs(...TABLE, '长'.repeat(81), ...TABLE))).toBe(2);
  });

  it('more than forty labels in a row part two tables; forty of them lead the second', () => {
    const menu = Array.from({ length: 60 }, (_, i) => `栏目${String.fromCharCode(0x4e00 + i)}`);
    const blocks = blockTexts(paragraphCells, paragraphs(...TABLE, ...menu, ...TABLE));
    const [first, second] = blocks.map((block) => paragraphCells.read(block)!.cells.map((cell) => cell.content.text));
    expect(first).toEqual(TABLE);
    expect(second).toEqual([...menu.slice(-36), ...TABLE]);
  });

  it('a menu in front of a table does not hide it', () => {
    const menu = Array.from({ length: 500 }, () => '网站导航');
    expect(texts(paragraphs(...menu, ...TABLE))).toEqual([...menu.slice(0, 36), ...TABLE]);
  });

  it('ordinary Markdown and source code hold none', () => {
    expect(claims([
      '# Title', '- one', '- two', '1. first of all', '2. second', '> quoted', '* star', 'Some words', '## 2021', '3 items',
    ].join('\n\n').repeat(20))).toBe(0);
    expect(claims('const a = 1\nlet b = [2, 3]\nfunction f() {\n  return 4\n}\n\n'.repeat(200))).toBe(0);
    expect(claims('')).toBe(0);
    expect(claims('```\n' + paragraphs(...TABLE) + '```\n')).toBe(0);
  });

  it('lines that another layout has taken end a table', () => {
    const source = new Source(paragraphs(...TABLE, 'taken', ...TABLE));
    source.take(2 * TABLE.length, 2 * TABLE.length);
    expect(paragraphCells.claim(source)).toHaveLength(2);
  });
});

describe('empty cells', () => {
  it.each([['NBSP', NBSP], ['an ideographic space', '\u3000'], ['both, indented', ` ${NBSP}\u3000`]])('a line of %s is one', (_, line) => {
    expect(texts(paragraphs(...TABLE, '行政处罚', '1', line, '3'))).toEqual([...TABLE, '行政处罚', '1', '', '3']);
  });

  it('a line of ASCII white space, of a BOM or of a bookmark is none', () => {
    expect(texts(`\ufeff\n${paragraphs(...TABLE, '行政处罚', '  \t', '[bookmark: _GoBack]', '3')}`)).toEqual([...TABLE, '行政处罚', '3']);
  });

  it('those right after the last figure, or three in a row after a label, still belong to the table', () => {
    expect(texts(paragraphs(...TABLE, NBSP, NBSP, '三、其他', '局'))).toEqual([...TABLE, '', '']);
    expect(texts(paragraphs(...TABLE, '行政处罚', NBSP, NBSP, NBSP, '某某局'))).toEqual([...TABLE, '行政处罚', '', '', '']);
    expect(texts(paragraphs(...TABLE, '三、其他', NBSP, NBSP, '局'))).toEqual(TABLE);
  });
});

describe('spans', () => {
  it('leave indents and bookmarks out, and the slot is the line', () => {
    const { block, reading } = readOnly(paragraphCells, paragraphs(...TABLE, '\u3000\u3000合计 ', '[bookmark: _GoBack]1.47万元'));
    const [label, figure] = reading.cells.slice(-2);
    expect(block.slice(label.start, label.end)).toBe('合计');
    expect(block.slice(label.slot.start, label.slot.end)).toBe('\u3000\u3000合计 ');
    expect(block.slice(figure.start, figure.end)).toBe('1.47万元');
    expect(figure.content.amount.kind).toBe('number');
  });
});

/** Rows as a form would cut them: a label with the figures after it. */
function labelled(reading: Reading): Cell[][] {
  const rows: Cell[][] = [];
  for (const cell of reading.cells) {
    if (cell.content.key !== '' || rows.length === 0) { rows.push([]); }
    rows[rows.length - 1].push(cell);
  }
  return rows;
}

describe('writing', () => {
  it.each([
    ['paragraphs', paragraphs(PROSE, ...TABLE, NBSP, '合计', '1', '\u3000', '3', PROSE)],
    ['lines', [PROSE, ...TABLE, PROSE].join('\n')],
    ['uneven gaps', `${PROSE}\n\n\n${TABLE.join('\n\n\n')}\n\n\n\n三、\n\n${TABLE.join('\n \n')}`],
    ['bookmarks and lone surrogates', paragraphs(...TABLE, '[bookmark: a]合计', '\ud83d', '7[bookmark: b]', '\udc00\ud83d', '8')],
  ])('%s: the contract holds', (_, text) => {
    expect(checkContract(paragraphCells, text)).toBe(1);
    checkContract(paragraphCells, text, { rows: labelled });
  });

  it('the report keeps the contract', () => {
    expect(checkContract(paragraphCells, sample('lucheng-2021.txt'), { rows: labelled })).toBe(1);
  });

  it('an empty value is NBSP, and a value takes the place of NBSP', () => {
    const { block, reading } = readOnly(paragraphCells, paragraphs(...TABLE, NBSP));
    const last = reading.cells[reading.cells.length - 1];
    const figure = reading.cells[reading.cells.length - 2];
    expect(applied(block, paragraphCells.setCell(block, figure, '')).endsWith(`行政许可\n\n${NBSP}\n\n${NBSP}\n`)).toBe(true);
    expect(applied(block, paragraphCells.setCell(block, last, '12')).endsWith('\n\n4039\n\n12\n')).toBe(true);
    expect(applied(block, paragraphCells.setCell(block, last, ''))).toBe(block);
  });

  it('a new row has the separators and indents of the row it is like', () => {
    const text = paragraphs(...TABLE, '\u3000行政处罚', '1', '2', '合计', '3').replace(/\n/g, '\r\n');
    const { block, reading } = readOnly(paragraphCells, text);
    const row = reading.cells.slice(TABLE.length, TABLE.length + 3);
    expect(paragraphCells.rowLike(block, reading, row, ['行政强制', '', '7'])).toBe(`\u3000行政强制\r\n\r\n${NBSP}\r\n\r\n7\r\n\r\n`);
  });

  it('after the last row of a table the gap below stays below', () => {
    const text = `${TABLE.join('\n\n')}\n\n\n\n三、申请情况\n\n${TABLE.join('\n\n')}\n`;
    const { block, reading } = readOnly(paragraphCells, text);
    const row = reading.cells.slice(TABLE.length - 2, TABLE.length);
    const extent = paragraphCells.rowExtent(block, reading, row)!;
    const like = paragraphCells.rowLike(block, reading, row, ['行政处罚', '7'])!;
    expect(block.slice(0, extent.end) + like + block.slice(extent.end)).toContain('4039\n\n行政处罚\n\n7\n\n\n\n三、申请情况');
  });

  it('cells with others between them are no row', () => {
    const { block, reading } = readOnly(paragraphCells, paragraphs(...TABLE));
    const apart = [reading.cells[0], reading.cells[2]];
    expect(paragraphCells.rowExtent(block, reading, apart)).toBeNull();
    expect(paragraphCells.rowLike(block, reading, apart, ['a', 'b'])).toBeNull();
  });
});

describe('any text', () => {
  const line = fc.oneof(
    fc.constantFrom('', ' ', NBSP, '\u3000', '0', '12', '合计', '—', '无。', '[bookmark: x]', '\ud800', '长'.repeat(81)),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );

  it('gives ascending cells that slice their content, and blocks that hold their own figures', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 80 }), fc.constantFrom('\n', '\n\n', '\r\n'), (lines, separator) => {
      for (const block of blockTexts(paragraphCells, lines.join(separator))) {
        const { cells } = paragraphCells.read(block)!;
        const figures = cells.filter((cell) => cell.content.amount.kind === 'number').length;
        expect(cells.length).toBeGreaterThanOrEqual(12);
        const first = cells.findIndex((cell) => cell.content.amount.kind === 'number');
        expect(figures).toBeGreaterThanOrEqual(Math.max(4, (cells.length - first + Math.min(first, 12)) / 4));
        for (let i = 1; i < cells.length; i++) { expect(cells[i].slot.start).toBeGreaterThan(cells[i - 1].slot.end); }
      }
    }));
  });

  it('ten thousand cells are read in full', () => {
    const cells = Array.from({ length: 10_000 }, (_, i) => (i % 8 === 0 ? '合计' : String(i)));
    expect(contents(readOnly(paragraphCells, paragraphs(...cells)).reading).flat()).toEqual(cells);
  });
});
