/**
 * Tables that follow no official form: their rows as the grid has them. Invariant: only readings with real geometry give
 * any; the first cell of a row is its label; the title of a section belongs to none.
 */
import { headsSection } from '../layouts/wrappedCells';
import type { Cell } from '../model/cell';
import type { Reading } from '../model/reading';
import type { Table, TableRow } from '../model/table';
import { joined } from '../text/span';

/** One, or as many as the titles of sections part. */
export function plainTables(reading: Reading): Table[] {
  const { cells } = reading;
  const titles = cells.flatMap(({ loose, content }, at) => (loose && headsSection(content.text) ? [at] : []));
  if (titles.length === 0) { return tablesOf(reading); }
  return [-1, ...titles].flatMap((title, i) => {
    const [first, ...rest] = cells.slice(title + 1, titles[i]);
    if (first === undefined) { return []; }
    const part = [first, ...rest].map((cell) => ({ ...cell, row: cell.row - first.row }));
    return tablesOf({ ...reading, cells: part, span: joined(first, part[part.length - 1]) });
  });
}

function tablesOf(reading: Reading): Table[] {
  if (reading.geometry !== 'grid' || reading.cells.length < 4) { return []; }
  const rows: TableRow[] = [];
  let cells: Cell[] = [];
  const close = (): void => {
    if (cells.length > 0) {
      const [label, ...values] = cells;
      rows.push({ spec: null, label: [label], headings: [], cells, slots: values, values, shift: 0 });
    }
    cells = [];
  };
  for (const cell of reading.cells) {
    if (cells.length > 0 && cells[0].row !== cell.row) { close(); }
    cells.push(cell);
  }
  close();
  if (rows.length < 2) { return []; }
  return [{ reading, span: reading.span, form: null, rows, headings: [], headers: [], places: [], oddities: [], margin: Infinity }];
}
