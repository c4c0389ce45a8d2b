/**
 * Columns that a table has beside those of its form: 行次, 小计, 备注, or blank ones between them, as converters make of the lines of a drawing.
 * Invariant: only a header of its own makes such a column, in a row with headers of the form, all of which stand in columns of their own;
 * a figure under no header at all is never passed over, and none in a row that lacks a column.
 */
import type { Cell } from '../../model/cell';

export interface OwnColumns {
  /** The header of each. */
  readonly columns: ReadonlyMap<number, Cell>;
  /** Columns between those of the form under no header. */
  readonly hasGaps: boolean;
  /** Columns that the headers of the form span, and in which the first and the last of them begin. */
  readonly due: ReadonlySet<number>;
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
  let first = Infinity;
  let last = -1;
  let headed = 0;
  for (const header of headers) {
    if (header === null || header.column < 0) { return null; }
    if (!due.has(header.column)) { headed++; }
    for (let across = 0; across < header.columnSpan; across++) { due.add(header.column + across); }
    first = Math.min(first, header.column);
    last = Math.max(last, header.column);
    rows.add(header.row);
    lastRow = Math.max(lastRow, header.row);
  }
  if (headed < headers.length) { return null; }
  let columns: Map<number, Cell> | null = null;
  for (let at = startOfRow(cells, from); at < to && cells[at].row <= lastRow; at++) {
    const { content: { key }, row, column } = cells[at];
    if (key === '' || column < 1 || !rows.has(row) || due.has(column)) { continue; }
    columns ??= new Map<number, Cell>();
    columns.set(column, cells[at]);
  }
  const hasGaps = last - first >= due.size + (columns?.size ?? 0);
  return columns === null && !hasGaps ? null : { due, columns: columns ?? NONE, hasGaps, first, last };
}

function startOfRow(cells: readonly Cell[], from: number): number {
  let at = from;
  while (at > 0 && cells[at - 1].row === cells[from].row) { at--; }
  return at;
}

const NONE: ReadonlyMap<number, Cell> = new Map();

/** Headers of such columns that have figures under them, other than the numbers of the rows. @param rows the slots of each, as found */
export function headersOverFigures(own: OwnColumns | null, rows: readonly (readonly Cell[])[]): Cell[] {
  if (own === null) { return []; }
  return [...own.columns].filter(([column]) => {
    return !countsOn(rows.flatMap((slots) => slots.filter((cell) => cell.column === column)));
  }).map(([, header]) => header);
}

/** Whether the figures of a column only number the rows, or there are none. */
export function countsOn(column: readonly Cell[]): boolean {
  const figures = column.flatMap(({ content: { amount } }) => (amount.kind === 'number' ? [amount.whole] : []));
  return figures.every((figure, i) => (i === 0 ? figure <= 1 : figure === figures[i - 1] + 1));
}

/** The slots of a row without those in such columns; blank columns are none where a figure of the row stands in one. */
export function withoutOwn(slots: readonly Cell[], own: OwnColumns | null): readonly Cell[] {
  if (own === null || slots.length === 0 || slots[0].column > own.first || slots[slots.length - 1].column < own.last) { return slots; }
  const { columns, due, first, last } = own;
  const isGap = ({ column }: Cell): boolean => column > first && column < last && !due.has(column) && !columns.has(column);
  const hasGaps = own.hasGaps && !slots.some((cell) => isGap(cell) && cell.content.amount.kind !== 'blank');
  return slots.filter((cell) => !columns.has(cell.column) && !(hasGaps && isGap(cell)));
}
