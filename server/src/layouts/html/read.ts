/**
 * Reads one HTML table, or the parts of one that pages broke up, into a grid, after the standard's table model (§4.9.12.1): spans
 * occupy slots, a row group ends what spans into it, unclosed rows and cells end where the next begins. Invariant: no cell is lost (the
 * text of a table within a cell is that cell's text), and a span costs no more than the columns that are tracked.
 */
import type { Cell } from '../../model/cell';
import type { Reading } from '../../model/reading';
import { contentOf } from '../../model/content';
import type { Span } from '../../text/span';
import { notePageNumber } from '../lineRows';
import { raised } from '../../text/raised';
import { decoded, onOneLine, trimmedRun } from './entities';
import { Tag, Tags } from './tags';

/** Cells further right keep their place in the row, but spans from above are not followed there. */
const TRACKED_COLUMNS = 256;

export function readTable(text: string): Reading | null {
  const { cells, pageNumbers } = new TableReader(text).read();
  return cells.length === 0 ? null : { layout: 'html', geometry: 'grid', span: { start: 0, end: text.length }, cells, pageNumbers };
}

class TableReader {
  readonly cells: Cell[] = [];
  readonly pageNumbers: Span[] = [];
  private readonly tags: Tags;
  /** Tables open inside the current cell. */
  private nested = 0;
  private row = -1;
  private inRow = false;
  private inCell = false;
  private column = 0;
  private nextColumn = 0;
  private rowSpan = 1;
  private columnSpan = 1;
  private slotStart = 0;
  /** Text runs of the open cell that hold something, and where the first starts and the last ends. */
  private runs = 0;
  private contentStart = 0;
  private contentEnd = 0;
  /** Per column the first row that no cell from above reaches. */
  private readonly freeFrom = new Int32Array(TRACKED_COLUMNS);
  /** Cells of the open row group that span rows. */
  private spanning: number[] = [];

  constructor(private readonly text: string) { this.tags = new Tags(text); }

  read(): this {
    const { tags } = this;
    let runStart = 0;
    while (tags.next()) {
      if (runStart < tags.start) { this.addText(runStart, tags.start); }
      runStart = tags.end;
      if (this.endsAtTag()) { break; }
    }
    if (this.inCell) {
      if (runStart < tags.start) { this.addRun(runStart, tags.start); }
      this.closeCell(tags.start);
    }
    this.closeGroup();
    return this;
  }

  private addText(from: number, to: number): void {
    if (this.inCell) {
      this.addRun(from, to);
    } else if (!this.inRow && this.cells.length > 0) {
      notePageNumber(this.text, from, to, this.pageNumbers, true);
    }
  }

  private endsAtTag(): boolean {
    const { tags } = this;
    switch (tags.kind) {
      case Tag.Table: this.atTable(); break;
      case Tag.Body: return tags.closes;
      case Tag.Cell: if (this.nested === 0) { this.atCell(); } break;
      case Tag.Row: if (this.nested === 0) { this.endRow(); if (!tags.closes) { this.openRow(); } } break;
      case Tag.Group: if (this.nested === 0) { this.endRow(); this.closeGroup(); } break;
      case Tag.Caption: if (this.nested === 0) { this.endCell(); } break;
    }
    return false;
  }

  /** A table goes on in the next one of its block: a page break parted them. */
  private atTable(): void {
    if (this.tags.closes && this.nested > 0) { this.nested--; return; }
    if (!this.tags.closes && this.inCell) { this.nested++; return; }
    this.endRow();
    this.closeGroup();
  }

  private atCell(): void {
    this.endCell();
    if (this.tags.closes) { return; }
    if (!this.inRow) { this.openRow(); }
    this.openCell();
  }

  private openRow(): void {
    this.row++;
    this.inRow = true;
    this.nextColumn = 0;
  }

  private endRow(): void {
    this.endCell();
    this.inRow = false;
  }

  private openCell(): void {
    const { tags, row, freeFrom } = this;
    let column = this.nextColumn;
    while (column < TRACKED_COLUMNS && freeFrom[column] > row) { column++; }
    this.column = column;
    this.rowSpan = tags.rowSpan;
    this.columnSpan = tags.columnSpan;
    this.nextColumn = column + tags.columnSpan;
    if (tags.rowSpan > 1) {
      this.spanning.push(this.cells.length);
      if (column < TRACKED_COLUMNS) { freeFrom.fill(row + tags.rowSpan, column, this.nextColumn); }
    }
    this.slotStart = tags.end;
    this.runs = 0;
    this.inCell = true;
  }

  private addRun(from: number, to: number): void {
    const { start, end } = trimmedRun(this.text, from, to);
    if (start === end) { return; }
    if (this.runs++ === 0) { this.contentStart = start; }
    this.contentEnd = end;
  }

  private endCell(): void {
    if (this.inCell) { this.closeCell(this.tags.start); }
  }

  private closeCell(slotEnd: number): void {
    const start = this.runs === 0 ? this.slotStart : this.contentStart;
    const end = this.runs === 0 ? start : this.contentEnd;
    const written = this.text.slice(start, end);
    this.cells.push({
      start, end, slot: { start: this.slotStart, end: slotEnd },
      content: contentOf(this.runs > 1 ? textOf(written) : onOneLine(decoded(written))),
      row: this.row, column: this.column, rowSpan: this.rowSpan, columnSpan: this.columnSpan, loose: false,
    });
    this.inCell = false;
    this.nested = 0;
  }

  /** No cell spans out of its row group. */
  private closeGroup(): void {
    if (this.spanning.length === 0) { return; }
    for (const index of this.spanning) {
      const cell = this.cells[index];
      const most = this.row + 1 - cell.row;
      if (cell.rowSpan > most) { this.cells[index] = { ...cell, rowSpan: most }; }
    }
    this.spanning = [];
    this.freeFrom.fill(0);
  }
}

/** What is left of a cell's HTML without its tags; paragraphs and `<br>` are line breaks. */
function textOf(html: string): string {
  const tags = new Tags(html);
  let text = '';
  let from = 0;
  let isRaised = false;
  while (tags.next()) {
    const run = decoded(html.slice(from, tags.start));
    text += isRaised ? raised(run) : run;
    if (tags.kind === Tag.Other && tags.name() === 'sup') { isRaised = !tags.closes; }
    if (tags.kind !== Tag.Other && tags.kind !== Tag.Void && tags.kind !== Tag.Ignored) { text += '\n'; }
    from = tags.end;
  }
  const rest = decoded(html.slice(from));
  return onOneLine(text + (isRaised ? raised(rest) : rest));
}
