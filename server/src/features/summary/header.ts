/**
 * The column headers of a block as the form prints them, merged cells and all. Invariant: the headers tile their rows
 * without a gap: every leaf reaches down to the last row.
 */
import type { BlockSpec, ColumnSpec } from '../../model/form';
import type { HeaderCell } from '../../protocol/summary';

export interface BlockHeader {
  readonly rows: number;
  readonly cells: readonly HeaderCell[];
}

export function headerOf({ columns }: BlockSpec): BlockHeader {
  const rows = 1 + Math.max(0, ...columns.map(({ groups }) => groups.length));
  const cells: HeaderCell[] = [];
  columns.forEach((column, at) => {
    for (let depth = 0; depth < column.groups.length; depth++) {
      if (at > 0 && shares(columns[at - 1], column, depth)) { continue; }
      let end = at + 1;
      while (end < columns.length && shares(columns[end], column, depth)) { end++; }
      cells.push({ text: column.groups[depth], row: depth, column: at, rowSpan: 1, columnSpan: end - at });
    }
    cells.push({ text: column.label, row: column.groups.length, column: at, rowSpan: rows - column.groups.length, columnSpan: 1 });
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { rows, cells };
}

/** Whether both columns stand below the same headings down to `depth`. */
function shares(a: ColumnSpec, b: ColumnSpec, depth: number): boolean {
  for (let i = 0; i <= depth; i++) { if (a.groups[i] === undefined || a.groups[i] !== b.groups[i]) { return false; } }
  return true;
}
