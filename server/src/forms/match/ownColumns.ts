/**
 * Columns that a table has beside those of its form: 行次, 小计, 备注. Invariant: only a header of its own makes such a column, in a row with
 * headers of the form, all of which stand in columns of their own; and cells are passed over only in rows that have all columns.
 */
import type { Cell } from '../../model/cell';

export interface OwnColumns {
  readonly columns: ReadonlySet<number>;
  /** Columns of the form's first and last header. */
  readonly first: number;
  readonly last: number;
}

/**
 * @param from where the table begins; headers that the form does not have may stand before
 * @param headers of the form's columns, as found
 */
export function ownColumns(cells: readonly Cell[], from: number, to: number, headers: readonly (Cell | null)[]): OwnColumns | null {
  const due = new Set<number>();
  const rows = new Set<number>();
  let lastRow = -1;
  for (const header of headers) {
    if (header === null || header.column < 0) { return null; }
    due.add(header.column);
    rows.add(header.row);
    lastRow = Math.max(lastRow, header.row);
  }
  if (due.size < headers.length) { return null; }
  let columns: Set<number> | null = null;
  for (let at = startOfRow(cells, from); at < to && cells[at].row <= lastRow; at++) {
    const { content: { key }, row, column } = cells[at];
    if (key === '' || column < 1 || !rows.has(row) || due.has(column)) { continue; }
    columns ??= new Set();
    columns.add(column);
  }
  return columns === null ? null : { columns, first: Math.min(...due), last: Math.max(...due) };
}

function startOfRow(cells: readonly Cell[], from: number): number {
  let at = from;
  while (at > 0 && cells[at - 1].row === cells[from].row) { at--; }
  return at;
}

/** The slots of a row without those in such columns. */
export function withoutOwn(slots: readonly Cell[], own: OwnColumns | null): readonly Cell[] {
  if (own === null || slots.length === 0 || slots[0].column > own.first || slots[slots.length - 1].column < own.last) { return slots; }
  return slots.filter(({ column }) => !own.columns.has(column));
}
