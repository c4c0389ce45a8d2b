/**
 * The blank cells of a table, sorted for telling: whole blocks, whole rows, and what is left. Invariant: every blank due
 * cell is in one group; a table that hardly writes a zero leaves its zeros blank, which is one habit and one finding.
 */
import { message } from '../../messages';
import type { Related } from '../../model/finding';
import { figureColumns, type RowSpec } from '../../model/form';
import { onceFor } from '../../model/onceFor';
import type { TableRow } from '../../model/table';
import type { FaultyCell } from './cellFaults';
import { ZERO, type Fill } from './fill';
import { placeName } from './names';
import type { TableContext } from '../rule';

export interface BlankRow { readonly row: TableRow; readonly cells: readonly FaultyCell[] }

export interface Blanks {
  /** Zeros are left blank throughout: the blanks are all in `scattered`. */
  readonly habit: boolean;
  /** Runs of wholly blank rows, three or more each; the rows of a table that is wholly blank, however few. */
  readonly blocks: readonly (readonly BlankRow[])[];
  /** Other wholly blank rows of several cells. */
  readonly rows: readonly BlankRow[];
  readonly scattered: readonly FaultyCell[];
}

const SHORTEST_BLOCK = 3;
/** More blanks than this are no longer told one by one. */
export const MOST_TOLD = 3;
/** Zeros are left blank as a habit where there are this many blanks, or more, for each zero that is written. */
const BLANKS_PER_ZERO = 10;
/** More cells than this are not named beside a finding. */
export const MOST_RELATED = 30;

const NO_BLANKS: Blanks = { habit: false, blocks: [], rows: [], scattered: [] };

export const blanksOf = onceFor((context: TableContext): Blanks => {
  const blank = context.faults.filter(({ fault }) => fault === 'blank-cell');
  if (blank.length === 0) { return NO_BLANKS; }
  if (blank.length > MOST_TOLD && hardlyWritesZero(context, blank.length)) {
    return { habit: true, blocks: [], rows: [], scattered: blank };
  }
  return grouped(context, blank);
});

function hardlyWritesZero({ table }: TableContext, blanks: number): boolean {
  let zeros = 0;
  let others = 0;
  for (const cell of table.places) {
    if (cell === null || cell.content.amount.kind !== 'number') { continue; }
    if (cell.content.amount.whole === 0) { zeros++; } else { others++; }
  }
  return others > 0 && zeros * BLANKS_PER_ZERO <= blanks;
}

function grouped(context: TableContext, blank: readonly FaultyCell[]): Blanks {
  const blocks: BlankRow[][] = [];
  const rows: BlankRow[] = [];
  const scattered: FaultyCell[] = [];
  let run: BlankRow[] = [];
  const close = (): void => {
    if (run.length >= SHORTEST_BLOCK || (run.length > 0 && blank.length === figuresDueIn(context))) { blocks.push(run); run = []; return; }
    for (const one of run) {
      if (one.cells.length > 1) { rows.push(one); } else { scattered.push(...one.cells); }
    }
    run = [];
  };
  const byRow = blankByRow(context, blank);
  for (const row of context.table.rows) {
    const cells = row.spec === null ? undefined : byRow.get(row.spec);
    if (cells !== undefined) { byRow.delete(row.spec!); }
    const isWhole = cells !== undefined && cells.length === figuresDue(context, row);
    if (isWhole) { run.push({ row, cells }); continue; }
    close();
    if (cells !== undefined) { scattered.push(...cells); }
  }
  close();
  return { habit: false, blocks, rows, scattered };
}

function blankByRow({ form }: TableContext, blank: readonly FaultyCell[]): Map<RowSpec, FaultyCell[]> {
  const byRow = new Map<RowSpec, FaultyCell[]>();
  for (const faulty of blank) {
    const row = form.rowAt[faulty.place];
    const there = byRow.get(row);
    if (there) { there.push(faulty); } else { byRow.set(row, [faulty]); }
  }
  return byRow;
}

/** Of the whole table. */
function figuresDueIn({ form }: TableContext): number {
  return form.columnAt.reduce((sum, { kind }) => (kind === 'unit' ? sum : sum + 1), 0);
}

function figuresDue({ form }: TableContext, row: TableRow): number {
  return figureColumns(form.blocks[row.spec!.block]).length;
}

export function relatedBlanks({ form }: TableContext, cells: readonly FaultyCell[]): Related[] {
  return cells.slice(0, MOST_RELATED)
    .map(({ place, cell }) => ({ span: cell, message: message('cell.blank', { name: placeName(form, place) }) }));
}

/** What the equations give for each blank, 0 where they are silent; nothing where some blank is in no equation at all. */
export function likelyFills({ form, deductions }: TableContext, cells: readonly FaultyCell[]): Fill[] {
  if (cells.some(({ place }) => form.equationsAt[place].length === 0)) { return []; }
  return cells.map(({ place, cell }) => ({ place, cell, value: deductions.get(place)?.value ?? ZERO }));
}
