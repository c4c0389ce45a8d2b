/**
 * A report into which faults are planted: its official tables, which can be changed cell by cell and row by row, and its
 * text around them. Invariant: what is planted is marked by characters that no report holds; `write` takes them out and
 * says where they stood.
 */
import type { FormTable, HeadingSpec, RowSpec } from '../../../server/src/model/form';
import type { Span } from '../../../server/src/text/span';
import type { RenderedLayout } from '../../harness/grid';

const PLANT_START = '\uE000';
const PLANT_END = '\uE001';
export const TABLE_START = '\uE010';
export const TABLE_END = '\uE011';
const MARKS = /[\uE000\uE001\uE010\uE011]/g;

export function planted(text: string): string { return PLANT_START + text + PLANT_END; }

export function unmarked(text: string): string { return text.replace(MARKS, ''); }

/** One official table. Rows are named by the form's rows; a change that the layout cannot show returns false. */
export interface TableDraft {
  readonly form: FormTable;
  readonly layout: RenderedLayout;
  /** Rows that stand in the table once, in order. */
  readonly rows: readonly RowSpec[];
  readonly headings: readonly HeadingSpec[];
  /** Null where the table has no cell for the place. */
  figureAt(place: number): string | null;
  setFigure(place: number, text: string): void;
  markFigure(place: number): void;
  labelOf(row: RowSpec): string;
  setLabel(row: RowSpec, text: string): void;
  markLabel(row: RowSpec): void;
  headingOf(heading: HeadingSpec): string;
  setHeading(heading: HeadingSpec, text: string): void;
  headerOf(block: number, column: number): string;
  setHeader(block: number, column: number, text: string): void;
  /** Whether no heading stands beside it, so that it can be cut out or copied alone. */
  standsAlone(row: RowSpec): boolean;
  deleteRow(row: RowSpec): void;
  /** A row below another; its label is marked. */
  addRow(below: RowSpec, spec: RowSpec | null, label: string, figures: readonly string[]): boolean;
  dropFigure(row: RowSpec, column: number): boolean;
  addFigure(row: RowSpec, text: string): boolean;
  /** A figure in the column right of the row's last, where other blocks have one. */
  fillPadding(row: RowSpec, text: string): boolean;
  /** Cuts the label of a row in two, the first part in a row of its own. */
  splitLabel(row: RowSpec, at: number): boolean;
  /** Moves label and figures of rows to the side, as a lost merged cell does. */
  shiftRows(rows: readonly RowSpec[], by: 1 | -1): boolean;
}

export interface Draft {
  readonly sample: string;
  readonly layout: RenderedLayout;
  /** The report as it was published, not written again in another layout. */
  readonly asPublished: boolean;
  readonly tables: readonly TableDraft[];
  /** Changes of the whole text, made one after the other. Each table stands between TABLE_START and TABLE_END. */
  readonly steps: ((text: string) => string)[];
  /** The text with its marks, before any step. */
  marked(): string;
}

export interface Written {
  readonly text: string;
  /** Where faults were planted. */
  readonly plants: readonly Span[];
}

export function write(draft: Draft): Written {
  let marked = draft.marked();
  for (const step of draft.steps) { marked = step(marked); }
  const plants: { start: number; end: number }[] = [];
  let text = '';
  let from = 0;
  for (const { index, 0: mark } of marked.matchAll(MARKS)) {
    text += marked.slice(from, index);
    from = index + 1;
    if (mark === PLANT_START) { plants.push({ start: text.length, end: text.length }); }
    if (mark === PLANT_END) { plants[plants.length - 1].end = text.length; }
  }
  return { text: text + marked.slice(from), plants };
}

