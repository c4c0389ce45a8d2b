/** What is asked and told about a selection. Invariant: figures travel as exact decimals in plain digits, never as floats. */
import type { Range } from './report';

/** Request, client to server: the figures of the selected cells. Answered with null where there are fewer than two. */
export const SELECTION_SUM_REQUEST = 'gouji/selectionSum';

export interface SelectionSumParams {
  readonly uri: string;
  readonly ranges: readonly Range[];
}

export interface SelectionSum {
  readonly count: number;
  /** Null where the figures have different units. */
  readonly sum: string | null;
  readonly average: string | null;
  /** The average has more decimals than the two that are shown. */
  readonly isRounded: boolean;
  /** The unit that is written in the cells, or ''. */
  readonly unit: string;
}
