/**
 * Walks through a stretch and recovers its rows in one edition of a form: every label opens a row, what follows up to
 * the next label are its slots. Invariant: each cell goes to one row at most, and no row is invented: labels that are
 * not recognised give rows without spec.
 */
import type { Cell } from '../../model/cell';
import type { FormTable, HeadingSpec, RowSpec } from '../../model/form';
import type { Meaning } from '../catalogue';
import { Anchors } from './anchors';
import { blanksBefore, blanksUnder } from './bareRow';
import { draft, type Draft } from './draft';
import { isBesideHeader, isColumnTwice } from './headers';
import { completesLabel, cutRow, nearestColumn, nearestRow, splitColumn, splitRow, type SplitRow } from './labels';
import { roleOf, type Place } from './roles';
import type { Stretch } from './stretch';

export interface HeaderNote { readonly cell: Cell; readonly official: string }

export interface Walked {
  readonly drafts: Draft[];
  readonly headings: { readonly cell: Cell; readonly spec: HeadingSpec }[];
  readonly headers: (Cell | null)[][];
  /** Headers accepted under another wording. */
  readonly headerNotes: HeaderNote[];
}

export function walk(cells: readonly Cell[], stretch: Stretch, table: FormTable): Walked {
  return new Walk(cells, stretch, table).run();
}

class Walk {
  private readonly drafts: Draft[] = [];
  private readonly opened = new Set<RowSpec>();
  /** Labels that were taken for a row's although misspelt: they mean that row again. */
  private readonly misspelt = new Set<string>();
  private readonly headings: Walked['headings'] = [];
  private readonly headerNotes: HeaderNote[] = [];
  private readonly place: Place;
  private current: Draft | null = null;
  /** Heading cells seen since the last row was opened. */
  private pending: number[] = [];
  private readonly anchors: Anchors;

  constructor(
    private readonly cells: readonly Cell[],
    private readonly stretch: Stretch,
    private readonly table: FormTable,
  ) {
    this.anchors = new Anchors(stretch);
    this.place = { lastRow: -1, block: 0, inHeader: false, headers: table.blocks.map((b) => b.columns.map(() => null)), lastColumn: -1 };
  }

  run(): Walked {
    for (let at = this.stretch.from; at < this.stretch.to;) {
      at = this.cells[at].content.key === '' ? this.figure(at) : this.label(at);
    }
    if (this.isBareRowDue()) { this.openBlankRow(); }
    return { drafts: this.drafts, headings: this.headings, headers: this.place.headers, headerNotes: this.headerNotes };
  }

  private figure(at: number): number {
    const cell = this.cells[at];
    const isFigure = cell.content.amount.kind !== 'blank';
    if (cell.loose && isFigure) { return at + 1; }
    if (this.current === null && isFigure && this.isBareRowDue()) {
      this.openBareRow(blanksBefore(this.cells, this.stretch.from, at));
    }
    if (this.current !== null) { this.current.slots.push(at); }
    if (isFigure) { this.place.inHeader = false; }
    return at + 1;
  }

  /** The only row of a table without row labels begins with the first figure under its headers. */
  private isBareRowDue(): boolean {
    return this.table.rows[0].label === '' && this.drafts.length === 0 && this.place.headers[0].some((h) => h !== null);
  }

  /** @param slots the first of its cells */
  private openBareRow(slots: readonly number[]): void {
    this.open(draft(this.table.rows[0], 'exact', 0, [], []));
    this.current!.slots.push(...slots);
  }

  /** The bare row, where it is wholly blank: as many blanks as there are columns, right under the headers. */
  private openBlankRow(): void {
    const headers = this.place.headers[0];
    const blanks = blanksUnder(this.cells, this.stretch.to, headers);
    if (blanks.length === headers.length) { this.openBareRow(blanks); }
  }

  /** Handles the text cell at `at`; returns the index of the cell to go on with. */
  private label(at: number): number {
    const cell = this.cells[at];
    const role = roleOf(cell, this.anchors.meaningsAt(at), this.table, this.place);
    if (role !== null) { this.take(role, at); return at + 1; }
    if (!cell.loose && this.isBareRowDue() && this.figuresAfter(at) + 1 === this.table.blocks[0].columns.length) {
      this.openBareRow([at]);
      return at + 1;
    }
    if (this.isSlot(at)) { this.current!.slots.push(at); return at + 1; }
    const current = this.current;
    if (current?.spec && current.slots.every((slot) => isBlank(this.cells[slot])) && completesLabel(this.cells, current, at)) {
      current.slots.length = 0;
      current.label.push(at);
      current.split = true;
      return at + 1;
    }
    return this.unknown(at);
  }

  private take(role: Meaning, at: number): void {
    switch (role.kind) {
      case 'row':
        this.open(draft(role.row, role.exact ? 'exact' : 'variant', role.row.block, [at], this.pending));
        return;
      case 'heading':
        this.headings.push({ cell: this.cells[at], spec: role.heading });
        this.pending.push(at);
        this.current = null;
        return;
      case 'column':
        if (isColumnTwice(this.cells, at, role, this.place)) {
          const { label } = role.block.columns[role.index + 1];
          this.headerNotes.push({ cell: this.cells[at], official: label });
          this.meetColumn(role.block.index, role.index + 1, at);
          return;
        }
        if (role.column.variants.includes(this.cells[at].content.key)) {
          this.headerNotes.push({ cell: this.cells[at], official: role.column.label });
        }
        this.meetColumn(role.block.index, role.index, at);
        return;
      default:
        this.enterHeader(role.block.index);
    }
  }

