/**
 * Finishes the drafts of a walk: which cells make up each row, which slot is which column, how far the row slid.
 * Invariant: rows come in document order and share no cell.
 */
import type { Cell } from '../../model/cell';
import type { BlockSpec, FormTable } from '../../model/form';
import type { TableRow } from '../../model/table';
import type { Draft } from './draft';
import { headersOverFigures, ownColumns, withoutOwn } from './ownColumns';
import { withoutSurplusColumn } from './surplusColumn';
import { assign, certainOffset, misfit, type Assigned } from './values';
import type { Walked } from './walk';

export interface Finished {
  readonly row: TableRow;
  readonly draft: Draft;
  readonly assigned: Assigned | null;
}

/** The rows of a table, and the headers of columns with figures that its form does not have. */
export interface FinishedRows { readonly rows: readonly Finished[]; readonly ownHeaders: readonly Cell[] }

export function finishRows(cells: readonly Cell[], from: number, to: number, table: FormTable, walked: Walked): FinishedRows {
  const { drafts } = walked;
  const own = table.blocks.map((block) => ownColumns(cells, from, to, walked.headers[block.index]));
  const allSlots = drafts.map((draft) => dueSlots(cells, draft, table.blocks[draft.block].columns.length));
  const ownSlots = drafts.map((draft, i) => withoutOwn(allSlots[i], own[draft.block]));
  const surplus = withoutSurplusColumn(cells, from, drafts, ownSlots, table, walked.headers[0]);
  const slotsOf = surplus?.slots ?? ownSlots;
  const offsets = offsetsOf(cells, drafts, slotsOf, table);
  const ends = table.blocks.map((block) => headerEnd(walked, block));
  const tableEnd = Math.max(...ends);
  const totals = table.blocks.map((block) => totalInFront(walked.headers[block.index], block));
  let used = from;
  const rows = drafts.map((draft, i): Finished => {
    const block = table.blocks[draft.block];
    const next = i + 1 < drafts.length ? firstOf(drafts[i + 1]) : to;
    const slots = slotsOf[i];
    const range = extentOf(cells, draft, slots, used, next);
    used = range.to;
    const offset = offsets[i] >= 0 ? offsets[i] : headerStart(walked, block);
    const due = block.columns.length;
    let found = draft.spec ? assign(slots, due, offset, ends[draft.block], tableEnd) : null;
    if (found !== null && surplus?.isUnclear && slots.length > due) { found = misfit(due, found.misfit > due ? found.misfit : -1); }
    const assigned = found !== null && totals[draft.block] >= 0 ? withTotalAt(totals[draft.block], found) : found;
    const row: TableRow = {
      spec: draft.spec,
      label: draft.label.length === 1 ? [cells[draft.label[0]]] : draft.label.map((at) => cells[at]),
      headings: draft.headings.length === 0
        ? NO_CELLS
        : draft.headings.filter((at) => at >= range.from && at < range.to).map((at) => cells[at]),
      cells: cells.slice(range.from, range.to),
      slots,
      values: assigned ? assigned.values : NO_CELLS,
      shift: found ? shiftOf(cells, draft, found, walked, block, own[draft.block]?.hasGaps ?? false) : 0,
    };
    return { row, draft, assigned };
  });
  const slotsIn = (block: number): Cell[][] => allSlots.filter((_, i) => drafts[i].block === block);
  const ownHeaders = own.flatMap((columns, block) => headersOverFigures(columns, slotsIn(block)));
  return { rows, ownHeaders: surplus === null || surplus.header === null || ownHeaders.length > 0 ? ownHeaders : [surplus.header] };
}

const NO_CELLS: readonly Cell[] = [];
const NO_CELL = { row: -1 };

function firstOf(draft: Draft): number {
  return draft.label.length > 0 ? draft.label[0] : draft.slots[0];
}

