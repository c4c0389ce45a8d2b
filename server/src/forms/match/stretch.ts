/**
 * A stretch: the cells of a reading that hold one official table. Invariant: anchors are ascending, and what each may mean is in step
 * with them.
 */
import type { Meaning } from '../catalogue';

/** Cells [from, to) of a reading that hold one table of the family (`requests`, in whichever edition). */
export interface Stretch {
  readonly family: string;
  readonly from: number;
  readonly to: number;
  /** Indices of the cells that mean something in this family. */
  readonly anchors: readonly number[];
  /** What each anchor may mean, in any family. */
  readonly meanings: readonly (readonly Meaning[])[];
}

/** A stretch that is still being read. */
export interface Open {
  family: string;
  from: number;
  anchors: number[];
  meanings: (readonly Meaning[])[];
  highestRow: number;
  /** The last row of every edition was named; of one. */
  isComplete: boolean;
  mayBeComplete: boolean;
  figures: number;
}
