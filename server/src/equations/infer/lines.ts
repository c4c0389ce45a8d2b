/**
 * What the words around the figures say: names and kinds of rows and columns, rows that only part others. Invariant: names
 * are for messages and worked out when asked for; kinds come from the row's or column's own words.
 */
import type { Cell } from '../../model/cell';
import { holdsCodes } from './codes';
import type { Grid } from './grid';
import type { LabelKind } from './vocabulary';
import { kindOfHeader, kindOfLabel } from './words';

export class Line {
  constructor(
    readonly kind: LabelKind, readonly labels: readonly Cell[], private readonly isRow: boolean, private readonly number: number,
  ) {}

  /** How messages call it: a row by its first words, a column by its header and the heading above it; else by its number. */
  get name(): string {
    const shown = this.isRow ? this.labels.slice(0, 1) : this.labels.slice(-2);
    return shown.map((label) => shortened(label.content.text)).join('·') || `#${this.number}`;
  }
}

const LONGEST_NAME = 32;
const MARKS = /\*\*|__|`|!?\[|\]\([^)]*\)/g;
const NO_CELLS: readonly Cell[] = [];
const MOST_LABELS = 4;

function shortened(text: string): string {
  const plain = text.replace(MARKS, '').trim();
  return plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME - 1)}…` : plain;
}

export function columnLines(grid: Grid, gridColumn: readonly number[]): Line[] {
  const lines = gridColumn.map((column) => columnLine(grid, column));
  const onlyRates = lines.every(({ kind }) => kind === 'aggregate' || kind === 'ordinal');
  return onlyRates
    ? lines.map((line, c) => (line.kind === 'aggregate' ? new Line('none', line.labels, false, gridColumn[c] + 1) : line))
    : lines;
}

/** Header cells above a column, joined; a heading that spans columns belongs to each of them. */
function columnLine(grid: Grid, column: number): Line {
  const labels: Cell[] = [];
  for (let row = 0; row < grid.headerRows; row++) {
    const cell = grid.cell(row, column) ?? spanning(grid, row, column);
    if (cell !== null && cell.content.text !== '' && !labels.some((label) => label.content.text === cell.content.text)) {
      labels.push(cell);
    }
  }
  let kind = labels.length === 0 ? 'none' : kindOfHeader(labels[labels.length - 1].content.text);
  if (kind === 'none' && holdsCodes(grid, column)) { kind = 'ordinal'; }
  for (let i = labels.length - 2; i >= 0 && kind === 'none'; i--) {
    const above = kindOfHeader(labels[i].content.text);
    if (above === 'aggregate' || above === 'ordinal') { kind = above; }
  }
  return new Line(kind, labels, false, column + 1);
}

function spanning(grid: Grid, row: number, column: number): Cell | null {
  for (let c = column - 1; c >= 0; c--) {
    const cell = grid.cell(row, c);
    if (cell !== null) { return c + cell.columnSpan > column ? cell : null; }
  }
  return null;
}

export function rowLines(grid: Grid, from: number, to: number): Line[] {
  const lines: Line[] = [];
  for (let row = grid.headerRows; row < grid.height; row++) { lines.push(rowLine(grid, row, from, to)); }
  return lines;
}

/** The row's words: what stands in it outside the columns of figures, or in place of a figure. */
function rowLine(grid: Grid, row: number, from: number, to: number): Line {
  let labels: Cell[] | undefined;
  let kind: LabelKind = 'none';
  for (let column = from; column < to; column++) {
    const cell = grid.cell(row, column);
    if (cell === null || cell.content.amount.kind === 'blank') { continue; }
    if (grid.isNumeric[column] === 1 && (grid.figure(row, column) !== null || cell.content.amount.kind !== 'unreadable')) { continue; }
    if (labels !== undefined && labels.length >= MOST_LABELS) { break; }
    const own: LabelKind = kind === 'none' ? kindOfLabel(cell.content.text) : 'none';
    if (labels === undefined || own === 'total' || own === 'grand' || own === 'subtotal') { if (own !== 'none') { kind = own; } }
    (labels ??= []).push(cell);
  }
  return new Line(kind, labels ?? NO_CELLS, true, row - grid.headerRows + 1);
}

/** Rows with words in one cell at most and no figure, and the header once more: headings between rows, page breaks. */
export function breaksIn(grid: Grid, from: number, to: number): Uint8Array {
  const breaks = new Uint8Array(grid.height - grid.headerRows);
  for (let row = grid.headerRows; row < grid.height; row++) {
    let filled = 0;
    let figures = 0;
    for (let column = from; column < to && figures === 0; column++) {
      if (grid.figure(row, column) !== null && grid.cell(row, column)?.loose !== true) {
        figures++;
      } else if (grid.text(row, column) !== '') {
        filled++;
      }
    }
    if ((figures === 0 && filled <= 1) || isHeader(grid, row)) { breaks[row - grid.headerRows] = 1; }
  }
  return breaks;
}

function isHeader(grid: Grid, row: number): boolean {
  for (let header = 0; header < grid.headerRows; header++) {
    let column = 0;
    while (column < grid.width && grid.text(row, column) === grid.text(header, column)) { column++; }
    if (column === grid.width) { return true; }
  }
  return false;
}

/** Rows with more cells than the header: nobody knows what stands under what. */
export function shiftsIn(grid: Grid): Uint8Array {
  const shifts = new Uint8Array(grid.height - grid.headerRows);
  if (grid.headerRows === 0) { return shifts; }
  const end = lastIn(grid, 0) + (grid.cell(0, lastIn(grid, 0))?.columnSpan ?? 1);
  for (let row = grid.headerRows; row < grid.height; row++) { if (lastIn(grid, row) >= end) { shifts[row - grid.headerRows] = 1; } }
  return shifts;
}

function lastIn(grid: Grid, row: number): number {
  let last = grid.width - 1;
  while (last > 0 && grid.cell(row, last) === null) { last--; }
  return last;
}
