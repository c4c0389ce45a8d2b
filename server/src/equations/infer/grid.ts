/**
 * The cells of a reading by row and column, and which of them are figures. Invariant: cells that span stand at their first
 * row and column only; the header ends before the first row with figures; work is linear in the cells.
 */
import type { Cell } from '../../model/cell';
import type { Reading } from '../../model/reading';
import { readFigure, type Figure } from './figure';

/** Stands for any figure written in plain digits: its value is the cell's own amount. */
export const PLAIN: Figure = { start: 0, end: 0, core: '', remarks: 0, power: 0, unit: '' };

const PLUS = 0x2b;
const MOST_COLUMNS = 256;
const MOST_HEADER_ROWS = 6;

export class Grid {
  /** Columns in which figures outnumber words. */
  readonly numeric: readonly number[];
  readonly isNumeric: Uint8Array;
  readonly headerRows: number;

  private constructor(
    readonly width: number, readonly height: number, readonly cells: readonly (Cell | null)[],
    /** PLAIN, what the cell writes, or null where it holds no figure. */
    readonly figures: readonly (Figure | null)[], hasHeader: boolean,
  ) {
    this.headerRows = this.countHeaderRows(hasHeader ? 1 : 0);
    this.isNumeric = new Uint8Array(width);
    const numeric: number[] = [];
    for (let column = 0; column < width; column++) {
      if (!this.hasFigures(column) || (numeric.length === 0 && this.holdsNames(column))) { continue; }
      numeric.push(column);
      this.isNumeric[column] = 1;
    }
    this.numeric = numeric;
  }

  /** Null where the reading has no geometry, or no room for a header, two rows and a column of figures. */
  static of({ geometry, layout, cells: found }: Reading): Grid | null {
    let width = 0;
    let height = 0;
    for (let i = 0; i < found.length; i++) {
      const { column, columnSpan, row } = found[i];
      if (column + columnSpan > width) { width = column + columnSpan; }
      if (row >= height) { height = row + 1; }
    }
    if (geometry !== 'grid' || width < 2 || height < 3 || width > MOST_COLUMNS || width * height > found.length * 8 + 1000) { return null; }
    const cells = new Array<Cell | null>(width * height).fill(null);
    const figures = new Array<Figure | null>(width * height).fill(null);
    for (let i = 0; i < found.length; i++) {
      const cell = found[i];
      if (cell.row < 0 || cell.column < 0) { continue; }
      const at = cell.row * width + cell.column;
      cells[at] = cell;
      figures[at] = figureOf(cell);
    }
    const grid = new Grid(width, height, cells, figures, layout === 'pipes' || layout === 'csv');
    return grid.numeric.length === 0 || height - grid.headerRows < 2 ? null : grid;
  }

  cell(row: number, column: number): Cell | null { return this.cells[row * this.width + column]; }

  figure(row: number, column: number): Figure | null { return this.figures[row * this.width + column]; }

  text(row: number, column: number): string { return this.cells[row * this.width + column]?.content.text ?? ''; }

  /** Rows before the first row with figures; years in a header are no figures. */
  private countHeaderRows(least: number): number {
    for (let row = least; row < Math.min(this.height, least + MOST_HEADER_ROWS); row++) {
      let figures = 0;
      let years = 0;
      for (let column = 0; column < this.width; column++) {
        if (this.figure(row, column) === null) { continue; }
        figures++;
        if (isYear(this.text(row, column))) { years++; }
      }
      if (figures > years || (figures > 0 && row > least)) { return row; }
    }
    return least;
  }

  private hasFigures(column: number): boolean {
    let figures = 0;
    let others = 0;
    for (let row = this.headerRows; row < this.height; row++) {
      if (this.figure(row, column) !== null) { figures++; continue; }
      if (this.cell(row, column)?.content.amount.kind === 'unreadable') { others++; }
    }
    return figures > 0 && figures >= others;
  }

  /** What reads as figures with as many units are codes with the names of the rows: 201 一般公共服务支出. */
  private holdsNames(column: number): boolean {
    const units = new Set<string>();
    let figures = 0;
    for (let row = this.headerRows; row < this.height; row++) {
      const figure = this.figure(row, column);
      if (figure === null) { continue; }
      figures++;
      if (figure.unit !== '') { units.add(figure.unit); }
    }
    return units.size >= LEAST_NAMES && units.size * 2 > figures;
  }
}

/** Fewer may be units. */
const LEAST_NAMES = 3;

function figureOf(cell: Cell): Figure | null {
  const { amount, text } = cell.content;
  if (amount.kind === 'blank' || amount.kind === 'dash') { return null; }
  const isPlain = amount.kind === 'number' && amount.marks === 0 && amount.decimals === 0 && amount.unit === ''
    && amount.whole === amount.whole;
  if (isPlain && text.charCodeAt(0) !== PLUS) { return PLAIN; }
  return readFigure(text);
}

function isYear(text: string): boolean {
  const digits = text.length === 5 && text.endsWith('年') ? text.slice(0, 4) : text;
  return digits.length === 4 && digits >= '1900' && digits <= '2100';
}
