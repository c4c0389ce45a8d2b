/**
 * A table as a grid: the form's rows and headers, whatever the text made of them. Invariant: every value cell that the
 * matcher gave a place stands once, in that place; rows the text lacks are there, and say so.
 */
import type { AnalysedTable } from '../../analysis/analysis';
import type { Cell } from '../../model/cell';
import type { BlockSpec, FormTable, HeadingSpec, RowSpec } from '../../model/form';
import type { Table, TableRow } from '../../model/table';
import type { CellState, GridBlock, GridCell, GridRow } from '../../protocol/summary';
import { shifted } from '../../text/span';
import type { Positions } from '../position';
import { ownState, placeStates } from './cellStates';
import { headerOf } from './header';

/** What was found, by the offset in the document where it stands. */
export type Notes = ReadonlyMap<number, string>;

export function gridOf(analysed: AnalysedTable, notes: Notes, positions: Positions): GridBlock[] {
  const builder = new GridBuilder(analysed, notes, positions);
  const { form } = analysed.table;
  return form === null ? [builder.plainBlock()] : form.blocks.flatMap((block) => builder.formBlock(form, block));
}

/** The number of a cell among those of its reading: how the panel names it; -1 for none. By place, as an inferred figure is read anew. */
export function cellNumbers({ reading }: Table): (cell: Cell) => number {
  const numbers = new Map(reading.cells.map(({ slot }, number) => [slot.start, number]));
  return ({ slot }) => numbers.get(slot.start) ?? -1;
}

const ABSENT: GridCell = { text: '', state: 'absent', cell: -1, range: null, note: '' };

class GridBuilder {
  private readonly start: number;
  private readonly table: Table;
  private readonly states: readonly CellState[];
  private readonly numberOf: (cell: Cell) => number;

  constructor({ start, table, context }: AnalysedTable, private readonly notes: Notes, private readonly positions: Positions) {
    this.start = start;
    this.table = table;
    this.states = context ? placeStates(context) : [];
    this.numberOf = cellNumbers(table);
  }

  /** A block re-used alone has the rows it has; where rows are due, missing ones are shown. */
  formBlock(form: FormTable, block: BlockSpec): GridBlock[] {
    const { first, extra } = this.rowsOf(block);
    const due = form.rowsAreDue ? block.rows : block.rows.filter((spec) => first.has(spec));
    if (due.length === 0) { return []; }
    const rows: GridRow[] = [];
    let open: readonly HeadingSpec[] = [];
    for (const spec of due) {
      for (const heading of spec.groups) { if (!open.includes(heading)) { rows.push(this.headingRow(heading)); } }
      open = spec.groups;
      rows.push(this.formRow(spec, block, first.get(spec) ?? null));
      for (const row of extra.get(spec) ?? []) { rows.push(this.extraRow(row, spec.groups.length, block.columns.length)); }
    }
    const { rows: headerRows, cells: header } = headerOf(block);
    return [{ title: block.title, corner: cornerOf(block), headerRows, header, columns: block.columns.length, rows }];
  }

  plainBlock(): GridBlock {
    const places = new Map(this.table.places.flatMap((cell, place) => (cell === null ? [] : [[this.numberOf(cell), place]])));
    const columns = Math.max(1, ...this.table.rows.map(({ cells }) => lastColumn(cells)));
    const rows = this.table.rows.map((row) => {
      const cells = Array.from<GridCell>({ length: columns }).fill(ABSENT);
      row.slots.forEach((cell, i) => {
        cells[Math.min(columns - 1, cell.column > 0 ? cell.column - 1 : i)] = this.cell(
          cell, this.states[places.get(this.numberOf(cell)) ?? -1] ?? plainState(cell),
        );
      });
      return this.row(row, textOf(row), 0, null, cells);
    });
    return { title: '', corner: '', headerRows: 0, header: [], columns, rows };
  }

  /** The text's rows of a block: the one that fills each row of the form, and those beyond it by the row they follow. */
  private rowsOf(block: BlockSpec): { first: Map<RowSpec, TableRow>; extra: Map<RowSpec, TableRow[]> } {
    const first = new Map<RowSpec, TableRow>();
    const extra = new Map<RowSpec, TableRow[]>();
    let last = block.index === 0 ? block.rows[0] : null;
    for (const row of this.table.rows) {
      if (row.spec !== null && row.spec.block !== block.index) { last = null; continue; }
      if (row.spec !== null && !first.has(row.spec)) { first.set(row.spec, row); last = row.spec; continue; }
      if (last === null) { continue; }
      const follows = extra.get(last);
      if (follows) { follows.push(row); } else { extra.set(last, [row]); }
    }
    return { first, extra };
  }

  private headingRow(heading: HeadingSpec): GridRow {
    const cell = this.table.headings.find(({ spec }) => spec === heading)?.cell ?? null;
    return {
      kind: 'group', label: heading.label, depth: heading.depth, range: this.rangeOf(cell), oddity: null, note: this.noteAt(cell),
      cells: [],
    };
  }

  private formRow(spec: RowSpec, block: BlockSpec, row: TableRow | null): GridRow {
    const cells = block.columns.map((_, column) => {
      const place = spec.base + column;
      const cell = this.table.places[place] ?? null;
      return cell === null ? ABSENT : this.cell(cell, this.states[place] ?? 'free');
    });
    if (row === null) {
      return { kind: 'figures', label: spec.label, depth: spec.groups.length, range: null, oddity: 'missing', note: '', cells };
    }
    return this.row(row, spec.label, spec.groups.length, null, cells);
  }

  private extraRow(row: TableRow, depth: number, columns: number): GridRow {
    const cells = Array.from(
      { length: columns }, (_, i) => (row.slots[i] ? this.cell(row.slots[i], ownState(row.slots[i]) ?? 'free') : ABSENT),
    );
    return this.row(row, textOf(row), depth, row.spec === null ? 'unknown' : 'duplicate', cells);
  }

  private row(row: TableRow, label: string, depth: number, oddity: GridRow['oddity'], cells: readonly GridCell[]): GridRow {
    const first = row.label[0] ?? null;
    return {
      kind: 'figures', label, depth, range: this.rangeOf(first), oddity,
      note: row.label.map((cell) => this.noteAt(cell)).find(Boolean) ?? '', cells,
    };
  }

  private cell(cell: Cell, state: CellState): GridCell {
    return {
      text: cell.content.text, state,
      cell: this.numberOf(cell), range: this.rangeOf(cell), note: this.noteAt(cell),
    };
  }

  private rangeOf(cell: Cell | null): GridCell['range'] {
    return cell && this.positions.range(shifted(cell, this.start));
  }

  private noteAt(cell: Cell | null): string {
    return cell === null ? '' : this.notes.get(this.start + cell.start) ?? '';
  }
}

/** Without a form nobody says which cells hold figures: text in them is no fault. */
function plainState(cell: Cell): CellState {
  return cell.content.amount.kind === 'blank' ? 'blank' : 'free';
}

function textOf(row: TableRow): string {
  return row.label.map((cell) => cell.content.text).join('');
}

function cornerOf(block: BlockSpec): string {
  return block.rows.every((row) => row.label === '') ? '' : block.corner;
}

function lastColumn(cells: readonly Cell[]): number {
  const { column } = cells[cells.length - 1];
  return Math.max(column, cells.length - 1);
}