/** Slots without the blanks at their end that stand in another physical row (the stub of the row below). */
function dueSlots(cells: readonly Cell[], draft: Draft, columns: number): Cell[] {
  let to = draft.slots.length;
  const labelRow = cells[draft.label.length > 0 ? draft.label[draft.label.length - 1] : draft.slots[0]].row;
  const figureRow = rowOfLastFigure(cells, draft);
  while (to > 0) {
    const cell = cells[draft.slots[to - 1]];
    if (cell.content.amount.kind !== 'blank' || cell.row === labelRow || cell.row === figureRow) { break; }
    to--;
  }
  if (to < columns) { to = withBlankRowsBelow(cells, draft, to, columns); }
  const due = new Array<Cell>(to);
  for (let i = 0; i < to; i++) { due[i] = cells[draft.slots[i]]; }
  return due;
}

/**
 * A page that ends within a row parts its blanks: those that share their physical row with no label still belong to it, as far as they are
 * due.
 */
function withBlankRowsBelow(cells: readonly Cell[], { slots }: Draft, from: number, columns: number): number {
  const { row: nextRow } = cells[slots[slots.length - 1] + 1] ?? NO_CELL;
  let to = from;
  while (to < columns && to < slots.length && cells[slots[to]].row >= 0 && cells[slots[to]].row !== nextRow) { to++; }
  return to;
}

function rowOfLastFigure(cells: readonly Cell[], draft: Draft): number {
  for (let i = draft.slots.length - 1; i >= 0; i--) {
    if (cells[draft.slots[i]].content.amount.kind !== 'blank') { return cells[draft.slots[i]].row; }
  }
  return -2;
}

/** All cells of the physical rows the draft stands in, between its neighbours. */
function extentOf(cells: readonly Cell[], draft: Draft, slots: readonly Cell[], used: number, next: number): { from: number; to: number } {
  let from = firstOf(draft);
  const firstRow = cells[from].row;
  while (firstRow >= 0 && from > used && cells[from - 1].row === firstRow) { from--; }
  let to = Math.max(draft.slots.length > 0 ? draft.slots[draft.slots.length - 1] : 0, firstOf(draft)) + 1;
  if (draft.label.length > 0) { to = Math.max(to, draft.label[draft.label.length - 1] + 1); }
  const labelRow = draft.label.length > 0 ? cells[draft.label[draft.label.length - 1]].row : -2;
  const figureRow = rowOfLastFigure(cells, draft);
  const lastSlot = slots[slots.length - 1];
  while (to > from + 1 && to - 1 > firstOf(draft) && cells[to - 1] !== lastSlot && isStrayBlank(cells[to - 1], labelRow, figureRow)) {
    to--;
  }
  const lastRow = cells[to - 1].row;
  while (lastRow >= 0 && to < next && cells[to].row === lastRow) { to++; }
  return { from, to };
}

/** The stub of the row below. */
function isStrayBlank({ content, row }: Cell, labelRow: number, figureRow: number): boolean {
  return content.amount.kind === 'blank' && row >= 0 && row !== labelRow && row !== figureRow;
}

/** For each row where its values begin: as it says itself, else as the nearest row of its block that leaves no doubt, below first. */
function offsetsOf(cells: readonly Cell[], drafts: readonly Draft[], slotsOf: readonly (readonly Cell[])[], table: FormTable): number[] {
  const certain = drafts.map((draft, i) => (draft.spec ? certainOffset(slotsOf[i], table.blocks[draft.block].columns.length) : -1));
  if (certain.every((offset) => offset >= 0)) { return certain; }
  if (isPacked(cells, drafts, certain)) {
    return drafts.map((draft, i) => (certain[i] < 0 && draft.label.length > 0 ? behindLabel(cells, draft) : certain[i]));
  }
  const above = nearestCertain(certain, drafts, table, 1);
  const below = nearestCertain(certain, drafts, table, -1);
  return certain.map((_, i) => {
    if (above[i] < 0 || below[i] < 0) { return certain[Math.max(above[i], below[i])] ?? -1; }
    return certain[below[i] - i <= i - above[i] ? below[i] : above[i]];
  });
}

/**
 * Whether every row of a grid begins with its own first cell, as text made of web pages has them: a heading stands in the first of its rows
 * only, the labels of the others under it, and figures right behind the labels.
 */
