/** A table of a report written again in another layout. Invariant: the sheet it was made from is never changed. */
import type { HeadingSpec, RowSpec } from '../../../server/src/model/form';
import { gridOfSheet, copyOf, type Sheet, type SheetRow } from '../../harness/sheet';
import { renderGrid, type RenderedLayout } from '../../harness/grid';
import { planted, unmarked, type TableDraft } from './draft';

/** Layouts in which a cell has a column, so that it can stand in the wrong one. */
const WITH_COLUMNS: ReadonlySet<RenderedLayout> = new Set<RenderedLayout>(['pipes', 'html', 'tabs']);
/** Layouts in which a blank line is no cell: a blank cell holds a space that does not break. */
const BLANK_IS_SPACE: ReadonlySet<RenderedLayout> = new Set<RenderedLayout>(['html', 'paragraph-cells', 'bar-cells']);

export class SheetDraft implements TableDraft {
  private readonly sheet: Sheet;

  constructor(sheet: Sheet, readonly layout: RenderedLayout) { this.sheet = copyOf(sheet); }

  get form() { return this.sheet.form; }

  get rows(): readonly RowSpec[] { return this.sheet.rows.flatMap(({ spec }) => (spec ? [spec] : [])); }

  get headings(): readonly HeadingSpec[] { return [...this.sheet.headings.keys()]; }

  text(): string { return renderGrid(gridOfSheet(this.sheet), this.layout); }

  figureAt(place: number): string | null {
    const row = this.form.rowAt[place];
    return this.sheet.rows.find(({ spec }) => spec === row)?.figures[place - row.base] ?? null;
  }

  setFigure(place: number, text: string): void {
    const row = this.form.rowAt[place];
    this.rowOf(row).figures[place - row.base] = this.shown(text);
  }

  markFigure(place: number): void { this.setFigure(place, planted(this.figureAt(place)!)); }

  /** A blank as this layout shows it. In spaced rows one within a figure would make two of it. */
  private shown(text: string): string {
    if (this.layout === 'spaced-rows') { return text.replace(/(?<=\d) (?=\d)/g, ','); }
    return unmarked(text) === '' && text !== '' && BLANK_IS_SPACE.has(this.layout) ? planted('\u00a0') : text;
  }

  labelOf(row: RowSpec): string { return this.rowOf(row).label; }

  setLabel(row: RowSpec, text: string): void { this.rowOf(row).label = text; }

  markLabel(row: RowSpec): void { this.setLabel(row, planted(this.labelOf(row))); }

  headingOf(heading: HeadingSpec): string { return this.sheet.headings.get(heading)!; }

  setHeading(heading: HeadingSpec, text: string): void { this.sheet.headings.set(heading, text); }

  headerOf(block: number, column: number): string { return this.sheet.headers[block][column]; }

  setHeader(block: number, column: number, text: string): void { this.sheet.headers[block][column] = text; }

  standsAlone(): boolean { return true; }

  deleteRow(row: RowSpec): void { this.sheet.rows = this.sheet.rows.filter(({ spec }) => spec !== row); }

  addRow(below: RowSpec, spec: RowSpec | null, label: string, figures: readonly string[]): boolean {
    const at = this.sheet.rows.findLastIndex((row) => row.spec === below);
    const { block, groups } = this.sheet.rows[at];
    const row: SheetRow = { spec, block, groups, label: planted(label), figures: [...figures], labelAbove: '', padding: '', shift: 0 };
    this.sheet.rows = this.sheet.rows.toSpliced(at + 1, 0, row);
    return true;
  }

  /** Closed cells fill up the row with a bar, which reads as a blank cell: there no figure is lost. */
  dropFigure(row: RowSpec, column: number): boolean {
    if (this.layout === 'closed-cells') { return false; }
    this.rowOf(row).figures.splice(column, 1);
    return true;
  }

  addFigure(row: RowSpec, text: string): boolean {
    this.rowOf(row).figures.push(text);
    return true;
  }

  fillPadding(row: RowSpec, text: string): boolean {
    if (!WITH_COLUMNS.has(this.layout)) { return false; }
    this.rowOf(row).padding = text;
    return true;
  }

  splitLabel(row: RowSpec, at: number): boolean {
    const own = this.rowOf(row);
    own.labelAbove = planted(own.label.slice(0, at));
    own.label = planted(own.label.slice(at));
    return true;
  }

  shiftRows(rows: readonly RowSpec[], by: 1 | -1): boolean {
    if (!WITH_COLUMNS.has(this.layout)) { return false; }
    for (const row of rows) { this.rowOf(row).shift = by; }
    return true;
  }

  private rowOf(row: RowSpec): SheetRow { return this.sheet.rows.find(({ spec }) => spec === row)!; }
}
