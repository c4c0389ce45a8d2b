/**
 * Unbroken runs of lines beside a line that add up to it. Invariant: a run is no longer than a fixed length, and
 * holds no line that the line itself is part of.
 */
import { isAddend, type Relation } from './relation';
import type { View } from './view';

const LONGEST_RUN = 120;
/** Crosses whose sums are followed to find a run; what holds in none of them is not looked for. */
const PROBES = 3;
/** Cells that are visited for one line at most, on both sides of it. */
export const MOST_VISITS = 2 * LONGEST_RUN * PROBES;
/** A sum that is over by no more than this share and this many ticks may be so by rounding. */
const OVER_SHARE = 0.01;
const OVER_TICKS = 10;

export class BalancedRuns {
  private readonly mayRound: boolean;
  /** For each probe: its cross, the figure that is to be reached there, the sum so far, and whether a figure may take from it again. */
  private readonly probe = new Int32Array(PROBES);
  private readonly due = new Float64Array(PROBES);
  private readonly sum = new Float64Array(PROBES);
  private readonly canShrink = new Uint8Array(PROBES);
  private probes = 0;

  /** @param byTotal the totals accepted so far */
  constructor(private readonly view: View, private readonly byTotal: ReadonlyMap<number, Relation>) {
    this.mayRound = view.mayRound;
  }

  /** Runs beside a line whose sum is its figure in one of the first crosses that speak. */
  beside(total: number, step: 1 | -1): number[][] {
    const { view } = this;
    const found: number[][] = [];
    this.start(total);
    if (this.probes === 0) { return found; }
    const run: number[] = [];
    for (let line = total + step; line >= 0 && line < view.count && run.length < LONGEST_RUN; line += step) {
      if (!isAddend(view, line) || view.lines[line].kind === 'part') { continue; }
      if (this.isMadeOf(line, total)) { break; }
      run.push(line);
      this.add(line);
      if (run.length >= 2 && this.isReached(total, run)) { found.push(step < 0 ? [...run].reverse() : [...run]); }
      if (this.isPassed()) { break; }
    }
    return found;
  }

  /** Chooses the probes: crosses in which the line has a figure other than 0. */
  private start(total: number): void {
    this.probes = 0;
    for (let cross = 0; cross < this.view.crosses && this.probes < PROBES; cross++) {
      const due = this.view.tick(total, cross);
      if (due !== due || due === 0) { continue; }
      this.probe[this.probes] = cross;
      this.due[this.probes] = due;
      this.sum[this.probes] = 0;
      this.canShrink[this.probes] = due < 0 ? 1 : 0;
      this.probes++;
    }
  }

  private isMadeOf(line: number, part: number): boolean {
    return this.byTotal.size > 0 && this.byTotal.get(line)?.parts.lines.includes(part) === true;
  }

  private add(line: number): void {
    this.view.work += this.probes;
    for (let i = 0; i < this.probes; i++) {
      const value = this.view.tick(line, this.probe[i]);
      if (value === value) { this.sum[i] += value; if (value < 0) { this.canShrink[i] = 1; } }
    }
  }

  private isReached(total: number, run: readonly number[]): boolean {
    for (let i = 0; i < this.probes; i++) {
      const over = this.sum[i] - this.due[i];
      if (over === 0 || (this.mayRound && Math.abs(over) <= this.view.room(total, run, this.probe[i], run.length))) { return true; }
    }
    return false;
  }

  /** Whether every sum has gone past its figure for good. */
  private isPassed(): boolean {
    for (let i = 0; i < this.probes; i++) {
      if (this.canShrink[i] === 1 || this.sum[i] - this.due[i] <= this.due[i] * OVER_SHARE + OVER_TICKS) { return false; }
    }
    return true;
  }
}
