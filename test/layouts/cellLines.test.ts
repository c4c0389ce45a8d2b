/** Cells on lines of their own: the two samples, the traps of converted Word tables, and tables made up at random. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellLines } from '../../server/src/layouts/cellLines';
import { blockTexts, checkContract, contents, readOnly, rowsOf, sample, withCrlf } from './contract';

const HEAD = '\t信息内容\n\t本年制发件数\n\t现行有效件数\n\n';

/** The rows of the one table in a document, contract checked. */
function rows(document: string): string[][] {
  expect(checkContract(cellLines, document)).toBe(1);
  return contents(readOnly(cellLines, document).reading);
}

function looseCells(document: string): string[] {
  return readOnly(cellLines, document).reading.cells.filter((cell) => cell.loose).map((cell) => cell.content.text);
}

describe('a page number on a line without a tab', () => {
  it('is no cell: a label goes on below it, and so does a row', () => {
    const { block, reading } = readOnly(cellLines, `${HEAD}\t行政规范\n- 3 -\n性文件\n\t1\n— 4 —\n\t2\n`);
    expect(contents(reading)).toEqual([['信息内容', '本年制发件数', '现行有效件数'], ['行政规范性文件', '1', '2']]);
    expect(reading.pageNumbers.map(({ start, end }) => block.slice(start, end))).toEqual(['- 3 -', '— 4 —']);
  });

  it('behind a tab it is a cell', () => {
    expect(rows(`${HEAD}\t规章\n\t- 3 -\n\t2\n`)).toEqual([['信息内容', '本年制发件数', '现行有效件数'], ['规章', '- 3 -', '2']]);
  });

  it('the title of the report is not the rest of a cell', () => {
    expect(looseCells(`${HEAD}\t规章\n某局2021年政府信息公开工作年度报告\n\t1\n\t2\n`)).toEqual(['某局2021年政府信息公开工作年度报告']);
  });
});

describe('the samples', () => {
  it('reads the Ningbo report: 1 block from table two to table five, with the headings between as loose cells', () => {
    const text = sample('ningbo-2021.txt');
    const table = rows(text);
    expect(table).toHaveLength(65);
    expect(table[3]).toEqual(['规范性文件', '1', '0', '25']);
    expect(table[38]).toEqual(['（六）其他处理', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '9', '0', '0', '0', '0', '0', '9']);
    expect(table[52]).toEqual(['（3） 回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）', '次', '58']);
    expect(table[64]).toEqual('4 0 1 0 5 0 0 0 0 0 0 0 0 4 4'.split(' '));
    expect(looseCells(text)).toEqual([
      '3、 收到和处理政府信息公开申请情况', '（六）其他处理', '4、 公开平台建设和信息发布情况', '五、政府信息公开行政复议、行政诉讼情况',
    ]);
  });

  it('reads the Baoshan report, where header cells wrap and a bookmark stands before a figure', () => {
    const table = rows(sample('baoshan-2023.txt'));
    expect(table).toHaveLength(46);
    expect(table[13]).toEqual(['行政事业性收费', '1.47万元']);
    expect(table[16]).toEqual(['', '', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '']);
    expect(table[44].slice(5, 8)).toEqual(['结果维持', '结果纠正', '其他结果']);
  });
});

describe('a table without a figure', () => {
  it('is one where a row of it is blank: so many lines of nothing but a tab', () => {
    const text = `${HEAD}\t规章\n${'\t\n'.repeat(5)}`;
    expect(rows(text)).toEqual([['信息内容', '本年制发件数', '现行有效件数'], ['规章', '', '', '', '', '']]);
  });

  it('is none where fewer stand together', () => {
    for (const blanks of ['\t\n'.repeat(4), '\t\n\t\n\n\t\n\t\n\n\t\n', '\t\n\t\n\t行政许可\n\t\n\t\n\t\n']) {
      expect(blockTexts(cellLines, `${HEAD}\t规章\n${blanks}`)).toEqual([]);
    }
  });
});

