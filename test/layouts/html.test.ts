import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { html } from '../../server/src/layouts/html';
import { Source } from '../../server/src/layouts/source';
import type { Reading } from '../../server/src/model/reading';
import { applied, blockTexts, checkContract, contents, readOnly, rowsOf, withCrlf } from './contract';

const texts = (text: string): string[] => readOnly(html, text).reading.cells.map((cell) => cell.content.text);
const table = (...rows: string[][]): string => `<table>\n${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`).join('')}</table>\n`;
const places = (reading: Reading): (string | number)[][] => reading.cells.map((cell) => [cell.content.text, cell.row, cell.column, cell.rowSpan, cell.columnSpan]);

type Node = DefaultTreeAdapterTypes.ChildNode;

/** The grid that the HTML standard's table model makes of parse5's tree: text without white space, row, column. */
function oracle(text: string): unknown[] {
  const cells: unknown[] = [];
  const root = elements(parseFragment(text).childNodes, ['table'])[0];
  let row = -1;
  for (const group of elements(childrenOf(root), ['tbody', 'thead', 'tfoot'])) {
    const taken = new Set<string>();
    for (const line of elements(childrenOf(group), ['tr'])) {
      row++;
      let column = 0;
      for (const cell of elements(childrenOf(line), ['td', 'th'])) {
        while (taken.has(`${row} ${column}`)) { column++; }
        cells.push([textOf(cell).replace(/\s/g, ''), row, column]);
        const width = spanOf(cell, 'colspan');
        for (let r = 0; r < spanOf(cell, 'rowspan'); r++) {
          for (let c = 0; c < width; c++) { taken.add(`${row + r} ${column + c}`); }
        }
        column += width;
      }
    }
  }
  return cells;
}

function childrenOf(node: Node | undefined): Node[] { return node && 'childNodes' in node ? node.childNodes : []; }
function elements(nodes: Node[], names: string[]): Node[] { return nodes.filter((node) => names.includes(node.nodeName)); }
function textOf(node: Node): string { return 'value' in node ? node.value : childrenOf(node).map(textOf).join(''); }
function spanOf(node: Node, name: string): number {
  const value = 'attrs' in node ? node.attrs.find((attribute) => attribute.name === name)?.value : undefined;
  return Math.max(1, Number(value ?? 1));
}

describe('the grid', () => {
  const run = fc.constantFrom('86', '合计', ' ', '\n  ', '&nbsp;', 'a &lt; b', '&#20844;开', '&#x5e74;', '&hellip;&mdash;', '&unknown;', 'R&D', '&times&middot;', '4 < 5', '“x”');
  const piece = fc.oneof(run, fc.tuple(fc.constantFrom('b', 'span', 'p', 'font', 'o:p', 'DIV'), run).map(([tag, inner]) => `<${tag} title="a>b" style='x'>${inner}</${tag}>`), fc.constantFrom('<br>', '<br/>', '<img src=x>', '<!-- 7 -->', '<!---->'));
  const cell = fc.record({
    tag: fc.constantFrom('td', 'th', 'TD'), inner: fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('')), closed: fc.boolean(),
    attributes: fc.constantFrom('', '', ' colspan=2', ' rowspan="2"', " ROWSPAN='3' class=x", ' colspan = "3" rowspan=2', ' rowspan="1"', ' data-x="rowspan=9"'),
  }).map(({ tag, inner, closed, attributes }) => `<${tag}${attributes}>${inner}${closed ? `</${tag}>` : ''}`);
  const row = fc.record({ cells: fc.array(cell, { maxLength: 5 }), closed: fc.boolean() }).map(({ cells, closed }) => `<tr>${cells.join('\n')}${closed ? '</tr>' : ''}\n`);
  const group = fc.tuple(fc.constantFrom('tbody', 'thead'), fc.array(row, { minLength: 1, maxLength: 4 })).map(([tag, rows]) => `<${tag}>${rows.join('')}</${tag}>`);
  const anyTable = fc.tuple(fc.constantFrom('<table>', '<TABLE border=1>', '<table\n class="a">'), fc.array(fc.oneof(row, group), { maxLength: 5 }), fc.constantFrom('</table>', '</table >', ''))
    .map(([open, rows, close]) => open + rows.join('') + close);

  it('is that of the HTML standard', () => {
    fc.assert(fc.property(anyTable, (text) => {
      const reading = html.read(text);
      const found = (reading?.cells ?? []).map((one) => [one.content.text.replace(/\s/g, ''), one.row, one.column]);
      expect(found).toEqual(oracle(text));
    }), { numRuns: 500 });
  });

  it('of a random table keeps the contract', () => {
    fc.assert(fc.property(anyTable, (text) => { checkContract(html, text); }), { numRuns: 100 });
  });

  it('spans end with their row group and with the table', () => {
    const text = '<table><thead><tr><td rowspan=5>a<td>b</thead><tbody><tr><td>c<td rowspan=0>d<tr><td>e<tr><td colspan=2>f</table>';
    expect(places(html.read(text)!)).toEqual([
      ['a', 0, 0, 1, 1], ['b', 0, 1, 1, 1], ['c', 1, 0, 1, 1], ['d', 1, 1, 3, 1], ['e', 2, 0, 1, 1], ['f', 3, 0, 1, 2],
    ]);
  });

  it('hostile spans are clamped', () => {
    const cells = '<td rowspan=1000000000 colspan=99999999999>x<td rowspan=-3 colspan=0>y<td rowspan="" colspan="abc">z';
    const reading = html.read(`<table><tr>${cells}<tr>${cells}</table>`)!;
    expect(places(reading)[0]).toEqual(['x', 0, 0, 2, 200]);
    expect(places(reading)[1]).toEqual(['y', 0, 200, 1, 1]);
    expect(places(reading)[2]).toEqual(['z', 0, 201, 1, 1]);
    const many = `<table>${`<tr>${'<td rowspan=1000 colspan=200>x'.repeat(20)}`.repeat(500)}</table>`;
    expect(html.read(many)!.cells).toHaveLength(10_000);
  });
});

describe('contents', () => {
  it('are decoded, without tags, on one line', () => {
    const { block, reading } = readOnly(html, table(['&nbsp;86&nbsp;', '<p><span> 87 </span></p>', 'R&amp;D', '本年<br>制发件数', '本年\r\n  制发', 'two<br/>words', '8<b>6</b>', '&#151;&ensp;', '1&ndash;2&hellip;']));
    expect(reading.cells.map((cell) => cell.content.text)).toEqual(['86', '87', 'R&D', '本年制发件数', '本年制发', 'two words', '86', '—', '1–2…']);
    expect(reading.cells.slice(0, 2).map((cell) => block.slice(cell.start, cell.end))).toEqual(['86', '87']);
    expect(block.slice(reading.cells[1].slot.start, reading.cells[1].slot.end)).toBe('<p><span> 87 </span></p>');
  });

  it('are blank where nothing is seen', () => {
    for (const inner of ['', ' ', '&nbsp;', '&#160;&#xA0;', '\u3000', '<p>&nbsp;</p>', '<br>', '<p></p>', '<!-- 5 -->', '<script>5</script>', '<style>td{}</style>', '&nbsp', '<img src="5">']) {
      const cells = html.read(table(['a', inner]))!.cells;
      expect(cells[1].content.amount.kind, inner).toBe('blank');
      expect(cells[1].start).toBe(cells[1].end);
    }
  });

  it('what is no tag stays text', () => {
    expect(texts('<table><tr><td>若x<y，则是<td>3 < 4<td><5><td>a <b<td>c</table>')).toEqual(['若x<y，则是', '3 < 4', '<5>', 'a <b', 'c']);
  });

  it('lone surrogates and bookmarks do no harm', () => {
    expect(checkContract(html, table(['\ud83d', '\udc00x\ud800'], ['[bookmark: _GoBack]1.47', '&#xD800;&#0;']))).toBe(1);
  });
});

describe('blocks', () => {
  it('are found in Markdown with a blank line inside, at any case, with a BOM', () => {
    const text = `\ufeff# 报告\n\n<TABLE>\n<tr><td>a</td>\n\n<td>b</td></tr>\n\n</TABLE>\n\n正文\n`;
    expect(blockTexts(html, text)).toEqual(['<TABLE>\n<tr><td>a</td>\n\n<td>b</td></tr>\n\n</TABLE>\n']);
    expect(blockTexts(html, `\ufeff<table><td>a</table>`)).toHaveLength(1);
  });

  it('are none in fences, comments, scripts, or without a cell', () => {
    for (const text of ['', 'plain < text', '<tablet><td>a', '<table></table>', '`<table>` is a tag', '```html\n' + table(['a']) + '```\n', `<!-- ${table(['a'])} -->`, `<script>"${table(['a'])}"</script>`]) {
      expect(blockTexts(html, text), text).toEqual([]);
    }
    expect(blockTexts(html, `a <!-- never closed\n<script>\n${table(['a'])}`)).toHaveLength(1);
  });

  it('that are never closed end at a blank line, the next table, the end of the body or of the text', () => {
    expect(blockTexts(html, '<table>\n<tr><td>a<td>b\n\n## Heading\n\nProse\n')).toEqual(['<table>\n<tr><td>a<td>b\n']);
    expect(blockTexts(html, '<table><tr><td>a</td></tr>\n\nProse\n\n<table><tr><td>b</td></tr></table>\n')).toEqual(['<table><tr><td>a</td></tr>\n', '<table><tr><td>b</td></tr></table>\n']);
    expect(blockTexts(html, '<body><table><tr><td>a</td></tr></body>\n<p>b')).toEqual(['<table><tr><td>a</td></tr>']);
    expect(blockTexts(html, '<table><tr><td>a<td>b')).toEqual(['<table><tr><td>a<td>b']);
  });

  it('an unclosed cell before the next table loses neither table', () => {
    const first = '<table>\n<tr><td>a<td>b\n<tr><td>c<td>d\n';
    expect(blockTexts(html, `${first}\n# Heading\n\n${table(['e', 'f'])}`).map((block) => contents(html.read(block)))).toEqual([[['a', 'b'], ['c', 'd']], [['e', 'f']]]);
  });

  it('several on one line are several', () => {
    const one = '<table><tr><td>a</td></tr></table>';
    const text = `<p>x</p>${one}${one}<p>y</p>`;
    expect(blockTexts(html, text)).toEqual([one, one]);
    expect(html.claim(new Source(text)).map((block) => block.start)).toEqual([8, 8 + one.length]);
  });
});

