/**
 * Finishes the drafts of a walk: which cells make up each row, which slot is which column, how far the row slid.
 * Invariant: rows come in document order and share no cell.
 */
import type { Cell } from '../../model/cell';
import type { BlockSpec, FormTable } from '../../model/form';
import type { TableRow } from '../../model/table';
import type { Draft } from './draft';
import { assign, certainOffset, type Assigned } from './values';
import type { Walked } from './walk';

export interface Finished {
  readonly row: TableRow;
  readonly draft: Draft;
  readonly assigned: Assigned | null;
}

export function finishRows(cells: readonly Cell[], from: number, to: number, table: FormTable, walked: Walked): Finished[] {
  const { drafts } = walked;
  const slotsOf = drafts.map((draft) => dueSlots(cells, draft));
  const offsets = offsetsOf(drafts, slotsOf, table);
  let used = from;
  return drafts.map((draft, i) => {
    const block = table.blocks[draft.block];
    const next = i + 1 < drafts.length ? firstOf(drafts[i + 1]) : to;
    const range = extentOf(cells, draft, used, next);
    used = range.to;
    const slots = slotsOf[i];
    const assigned = draft.spec ? assign(slots, block.columns.length, offsets[i], headerEnd(walked, block)) : null;
    const row: TableRow = {
      spec: draft.spec,
      label: draft.label.map((at) => cells[at]),
      headings: draft.headings.filter((at) => at >= range.from && at < range.to).map((at) => cells[at]),
      cells: cells.slice(range.from, range.to),
      slots,
      values: assigned ? assigned.values : [],
      shift: assigned ? shiftOf(cells, draft, assigned, walked, block) : 0,
    };
    return { row, draft, assigned };
  });
}

function firstOf(draft: Draft): number {
  return draft.label.length > 0 ? draft.label[0] : draft.slots[0];
}

/** Slots without the blanks at their end that stand in another physical row (the stub of the row below). */
function dueSlots(cells: readonly Cell[], draft: Draft): Cell[] {
  let to = draft.slots.length;
  const labelRow = cells[draft.label.length > 0 ? draft.label[draft.label.length - 1] : draft.slots[0]].row;
  while (to > 0) {
    const cell = cells[draft.slots[to - 1]];
    if (cell.content.amount.kind !== 'blank' || cell.row === labelRow || cell.row === rowOfLastFigure(cells, draft, to)) { break; }
    to--;
  }
  return draft.slots.slice(0, to).map((at) => cells[at]);
}

function rowOfLastFigure(cells: readonly Cell[], draft: Draft, to: number): number {
  for (let i = to - 1; i >= 0; i--) {
    if (cells[draft.slots[i]].content.amount.kind !== 'blank') { return cells[draft.slots[i]].row; }
  }
  return -2;
}

/** All cells of the physical rows the draft stands in, between its neighbours. */
function extentOf(cells: readonly Cell[], draft: Draft, used: number, next: number): { from: number; to: number } {
  let from = firstOf(draft);
  const firstRow = cells[from].row;
  while (firstRow >= 0 && from > used && cells[from - 1].row === firstRow) { from--; }
  let to = Math.max(draft.slots.length > 0 ? draft.slots[draft.slots.length - 1] : 0, firstOf(draft)) + 1;
  if (draft.label.length > 0) { to = Math.max(to, draft.label[draft.label.length - 1] + 1); }
  while (to > from + 1 && to - 1 > firstOf(draft) && isStrayBlank(cells, draft, to - 1)) { to--; }
  const lastRow = cells[to - 1].row;
  while (lastRow >= 0 && to < next && cells[to].row === lastRow) { to++; }
  return { from, to };
}

function isStrayBlank(cells: readonly Cell[], draft: Draft, at: number): boolean {
  const cell = cells[at];
  if (cell.content.amount.kind !== 'blank' || cell.row < 0) { return false; }
  const label = draft.label.length > 0 ? cells[draft.label[draft.label.length - 1]].row : -2;
  return cell.row !== label && cell.row !== rowOfLastFigure(cells, draft, draft.slots.length);
}

/** For each row where its values begin, taken from the nearest rows that leave no doubt, above first. */
function offsetsOf(drafts: readonly Draft[], slotsOf: readonly Cell[][], table: FormTable): number[] {
  const certain = drafts.map((draft, i) => (draft.spec ? certainOffset(slotsOf[i], table.blocks[draft.block].columns.length) : -1));
  if (certain.every((offset) => offset >= 0)) { return certain; }
  return certain.map((offset, i) => (offset >= 0 ? offset : nearestOffset(certain, drafts, i)));
}

function nearestOffset(certain: readonly number[], drafts: readonly Draft[], at: number): number {
  for (let away = 1; away < certain.length; away++) {
    for (const near of [at + away, at - away]) {
      if (near >= 0 && near < certain.length && certain[near] >= 0 && drafts[near].block === drafts[at].block) { return certain[near]; }
    }
  }
  return -1;
}

function headerEnd(walked: Walked, block: BlockSpec): number {
  let end = -1;
  for (const header of walked.headers[block.index]) {
    if (header && header.column >= 0) { end = Math.max(end, header.column + header.columnSpan); }
  }
  return end;
}

/** Columns between a row's values and their headers; of a blank row, between its label and the label's place in the stub. */
function shiftOf(cells: readonly Cell[], draft: Draft, assigned: Assigned, walked: Walked, block: BlockSpec): number {
  const header = walked.headers[block.index][0];
  const first = assigned.values[0];
  if (!header || header.column < 0 || !first) { return 0; }
  if (assigned.values.some((cell) => cell !== null && cell.content.amount.kind !== 'blank')) { return first.column - header.column; }
  if (draft.label.length === 0 || header.column < 2) { return 0; }
  return cells[draft.label[0]].column - Math.min(draft.spec!.groups.length, header.column);
}
