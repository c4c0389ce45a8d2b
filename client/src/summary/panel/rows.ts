/**
 * A table's grid as one list of rows of known height, so that only those in sight need to be drawn. Invariant: row tops ascend
 * without gaps; every value cell of the snapshot is in exactly one row.
 */
import type { Position, Range } from '../../../../server/src/protocol/report';
import type { GridBlock, GridCell, GridRow } from '../../../../server/src/protocol/summary';

/** A title above a block, the headers of a later block, a heading above rows, or figures. */
type LineContent =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'header' }
  | { readonly kind: 'row'; readonly row: GridRow };

/** Measures in pixels. */
export type GridLine = { readonly top: number; readonly height: number; readonly block: number } & LineContent;

export interface GridLayout {
  readonly lines: readonly GridLine[];
  readonly height: number;
  /** Widths of the figure columns of each block. */
  readonly widths: readonly (readonly number[])[];
  /** No row has a label: there is no column for labels. */
  readonly isUnlabelled: boolean;
  /** Headers of the only block stay in sight; those of several blocks scroll with their rows. */
  readonly isHeaderFixed: boolean;
}

/** A cell of the grid: its line, and its column; −1 is the row's label. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export const LINE = 22;
const SECOND_LINE = 14;
const HEADER_LINE = 15;
const DIGIT = 7.2;
/** Of a figure's cell: edges, and room for its sign. */
const PADDING = 22;
const HEADER_DIGIT = 6.4;
const HEADER_PADDING = 10;
const NARROWEST = 34;
const WIDEST = 148;
/** Into how many lines a header is broken rather than make its column wider. */
const HEADER_LINES = 3;

/** @param width of the grid: labels that do not fit into what the figures leave of it take two lines */
export function layOutGrid(blocks: readonly GridBlock[], width: number): GridLayout {
  const isHeaderFixed = blocks.length === 1 && blocks[0].title === '';
  const widths = blocks.map(columnWidths);
  const lines: GridLine[] = [];
  let top = 0;
  const add = (line: LineContent, block: number, height: number): void => {
    lines.push({ ...line, block, top, height });
    top += height;
  };
  blocks.forEach((block, number) => {
    if (block.title !== '') { add({ kind: 'title', text: block.title }, number, LINE + 4); }
    if (!isHeaderFixed && block.headerRows > 0) { add({ kind: 'header' }, number, headerHeight(block, widths[number])); }
    for (const row of block.rows) {
      add({ kind: 'row', row }, number, rowHeight(row, Math.max(stubWidth(width), width - sumOf(widths[number]))));
    }
  });
  return { lines, height: top, widths, isHeaderFixed, isUnlabelled: blocks.every(({ rows }) => rows.every(({ label }) => label === '')) };
}

const INDENT = 9;
const LABEL_EDGES = 20;

function rowHeight({ kind, label, depth }: GridRow, stub: number): number {
  return kind === 'figures' && textWidth(label) * DIGIT > stub - LABEL_EDGES - depth * INDENT ? LINE + SECOND_LINE : LINE;
}

export function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

/** Least width of the column of labels in a grid of this width. */
export function stubWidth(width: number): number {
  return Math.round(Math.min(360, Math.max(96, width * 0.35)));
}

function columnWidths({ columns, rows, header }: GridBlock): number[] {
  const widest = Array.from({ length: columns }, () => 0);
  for (const { cells } of rows) {
    for (let column = 0; column < cells.length; column++) {
      widest[column] = Math.max(widest[column], textWidth(cells[column].text) * DIGIT + PADDING);
    }
  }
  for (const { text, column, columnSpan } of header) {
    if (columnSpan === 1) { widest[column] = Math.max(widest[column], (textWidth(text) / HEADER_LINES) * HEADER_DIGIT + HEADER_PADDING); }
  }
  return widest.map((width) => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width))));
}

function headerHeight({ header, headerRows }: GridBlock, widths: readonly number[]): number {
  const lines = header.map(({ text, column, columnSpan }) => {
    const width = sumOf(widths.slice(column, column + columnSpan)) - HEADER_PADDING;
    return Math.ceil((textWidth(text) * HEADER_DIGIT) / width);
  });
  return headerRows * 6 + Math.max(headerRows, ...lines) * HEADER_LINE;
}

const LONGEST_MEASURED = 40;

/** In digits: Chinese characters are two wide. */
function textWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length && i < LONGEST_MEASURED; i++) { width += text.charCodeAt(i) > 0x2e7f ? 1.75 : 1; }
  return width;
}

/** Numbers of the first line in sight and of the one after the last. */
export function linesInSight({ lines }: GridLayout, top: number, bottom: number): [from: number, to: number] {
  return [firstAt(lines, (line) => line.top + line.height > top), firstAt(lines, (line) => line.top >= bottom)];
}

/** The first line that `is` true of, true of all lines after it as well. */
function firstAt(lines: readonly GridLine[], is: (line: GridLine) => boolean): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(lines[middle])) { high = middle; } else { low = middle + 1; }
  }
  return low;
}

export function cellAt({ lines }: GridLayout, { line, column }: Place): GridCell | null {
  const found = lines[line];
  return found?.kind === 'row' && column >= 0 ? found.row.cells[column] ?? null : null;
}

/** Where a place stands in the text. */
export function rangeAt(layout: GridLayout, place: Place): Range | null {
  const found = layout.lines[place.line];
  if (found?.kind !== 'row') { return null; }
  return place.column < 0 ? found.row.range : cellAt(layout, place)?.range ?? null;
}

/** Places by line of the text, to find the one at a cursor. */
export class TextPlaces {
  private readonly byTextLine = new Map<number, { readonly range: Range; readonly place: Place }[]>();
  private readonly byCell = new Map<number, Place>();

  constructor({ lines }: GridLayout) {
    lines.forEach((found, line) => {
      if (found.kind !== 'row') { return; }
      this.add(found.row.range, { line, column: -1 });
      found.row.cells.forEach(({ range, cell }, column) => {
        this.add(range, { line, column });
        if (cell >= 0) { this.byCell.set(cell, { line, column }); }
      });
    });
  }

  ofCell(cell: number): Place | null { return this.byCell.get(cell) ?? null; }

  /** The cell the cursor is in, else the nearest one in its line; null where the line has none. */
  at({ line, character }: Position): Place | null {
    let best: Place | null = null;
    let nearest = Infinity;
    for (const { range, place } of this.byTextLine.get(line) ?? []) {
      const before = range.start.line === line ? range.start.character - character : -1;
      const after = range.end.line === line ? character - range.end.character : -1;
      const distance = Math.max(0, before, after);
      if (distance < nearest) { best = place; nearest = distance; }
    }
    return best;
  }

  private add(range: Range | null, place: Place): void {
    if (range === null) { return; }
    for (let line = range.start.line; line <= range.end.line; line++) {
      const known = this.byTextLine.get(line);
      if (known) { known.push({ range, place }); } else { this.byTextLine.set(line, [{ range, place }]); }
    }
  }
}
