/** HTML tables in a text: where they begin and end, what their cells say, and how a cell is written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../server/src/layouts/html';
import { Source } from '../../server/src/layouts/source';
import { applied, blockTexts, checkContract, contents, readOnly } from './contract';
import { table } from './htmlTables';

const texts = (text: string): string[] => readOnly(html, text).reading.cells.map((cell) => cell.content.text);

describe('contents', () => {
  it('are decoded, without tags, on one line', () => {
    const { block, reading } = readOnly(html, table([
      '&nbsp;86&nbsp;', '<p><span> 87 </span></p>', 'R&amp;D', '本年<br>制发件数', '本年\r\n  制发', 'two<br/>words', '8<b>6</b>', '&#151;&ensp;',
      '1&ndash;2&hellip;',
    ]));
    expect(reading.cells.map((cell) => cell.content.text)).toEqual(['86', '87', 'R&D', '本年制发件数', '本年制发', 'two words', '86', '—', '1–2…']);
    expect(reading.cells.slice(0, 2).map((cell) => block.slice(cell.start, cell.end))).toEqual(['86', '87']);
    expect(block.slice(reading.cells[1].slot.start, reading.cells[1].slot.end)).toBe('<p><span> 87 </span></p>');
  });

  it('are blank where nothing is seen', () => {
    for (const inner of [
      '', ' ', '&nbsp;', '&#160;&#xA0;', '\u3000', '<p>&nbsp;</p>', '<br>', '<p></p>', '<!-- 5 -->', '<script>5</script>',
      '<style>td{}</style>', '&nbsp', '<img src="5">',
    ]) {
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
    for (const text of [
      '', 'plain < text', '<tablet><td>a', '<table></table>', '`<table>` is a tag', '```html\n' + table(['a']) + '```\n',
      `<!-- ${table(['a'])} -->`, `<script>"${table(['a'])}"</script>`,
    ]) {
      expect(blockTexts(html, text), text).toEqual([]);
    }
    expect(blockTexts(html, `a <!-- never closed\n<script>\n${table(['a'])}`)).toHaveLength(1);
  });

  it('that are never closed end at a blank line, the next table, the end of the body or of the text', () => {
    expect(blockTexts(html, '<table>\n<tr><td>a<td>b\n\n## Heading\n\nProse\n')).toEqual(['<table>\n<tr><td>a<td>b\n']);
    expect(blockTexts(html, '<table><tr><td>a</td></tr>\n\nProse\n\n<table><tr><td>b</td></tr></table>\n'))
      .toEqual(['<table><tr><td>a</td></tr>\n', '<table><tr><td>b</td></tr></table>\n']);
    expect(blockTexts(html, '<body><table><tr><td>a</td></tr></body>\n<p>b')).toEqual(['<table><tr><td>a</td></tr>']);
    expect(blockTexts(html, '<table><tr><td>a<td>b')).toEqual(['<table><tr><td>a<td>b']);
  });

  it('an unclosed cell before the next table loses neither table', () => {
    const first = '<table>\n<tr><td>a<td>b\n<tr><td>c<td>d\n';
    expect(blockTexts(html, `${first}\n# Heading\n\n${table(['e', 'f'])}`).map((block) => contents(html.read(block))))
      .toEqual([[['a', 'b'], ['c', 'd']], [['e', 'f']]]);
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
    expect(contents(readOnly(html, '<table><tr><td>a<td><table><tr><td>x</table><td>c<tr><td>d</table>').reading))
      .toEqual([['a', 'x', 'c'], ['d']]);
  });

  it('a page laid out in a table gives the tables it holds, and its own rows between them', () => {
    const inner = table(['a', 'b'], ['c', 'd']);
    const text = `<table><tr><td>${inner}</td></tr><tr><td>e</td><td>f</td></tr><tr><td>${table(['1', '2', '3'])}</td></tr></table>`;
    expect(blockTexts(html, text).map((block) => contents(html.read(block))))
      .toEqual([[['a', 'b'], ['c', 'd']], [['e', 'f'], ['']], [['1', '2', '3']]]);
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

describe('any text', () => {
  it('never throws, and cells ascend within their slots', () => {
    const bit = fc.oneof(fc.constantFrom(
      '<table>', '</table>', '<tr>', '</tr>', '<td>', '</td>', '<td rowspan=2 colspan=3>', '<!--', '-->', '<script>', '</script>', '<p>',
      '<', '>', '"', "'", '<td x="', '&nbsp;', '&#', '&', '\n\n', '# h\n', '</body>', '<tbody>', '<caption>', '```\n', '\ud800', '5',
    ), fc.string({ unit: 'binary', maxLength: 4 }));
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
