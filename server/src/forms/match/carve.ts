/**
 * Finds the stretches of a reading that are official tables. A reading may hold several tables and headings between
 * them; only the labels tell. Invariant: stretches ascend, do not overlap, and each holds enough labels of one table
 * that nothing else could be meant: a budget table with 总计 and 其他 in it is no request table.
 */
import type { Cell } from '../../model/cell';
import type { Catalogue, Meaning } from '../catalogue';
import { hasOtherShape, isSure } from './evidence';
import { isHeaderOnly, isLastOfAll, isLastRow, speaksOf, sureRow } from './meanings';
import type { Open, Stretch } from './stretch';
import { endOf } from './stretchEnd';

export function carve(cells: readonly Cell[], catalogue: Catalogue): Stretch[] {
  return stretchesIn(cells, catalogue).filter((stretch) => isSure(stretch, cells, catalogue));
}

/** Whether the labels of an official table stand there in a shape in which no row of it can be read. */
export function holdsOtherShape(cells: readonly Cell[], catalogue: Catalogue): boolean {
  return stretchesIn(cells, catalogue).some((stretch) => hasOtherShape(stretch, cells, catalogue));
}

function stretchesIn(cells: readonly Cell[], catalogue: Catalogue): Stretch[] {
  const stretches: Stretch[] = [];
  const ahead = new RowAhead(cells, catalogue);
  let open: Open | null = null;
  for (let i = 0; i < cells.length; i++) {
    const { key, amount } = cells[i].content;
    if (key === '') {
      if (open !== null && amount.kind === 'number') { open.figures++; }
      continue;
    }
    const meanings = catalogue.meanings(key);
    if (meanings.length === 0) { continue; }
    if (open !== null && speaksOf(meanings, open.family) && !restarts(i, open, meanings, ahead, cells)) {
      goOn(open, i, meanings);
      continue;
    }
    if (open !== null) { stretches.push(closed(cells, open, endBefore(cells, open, i, meanings), catalogue)); }
    open = opened(i, meanings);
  }
  if (open !== null) { stretches.push(closed(cells, open, cells.length, catalogue)); }
  return stretches;
}

function opened(at: number, meanings: readonly Meaning[]): Open {
  const family = meanings[0].table.id;
  return {
    family, from: at, anchors: [at], meanings: [meanings], highestRow: sureRow(meanings, family), isComplete: false, mayBeComplete: false,
    figures: 0,
  };
}

function goOn(open: Open, at: number, meanings: readonly Meaning[]): void {
  open.anchors.push(at);
  open.meanings.push(meanings);
  open.highestRow = Math.max(open.highestRow, sureRow(meanings, open.family));
  open.mayBeComplete ||= isLastRow(meanings, open.family);
  open.isComplete ||= open.mayBeComplete && isLastOfAll(meanings, open.family);
}

/** @param before one past the last cell that may belong to it */
function closed(cells: readonly Cell[], open: Open, before: number, catalogue: Catalogue): Stretch {
  return {
    family: open.family, from: open.from, to: endOf(cells, open, before, catalogue), anchors: open.anchors, meanings: open.meanings,
  };
}

/** Where a stretch ends at the latest, if the label at `at` opens the next: words before a row of the same family are no part of it. */
function endBefore(cells: readonly Cell[], open: Open, at: number, meanings: readonly Meaning[]): number {
  return speaksOf(meanings, open.family) && !isHeaderOnly(meanings, open.family) ? wordsBetween(cells, open, at) : at;
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
