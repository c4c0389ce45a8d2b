/** Rows of HTML tables: cut out, put in, and their groups made longer and shorter. */
import { describe, expect, it } from 'vitest';
import { html } from '../../server/src/layouts/html';
import { applied, checkContract, rowsOf, withCrlf } from './contract';
import { places, table } from './htmlTables';

describe('rows', () => {
  it.each([
    ['on lines', `text\n${table(['a', '1'], ['b', '&nbsp;'], ['<p>c</p>', '3'])}`],
    ['on one line', '<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>'],
    [
      'of many lines',
      '<table>\n  <tbody>\n    <tr class="x">\n      <th>a</th>\n      <td>1</td>\n    </tr>\n    <tr>\n      <td>b</td>\n      <td>2</td>\n    </tr>\n  </tbody>\n</table>\n',
    ],
    ['unclosed', '<table>\n<tr><td>a<td>1\n<tr><td>b<td>2\n</table>\n'],
    ['with spans', '<table>\n<tr><td rowspan=2>a</td><td>1</td></tr>\n<tr><td>2</td></tr>\n<tr><td colspan=2>3</td></tr>\n</table>\n'],
  ])('%s: the contract holds', (_, text) => { expect(checkContract(html, text)).toBe(1); });

  it('a new row is written like its neighbour', () => {
    const text = withCrlf('<table>\n  <tr class="x">\n    <td width="9"><p>a</p></td>\n    <td>1</td>\n  </tr>\n</table>\n');
    const reading = html.read(text)!;
    expect(html.rowLike(text, reading, reading.cells, ['b & c', '2'])).toBe(
      withCrlf('  <tr class="x">\n    <td width="9"><p>b &amp; c</p></td>\n    <td>2</td>\n  </tr>\n'),
    );
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
    expect(after).toBe(GROUP.replace('rowspan="5"', 'rowspan="6"').replace('rowspan="3"', 'rowspan="4"').replace(
      '<td>4</td></tr>\n', '<td>4</td></tr>\n<tr><td>2a.新</td><td>9</td></tr>\n',
    ));
  });

  it('a span that reaches beyond the table as it stands is long enough already', () => {
    const text = '<table>\n<tr><td rowspan="9">三</td><td>甲</td><td>1</td></tr>\n<tr><td>乙</td><td>2</td></tr>\n</table>\n';
    expect(inserted(text, 1, ['丙', '3'], 'after')).toBe(text.replace('</table>', '<tr><td>丙</td><td>3</td></tr>\n</table>'));
  });

  it('also after the last row of a group', () => {
    const reading = html.read(inserted(GROUP, 4, ['4.丁', '9'], 'after'))!;
    expect(places(reading).slice(-8)).toEqual([
      ['3.丙', 4, 2, 1, 1], ['5', 4, 3, 1, 1], ['4.丁', 5, 2, 1, 1], ['9', 5, 3, 1, 1], ['（七）', 6, 1, 1, 2], ['6', 6, 3, 1, 1],
      ['四', 7, 0, 1, 3], ['7', 7, 3, 1, 1],
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
    expect(both(3, ['2a.新', '8'], ['2b.新', '9'], 'after'))
      .toBe(GROUP.replace('rowspan="5"', 'rowspan="7"').replace('rowspan="3"', 'rowspan="5"')
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
    const edits = html.groupInsertion!(text, reading, [{ like: rowsOf(reading)[2], rows }], rowsOf(reading)[below]);
    return edits && edits.reduceRight(applied, text);
  };

  it('a group below the last has a heading of its own, and what spans both is longer', () => {
    const after = grouped(GROUP, 4, [['（六）', '1.丁', '8'], ['', '2.戊', '9']]);
    expect(after).toBe(GROUP.replace('rowspan="5"', 'rowspan="7"')
      .replace(
        '<td>5</td></tr>\n', '<td>5</td></tr>\n<tr><td rowspan="2">（六）</td><td>1.丁</td><td>8</td></tr>\n<tr><td>2.戊</td><td>9</td></tr>\n',
      ));
  });

  it('a row that closes the groups goes in below them, and what spans all is longer by both', () => {
    const text = GROUP.replace('rowspan="5"', 'rowspan="4"').replace('<tr><td colspan="2">（七）</td><td>6</td></tr>\n', '').replace(
      '<tr><td rowspan="3">', '<tr><td colspan="2">（二）</td><td>9</td></tr>\n<tr><td rowspan="3">',
    ).replace('rowspan="4"', 'rowspan="5"');
    const reading = html.read(text)!;
    const edits = html.groupInsertion!(
      text, reading, [{ like: rowsOf(reading)[3], rows: [['（六）', '1.丁', '8']] }, { like: rowsOf(reading)[2], rows: [['（七）', '6']] }],
      rowsOf(reading)[5],
    );
    expect(edits!.reduceRight(applied, text)).toBe(text.replace('rowspan="5"', 'rowspan="7"')
      .replace(
        '<td>5</td></tr>\n',
        '<td>5</td></tr>\n<tr><td rowspan="1">（六）</td><td>1.丁</td><td>8</td></tr>\n<tr><td colspan="2">（七）</td><td>6</td></tr>\n',
      ));
  });

  it('two groups below the last have two', () => {
    const after = grouped(GROUP, 4, [['（五）', '1.丁', '7'], ['（六）', '1.戊', '8'], ['', '2.己', '9']])!;
    expect(after).toContain(
      '<tr><td rowspan="1">（五）</td><td>1.丁</td><td>7</td></tr>\n<tr><td rowspan="2">（六）</td><td>1.戊</td><td>8</td></tr>\n<tr><td>2.己</td><td>9</td></tr>\n',
    );
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
