/**
 * Puts rows that slid back under their headers. Invariant: cells of a row keep their order and their text, only their
 * columns change; a row that cannot be moved without losing something is not moved, and then the table is not either.
 */
import type { Cell } from '../../model/cell';
import { evaluate, ledgerOf } from '../../equations/evaluate';
import { problemOf } from '../../equations/problem';
import type { Change } from '../../model/repair';
import type { TableRow } from '../../model/table';
import type { TableContext } from '../rule';

/** Equations that hold when every figure is taken for what the header above it says. */
export function heldByColumn({ table, form }: TableContext): number {
  const places: (Cell | null)[] = Array<Cell | null>(form.places).fill(null);
  for (const row of table.rows) {
    if (row.spec === null) { continue; }
    table.headers[row.spec.block].forEach((header, i) => {
      places[row.spec!.base + i] = row.cells.find((cell) => header !== null && cell.column === header.column) ?? null;
    });
  }
  return ledgerOf(evaluate(problemOf(form, places))).held;
}

/** The changes that bring all these rows under their headers, or null. */
export function realignRows(context: TableContext, rows: readonly TableRow[]): Change[] | null {
  const changes: Change[] = [];
  for (const row of rows) {
    const own = realignRow(context, row);
    if (own === null) { return null; }
    changes.push(...own);
  }
  return changes;
}

function realignRow({ table }: TableContext, row: TableRow): Change[] | null {
  const [label] = row.label;
  const isBlank = row.values.every((cell) => cell === null || cell.content.text === '');
  const line = row.cells.filter((cell) => cell.row === (isBlank ? label : row.values[0]!).row);
  if (line.some((cell) => cell.rowSpan > 1 || cell.columnSpan > 1)) { return null; }
  const texts = new Map<number, string>();
  const put = (column: number, text: string): boolean => {
    if (!line.some((cell) => cell.column === column) || texts.has(column)) { return false; }
    texts.set(column, text);
    return true;
  };
  const first = Math.min(...table.headers[row.spec!.block].map((header) => header?.column ?? Infinity));
  const stub = line.filter((cell) => cell.content.text !== '' && !row.values.includes(cell));
  if (stub.some((cell) => !row.label.includes(cell) && !row.headings.includes(cell))) { return null; }
  if (isBlank && line.filter((cell) => cell.column > Math.min(row.spec!.groups.length, first)).length < row.values.length) { return null; }
  const values = isBlank ? [] : row.values;
  const fits = values.every((cell, i) => put(first + i, cell?.content.text ?? ''))
    && placeStub(stub, row, isBlank ? first : first - 1, put);
  if (!fits) { return null; }
  return line.flatMap((cell) => {
    const text = texts.get(cell.column) ?? '';
    return text === cell.content.text ? [] : [{ kind: 'setCell' as const, cell, text }];
  });
}

/** The label at its depth in the stub, the headings before it. */
function placeStub(stub: readonly Cell[], row: TableRow, last: number, put: (column: number, text: string) => boolean): boolean {
  let column = Math.min(row.spec!.groups.length, last);
  for (let i = stub.length - 1; i >= 0; i--) {
    if (!put(column--, stub[i].content.text)) { return false; }
  }
  return true;
}