describe('lines that are not what they should be', () => {
  it('takes a label that lost its tab after a page break for a loose cell of the row below it', () => {
    const text = `${HEAD}\t\n\t\n\n\n\f\n\n（六）其他处理\n\t3.其他\n\t9\n\n\t总计\n\t9\n\t9\n`;
    expect(rows(text)).toEqual([['信息内容', '本年制发件数', '现行有效件数'], ['', ''], ['（六）其他处理', '3.其他', '9'], ['总计', '9', '9']]);
    expect(looseCells(text)).toEqual(['（六）其他处理']);
    const { geometry, cells } = readOnly(cellLines, text).reading;
    expect(geometry).toBe('rows');
    expect(cells.map((cell) => cell.row)).toEqual([0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 3]);
    expect(cells.every((cell) => cell.column === -1)).toBe(true);
  });

  it('takes a figure that lost its tab for a loose cell, never for the rest of the label above', () => {
    const text = `${HEAD}\t规章\n3\n\t4\n\n\t行政许可\n\t5\n6\n`;
    expect(rows(text).slice(1)).toEqual([['规章', '3', '4'], ['行政许可', '5']]);
    expect(looseCells(text)).toEqual(['3']);
  });

  it('takes what stands below a blank cell for what it holds', () => {
    const [, row] = rows(`${HEAD}\t行政许可\n\t\n见附件\n\t2\n`);
    expect(row).toEqual(['行政许可', '见附件', '2']);
  });

  it('joins wrapped labels, and a unit below its figure, over one span', () => {
    const text = `${HEAD}\t结果\n维持\n\t1.47\n万元\n\n\tpaid\nfees\n\t2\n\t3\n`;
    const { block, reading } = readOnly(cellLines, text);
    expect(rows(text).slice(1)).toEqual([['结果维持', '1.47万元'], ['paid fees', '2', '3']]);
    const cell = reading.cells[3];
    expect(block.slice(cell.start, cell.end)).toBe('结果\n维持');
  });

  it('takes text below a figure for a cell that lost its tab', () => {
    expect(rows(`${HEAD}\t规章\n\t3\n行政处罚\n\t4\n`)[1]).toEqual(['规章', '3', '行政处罚', '4']);
  });

  it('trims no-break and ideographic spaces, and leaves bookmarks at the ends alone', () => {
    const text = `${HEAD}\t　　规章\u00a0\n\t\u00a0\n\t[bookmark: _GoBack]7\n\n\t\u3000\n\t8\n`;
    expect(rows(text).slice(1)).toEqual([['规章', '', '7'], ['', '8']]);
  });

  it('parts cells at a second tab, and drops tabs at the end of a line', () => {
    expect(rows(`${HEAD}\t规章\t3\n\t4\t\n\n行政许可\t5\n\n\t总计\n\t9\n`).slice(1)).toEqual([['规章', '3', '4'], ['行政许可', '5'], ['总计', '9']]);
  });
});

describe('where a table ends', () => {
  const TABLE = `${HEAD}\t规章\n\t3\n\t4\n`;

  it('leaves out a heading and blank lines behind the last cell', () => {
    expect(blockTexts(cellLines, `二、主动公开\n${TABLE}\n\n三、存在的问题\n\n`)).toEqual([TABLE]);
  });

  it('ends before running text, also right below the last figure', () => {
    const text = '本年度存在的主要问题是主动公开意识不强。';
    expect(blockTexts(cellLines, `${TABLE}${text}\n${TABLE}`)).toEqual([TABLE, TABLE]);
    expect(blockTexts(cellLines, `${TABLE}\n${'很长的一段正文'.repeat(10)}\n\n${TABLE}`)).toEqual([TABLE, TABLE]);
  });

  it('does not join tables over a page of short lines', () => {
    expect(blockTexts(cellLines, `${TABLE}\n${'短行\n'.repeat(13)}\n${TABLE}`)).toHaveLength(2);
  });
});

describe('what is no table', () => {
  it.each([
    ['no tab', '信息内容\n本年制发件数\n3\n'],
    ['too few cells', '\t规章\n\t3\n\t4\n'],
    ['no figure', 'all: build\n\tnpm ci\n\tnpm run build\n\tnpm test\n\tnpm pack\n'],
    ['indented code', 'func f() {\n\tif x {\n\t\treturn 0\n\t}\n\tg()\n\th()\n\ti()\n}\n'],
    ['a nested list', '- a\n\t- b\n\t- c\n\t- d\n\t- 1 e\n'],
    ['a closed code fence', '```\n\t1\n\t2\n\t3\n\t4\n```\n'],
    ['rows of cells', 'a\t1\t2\nb\t3\t4\n\tc\t5\n\t6\n'],
  ])('claims nothing: %s', (_, text) => {
    expect(blockTexts(cellLines, text)).toEqual([]);
  });
});