describe('tables within tables', () => {
  it('a small one is part of its cell', () => {
    expect(contents(readOnly(html, '<table><tr><td>a<td><table><tr><td>x</table><td>c<tr><td>d</table>').reading)).toEqual([['a', 'x', 'c'], ['d']]);
  });

  it('a page laid out in a table gives the tables it holds, and its own rows between them', () => {
    const inner = table(['a', 'b'], ['c', 'd']);
    const text = `<table><tr><td>${inner}</td></tr><tr><td>e</td><td>f</td></tr><tr><td>${table(['1', '2', '3'])}</td></tr></table>`;
    expect(blockTexts(html, text).map((block) => contents(html.read(block)))).toEqual([[['a', 'b'], ['c', 'd']], [['e', 'f'], ['']], [['1', '2', '3']]]);
  });

  it('a thousand levels deep do no harm', () => {
    const deep = '<table><tr><td>x'.repeat(1000);
    expect(blockTexts(html, deep)).toHaveLength(1);
    expect(blockTexts(html, deep + '</table>'.repeat(1000)).length).toBeGreaterThan(0);
    expect(blockTexts(html, '<table><tr><td>a<td>b'.repeat(1000))).toHaveLength(1000);
  });
});

describe('writing a cell', () => {
  it.each([
    ['86', '87'], ['<p><span>86</span></p>', '<p><span>87</span></p>'], ['&nbsp;', '87'], ['<p>&nbsp;</p>', '<p>87</p>'],
    ['', '87'], ['<p><span></span></p>', '<p><span>87</span></p>'], ['<p><br></p>', '<p>87<br></p>'], [' \n ', '87 \n '],
    ['&nbsp;86&nbsp;', '&nbsp;87&nbsp;'], ['8<b>6</b>', '87<b></b>'], ['<b>8</b>6', '<b>87</b>'], ['8<b>6</b>0', '87'], ['8<br>6', '87'],
    ['<p>a</p>\n<p>b</p>', '<p>87</p><p></p>'], ['<p>a<p>b', '<p>87<p>'], ['8<!-- x -->6', '87'],
  ])('%s becomes %s', (before, after) => {
    const text = table(['a', before]);
    const cell = html.read(text)!.cells[1];
    expect(applied(text, html.setCell(text, cell, '87'))).toBe(table(['a', after]));
  });

  it('escapes, and empties', () => {
    const text = table(['a', '<b>x</b>']);
    const cell = html.read(text)!.cells[1];
    expect(applied(text, html.setCell(text, cell, 'R&D <5>'))).toBe(table(['a', '<b>R&amp;D &lt;5&gt;</b>']));
    expect(applied(text, html.setCell(text, cell, ''))).toBe(table(['a', '<b></b>']));
  });
});

