/**
 * A table as inference sees it: header rows joined into names, label columns, and a body of figures in whole ticks.
 * Invariant: every figure of the body is `ticks / 10^scale` in the unit 10^power of the table; what is no figure is NaN
 * there and has a state that says why; nothing here knows of totals.
 */
import type { Cell } from '../../model/cell';
import type { Reading } from '../../model/reading';
import { readBody } from './body';
import { Grid } from './grid';
import { breaksIn, columnLines, rowLines, shiftsIn, type Line } from './lines';
import type { Locale } from './locale';
import { sidesOf } from './sides';

/** What stands in a body cell. */
export const State = { Figure: 0, Blank: 1, Nil: 2, Unknown: 3, Missing: 4 } as const;

export interface Sheet {
  /** Number of its first place among those of all sheets of the table. */
  readonly base: number;
  /** Columns of the grid that belong to it, half open: tables may stand side by side in one grid. */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** Column of the grid for each column; row r of the body is row r + grid.headerRows of the grid. */
  readonly gridColumn: readonly number[];
  /** Bits of `Remark` for each cell of the body, row by row; so for ticks and states. */
  readonly remarks: Uint8Array;
  readonly ticks: Float64Array;
  readonly states: Uint8Array;
  /** Digits after the point of each column in the unit of the table; negative where its own unit is coarser. */
  readonly decimals: readonly number[];
  /** Whether figures stand for thousands, 万, … of something. */
  readonly isScaled: readonly boolean[];
  /** Unit of each column, '' for none, null where units are mixed. */
  readonly units: readonly (string | null)[];
  /** A row that only parts what is above it from what is below it. */
  readonly isBreak: Uint8Array;
  /** Row has more cells than the header: nobody knows what stands under what. */
  readonly isShifted: Uint8Array;
  /** Digits after the point of each figure as written, in the unit of the table. */
  readonly places: Int8Array;
  readonly scale: number;
  readonly power: number;
  readonly locale: Locale;
  /** A note says that figures were rounded and may not add up. */
  readonly isRounded: boolean;
  readonly grid: Grid;
}

/** The sheets of a reading, left to right; none where it cannot hold a sum: no grid, no two rows, no figures. */
export function sheetsOf(reading: Reading, isRounded: boolean): Sheet[] {
  const grid = Grid.of(reading);
  const sheets: Sheet[] = [];
  if (grid === null) { return sheets; }
  let base = 0;
  for (const { start, end } of sidesOf(grid)) {
    const sheet = sheetOf(grid, start, end, base, isRounded);
    if (sheet === null) { continue; }
    sheets.push(sheet);
    base += sheet.ticks.length;
  }
  return sheets;
}

function sheetOf(grid: Grid, from: number, to: number, base: number, isRounded: boolean): Sheet | null {
  const gridColumn = grid.numeric.filter((column) => column >= from && column < to);
  if (gridColumn.length === 0) { return null; }
  const columns = columnLines(grid, gridColumn);
  const body = readBody(grid, gridColumn, columns);
  return body && {
    base, from, to, gridColumn, grid, isRounded, columns, rows: rowLines(grid, from, to),
    isBreak: breaksIn(grid, from, to), isShifted: shiftsIn(grid), ...body,
  };
}

/** The cell at a place of the sheet. */
export function cellAt({ grid, gridColumn }: Sheet, place: number): Cell {
  const width = gridColumn.length;
  return grid.cell(grid.headerRows + ((place / width) | 0), gridColumn[place % width])!;
}
