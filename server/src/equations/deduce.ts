/**
 * What cells without a usable figure must be, by the equations alone. Invariant: a value is given only if every equation
 * that can speak agrees with it, and it is one the place admits; `equations` names those that say so apart from each
 * other, none of them resting on a value that was itself worked out later.
 */
import type Big from 'big.js';
import type { Verdict } from '../model/equation';
import { bigOf, isZero } from './exact';
import { Admit, figureAt, type Problem } from './problem';

export interface Deduction {
  readonly value: Big;
  /** Numbers of the equations that give this value. */
  readonly equations: readonly number[];
}

/** By place. Places that hold a figure, and places nothing or contradictory things are said about, have no entry. */
export type Deductions = ReadonlyMap<number, Deduction>;

/** An exact '=' that has unknown terms. */
interface Open {
  readonly number: number;
  /** left − right of what is known or found by now. */
  known: Big;
  /** The unknown places, and the sign of each in left − right. */
  readonly places: readonly number[];
  readonly signs: ReadonlyMap<number, number>;
  /** How many of them have not been found. */
  waiting: number;
}

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
    const signs = new Map<number, number>();
    const add = (place: number, sign: number): void => {
      if (figureAt(problem, place) === null) { signs.set(place, (signs.get(place) ?? 0) + sign); }
    };
    for (const { place, sign } of spec.left) { add(place, sign); }
    for (const { place, sign } of spec.right) { add(place, -sign); }
    const places = [...signs.keys()];
    const anyKnown = places.length < spec.left.length + spec.right.length;
    open.push({ number, known: anyKnown ? left.minus(right) : bigOf(0), places, signs, waiting: places.length });
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
      for (const place of equation.places) {
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
        for (const equation of this.equationsOf.get(place)!) {
          settle(equation, place, deduction.value);
          next.add(equation);
        }
      }
      due = next;
    }
  }

  /** Places whose values some equation does not agree with. Adds the equations that confirm a value on the way. */
  contradictions(): Set<number> {
    for (const equation of this.open) {
      if (equation.waiting > 0) { continue; }
      if (!isZero(equation.known)) {
        for (const place of equation.places) { this.disagreed.add(place); }
        continue;
      }
      let last = -1;
      for (const place of equation.places) { last = Math.max(last, this.roundOf.get(place)!); }
      for (const place of equation.places) {
        const { equations } = this.found.get(place)!;
        if (this.roundOf.get(place) === last && !equations.includes(equation.number)) { equations.push(equation.number); }
      }
    }
    return this.disagreed;
  }

  private speak(equation: Open, fresh: Map<number, { value: Big; equations: number[] }>): void {
    const { places, signs, known, waiting, number } = equation;
    if (waiting === 0) { return; }
    if (waiting === 1) {
      const place = places.find((one) => !this.found.has(one))!;
      const sign = signs.get(place)!;
      if (sign !== 0) { this.claim(place, known.div(-sign), number, fresh); }
    } else if (isZero(known) && this.canOnlyAdd(equation) && this.somethingKnown(equation)) {
      for (const place of places) { if (!this.found.has(place)) { this.claim(place, bigOf(0), number, fresh); } }
    }
  }

  private somethingKnown({ number, places, waiting }: Open): boolean {
    const { left, right } = this.problem.equations[number];
    return places.length < left.length + right.length || waiting < places.length;
  }

  /** Whether all that is not found adds to one side. */
  private canOnlyAdd({ places, signs }: Open): boolean {
    let direction = 0;
    for (const place of places) {
      if (this.found.has(place)) { continue; }
      const sign = signs.get(place)!;
      if (direction === 0) { direction = sign; }
      if (sign === 0 || sign !== direction || (this.problem.admits[place] & Admit.Negative) !== 0) { return false; }
    }
    return direction !== 0;
  }

  private claim(place: number, value: Big, equation: number, fresh: Map<number, { value: Big; equations: number[] }>): void {
    if (this.barred.has(place) || this.disagreed.has(place)) { return; }
    const earlier = fresh.get(place);
    if (!admitsValue(this.problem, place, value) || (earlier && earlier.value !== value && !earlier.value.eq(value))) {
      this.disagreed.add(place);
      fresh.delete(place);
    } else if (earlier) {
      earlier.equations.push(equation);
    } else {
      fresh.set(place, { value, equations: [equation] });
    }
  }
}

/** Takes a value that was found into an equation that waited for it. */
function settle(equation: Open, place: number, value: Big): void {
  equation.waiting--;
  if (!isZero(value)) { equation.known = equation.known.plus(value.times(equation.signs.get(place)!)); }
}

/** Whether a value may stand at a place. */
export function admitsValue(problem: Problem, place: number, value: Big): boolean {
  const admits = problem.admits[place];
  if ((admits & Admit.Negative) === 0 && value.s < 0 && !isZero(value)) { return false; }
  return (admits & Admit.Decimals) !== 0 || value.c.length <= value.e + 1;
}
