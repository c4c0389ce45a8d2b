/**
 * What the recovered rows and headers say that the form does not. Invariant: each departure is told once, by the row or
 * header it is about; nothing here judges figures.
 */
import type { Cell } from '../../model/cell';
import type { FormTable, RowSpec } from '../../model/form';
import type { Oddity, TableRow } from '../../model/table';
import { isAscending, longestAscending } from '../../text/ordered';
import { nearestMissing } from './labels';
import type { Finished } from './rows';
import type { Walked } from './walk';

/** @param ownHeaders of columns with figures that the form does not have */
export function odditiesOf(finished: readonly Finished[], table: FormTable, walked: Walked, ownHeaders: readonly Cell[]): Oddity[] {
  const oddities: Oddity[] = [];
  const firsts = firstRows(finished, oddities);
  const misplaced = outOfOrder(firsts, oddities);
  if (table.rowsAreDue && firsts.length > 0) {
    const have = new Set(firsts.map((row) => row.spec!));
    unknownRows(finished, have, table, oddities);
    for (const cell of ownHeaders) { oddities.push({ kind: 'unknown-column', cell }); }
    missingRows(firsts.filter((row) => !misplaced.has(row)), have, table, oddities);
  }
  for (const one of finished) { rowOddities(one, table, oddities); }
  headerOddities(walked, table, oddities);
  return oddities;
}

/** The first row of each spec, in document order; a second one is a duplicate. */
function firstRows(finished: readonly Finished[], oddities: Oddity[]): TableRow[] {
  const bySpec = new Map<RowSpec, TableRow>();
  const firsts: TableRow[] = [];
  for (const { row } of finished) {
    if (row.spec === null) { continue; }
    const first = bySpec.get(row.spec);
    if (first) { oddities.push({ kind: 'duplicate-row', row, first }); continue; }
    bySpec.set(row.spec, row);
    firsts.push(row);
  }
  return firsts;
}

/** Rows outside the longest ascending run are the ones out of place. */
function outOfOrder(rows: readonly TableRow[], oddities: Oddity[]): Set<TableRow> {
  const misplaced = new Set<TableRow>();
  const places = rows.map((row) => row.spec!.index);
  if (isAscending(places)) { return misplaced; }
  const kept = longestAscending(places);
  const inPlace = rows.filter((_, i) => kept.has(i));
  rows.forEach((row, i) => {
    if (kept.has(i)) { return; }
    misplaced.add(row);
    oddities.push({ kind: 'row-out-of-order', row, ...placeFor(row.spec!, inPlace) });
  });
  return misplaced;
}

/** Beside the nearest row in place: of its own block, if there is one, for titles and headers stand between blocks. */
function placeFor(spec: RowSpec, inPlace: readonly TableRow[]): { beside: TableRow; side: 'before' | 'after' } {
  let above: TableRow | undefined;
  let below: TableRow | undefined;
  for (const row of inPlace) {
    if (row.spec!.index < spec.index) { above = row; } else { below ??= row; }
  }
  const goesBelow = above !== undefined && (above.spec!.block === spec.block || below?.spec!.block !== spec.block);
  return goesBelow ? { beside: above!, side: 'after' } : { beside: below!, side: 'before' };
}

/** Rows of the author's own. One that stands where a row with a similar label is missing is that row: it is told once, as unknown. */
function unknownRows(finished: readonly Finished[], have: Set<RowSpec>, table: FormTable, oddities: Oddity[]): void {
  let above = -1;
  let next = 0;
  for (let i = 0; i < finished.length; i++) {
    const { row } = finished[i];
    if (row.spec !== null) { above = row.spec.index; continue; }
    next = Math.max(next, i + 1);
    while (next < finished.length && finished[next].row.spec === null) { next++; }
    const below = finished[next]?.row.spec!.index ?? table.rows.length;
    const nearest = nearestMissing(row.label[0].content.key, table.rows.slice(above + 1, below).filter((spec) => !have.has(spec)));
    if (nearest !== null) { have.add(nearest); }
    oddities.push({ kind: 'unknown-row', row, nearest });
  }
}