describe('rows that share their lines', () => {
  const SHARED = '\t表头\n\t件数\n\n\t规章\n\t1\n\t许可\n\t2\n\n\t总计\n\t3\n';
  const { block, reading } = readOnly(cellLines, SHARED);
  const [, shared] = rowsOf(reading);

  it('cuts out exactly the lines of the cells given', () => {
    const first = cellLines.rowExtent(block, reading, shared.slice(0, 2))!;
    const second = cellLines.rowExtent(block, reading, shared.slice(2))!;
    expect(block.slice(first.start, first.end)).toBe('\t规章\n\t1\n');
    expect(block.slice(second.start, second.end)).toBe('\t许可\n\t2\n');
  });

  it('writes a new row without a blank line', () => {
    expect(cellLines.rowLike(block, reading, shared.slice(2), ['处罚', '5'])).toBe('\t处罚\n\t5\n');
    const open = block.replace(/\n\n\t总计[^]*$/, '');
    const openReading = cellLines.read(open)!;
    expect(cellLines.rowLike(open, openReading, openReading.cells.slice(4), ['处罚', '5'])).toBe('\n\t处罚\n\t5');
  });

  it('cannot cut out cells with another row between them', () => {
    expect(cellLines.rowExtent(block, reading, [shared[0], shared[3]])).toBeNull();
  });

  it('takes the empty cells of merged labels along, and writes them empty', () => {
    const text = '\t一、新收\n\t1\n\t1\n\n\t\n\t　　2.重复申请\n\t5\n\t\n';
    const merged = cellLines.read(text)!;
    const given = merged.cells.slice(4, 6);
    expect(cellLines.rowExtent(text, merged, given)).toEqual({ start: text.indexOf('\n\t\n'), end: text.length });
    expect(cellLines.rowLike(text, merged, given, ['3.其他', '0'])).toBe('\n\t\n\t　　3.其他\n\t0\n\t\n');
  });

  it('copies the blank line before a row, but not the page break in it', () => {
    const text = `${HEAD}\t规章\n\t1\n\t2\n\n\f\n\t许可\n\t3\n\n\t总计\n\t4\n`;
    const paged = cellLines.read(text)!;
    const [, , third] = rowsOf(paged);
    expect(text.slice(cellLines.rowExtent(text, paged, third)!.start)).toBe('\f\n\t许可\n\t3\n\n\t总计\n\t4\n');
    expect(cellLines.rowLike(text, paged, third, ['处罚', '5'])).toBe('\n\t处罚\n\t5\n');
  });

  it('writes a row that stands alone with a blank line on either side', () => {
    const text = '\t1\n\t2\n\t3\n\t4';
    const only = cellLines.read(text)!;
    const row = cellLines.rowLike(text, only, only.cells, ['5', '6', '7', '8'])!;
    expect(contents(cellLines.read(text + row))).toEqual([['1', '2', '3', '4'], ['5', '6', '7', '8']]);
    expect(contents(cellLines.read(row + text))).toEqual([['5', '6', '7', '8'], ['1', '2', '3', '4']]);
  });
});

describe('writing a cell', () => {
  const { block, reading } = readOnly(cellLines, `${HEAD}\t\n\t[bookmark: _A] 12 \n\n七日内\n\t3\n\t4\n`);
  const put = (index: number, value: string): string => {
    const edit = cellLines.setCell(block, reading.cells[index], value);
    return edit.newText === '' ? `-${block.slice(edit.start, edit.end)}` : `${block.slice(edit.start, edit.end)}>${edit.newText}`;
  };

  it('replaces the content alone', () => {
    expect(put(3, '0')).toBe('>0');
    expect(put(4, '7')).toBe('12>7');
  });

  it('keeps a value on one line, and a loose cell in its row', () => {
    expect(put(4, 'a\tb\r\nc')).toBe('12>a b c');
    expect(put(5, '')).toBe('七日内>\t');
  });
});

describe('any table', () => {
  const value = fc.oneof(
    fc.constantFrom('', '0', '12', '1.5', '——', '规章', '（一）予以公开', '其中：微信', '　', '[bookmark: _A]3'), fc.nat().map(String),
  );
  const table = fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

  it('reads back what was written, whatever blank lines part its rows', () => {
    fc.assert(fc.property(table, fc.array(
      fc.constantFrom('\n', '\n\n', '\n \n', '\n\f\n\n'), { minLength: 8, maxLength: 8 },
    ), fc.boolean(), (body, gaps, crlf) => {
      const all = [['表头', '件数', '1', '2', '3'], ...body];
      const lf = all.map((row, i) => row.map((cell) => `\t${cell}\n`).join('') + gaps[i]).join('');
      const text = crlf ? withCrlf(lf) : lf;
      const plain = all.map((row) => row.map((cell) => cell.replace('[bookmark: _A]', '').trim()));
      expect(contents(readOnly(cellLines, text).reading)).toEqual(plain);
      checkContract(cellLines, text);
    }), { numRuns: 60 });
  });

  it('stays linear and total on any text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('\t', '\n', '1', '表', ' ', '\r', '|', '。'), maxLength: 120 }), (text) => {
      for (const block of blockTexts(cellLines, text)) { expect(cellLines.read(block)!.cells.length).toBeGreaterThan(3); }
    }));
  });
});
