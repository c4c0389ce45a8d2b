/**
 * The equations around some broken ones, as numbers the localiser can push about. Invariant: figures are whole
 * ticks (10^-scale) in bigint, exact at any size; changing a place and changing it back leaves the board as it was.
 */
import Big from 'big.js';
import type { Verdict } from '../model/equation';
import { roundingRoom } from './exact';
import { Admit, figureAt, type Problem } from './problem';

/**
 * One '=' that speaks: `gap` is left − right of its figures, and it holds while low ≤ gap ≤ high. A bound is null where
 * blanks can make up any difference on that side: such a line cannot tell a value, but it can rule one out.
 */
export interface Line {
  readonly number: number;
  /** Places with a figure, and their signs in left − right. */
  readonly terms: ReadonlyMap<number, bigint>;
  gap: bigint;
  readonly low: bigint | null;
  readonly high: bigint | null;
  readonly rounded: boolean;
}

interface Use { readonly line: Line; readonly sign: bigint }

/** Work still allowed, in visits of a term. A count, not a clock, so that a document always gets the same answer. */
export interface Budget { steps: number }

export class Board {
  /** The lines that do not hold now. */
  readonly off = new Set<Line>();
  private readonly lines = new Map<number, Line>();
  private readonly uses = new Map<number, readonly Use[]>();
  private readonly figures = new Map<number, bigint>();
  private readonly settled = new Set<number>();

  constructor(
    private readonly problem: Problem, private readonly verdicts: readonly Verdict[], readonly scale: number, readonly budget: Budget,
  ) {}

  /** Puts an equation on the board and returns its line. */
  line(number: number): Line {
    let line = this.lines.get(number);
    if (line === undefined) {
      line = this.readLine(number);
      this.lines.set(number, line);
      if (isOff(line)) { this.off.add(line); }
    }
    return line;
  }

  /** The equations that speak about a place. */
  usesOf(place: number): readonly Use[] {
    let uses = this.uses.get(place);
    if (uses === undefined) {
      uses = [...new Set(this.problem.equationsAt[place])].filter((number) => speaks(this.verdicts[number])).map((number) => {
        const line = this.line(number);
        return { line, sign: line.terms.get(place) ?? 0n };
      });
      this.uses.set(place, uses);
    }
    return uses;
  }

  figure(place: number): bigint {
    let figure = this.figures.get(place);
    if (figure === undefined) {
      figure = this.ticks(figureAt(this.problem, place)!.value);
      this.figures.set(place, figure);
    }
    return figure;
  }

  change(place: number, by: bigint): void {
    const uses = this.usesOf(place);
    this.budget.steps -= uses.length;
    for (const { line, sign } of uses) {
      line.gap += sign * by;
      if (isOff(line)) { this.off.add(line); } else { this.off.delete(line); }
    }
  }

  /** Changes a place for good: no further correction of it is offered. */
  settle(place: number, by: bigint): void {
    this.change(place, by);
    this.settled.add(place);
  }

  /**
   * Changes of a place, each of which sets one broken equation right, and which the place admits. In rounded equations the
   * figure keeps the decimals it is printed with.
   */
  corrections(place: number): bigint[] {
    const found: bigint[] = [];
    if (this.settled.has(place)) { return found; }
    for (const { line, sign } of this.usesOf(place)) {
      if (!this.off.has(line) || sign === 0n || line.gap % sign !== 0n) { continue; }
      const by = line.rounded ? this.asPrinted(place, -line.gap / sign) : -line.gap / sign;
      if (by !== 0n && !found.includes(by) && this.admits(place, by)) { found.push(by); }
    }
    return found;
  }

  valueAfter(place: number, by: bigint): Big {
    return new Big(`${this.figure(place) + by}e-${this.scale}`);
  }

  private admits(place: number, by: bigint): boolean {
    const admits = this.problem.admits[place];
    if ((admits & Admit.Negative) === 0 && this.figure(place) + by < 0n) { return false; }
    return (admits & Admit.Decimals) !== 0 || by % 10n ** BigInt(this.scale) === 0n;
  }

  private asPrinted(place: number, by: bigint): bigint {
    const step = 10n ** BigInt(this.scale - figureAt(this.problem, place)!.decimals);
    const doubled = 2n * (this.figure(place) + by) + step;
    const steps = doubled / (2n * step) - (doubled < 0n && doubled % (2n * step) !== 0n ? 1n : 0n);
    return steps * step - this.figure(place);
  }

  private readLine(number: number): Line {
    const { spec, state, left, right } = this.verdicts[number];
    this.budget.steps -= spec.left.length + spec.right.length;
    const terms = new Map<number, bigint>();
    let blanksAdd = false;
    let blanksTake = false;
    const add = (place: number, sign: bigint): void => {
      if (figureAt(this.problem, place) !== null) { terms.set(place, (terms.get(place) ?? 0n) + sign); return; }
      const either = (this.problem.admits[place] & Admit.Negative) !== 0;
      blanksAdd ||= either || sign > 0n;
      blanksTake ||= either || sign < 0n;
    };
    for (const { place, sign } of spec.left) { add(place, BigInt(sign)); }
    for (const { place, sign } of spec.right) { add(place, BigInt(-sign)); }
    const room = spec.rounded ? this.ticks(roundingRoom(this.problem, [...spec.left, ...spec.right])) : 0n;
    const blanksAreZero = state === 'held';
    return {
      number, gap: left === right ? 0n : this.ticks(left.minus(right)), rounded: spec.rounded, terms,
      low: blanksAdd && !blanksAreZero ? null : -room, high: blanksTake && !blanksAreZero ? null : room,
    };
  }

  private ticks(value: Big): bigint {
    return BigInt(value.toFixed(this.scale).replace('.', ''));
  }
}

/** Evaluated, or open only for blanks, which still have to be ≥ 0. */
export function speaks({ spec, state, gap }: Verdict): boolean {
  return spec.relation === '=' && (state !== 'unevaluated' || gap === 'blank' || gap === 'dash');
}

function isOff({ gap, low, high }: Line): boolean {
  return (low !== null && gap < low) || (high !== null && gap > high);
}

/** Decimals that hold every figure of a problem, and the half units that rounding leaves. */
export function scaleOf(problem: Problem): number {
  let scale = 0;
  for (let place = 0; place < problem.places.length; place++) {
    scale = Math.max(scale, figureAt(problem, place)?.decimals ?? 0);
  }
  return problem.equations.some((equation) => equation.rounded) ? scale + 1 : scale;
}
