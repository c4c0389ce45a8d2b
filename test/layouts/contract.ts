/**
 * What every layout owes, checked on any text. Invariant: nothing here knows a layout; a suite calls `checkContract` with
 * its layout and a document, and adds its own expectations about what was read.
 */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { Source } from '../../server/src/layouts/source';
import type { Layout } from '../../server/src/layouts/layout';
import type { Cell } from '../../server/src/model/cell';
import type { Reading } from '../../server/src/model/reading';
import type { TextEdit } from '../../server/src/model/repair';

export function sample(name: string): string {
  return readFileSync(new URL(`../../samples/${name}`, import.meta.url), 'utf8');
}

export function withCrlf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}

export function applied(text: string, edit: TextEdit): string {
  return text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
}

/** The text of each block the layout claims in a document. */
export function blockTexts(layout: Layout, text: string): string[] {
  return layout.claim(new Source(text)).map((block) => text.slice(block.start, block.end));
}

/** The one block of a document that is expected to hold one, read. */
export function readOnly(layout: Layout, text: string): { block: string; reading: Reading } {
  const blocks = blockTexts(layout, text);
  expect(blocks).toHaveLength(1);
  return { block: blocks[0], reading: layout.read(blocks[0])! };
}

/** The cells of each row; cells without a row (-1) each make one of their own. */
export function rowsOf(reading: Reading | null): Cell[][] {
  const rows: Cell[][] = [];
  for (const cell of reading?.cells ?? []) {
    const open = rows[rows.length - 1];
    if (open !== undefined && cell.row >= 0 && open[0].row === cell.row) { open.push(cell); } else { rows.push([cell]); }
  }
  return rows;
}

/** The contents of a reading, row by row. */
export function contents(reading: Reading | null): string[][] {
  return rowsOf(reading).map((row) => row.map((cell) => cell.content.text));
}

export interface ContractOptions {
  /** The rows that can be inserted and deleted; those of the reading unless the layout shows none. */
  readonly rows?: (reading: Reading) => Cell[][];
}

/** Checks every block of the document, also with CRLF and without a final line break. Returns the number of blocks. */
export function checkContract(layout: Layout, text: string, options: ContractOptions = {}): number {
  const blocks = blockTexts(layout, text);
  checkClaims(layout, text);
  for (const block of blocks) {
    checkBlock(layout, block, options);
    checkBlock(layout, block.replace(/\r?\n$/, ''), options);
    checkBlock(layout, withCrlf(block), options);
    expect(contents(layout.read(withCrlf(block)))).toEqual(contents(layout.read(block)));
  }
  const places = (of: string): unknown => blockTexts(layout, of).map((block) => layout.read(block)!.cells.map(placeOf));
  expect(places(withCrlf(text)), 'CRLF').toEqual(places(text));
  expect(places(`\ufeff${text}`), 'BOM').toEqual(places(text));
  return blocks.length;
}

function placeOf({ content, row, column, rowSpan, columnSpan, loose }: Cell): unknown {
  return [content.text, row, column, rowSpan, columnSpan, loose];
}

function checkClaims(layout: Layout, text: string): void {
  const source = new Source(text);
  const blocks = layout.claim(source);
  let from = 0;
  for (const block of blocks) {
    expect(block.layout).toBe(layout.id);
    expect(block.start).toBeGreaterThanOrEqual(from);
    expect(block.start === 0 || text[block.start - 1] === '\n', 'a block starts with a line').toBe(true);
    expect(block.end === text.length || text[block.end - 1] === '\n', 'a block ends with a line').toBe(true);
    expect(source.isFree(source.lines.at(block.start)), 'its lines are taken').toBe(false);
    expect(layout.read(text.slice(block.start, block.end)), 'what is claimed is read').not.toBeNull();
    from = block.end;
  }
  expect(layout.claim(source), 'nothing is claimed twice').toEqual([]);
}

function checkBlock(layout: Layout, block: string, options: ContractOptions): void {
  const reading = layout.read(block);
  expect(reading).not.toBeNull();
  if (reading === null) { return; }
  expect(layout.read(block)).toEqual(reading);
  expect(reading.layout).toBe(layout.id);
  checkSpans(block, reading);
  checkSetCell(layout, block, reading);
  checkRows(layout, block, reading, (options.rows ?? rowsOf)(reading));
}

const PLAIN = /^[^\n\\<&*`~^]*$/;

function checkSpans(block: string, reading: Reading): void {
  let from = 0;
  for (const cell of reading.cells) {
    expect(cell.start).toBeGreaterThanOrEqual(from);
    expect(cell.end).toBeGreaterThanOrEqual(cell.start);
    expect(cell.slot.start).toBeLessThanOrEqual(cell.start);
    expect(cell.slot.end).toBeGreaterThanOrEqual(cell.end);
    expect(cell.slot.end).toBeLessThanOrEqual(block.length);
    const written = block.slice(cell.start, cell.end);
    if (PLAIN.test(written) && !written.includes('[bookmark:')) { expect(written).toBe(cell.content.text); }
    from = cell.slot.end;
  }
}

function checkSetCell(layout: Layout, block: string, reading: Reading): void {
  const before = reading.cells.map((cell) => cell.content.text);
  reading.cells.forEach((cell, i) => {
    expect(applied(block, layout.setCell(block, cell, cell.content.text)), 'its own text changes nothing').toBe(block);
    const after = layout.read(applied(block, layout.setCell(block, cell, '9')));
    expect(after?.cells.map((other) => other.content.text), `cell ${i} set to 9`).toEqual(before.with(i, '9'));
  });
}

function checkRows(layout: Layout, block: string, reading: Reading, rows: Cell[][]): void {
  const before = rows.map((row) => row.map((cell) => cell.content.text));
  const flat = (table: string[][]): string[] => table.flat();
  const read = (text: string): string[] => contents(layout.read(text)).flat();
  rows.forEach((row, i) => {
    const extent = layout.rowExtent(block, reading, row);
    const values = row.map((_, column) => (column === 0 ? '新的一行' : String(column)));
    const text = layout.rowLike(block, reading, row, values);
    expect(text === null, 'a row that can be cut out can be written').toBe(extent === null);
    if (extent === null || text === null) { return; }
    expect(read(block.slice(0, extent.start) + block.slice(extent.end)), `row ${i} deleted`).toEqual(flat(before.toSpliced(i, 1)));
    expect(read(block.slice(0, extent.end) + text + block.slice(extent.end)), `row after ${i}`).toEqual(
      flat(before.toSpliced(i + 1, 0, values)),
    );
    expect(read(block.slice(0, extent.start) + text + block.slice(extent.start)), `row before ${i}`).toEqual(
      flat(before.toSpliced(i, 0, values)),
    );
    if (reading.geometry === 'sequence') { return; }
    const after = layout.read(block.slice(0, extent.end) + text + block.slice(extent.end));
    expect(contents(after), `row after ${i} stands alone`).toEqual(before.toSpliced(i + 1, 0, values));
    if (block.includes('\r\n')) { expect(text.replace(/\r\n/g, ''), 'line ends are kept').not.toMatch(/[\r\n]/); }
  });
}
