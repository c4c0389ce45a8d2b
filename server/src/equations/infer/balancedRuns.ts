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

export class BalancedRuns {
  private readonly mayRound: boolean;
  private readonly probe = new Int32Array(PROBES);
  private readonly due = new Float64Array(PROBES);
  private readonly sum = new Float64Array(PROBES);
  private readonly canShrink = new Uint8Array(PROBES);

  /** @param byTotal the totals accepted so far */
  constructor(private readonly view: View, private readonly byTotal: ReadonlyMap<number, Relation>) {
    this.mayRound = view.mayRound;
  }

  /** Runs beside a line whose sum is its figure in one of the first crosses that speak. */
  beside(total: number, step: 1 | -1): number[][] {
    const { view } = this;
    const found: number[][] = [];
    let probes = 0;
    for (let cross = 0; cross < view.crosses && probes < PROBES; cross++) {
      const due = view.tick(total, cross);
      if (due !== due || due === 0) { continue; }
      this.probe[probes] = cross;
      this.due[probes] = due;
      this.sum[probes] = 0;
      this.canShrink[probes] = due < 0 ? 1 : 0;
      probes++;
    }
    if (probes === 0) { return found; }
    const run: number[] = [];
    for (let line = total + step; line >= 0 && line < view.count && run.length < LONGEST_RUN; line += step) {
      if (!isAddend(view, line) || view.lines[line].kind === 'part') { continue; }
      if (this.byTotal.size > 0 && this.byTotal.get(line)?.parts.lines.includes(total) === true) { break; }
      run.push(line);
      view.work += probes;
      let fits = false;
      let hopeless = true;
      for (let i = 0; i < probes; i++) {
        const value = view.tick(line, this.probe[i]);
        if (value === value) { this.sum[i] += value; if (value < 0) { this.canShrink[i] = 1; } }
        const over = this.sum[i] - this.due[i];
        if (over === 0 || (this.mayRound && Math.abs(over) <= view.room(total, run, this.probe[i], run.length))) { fits = true; }
        if (this.canShrink[i] === 1 || over <= this.due[i] * 0.01 + 10) { hopeless = false; }
      }
      if (fits && run.length >= 2) { found.push(step < 0 ? [...run].reverse() : [...run]); }
      if (hopeless) { break; }
    }
    return found;
  }
}
