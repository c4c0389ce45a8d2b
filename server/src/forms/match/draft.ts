/**
 * A row while it is being recovered. Invariant: label and slots are indices of cells of the reading, ascending.
 */
import type { RowSpec } from '../../model/form';

export interface Draft {
  spec: RowSpec | null;
  /** How the label was recognised. */
  via: 'exact' | 'variant' | 'slip' | 'none';
  /** The label came in several cells. */
  split: boolean;
  block: number;
  label: number[];
  headings: number[];
  slots: number[];
}

export function draft(spec: RowSpec | null, via: Draft['via'], block: number, label: number[], headings: number[]): Draft {
  return { spec, via, split: label.length > 1, block, label, headings, slots: [] };
}
