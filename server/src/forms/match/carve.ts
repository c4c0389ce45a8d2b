/**
 * Finds the stretches of a reading that are official tables. A reading may hold several tables and headings between
 * them; only the labels tell. Invariant: stretches ascend, do not overlap, and each holds enough labels of one table
 * that nothing else could be meant: a budget table with 总计 and 其他 in it is no request table.
 */
import type { Cell } from '../../model/cell';
import type { FormTable } from '../../model/form';
import type { Catalogue, Meaning } from '../catalogue';
import { endOf } from './stretchEnd';

/** Cells [from, to) of a reading that hold one table of the family (`requests`, in whichever edition). */
export interface Stretch {
  readonly family: string;
  readonly from: number;
  readonly to: number;
  /** Indices of the cells that mean something in this family. */
  readonly anchors: readonly number[];
  /** What each anchor may mean, in any family. */
  readonly meanings: readonly (readonly Meaning[])[];
}

/** A stretch that is still being read. */
export interface Open {
  family: string;
  from: number;
  anchors: number[];
  meanings: (readonly Meaning[])[];
  highestRow: number;
  /** The last row of every edition was named; of one. */
  isComplete: boolean;
  mayBeComplete: boolean;
  figures: number;
}

export function carve(cells: readonly Cell[], catalogue: Catalogue): Stretch[] {
  const stretches: Stretch[] = [];
  const ahead = new RowAhead(cells, catalogue);
  let open: Open | null = null;
  const close = (before: number): void => {
    if (open) { stretches.push({ family: open.family, from: open.from, to: endOf(cells, open, before, catalogue), anchors: open.anchors, meanings: open.meanings }); }
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
    if (current === null || !speaksOf(meanings, current.family) || restarts(i, current, meanings, ahead, cells)) {
      close(current !== null && speaksOf(meanings, current.family) && !isHeaderOnly(meanings, current.family) ? wordsBetween(cells, current, i) : i);
      open = { family: meanings[0].table.id, from: i, anchors: [i], meanings: [meanings], highestRow: sureRow(meanings, meanings[0].table.id), isComplete: false, mayBeComplete: false, figures: 0 };
      continue;
    }
    current.anchors.push(i);
    current.meanings.push(meanings);
    current.highestRow = Math.max(current.highestRow, sureRow(meanings, current.family));
    current.mayBeComplete ||= isLastRow(meanings, current.family);
    current.isComplete ||= current.mayBeComplete && isLastOfAll(meanings, current.family);
  }
  close(cells.length);
  return stretches.filter((stretch) => isSure(stretch, cells, catalogue));
}

function speaksOf(meanings: readonly Meaning[], family: string): boolean {
  for (const meaning of meanings) { if (meaning.table.id === family) { return true; } }
  return false;
}

export function rowIndex(meanings: readonly Meaning[]): number {
  for (const meaning of meanings) { if (meaning.kind === 'row') { return meaning.row.index; } }
  return -1;
}

/**
 * Index of the row that a label names in a family; -1 for none, and for a label that may head a column (总计, 其他).
 * @param edition the only one that counts, where it matters
 */
export function sureRow(meanings: readonly Meaning[], family: string, edition?: FormTable): number {
  let index = -1;
  for (const meaning of meanings) {
    if (meaning.table.id !== family || (edition !== undefined && meaning.table !== edition)) { continue; }
    if (meaning.kind === 'column') { return -1; }
    if (meaning.kind === 'row' && index < 0) { index = meaning.row.index; }
  }
  return index;
}

/** The next sure row label of a family, looked up once for all headers in front of it, so that carving stays linear. */
class RowAhead {
  private family = '';
  private at = -1;
  private index = -1;

  constructor(private readonly cells: readonly Cell[], private readonly catalogue: Catalogue) {}

  /** Index of the form's row named first after `from`, or -1 where none follows. */
  after(from: number, family: string): number {
    if (family !== this.family || this.at <= from) { this.search(from, family); }
    return this.index;
  }

  private search(from: number, family: string): void {
    this.family = family;
    for (this.at = from + 1; this.at < this.cells.length; this.at++) {
      const { key } = this.cells[this.at].content;
      if (key === '') { continue; }
      this.index = sureRow(this.catalogue.meanings(key), family);
      if (this.index >= 0) { return; }
    }
    this.index = -1;
  }
}