function isPacked(cells: readonly Cell[], drafts: readonly Draft[], certain: readonly number[]): boolean {
  let found = false;
  for (let i = 0; i < drafts.length; i++) {
    const { label, spec } = drafts[i];
    if (label.length === 0 || spec === null) { continue; }
    if (!beginsRow(cells, label[0]) || (certain[i] >= 0 && certain[i] !== behindLabel(cells, drafts[i]))) { return false; }
    found ||= spec.groups.length > 0 && cells[label[0]].column === 0;
  }
  return found;
}

/** In a grid, with nothing but headings before it in its row. */
function beginsRow(cells: readonly Cell[], label: number): boolean {
  const { row, column } = cells[label];
  return column === 0 || (column > 0 && label > 0 && cells[label - 1].row === row && cells[label - 1].content.key !== '');
}

/** The column behind the label of a draft that has one. */
function behindLabel(cells: readonly Cell[], { label }: Draft): number {
  const { column, columnSpan } = cells[label[label.length - 1]];
  return column + columnSpan;
}

/** For each row the nearest row of its block, itself included, that is certain: looking back (1) or ahead (-1); -1 where there is none. */
function nearestCertain(certain: readonly number[], drafts: readonly Draft[], table: FormTable, step: 1 | -1): number[] {
  const last = table.blocks.map(() => -1);
  const nearest = Array<number>(certain.length);
  for (let i = step > 0 ? 0 : certain.length - 1; i >= 0 && i < certain.length; i += step) {
    if (certain[i] >= 0) { last[drafts[i].block] = i; }
    nearest[i] = last[drafts[i].block];
  }
  return nearest;
}

/** Where values begin when no row around says so: under the first header in a grid, else right after the label. */
function headerStart(walked: Walked, block: BlockSpec): number {
  return Math.max(0, firstHeaderColumn(walked.headers[block.index]));
}

function headerEnd(walked: Walked, block: BlockSpec): number {
  let end = -1;
  for (const header of walked.headers[block.index]) {
    if (header && header.column >= 0) { end = Math.max(end, header.column + header.columnSpan); }
  }
  return end;
}

/**
 * Which column is a total that the table has in front of all others, though its form has it elsewhere; -1 where there is none. Told only by
 * headers that stand in a grid side by side, each in a column of its own.
 */
function totalInFront(headers: readonly (Cell | null)[], { columns }: BlockSpec): number {
  const total = columns.findIndex(({ isTotal }) => isTotal);
  const first = headers[total];
  if (total < 1 || first === null || first.column < 0) { return -1; }
  let due = first.column + 1;
  for (let i = 0; i < columns.length; i++) {
    if (i !== total && headers[i]?.column !== due++) { return -1; }
  }
  return total;
}

/** The first of the values in the column of the total, those before it one column on. */
function withTotalAt(total: number, assigned: Assigned): Assigned {
  const [first, ...others] = assigned.values;
  return { ...assigned, values: others.toSpliced(total, 0, first) };
}

/**
 * Columns between a row's values and their headers; of a blank row, between its label and the label's place in the stub, unless blank
 * columns stand between those of the form.
 */
function shiftOf(
  cells: readonly Cell[], draft: Draft, assigned: Assigned, walked: Walked, block: BlockSpec, hasGaps: boolean,
): number {
  const header = firstHeaderColumn(walked.headers[block.index]);
  const first = assigned.values[0];
  if (header < 0 || !first) { return 0; }
  if (assigned.values.some((cell) => cell !== null && cell.content.amount.kind !== 'blank')) { return first.column - header; }
  if (draft.label.length === 0 || header < 2 || hasGaps) { return 0; }
  return cells[draft.label[0]].column - Math.min(draft.spec!.groups.length, header);
}

/** Column of the first due header, or -1 where it is not there or columns are not known; headers may stand in a wrong order. */
function firstHeaderColumn(headers: readonly (Cell | null)[]): number {
  if (headers[0] === null) { return -1; }
  let start = headers[0].column;
  for (const header of headers) { if (header !== null && header.column < start) { start = header.column; } }
  return start;
}
