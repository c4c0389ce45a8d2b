/**
 * A table that follows no official form: its rows as the grid has them. Invariant: only readings with real geometry give
 * one; the first cell of a row is its label.
 */
import type { Cell } from '../model/cell';
import type { Reading } from '../model/reading';
import type { Table, TableRow } from '../model/table';

export function plainTable(reading: Reading): Table | null {
  if (reading.geometry !== 'grid' || reading.cells.length < 4) { return null; }
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
  if (rows.length < 2) { return null; }
  return { reading, span: reading.span, form: null, rows, headings: [], headers: [], places: [], oddities: [], margin: Infinity };
}
