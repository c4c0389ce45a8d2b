/**
 * A table of a report as it was published, with all that was odd about it. Invariant: what is not changed keeps its bytes;
 * rows are written and cut by the layout, as a repair would.
 */
import { editsOf } from '../../../server/src/analysis/mend';
import { layoutOf } from '../../../server/src/layouts';
import type { AnalysedTable } from '../../../server/src/analysis/analysis';
import type { Cell } from '../../../server/src/model/cell';
import type { HeadingSpec, RowSpec } from '../../../server/src/model/form';
import type { Change, TextEdit } from '../../../server/src/model/repair';
import type { TableRow } from '../../../server/src/model/table';
import type { RenderedLayout } from '../../harness/grid';
import { planted, unmarked, type TableDraft } from './draft';

export class FileDraft implements TableDraft {
  readonly form;
  readonly layout: RenderedLayout;
  readonly rows: readonly RowSpec[];
  readonly headings: readonly HeadingSpec[];
  private readonly written = new Map<Cell, string>();
  private readonly marks = new Set<Cell>();
  private readonly changes: Change[] = [];

  /** @param text the block that the table's offsets count in */
  constructor(private readonly analysed: AnalysedTable, private readonly text: string) {
    this.form = analysed.table.form!;
    this.layout = analysed.layout as RenderedLayout;
    this.rows = analysed.table.rows.flatMap(({ spec }) => (spec ? [spec] : []));
    this.headings = analysed.table.headings.map(({ spec }) => spec);
  }

  /** Edits of the document. */
  edits(): TextEdit[] {
    const { start, table: { reading } } = this.analysed;
    const own = [...this.written].map(([cell, text]) => this.cellEdit(cell, text));
    const marks = [...this.marks].filter((cell) => !this.written.has(cell)).flatMap((cell) => this.markEdits(cell));
    const rest = editsOf({ changes: this.changes }, this.text, reading);
    if (rest === null) { throw new Error(`${this.form.key}: a planted change cannot be written`); }
    return [...own, ...marks, ...rest].map((edit) => ({ start: edit.start + start, end: edit.end + start, newText: edit.newText }));
  }

  private cellEdit(cell: Cell, text: string): TextEdit {
    const blank = unmarked(text) === '' && !this.hasColumns() ? planted('\u00a0') : text;
    return cell.start === cell.end
      ? layoutOf(this.layout).setCell(this.text, cell, blank)
      : { start: cell.start, end: cell.end, newText: blank };
  }

  private markEdits(cell: Cell): TextEdit[] {
    const text = planted(this.text.slice(cell.start, cell.end));
    return cell.start === cell.end ? [{ ...cell, newText: text }]
      : [{ start: cell.start, end: cell.start, newText: text[0] }, { start: cell.end, end: cell.end, newText: text[text.length - 1] }];
  }

  private hasColumns(): boolean { return this.analysed.table.reading.geometry === 'grid'; }

  figureAt(place: number): string | null {
    const cell = this.analysed.table.places[place];
    return cell === null ? null : unmarked(this.written.get(cell) ?? cell.content.text);
  }

  setFigure(place: number, text: string): void { this.written.set(this.analysed.table.places[place]!, text); }

  markFigure(place: number): void { this.marks.add(this.analysed.table.places[place]!); }

  labelOf(row: RowSpec): string { return this.labelCell(row).content.text; }

  setLabel(row: RowSpec, text: string): void { this.written.set(this.labelCell(row), text); }

  markLabel(row: RowSpec): void { this.marks.add(this.labelCell(row)); }

  headingOf(heading: HeadingSpec): string { return this.headingCell(heading).content.text; }

  setHeading(heading: HeadingSpec, text: string): void { this.written.set(this.headingCell(heading), text); }

  headerOf(block: number, column: number): string { return this.analysed.table.headers[block][column]!.content.text; }

  setHeader(block: number, column: number, text: string): void { this.written.set(this.analysed.table.headers[block][column]!, text); }

  standsAlone(row: RowSpec): boolean {
    const { headings, label } = this.rowOf(row);
    return headings.length === 0 && label.length === 1;
  }

  deleteRow(row: RowSpec): void { this.changes.push({ kind: 'deleteRow', cells: this.rowOf(row).cells }); }

  addRow(below: RowSpec, _spec: RowSpec | null, label: string, figures: readonly string[]): boolean {
    const { cells, label: [own], values } = this.rowOf(below);
    if (!this.standsAlone(below) || values.includes(null) || values.length !== figures.length) { return false; }
    const texts = cells.map((cell) => (cell === own ? planted(label) : figures[values.indexOf(cell)] ?? ''));
    this.changes.push({ kind: 'insertRow', like: cells, values: texts, side: 'after' });
    return true;
  }

  /** In a grid the cell goes with the mark before it; only where no blank stands at the end of the row. */
  dropFigure(row: RowSpec, column: number): boolean {
    const { values, slots } = this.rowOf(row);
    const cell = values[column];
    if (!cell || values.includes(null) || slots[slots.length - 1] !== values[values.length - 1]) { return false; }
    if (!this.hasColumns()) { this.changes.push({ kind: 'deleteRow', cells: [cell] }); return true; }
    const before = slots[slots.indexOf(cell) - 1] ?? this.rowOf(row).label[0];
    if (before === undefined) { return false; }
    this.changes.push({ kind: 'replaceText', span: { start: before.end, end: cell.end }, text: '' });
    return true;
  }

  addFigure(row: RowSpec, text: string): boolean {
    const { values, slots } = this.rowOf(row);
    const last = values[values.length - 1];
    if (!last || values.includes(null)) { return false; }
    if (!this.hasColumns()) { this.changes.push({ kind: 'insertRow', like: [last], values: [text], side: 'after' }); return true; }
    const next = slots[slots.indexOf(last) + 1];
    if (next === undefined || next.content.text !== '') { return false; }
    this.written.set(next, text);
    return true;
  }

  fillPadding(row: RowSpec, text: string): boolean {
    return this.hasColumns() && this.addFigure(row, text);
  }

  splitLabel(row: RowSpec, at: number): boolean {
    const { cells, label: [own] } = this.rowOf(row);
    if (!this.standsAlone(row)) { return false; }
    const like = this.hasColumns() ? cells : [own];
    this.changes.push({
      kind: 'insertRow', like, values: like.map((cell) => (cell === own ? planted(own.content.text.slice(0, at)) : '')), side: 'before',
    });
    this.written.set(own, planted(own.content.text.slice(at)));
    return true;
  }

  /** Every cell of the row goes one to the side; only where the last one it pushes out is blank. */
  shiftRows(rows: readonly RowSpec[], by: 1 | -1): boolean {
    if (!this.hasColumns()) { return false; }
    for (const row of rows) {
      const { slots, shift } = this.rowOf(row);
      const lost = by > 0 ? slots[slots.length - 1] : slots[0];
      if (shift !== 0 || lost === undefined || lost.content.text !== '') { return false; }
    }
    for (const { slots } of rows.map((row) => this.rowOf(row))) {
      slots.forEach((slot, i) => { this.written.set(slot, slots[i - by]?.content.text ?? ''); });
    }
    return true;
  }

  private rowOf(row: RowSpec): TableRow { return this.analysed.table.rows.find(({ spec }) => spec === row)!; }

  private labelCell(row: RowSpec): Cell { return this.rowOf(row).label[0]; }

  private headingCell(heading: HeadingSpec): Cell { return this.analysed.table.headings.find(({ spec }) => spec === heading)!.cell; }
}
