/** The panel's grid without a browser: where its rows are, where keys lead, which cell a cursor is in. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moved } from '../../client/src/summary/panel/gridKeys';
import { cellAt, layOutGrid, linesInSight, rangeAt, TextPlaces, type GridLayout, type Place } from '../../client/src/summary/panel/rows';
import type { GridBlock, GridCell, GridRow } from '../../server/src/protocol/summary';

/** One cell a line of the text, from line `line` on. */
function cell(number: number): GridCell {
  return {
    text: String(number), state: 'held', cell: number,
    range: { start: { line: number, character: 2 }, end: { line: number, character: 2 + String(number).length } }, note: '',
  };
}

function row(label: string, cells: readonly GridCell[]): GridRow {
  return { kind: 'figures', label, depth: 0, range: null, oddity: null, note: '', cells };
}

const group: GridRow = { ...row('三、', []), kind: 'group' };

function block(rows: readonly GridRow[], title = ''): GridBlock {
  return {
    title, corner: '', headerRows: 1, header: [0, 1, 2].map((column) => ({ text: '列', row: 0, column, rowSpan: 1, columnSpan: 1 })),
    columns: 3, rows,
  };
}

const table = [block([row('一', [cell(0), cell(1), cell(2)]), group, row('二', [cell(3), cell(4), cell(5)])])];
const layout = layOutGrid(table, 300);
const press = (of: GridLayout, from: Place, key: string, ctrlKey = false): Place | null => moved(
  of, from, { key, ctrlKey, metaKey: false }, 2,
);

describe('the rows', () => {
  it('follow one another without gaps', () => {
    const two = layOutGrid([block(table[0].rows, '第一'), block(table[0].rows, '第二')], 300);
    expect(two.lines.map(({ kind }) => kind)).toEqual(['title', 'header', 'row', 'row', 'row', 'title', 'header', 'row', 'row', 'row']);
    let top = 0;
    for (const line of two.lines) { expect(line.top).toBe(top); top += line.height; }
    expect(two.height).toBe(top);
  });

  it('take two lines for a label that does not fit', () => {
    const long = [block([row('一、本年新收政府信息公开申请数量', [cell(0), cell(1), cell(2)]), row('二', [cell(3), cell(4), cell(5)])])];
    const heights = (width: number): number[] => layOutGrid(long, width).lines.map(({ height }) => height);
    expect(heights(240)[0]).toBeGreaterThan(heights(240)[1]);
    expect(heights(900)[0]).toBe(heights(900)[1]);
  });

  it('are drawn only where they are in sight', () => {
    const many = layOutGrid(
      [block(Array.from({ length: 10_000 }, (_, i) => row(String(i), [cell(i * 3), cell(i * 3 + 1), cell(i * 3 + 2)])))], 300,
    );
    fc.assert(fc.property(fc.nat(many.height), fc.integer({ min: 1, max: 800 }), (top, height) => {
      const [from, to] = linesInSight(many, top, top + height);
      expect(to - from).toBeLessThanOrEqual(height / 22 + 2);
      many.lines.slice(Math.max(0, from - 1), to + 1).forEach((line, i, all) => {
        const number = Math.max(0, from - 1) + i;
        expect(all[i] === line && number >= from && number < to).toBe(line.top + line.height > top && line.top < top + height);
      });
    }), { numRuns: 200 });
  });
});

describe('keys', () => {
  it.each([
    ['ArrowRight', { line: 0, column: 0 }, { line: 0, column: 1 }], ['ArrowRight', { line: 0, column: 2 }, { line: 0, column: 2 }],
    ['ArrowLeft', { line: 0, column: 0 }, { line: 0, column: -1 }], ['ArrowLeft', { line: 0, column: -1 }, { line: 0, column: -1 }],
    ['ArrowDown', { line: 0, column: 1 }, { line: 1, column: -1 }], ['ArrowDown', { line: 2, column: 1 }, { line: 2, column: 1 }],
    ['ArrowUp', { line: 0, column: 1 }, { line: 0, column: 1 }], ['Home', { line: 2, column: 2 }, { line: 2, column: -1 }],
    ['End', { line: 2, column: -1 }, { line: 2, column: 2 }], ['PageDown', { line: 0, column: 2 }, { line: 2, column: 2 }],
  ] as const)('%s leads from %o to %o', (key, from, to) => expect(press(layout, from, key)).toEqual(to));
  it('lead to the corners with Control', () => {
    expect(press(layout, { line: 2, column: 1 }, 'Home', true)).toEqual({ line: 0, column: -1 });
    expect(press(layout, { line: 0, column: 0 }, 'End', true)).toEqual({ line: 2, column: 2 });
  });
  it('that lead past the first row lead to it', () => {
    const titled = layOutGrid([block(table[0].rows, '第一')], 300);
    expect(press(titled, { line: 3, column: -1 }, 'PageUp')).toEqual({ line: 2, column: -1 });
  });
  it('that do not move are left alone', () => expect(press(layout, { line: 0, column: 0 }, 'a')).toBeNull());
  it('never leave the grid', () => {
    const keys = fc.array(
      fc.tuple(fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'), fc.boolean()),
      { maxLength: 30 },
    );
    const several = layOutGrid([block(table[0].rows, '第一'), block(table[0].rows, '第二')], 300);
    fc.assert(fc.property(keys, (sequence) => {
      let at: Place = { line: 2, column: 0 };
      for (const [key, far] of sequence) {
        at = press(several, at, key, far)!;
        const line = several.lines[at.line];
        expect(line.kind === 'row' && at.column >= -1 && at.column < Math.max(0, line.row.cells.length)).toBe(true);
      }
    }));
  });
});

describe('the cursor', () => {
  const places = new TextPlaces(layout);
  it('is in the cell of its line, also beside the figure', () => {
    expect(places.at({ line: 4, character: 3 })).toEqual({ line: 2, column: 1 });
    expect(places.at({ line: 4, character: 0 })).toEqual({ line: 2, column: 1 });
    expect(places.at({ line: 4, character: 99 })).toEqual({ line: 2, column: 1 });
  });
  it('is in no cell where there is none', () => expect(places.at({ line: 60, character: 0 })).toBeNull());
  it('leads to each cell and back', () => {
    for (let number = 0; number < 6; number++) {
      const place = places.ofCell(number)!;
      expect(cellAt(layout, place)?.cell).toBe(number);
      expect(places.at(rangeAt(layout, place)!.start)).toEqual(place);
    }
  });
  it('prefers the cell it is in among several of a line', () => {
    const inLine = (number: number, from: number, to: number): GridCell => ({
      ...cell(number), range: { start: { line: 0, character: from }, end: { line: 0, character: to } },
    });
    const one = new TextPlaces(layOutGrid([block([row('', [inLine(0, 2, 3), inLine(1, 6, 8), inLine(2, 11, 11)])])], 300));
    expect([2, 3, 4, 6, 8, 9, 10, 11].map((character) => one.at({ line: 0, character })?.column)).toEqual([0, 0, 0, 1, 1, 1, 2, 2]);
  });
});