function missingRows(inPlace: readonly TableRow[], have: ReadonlySet<RowSpec>, table: FormTable, oddities: Oddity[]): void {
  if (have.size === table.rows.length) { return; }
  let gap: RowSpec[] = [];
  for (const spec of [...table.rows, null]) {
    if (spec !== null && !have.has(spec) && (gap.length === 0 || gap[0].block === spec.block)) { gap.push(spec); continue; }
    if (gap.length > 0) { oddities.push({ kind: 'missing-rows', specs: gap, ...placeFor(gap[0], inPlace) }); }
    gap = spec !== null && !have.has(spec) ? [spec] : [];
  }
}

function rowOddities({ row, draft, assigned }: Finished, table: FormTable, oddities: Oddity[]): void {
  if (draft.spec === null) { return; }
  if (draft.via === 'variant' || draft.via === 'slip') {
    oddities.push({ kind: 'label-wording', cell: row.label[0], official: draft.spec.label, slip: draft.via === 'slip' });
  }
  if (draft.split) { oddities.push({ kind: 'label-split', row, official: draft.spec.label }); }
  if (assigned === null) { return; }
  const due = table.blocks[draft.block].columns.length;
  const { stray, surplus } = sortExtra(assigned.extra, table);
  for (const cell of stray) { oddities.push({ kind: 'value-without-header', row, cell }); }
  const found = assigned.misfit < 0 ? due : assigned.misfit - stray.length;
  if (found !== due && assigned.misfit >= 0) { oddities.push({ kind: 'cell-count', row, found, due, extra: surplus }); }
}

/** A surplus figure inside the width of the whole table stands in a column that other blocks use; beyond it, it is one too many. */
function sortExtra(extra: readonly Cell[], table: FormTable): { stray: readonly Cell[]; surplus: readonly Cell[] } {
  if (extra.length === 0) { return { stray: extra, surplus: extra }; }
  const width = 1 + Math.max(...table.blocks.map((block) => block.columns.length));
  const stray = table.blocks.length > 1 ? extra.filter((cell) => cell.column >= 0 && cell.column < width) : [];
  return { stray, surplus: extra.filter((cell) => !stray.includes(cell)) };
}

function headerOddities(walked: Walked, table: FormTable, oddities: Oddity[]): void {
  for (const { cell, official } of walked.headerNotes) { oddities.push({ kind: 'column-wording', cell, official }); }
  for (const block of table.blocks) {
    const headers = walked.headers[block.index];
    const met = headers.filter((h): h is Cell => h !== null);
    if (met.length * 2 >= headers.length && met.length < headers.length) {
      block.columns.forEach((column, i) => {
        if (headers[i] === null) { oddities.push({ kind: 'missing-column', column, ...nearestHeader(headers, i) }); }
      });
    }
    columnOrder(headers, block.columns, oddities);
  }
}

function nearestHeader(headers: readonly (Cell | null)[], at: number): { beside: Cell; away: number } {
  for (let away = 1; ; away++) {
    const before = headers[at - away];
    if (before) { return { beside: before, away }; }
    const after = headers[at + away];
    if (after) { return { beside: after, away: -away }; }
  }
}

/** Headers of one depth read from left to right; totals may be printed beside the heading above, so they are left out. */
function columnOrder(headers: readonly (Cell | null)[], columns: FormTable['columnAt'], oddities: Oddity[]): void {
  let before: { cell: Cell; at: number } | null = null;
  for (let i = 0; i < headers.length; i++) {
    const cell = headers[i];
    if (cell === null || columns[i].isTotal) { continue; }
    if (before !== null && cell.start < before.cell.start && sameRow(cell, before.cell)) {
      oddities.push({ kind: 'column-out-of-order', cell, column: columns[i], after: columns[before.at] });
    } else {
      before = { cell, at: i };
    }
  }
}

function sameRow(a: Cell, b: Cell): boolean {
  return a.row < 0 || a.row === b.row;
}
