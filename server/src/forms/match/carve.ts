/**
 * Finds the stretches of a reading that are official tables. A reading may hold several tables and headings between
 * them; only the labels tell. Invariant: stretches ascend, do not overlap, and each holds enough labels of one table
 * that nothing else could be meant: a budget table with 总计 and 其他 in it is no request table.
 */
import type { Cell } from '../../model/cell';
import type { FormTable } from '../../model/form';
import type { Catalogue, Meaning } from '../catalogue';

/** Cells [from, to) of a reading that hold one table of the family (`requests`, in whichever edition). */
export interface Stretch {
  readonly family: string;
  readonly from: number;
  readonly to: number;
  /** Indices of the cells that mean something in this family. */
  readonly anchors: readonly number[];
}

interface Open {
  family: string;
  from: number;
  anchors: number[];
  highestRow: number;
  figures: number;
}

export function carve(cells: readonly Cell[], catalogue: Catalogue): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Open | null = null;
  const close = (before: number): void => {
    if (open) { stretches.push({ family: open.family, from: open.from, to: lastOf(cells, open, before) + 1, anchors: open.anchors }); }
    open = null;
  };
  for (let i = 0; i < cells.length; i++) {
    const content = cells[i].content;
    if (content.key === '') {
      if (open !== null && content.amount.kind === 'number') { (open as Open).figures++; }
      continue;
    }
    const meanings = catalogue.meanings(content.key);
    if (meanings.length === 0) { continue; }
    const current = open as Open | null;
    if (current === null || !speaksOf(meanings, current.family) || restarts(cells, i, current, meanings, catalogue)) {
      close(i);
      open = { family: meanings[0].table.id, from: i, anchors: [i], highestRow: rowIndex(meanings), figures: 0 };
      continue;
    }
    current.anchors.push(i);
    current.highestRow = Math.max(current.highestRow, rowIndex(meanings));
  }
  close(cells.length);
  return stretches.filter((stretch) => isSure(stretch, cells, catalogue));
}

function speaksOf(meanings: readonly Meaning[], family: string): boolean {
  for (const meaning of meanings) { if (meaning.table.id === family) { return true; } }
  return false;
}

function rowIndex(meanings: readonly Meaning[]): number {
  for (const meaning of meanings) { if (meaning.kind === 'row') { return meaning.row.index; } }
  return -1;
}

/** A header after figures begins the table anew, unless it is one repeated after a page break: then later rows follow. */
function restarts(cells: readonly Cell[], at: number, open: Open, meanings: readonly Meaning[], catalogue: Catalogue): boolean {
  if (open.figures === 0 || !isHeaderOnly(meanings, open.family)) { return false; }
  if (open.highestRow < 0) { return open.figures > 1; }
  for (let i = at + 1; i < cells.length; i++) {
    const key = cells[i].content.key;
    if (key === '') { continue; }
    for (const meaning of catalogue.meanings(key)) {
      if (meaning.table.id === open.family && meaning.kind === 'row' && !hasColumn(catalogue.meanings(key), open.family)) {
        return meaning.row.index <= 1 && open.highestRow > meaning.row.index;
      }
    }
  }
  return false;
}

function hasColumn(meanings: readonly Meaning[], family: string): boolean {
  return meanings.some((m) => m.kind === 'column' && m.table.id === family);
}

function isHeaderOnly(meanings: readonly Meaning[], family: string): boolean {
  let header = false;
  for (const meaning of meanings) {
    if (meaning.table.id !== family) { continue; }
    if (meaning.kind === 'row' || meaning.kind === 'heading') { return false; }
    header = true;
  }
  return header;
}

/** The last cell that still belongs to the table: figures, and blanks in the row of what was kept last. */
function lastOf(cells: readonly Cell[], open: Open, before: number): number {
  let last = before - 1;
  const lastAnchor = open.anchors[open.anchors.length - 1];
  while (last > lastAnchor) {
    const { content, row, loose } = cells[last];
    const inRow = row >= 0 && row === rowOfLastKept(cells, last, lastAnchor);
    if (!loose && (content.amount.kind === 'number' || inRow)) { break; }
    if (!loose && row < 0 && content.key === '') { break; }
    last--;
  }
  return last;
}

function rowOfLastKept(cells: readonly Cell[], from: number, lastAnchor: number): number {
  for (let i = from; i > lastAnchor; i--) {
    if (cells[i].content.amount.kind === 'number' && !cells[i].loose) { return cells[i].row; }
  }
  return cells[lastAnchor].row;
}

function isSure(stretch: Stretch, cells: readonly Cell[], catalogue: Catalogue): boolean {
  return catalogue.editions.get(stretch.family)!.some((table) => evidence(stretch, cells, catalogue, table));
}

/**
 * Labelled rows: two fifths of them, six at most, and in a small table two headers as well (行政许可 and 行政处罚 stand in
 * many tables). A table without row labels is known by three fifths of its column headers.
 */
function evidence(stretch: Stretch, cells: readonly Cell[], catalogue: Catalogue, table: FormTable): boolean {
  const rows = new Set<string>();
  let headers = 0;
  for (const at of stretch.anchors) {
    for (const meaning of catalogue.meanings(cells[at].content.key)) {
      if (meaning.table !== table) { continue; }
      if (meaning.kind === 'row') { rows.add(meaning.row.id); } else if (meaning.kind !== 'heading') { headers++; }
      break;
    }
  }
  const labelled = table.rows.filter((row) => row.label !== '').length;
  if (labelled === 0) { return headers >= table.places * 0.6; }
  if (labelled > 12) { return rows.size >= 6; }
  return rows.size >= Math.max(2, Math.ceil(labelled * 0.4)) && headers >= 2;
}
