/** The grid of an HTML table, held against the HTML standard's table model over the tree that parse5 makes. */
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { html } from '../../server/src/layouts/html';
import { checkContract } from './contract';
import { places } from './htmlTables';

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
  const run = fc.constantFrom(
    '86', '合计', ' ', '\n  ', '&nbsp;', 'a &lt; b', '&#20844;开', '&#x5e74;', '&hellip;&mdash;', '&unknown;', 'R&D', '&times&middot;',
    '4 < 5', '“x”',
  );
  const piece = fc.oneof(run, fc.tuple(fc.constantFrom('b', 'span', 'p', 'font', 'o:p', 'DIV'), run).map(([tag, inner]) => (
    `<${tag} title="a>b" style='x'>${inner}</${tag}>`
  )), fc.constantFrom('<br>', '<br/>', '<img src=x>', '<!-- 7 -->', '<!---->'));
  const cell = fc.record({
    tag: fc.constantFrom('td', 'th', 'TD'), inner: fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('')), closed: fc.boolean(),
    attributes: fc.constantFrom(
      '', '', ' colspan=2', ' rowspan="2"', " ROWSPAN='3' class=x", ' colspan = "3" rowspan=2', ' rowspan="1"', ' data-x="rowspan=9"',
    ),
  }).map(({ tag, inner, closed, attributes }) => `<${tag}${attributes}>${inner}${closed ? `</${tag}>` : ''}`);
  const row = fc.record({ cells: fc.array(cell, { maxLength: 5 }), closed: fc.boolean() })
    .map(({ cells, closed }) => `<tr>${cells.join('\n')}${closed ? '</tr>' : ''}\n`);
  const group = fc.tuple(fc.constantFrom('tbody', 'thead'), fc.array(row, { minLength: 1, maxLength: 4 }))
    .map(([tag, rows]) => `<${tag}>${rows.join('')}</${tag}>`);
  const anyTable = fc.tuple(
    fc.constantFrom('<table>', '<TABLE border=1>', '<table\n class="a">'), fc.array(fc.oneof(row, group), { maxLength: 5 }),
    fc.constantFrom('</table>', '</table >', ''),
  )
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
