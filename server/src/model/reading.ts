/**
 * A reading: a run of cells in reading order, as one layout read it, plus whatever geometry the layout could see.
 * Invariant: cells ascend by start and do not overlap; all spans are offsets into the block's own text, so an unchanged
 * block keeps its reading wherever it moves.
 */
import type { Span } from '../text/span';
import type { Cell } from './cell';

export type LayoutId =
  | 'pipes'
  | 'html'
  | 'tabs'
  | 'cell-lines'
  | 'paragraph-cells'
  | 'bar-cells'
  | 'closed-cells'
  | 'led-cells'
  | 'spaced-rows'
  | 'columns'
  | 'grid-lines'
  | 'csv';

/** grid: rows and columns are known. rows: row breaks only. sequence: reading order only. */
export type Geometry = 'grid' | 'rows' | 'sequence';

export interface Reading {
  readonly layout: LayoutId;
  readonly geometry: Geometry;
  readonly span: Span;
  readonly cells: readonly Cell[];
  /**
   * Nobody sees its columns one below the other: bars without the delimiter row that makes a table of them in Markdown, or tabs in rows
   * that merged cells left shorter.
   */
  readonly unaligned?: boolean;
  /**
   * Indices of the cells that nothing marks as cells of their own: lines with no bar before them, where bars part the cells; words below
   * words, where nothing does. Each may be the rest of the cell above; ascending.
   */
  readonly breaks?: readonly number[];
  /** Blanks part its cells: its words are scraps of which only a form makes labels, and a blank cell leaves no trace. */
  readonly scraps?: boolean;
  /** Cells of the text that are none of the table's own, ascending; a row written like another has them too. */
  readonly aside?: readonly Aside[];
  /** Page numbers that stand between cells, or between the lines of one, as written; in a layout that has them in its lines. */
  readonly pageNumbers: readonly Span[];
}

/** A cell that repeats the label of another, which covers it; or, where it repeats none, counts rows or columns. */
export interface Aside { readonly cell: Cell; readonly repeats: Cell | null }

export const NO_PAGE_NUMBERS: readonly Span[] = [];
