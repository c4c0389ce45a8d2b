/**
 * A table that is yet to be written. Invariant: a merged cell stands once, where it begins, with how far it reaches; the places it
 * covers have no cell, so that every row reaches the same last column.
 */
export interface GridCell {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
  /** Makes a row as wide as the others and holds nothing: layouts without columns leave it out. */
  readonly isFiller: boolean;
}

export type Grid = readonly (readonly GridCell[])[];