describe('rows', () => {
  it.each([
    ['on lines', `text\n${table(['a', '1'], ['b', '&nbsp;'], ['<p>c</p>', '3'])}`],
    ['on one line', '<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>'],
    ['of many lines', '<table>\n  <tbody>\n    <tr class="x">\n      <th>a</th>\n      <td>1</td>\n    </tr>\n    <tr>\n      <td>b</td>\n      <td>2</td>\n    </tr>\n  </tbody>\n</table>\n'],
    ['unclosed', '<table>\n<tr><td>a<td>1\n<tr><td>b<td>2\n</table>\n'],
    ['with spans', '<table>\n<tr><td rowspan=2>a</td><td>1</td></tr>\n<tr><td>2</td></tr>\n<tr><td colspan=2>3</td></tr>\n</table>\n'],
  ])('%s: the contract holds', (_, text) => { expect(checkContract(html, text)).toBe(1); });

  it('a new row is written like its neighbour', () => {
    const text = withCrlf('<table>\n  <tr class="x">\n    <td width="9"><p>a</p></td>\n    <td>1</td>\n  </tr>\n</table>\n');
    const reading = html.read(text)!;
    expect(html.rowLike(text, reading, reading.cells, ['b & c', '2'])).toBe(withCrlf('  <tr class="x">\n    <td width="9"><p>b &amp; c</p></td>\n    <td>2</td>\n  </tr>\n'));
  });

  it('that span, or are spanned, cannot be cut out by themselves', () => {
    const text = '<table><tr><td rowspan=2>a<td>1<tr><td>2<tr><td>b<td>3</table>';
    const reading = html.read(text)!;
    expect(rowsOf(reading).map((row) => html.rowExtent(text, reading, row) === null)).toEqual([true, true, false]);
  });
});

