/**
 * The anchors of a stretch (the cells whose labels its family knows), passed from first to last. Invariant: cells are asked about in
 * ascending order, so that a whole walk passes each anchor once.
 */
import type { FormTable } from '../../model/form';
import type { Meaning } from '../catalogue';
import type { Stretch } from './stretch';

const NO_MEANINGS: readonly Meaning[] = [];
/** Labels farther below say nothing of where a row belongs. */
const FARTHEST = 60;

export class Anchors {
  /** Number of anchors that stand before the cell that was asked about last. */
  private passed = 0;

  constructor(private readonly stretch: Stretch) {}

  /** What the cell at `at` may mean, in any family; nothing for a cell that is no anchor. */
  meaningsAt(at: number): readonly Meaning[] {
    const { anchors, meanings } = this.stretch;
    while (this.passed < anchors.length && anchors[this.passed] < at) { this.passed++; }
    return anchors[this.passed] === at ? meanings[this.passed] : NO_MEANINGS;
  }

  /**
   * Index of the next row behind `lastRow` that an anchor below `at` names, or the number of rows.
   * @param at the cell that `meaningsAt` was asked about last
   */
  rowBelow(at: number, table: FormTable, lastRow: number): number {
    const { anchors, meanings } = this.stretch;
    const first = anchors[this.passed] === at ? this.passed + 1 : this.passed;
    const to = Math.min(anchors.length, first + FARTHEST);
    for (let i = first; i < to; i++) {
      for (const meaning of meanings[i]) {
        if (meaning.table === table && meaning.kind === 'row' && meaning.row.index > lastRow) { return meaning.row.index; }
      }
    }
    return table.rows.length;
  }
}
