/**
 * What cells without a usable figure must be, by the equations alone. Invariant: a value is given only if every equation
 * that can speak agrees with it, and it is one the place admits; `equations` names those that say so apart from each
 * other, none of them resting on a value that was itself worked out later.
 */
import type Big from 'big.js';
import type { Verdict } from '../model/equation';
import { bigOf } from './exact';
import { Admit, figureAt, type Problem } from './problem';

export interface Deduction {
  readonly value: Big;
  /** Numbers of the equations that give this value. */
  readonly equations: readonly number[];
}

/** By place. Places that hold a figure, and places nothing or contradictory things are said about, have no entry. */
export type Deductions = ReadonlyMap<number, Deduction>;

/** An exact '=' that has unknown terms: left − right of what is known, and the sign of each unknown in it. */
interface Open { readonly number: number; known: Big; readonly unknown: Map<number, number> }

/** Contradictions are taken out one round of propagation at a time; what still contradicts after so many is given up. */
const MOST_RETRIES = 8;

/** Rounded equations and inequalities take no part: they leave a range, not a value. */
export function deduce(problem: Problem, verdicts: readonly Verdict[]): Deductions {
  const contradicted = new Set<number>();
  for (let attempt = 0; attempt <= MOST_RETRIES; attempt++) {
    const run = new Propagation(problem, openEquations(problem, verdicts), contradicted);
    run.toTheEnd();
    const before = contradicted.size;
    for (const place of run.contradictions()) { contradicted.add(place); }
    if (contradicted.size === before) { return run.found; }
  }
  return new Map();
}

function openEquations(problem: Problem, verdicts: readonly Verdict[]): Open[] {
  const open: Open[] = [];
  for (let number = 0; number < verdicts.length; number++) {
    const { spec, state, left, right, assumedZero } = verdicts[number];
    const mayBeOpen = state === 'unevaluated' || (state === 'held' && assumedZero.length > 0);
    if (!mayBeOpen || spec.relation !== '=' || spec.rounded) { continue; }
    const unknown = new Map<number, number>();
    const add = (place: number, sign: number): void => {
      if (figureAt(problem, place) === null) { unknown.set(place, (unknown.get(place) ?? 0) + sign); }
    };
    for (const { place, sign } of spec.left) { add(place, sign); }
    for (const { place, sign } of spec.right) { add(place, -sign); }
    const anyKnown = unknown.size < spec.left.length + spec.right.length;
    open.push({ number, known: anyKnown ? left.minus(right) : bigOf(0), unknown });
  }
  return open;
}

/** Unit propagation in rounds: what is found in one round is used from the next on. */
class Propagation {
  readonly found = new Map<number, { value: Big; equations: number[] }>();
  private readonly roundOf = new Map<number, number>();
  private readonly equationsOf = new Map<number, Open[]>();
  private readonly disagreed = new Set<number>();

  constructor(
    private readonly problem: Problem, private readonly open: readonly Open[], private readonly barred: ReadonlySet<number>,
  ) {
    for (const equation of open) {
      for (const place of equation.unknown.keys()) {
        const there = this.equationsOf.get(place);
        if (there) { there.push(equation); } else { this.equationsOf.set(place, [equation]); }
      }
    }
  }

  toTheEnd(): void {
    let due: Iterable<Open> = this.open;
    for (let round = 0; ; round++) {
      const fresh = new Map<number, { value: Big; equations: number[] }>();
      for (const equation of due) { this.speak(equation, fresh); }
      if (fresh.size === 0) { break; }
      const next = new Set<Open>();
      for (const [place, deduction] of fresh) {
        this.found.set(place, deduction);
        this.roundOf.set(place, round);
        for (const equation of this.equationsOf.get(place)!) { next.add(equation); }
      }
      due = next;
    }
  }

  /** Places whose values some equation does not agree with. Adds the equations that confirm a value on the way. */
  contradictions(): Set<number> {
    for (const equation of this.open) {
      const places = [...equation.unknown.keys()];
      if (!places.every((place) => this.found.has(place))) { continue; }
      if (!this.remainder(equation).eq(0)) {
        for (const place of places) { this.disagreed.add(place); }
        continue;
      }
      const last = Math.max(...places.map((place) => this.roundOf.get(place)!));
      for (const place of places) {
        const { equations } = this.found.get(place)!;
        if (this.roundOf.get(place) === last && !equations.includes(equation.number)) { equations.push(equation.number); }
      }
    }
    return this.disagreed;
  }

  private speak(equation: Open, fresh: Map<number, { value: Big; equations: number[] }>): void {
    const waiting = [...equation.unknown].filter(([place]) => !this.found.has(place));
    if (waiting.length === 0) { return; }
    const remainder = this.remainder(equation);
    if (waiting.length === 1) {
      const [place, sign] = waiting[0];
      if (sign !== 0) { this.claim(place, remainder.div(-sign), equation.number, fresh); }
    } else if (remainder.eq(0) && this.canOnlyAdd(waiting) && this.somethingKnown(equation)) {
      for (const [place] of waiting) { this.claim(place, bigOf(0), equation.number, fresh); }
    }
  }

  private somethingKnown(equation: Open): boolean {
    const { left, right } = this.problem.equations[equation.number];
    return equation.unknown.size < left.length + right.length || [...equation.unknown.keys()].some((place) => this.found.has(place));
  }

  private canOnlyAdd(waiting: readonly (readonly [number, number])[]): boolean {
    const direction = waiting[0][1];
    if (direction === 0) { return false; }
    return waiting.every(([place, sign]) => sign === direction && (this.problem.admits[place] & Admit.Negative) === 0);
  }

  private claim(place: number, value: Big, equation: number, fresh: Map<number, { value: Big; equations: number[] }>): void {
    if (this.barred.has(place) || this.disagreed.has(place)) { return; }
    const earlier = fresh.get(place);
    if (!admitsValue(this.problem, place, value) || (earlier && !earlier.value.eq(value))) {
      this.disagreed.add(place);
      fresh.delete(place);
    } else if (earlier) {
      earlier.equations.push(equation);
    } else {
      fresh.set(place, { value, equations: [equation] });
    }
  }

  /** Left − right of all that is known or found by now. */
  private remainder(equation: Open): Big {
    let sum = equation.known;
    for (const [place, sign] of equation.unknown) {
      const found = this.found.get(place);
      if (found !== undefined && !found.value.eq(0)) { sum = sum.plus(found.value.times(sign)); }
    }
    return sum;
  }
}

/** Whether a value may stand at a place. */
export function admitsValue(problem: Problem, place: number, value: Big): boolean {
  const admits = problem.admits[place];
  if ((admits & Admit.Negative) === 0 && value.lt(0)) { return false; }
  return (admits & Admit.Decimals) !== 0 || value.mod(1).eq(0);
}