describe('rows in groups of spanned rows', () => {
  const GROUP = [
    '<table>', '<tr><td colspan="3">一</td><td>1</td></tr>', '<tr><td rowspan="5">三</td><td colspan="2">（一）</td><td>2</td></tr>',
    '<tr><td rowspan="3">（三）</td><td>1.甲</td><td>3</td></tr>', '<tr><td>2.乙</td><td>4</td></tr>', '<tr><td>3.丙</td><td>5</td></tr>',
    '<tr><td colspan="2">（七）</td><td>6</td></tr>', '<tr><td colspan="3">四</td><td>7</td></tr>', '</table>', '',
  ].join('\n');

  function edited(text: string, row: number, act: NonNullable<typeof html.rowDeletion>): string {
    const reading = html.read(text)!;
    const edits = act(text, reading, rowsOf(reading)[row]);
    expect(edits).not.toBeNull();
    return edits!.reduceRight(applied, text);
  }
  const inserted = (text: string, row: number, values: string[], side: 'before' | 'after'): string =>
    edited(text, row, (of, reading, cells) => html.rowInsertion!(of, reading, cells, [values], side));

  it('a row put in after one inside its groups makes them longer', () => {
    const after = inserted(GROUP, 3, ['2a.新', '9'], 'after');
    expect(after).toBe(GROUP.replace('rowspan="5"', 'rowspan="6"').replace('rowspan="3"', 'rowspan="4"').replace('<td>4</td></tr>\n', '<td>4</td></tr>\n<tr><td>2a.新</td><td>9</td></tr>\n'));
  });

  it('also after the last row of a group', () => {
    const reading = html.read(inserted(GROUP, 4, ['4.丁', '9'], 'after'))!;
    expect(places(reading).slice(-8)).toEqual([
      ['3.丙', 4, 2, 1, 1], ['5', 4, 3, 1, 1], ['4.丁', 5, 2, 1, 1], ['9', 5, 3, 1, 1], ['（七）', 6, 1, 1, 2], ['6', 6, 3, 1, 1], ['四', 7, 0, 1, 3], ['7', 7, 3, 1, 1],
    ]);
  });

  it('a row after the first of a group has not the cell that spans it', () => {
    const after = inserted(GROUP, 2, ['（三）', '1a.新', '9'], 'after');
    expect(after).toContain('<td>3</td></tr>\n<tr><td>1a.新</td><td>9</td></tr>\n');
    expect(after).toContain('<td rowspan="6">三</td>');
    expect(after).toContain('<td rowspan="4">（三）</td><td>1.甲</td>');
  });

  it('a row before the first of a group takes the spanning cell over, unless it has another', () => {
    const inside = inserted(GROUP, 2, ['（三）', '0.新', '9'], 'before');
    expect(inside).toContain('<tr><td rowspan="4">（三）</td><td>0.新</td><td>9</td></tr>\n<tr><td>1.甲</td><td>3</td></tr>\n');
    const outside = inserted(GROUP, 2, ['（二）', '0.新', '9'], 'before');
    expect(outside).toContain('<tr><td rowspan="1">（二）</td><td>0.新</td><td>9</td></tr>\n<tr><td rowspan="3">（三）</td><td>1.甲</td>');
    expect(outside).toContain('<td rowspan="6">三</td>');
  });

  it('two rows put in make their groups longer by two', () => {
    const both = (row: number, first: string[], second: string[], side: 'before' | 'after'): string =>
      edited(GROUP, row, (text, of, cells) => html.rowInsertion!(text, of, cells, [first, second], side));
    expect(both(3, ['2a.新', '8'], ['2b.新', '9'], 'after')).toBe(GROUP.replace('rowspan="5"', 'rowspan="7"').replace('rowspan="3"', 'rowspan="5"')
      .replace('<td>4</td></tr>\n', '<td>4</td></tr>\n<tr><td>2a.新</td><td>8</td></tr>\n<tr><td>2b.新</td><td>9</td></tr>\n'));
    expect(both(2, ['（三）', '0.新', '8'], ['（三）', '0a.新', '9'], 'before')).toContain(
      '<tr><td rowspan="5">（三）</td><td>0.新</td><td>8</td></tr>\n<tr><td>0a.新</td><td>9</td></tr>\n<tr><td>1.甲</td><td>3</td></tr>\n');
  });

  it('a row taken out makes its groups shorter; one that starts a group stays', () => {
    expect(edited(inserted(GROUP, 3, ['2a.新', '9'], 'after'), 4, html.rowDeletion!)).toBe(GROUP);
    const reading = html.read(GROUP)!;
    expect(html.rowDeletion!(GROUP, reading, rowsOf(reading)[2])).toBeNull();
  });

  /** Shaped like the first row of （三）, below the row of this index. */
  const grouped = (text: string, below: number, rows: readonly string[][]): string | null => {
    const reading = html.read(text)!;
    const edits = html.groupInsertion!(text, reading, rowsOf(reading)[2], rows, rowsOf(reading)[below]);
    return edits && edits.reduceRight(applied, text);
  };

  it('a group below the last has a heading of its own, and what spans both is longer', () => {
    const after = grouped(GROUP, 4, [['（六）', '1.丁', '8'], ['', '2.戊', '9']]);
    expect(after).toBe(GROUP.replace('rowspan="5"', 'rowspan="7"')
      .replace('<td>5</td></tr>\n', '<td>5</td></tr>\n<tr><td rowspan="2">（六）</td><td>1.丁</td><td>8</td></tr>\n<tr><td>2.戊</td><td>9</td></tr>\n'));
  });

  it('two groups below the last have two', () => {
    const after = grouped(GROUP, 4, [['（五）', '1.丁', '7'], ['（六）', '1.戊', '8'], ['', '2.己', '9']])!;
    expect(after).toContain('<tr><td rowspan="1">（五）</td><td>1.丁</td><td>7</td></tr>\n<tr><td rowspan="2">（六）</td><td>1.戊</td><td>8</td></tr>\n<tr><td>2.己</td><td>9</td></tr>\n');
    expect(after).toContain('<td rowspan="8">三</td>');
  });

  it('on one line, too', () => {
    const line = GROUP.replaceAll('\n', '');
    expect(grouped(line, 4, [['（六）', '1.丁', '8']])).toBe(line.replace('rowspan="5"', 'rowspan="6"')
      .replace('<td>5</td></tr>', '<td>5</td></tr><tr><td rowspan="1">（六）</td><td>1.丁</td><td>8</td></tr>'));
  });

  it('no group goes where another goes on, where a row is of another width, or where its heading is not named', () => {
    expect(grouped(GROUP, 3, [['（六）', '1.丁', '8']])).toBeNull();
    expect(grouped(GROUP, 6, [['（六）', '1.丁', '8']])).toBeNull();
    expect(grouped(GROUP, 4, [['', '1.丁', '8']])).toBeNull();
  });

  it('a row outside of groups is put in as rowLike writes it', () => {
    expect(inserted(GROUP, 6, ['五', '9'], 'after')).toBe(GROUP.replace('</table>', '<tr><td colspan="3">五</td><td>9</td></tr>\n</table>'));
  });
});