  private meetColumn(block: number, index: number, at: number): void {
    this.enterHeader(block);
    this.place.headers[block][index] ??= this.cells[at];
    this.place.lastColumn = index;
  }

  private enterHeader(block: number): void {
    if (block > this.place.block) { this.place.block = block; this.place.lastColumn = -1; }
    this.place.inHeader = true;
    this.current = null;
    this.pending = [];
  }

  private open(row: Draft): void {
    this.drafts.push(row);
    if (row.spec !== null) { this.opened.add(row.spec); }
    this.current = row;
    this.pending = [];
    this.place.inHeader = false;
    if (row.spec) {
      this.place.lastRow = row.spec.index;
      this.place.block = Math.max(this.place.block, row.spec.block);
    }
  }

  /** Text among the values of the current row: a unit, a word, a figure that cannot be read. */
  private isSlot(at: number): boolean {
    const current = this.current;
    if (current === null) { return false; }
    const columns = this.table.blocks[current.block].columns;
    const column = columns[current.slots.length];
    if (column?.kind === 'unit') { return true; }
    const cell = this.cells[at];
    if (cell.loose) { return false; }
    const label = current.label.length > 0 ? current.label[current.label.length - 1] : current.slots[0];
    if (cell.row >= 0) { return cell.row === this.cells[label].row; }
    return column !== undefined && current.slots.length + 1 + this.figuresAfter(at) === columns.length;
  }

  private figuresAfter(at: number): number {
    let next = at + 1;
    while (next < this.stretch.to && this.cells[next].content.key === '') { next++; }
    return next - at - 1;
  }

  /** A label the form does not have: split, misspelt, or a row of the author's own. */
  private unknown(at: number): number {
    const split = splitRow(this.cells, at, this.stretch.to, this.table, this.place.lastRow);
    if (split !== null) { return this.openSplitRow(split); }
    const opensNoRow = this.cells[at].loose || (this.place.inHeader && isBesideHeader(this.cells, at, this.stretch))
      || (this.figuresAfter(this.unitAt(at + 1) ? at + 1 : at) === 0 && !this.isRowWithWord(at));
    const parted = splitColumn(this.cells, at, this.stretch.to, this.table, this.place);
    if (parted !== null) {
      this.meetColumn(parted.block, parted.index, at);
      return parted.next;
    }
    if ((opensNoRow || this.place.inHeader) && this.headerWording(at)) { return at + 1; }
    if (!opensNoRow) { this.openUnknownRow(at); } else if (!this.cells[at].loose) { this.current = null; }
    return at + 1;
  }

  /** The figures between the two parts of its label are its own. */
  private openSplitRow({ row, label }: SplitRow): number {
    const rest = label[label.length - 1];
    this.open(draft(row, 'exact', row.block, label, this.pending));
    for (let between = label[0] + 1; between < rest; between++) {
      if (!isBlank(this.cells[between])) { this.current!.slots.push(between); }
    }
    return rest + 1;
  }

  /** The row that is due and has a label much like this one; else one of the author's own, where rows may stand. */
  private openUnknownRow(at: number): void {
    const { key } = this.cells[at].content;
    const next = this.anchors.rowBelow(at, this.table, this.place.lastRow);
    const near = nearestRow(key, this.table, this.place.lastRow, next);
    const row = near !== null && (!this.opened.has(near) || this.misspelt.has(key))
      ? near
      : cutRow(key, this.table, this.place.lastRow, next);
    if (row !== null) {
      this.misspelt.add(key);
      this.open(draft(row, 'slip', row.block, [at], this.pending));
    } else if (this.place.lastRow >= 0 || this.place.headers[this.place.block].some((h) => h !== null)) {
      this.open(draft(null, 'none', this.place.block, [at], this.pending));
    }
  }

  /** A label much like one that is due, and behind it a word and all figures of the row but the first, for which the word stands. */
  private isRowWithWord(at: number): boolean {
    const { columns } = this.table.blocks[this.place.block];
    if (this.figuresAfter(at + 1) + 1 < columns.length || this.place.inHeader) { return false; }
    const next = this.anchors.rowBelow(at, this.table, this.place.lastRow);
    return this.anchors.meaningsAt(at + 1).length === 0
      && nearestRow(this.cells[at].content.key, this.table, this.place.lastRow, next) !== null;
  }

  /** Whether a cell stands where the unit of a row is due. */
  private unitAt(at: number): boolean {
    return at < this.stretch.to && this.cells[at].content.key !== '' && this.table.blocks[this.place.block].columns[0].kind === 'unit';
  }

  /** Takes the cell for a column header that is not worded as in the form; false where it is like none. */
  private headerWording(at: number): boolean {
    const found = nearestColumn(this.cells[at].content.key, this.table, this.place);
    if (found === null) { return false; }
    this.headerNotes.push({ cell: this.cells[at], official: found.column.label });
    this.meetColumn(found.block, found.index, at);
    return true;
  }
}

function isBlank({ content }: Cell): boolean { return content.amount.kind === 'blank'; }