/**
 * A header after figures begins the table anew, unless it is one repeated after a page break: then later rows follow. Behind the form's
 * last row, headers of rows that stood there, and labels with words beside or before them, are another table's.
 */
function restarts(at: number, open: Open, meanings: readonly Meaning[], ahead: RowAhead, cells: readonly Cell[]): boolean {
  if (open.figures === 0) { return false; }
  if (!isHeaderOnly(meanings, open.family)) {
    const row = open.mayBeComplete ? sureRow(meanings, open.family) : -1;
    return row >= 0 && row <= open.highestRow && (hasWordsBeside(cells, at) || wordsBetween(cells, open, at) < at);
  }
  if (open.highestRow < 0) { return open.figures > 1; }
  const row = ahead.after(at, open.family);
  return row < 0 ? open.isComplete : open.highestRow >= row && (row <= 1 || open.mayBeComplete);
}

function hasWordsBeside(cells: readonly Cell[], at: number): boolean {
  const next = at + 1 < cells.length ? cells[at + 1] : null;
  return next !== null && next.row === cells[at].row && next.row >= 0 && next.content.amount.kind === 'unreadable';
}

/** Where words stand in rows of their own below the last label, a caption or headers that the form does not have; `at` where none do. */
function wordsBetween(cells: readonly Cell[], { anchors }: Open, at: number): number {
  const above = anchors[anchors.length - 1];
  for (let i = above + 1; i < at; i++) {
    const { row, loose, content } = cells[i];
    if (loose || (row > cells[above].row && row < cells[at].row && content.amount.kind === 'unreadable')) { return i; }
  }
  return at;
}

function isLastRow(meanings: readonly Meaning[], family: string): boolean {
  for (const one of meanings) { if (one.table.id === family && isLast(one)) { return true; } }
  return false;
}

function isLastOfAll(meanings: readonly Meaning[], family: string): boolean {
  for (const one of meanings) { if (one.table.id === family && !isLast(one)) { return false; } }
  return true;
}

function isLast(meaning: Meaning): boolean {
  return meaning.kind === 'row' && meaning.row.index === meaning.table.rows.length - 1;
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

function isSure(stretch: Stretch, cells: readonly Cell[], catalogue: Catalogue): boolean {
  return catalogue.editions.get(stretch.family)!.some((table) => evidence(stretch, table) && (namesHeaders(stretch) || hasFiguresDue(stretch, cells, table)));
}

function namesHeaders({ meanings, family }: Stretch): boolean {
  for (const one of meanings) { if (isHeaderOnly(one, family)) { return true; } }
  return false;
}

/** The form's rows without its headers are its table only where half of the figures are there, or blank: else they are explained, or compared. */
function hasFiguresDue({ from, to, meanings }: Stretch, cells: readonly Cell[], table: FormTable): boolean {
  let rows = 0;
  for (const one of meanings) { if (firstOf(one, table)?.kind === 'row') { rows++; } }
  let figures = 0;
  for (let at = from; at < to; at++) { if (cells[at].content.amount.kind !== 'unreadable') { figures++; } }
  return figures * 2 * table.rows.length >= rows * table.places;
}

/**
 * Labelled rows: two fifths of them, six at most, and in a small table two headers as well (行政许可 and 行政处罚 stand in
 * many tables). A table without row labels is known by three fifths of its column headers.
 */
function evidence({ meanings }: Stretch, table: FormTable): boolean {
  const isFound = new Uint8Array(table.rows.length);
  let rows = 0;
  let headers = 0;
  for (let i = 0; i < meanings.length; i++) {
    const meaning = firstOf(meanings[i], table);
    if (meaning === undefined || meaning.kind === 'heading') { continue; }
    if (meaning.kind !== 'row') { headers++; } else if (isFound[meaning.row.index] === 0) { isFound[meaning.row.index] = 1; rows++; }
  }
  let labelled = 0;
  for (const row of table.rows) { if (row.label !== '') { labelled++; } }
  if (labelled === 0) { return headers >= table.places * 0.6; }
  if (labelled > 12) { return rows >= 6; }
  return rows >= Math.max(2, Math.ceil(labelled * 0.4)) && headers >= 2;
}

function firstOf(meanings: readonly Meaning[], table: FormTable): Meaning | undefined {
  for (const meaning of meanings) { if (meaning.table === table) { return meaning; } }
  return undefined;
}