describe('any text', () => {
  it('never throws, and cells ascend within their slots', () => {
    const bit = fc.oneof(fc.constantFrom('<table>', '</table>', '<tr>', '</tr>', '<td>', '</td>', '<td rowspan=2 colspan=3>', '<!--', '-->', '<script>', '</script>', '<p>', '<', '>', '"', "'", '<td x="', '&nbsp;', '&#', '&', '\n\n', '# h\n', '</body>', '<tbody>', '<caption>', '```\n', '\ud800', '5'), fc.string({ unit: 'binary', maxLength: 4 }));
    fc.assert(fc.property(fc.array(bit, { maxLength: 60 }), (bits) => {
      const text = bits.join('');
      let end = 0;
      for (const block of html.claim(new Source(text))) {
        expect(block.start).toBeGreaterThanOrEqual(end);
        end = block.end;
        let from = 0;
        for (const cell of html.read(text.slice(block.start, block.end))?.cells ?? []) {
          expect(cell.slot.start).toBeGreaterThanOrEqual(from);
          expect(cell.start).toBeGreaterThanOrEqual(cell.slot.start);
          expect(cell.end).toBeLessThanOrEqual(cell.slot.end);
          from = cell.slot.end;
        }
      }
    }), { numRuns: 1000 });
  });

  it('ten thousand cells are read in full', () => {
    const rows = Array.from({ length: 1250 }, (_, r) => Array.from({ length: 8 }, (_, c) => `${r}.${c}`));
    expect(contents(readOnly(html, table(...rows)).reading)).toEqual(rows);
  });
});
