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
  /** The unknown places, each once, and the sign each has in left − right. */
  readonly places: readonly number[];
  readonly signs: readonly number[];
  /** How many of them have not been found. */
  waiting: number;
  /** The round in which it was last taken up again. */
  queued: number;
}

interface Found { readonly value: Big; readonly equations: number[] }

/** Contradictions are taken out one round of propagation at a time; what still contradicts after so many is given up. */
const MOST_RETRIES = 8;
const NOT_YET = -1;

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
  /** For each place, where it stands among those of the equation being read, so that one named twice is listed once. */
  const listed = new Int32Array(problem.places.length);
  for (let number = 0; number < verdicts.length; number++) {
    const { spec, state, left, right, assumedZero } = verdicts[number];
    const mayBeOpen = state === 'unevaluated' || (state === 'held' && assumedZero.length > 0);
    if (!mayBeOpen || spec.relation !== '=' || spec.rounded) { continue; }
    const places: number[] = [];
    const signs: number[] = [];
    for (const { place, sign } of spec.left) { addUnknown(problem, place, sign, places, signs, listed); }
    for (const { place, sign } of spec.right) { addUnknown(problem, place, -sign, places, signs, listed); }
    const anyKnown = places.length < spec.left.length + spec.right.length;
    const known = anyKnown && left !== right ? left.minus(right) : bigOf(0);
    open.push({ number, known, places, signs, waiting: places.length, queued: NOT_YET });
  }
  return open;
}

function addUnknown(problem: Problem, place: number, sign: number, places: number[], signs: number[], listed: Int32Array): void {
  if (figureAt(problem, place) !== null) { return; }
  const at = listed[place];
  if (places[at] === place) { signs[at] += sign; return; }
  listed[place] = places.length;
  places.push(place);
  signs.push(sign);
}

/** Unit propagation in rounds: what is found in one round is used from the next on. */
class Propagation {
  readonly found = new Map<number, Found>();
  /** For each place, the round in which it was found. */
  private readonly roundOf: Int32Array;
  private readonly equationsOf: (Open[] | undefined)[];
  /** What this round's equations say, by place, and the places in the order in which they were named. */
  private readonly said: (Found | undefined)[];
  private fresh: number[] = [];
  private readonly disagreed = new Set<number>();

  constructor(
    private readonly problem: Problem, private readonly open: readonly Open[], private readonly barred: ReadonlySet<number>,
  ) {
    const count = problem.places.length;
    this.roundOf = new Int32Array(count).fill(NOT_YET);
    this.equationsOf = new Array<Open[] | undefined>(count).fill(undefined);
    this.said = new Array<Found | undefined>(count).fill(undefined);
    for (const equation of open) {
      for (const place of equation.places) { (this.equationsOf[place] ??= []).push(equation); }
    }
  }

  toTheEnd(): void {
    let due = this.open;
    for (let round = 0; due.length > 0; round++) {
      this.fresh = [];
      for (const equation of due) { this.speak(equation); }
      due = this.settleRound(round);
    }
  }

  /** Takes over what was said in this round; returns the equations that can go on from it. */
  private settleRound(round: number): Open[] {
    const next: Open[] = [];
    for (const place of this.fresh) {
      const deduction = this.said[place];
      if (deduction === undefined) { continue; }
      this.found.set(place, deduction);
      this.roundOf[place] = round;
      for (const equation of this.equationsOf[place]!) {
        settle(equation, place, deduction.value);
        if (equation.queued !== round) { equation.queued = round; next.push(equation); }
      }
    }
    return next;
  }

  /** Places whose values some equation does not agree with. Adds the equations that confirm a value on the way. */
  contradictions(): Set<number> {
    for (const equation of this.open) {
      if (equation.waiting > 0) { continue; }
      if (!isZero(equation.known)) {
        for (const place of equation.places) { this.disagreed.add(place); }
        continue;
      }
      let last = NOT_YET;
      for (const place of equation.places) { last = Math.max(last, this.roundOf[place]); }
      for (const place of equation.places) {
        if (this.roundOf[place] !== last) { continue; }
        const { equations } = this.found.get(place)!;
        if (!equations.includes(equation.number)) { equations.push(equation.number); }
      }
    }
    return this.disagreed;
  }

  private speak(equation: Open): void {
    const { places, signs, known, waiting, number } = equation;
    if (waiting === 0) { return; }
    if (waiting === 1) {
      let at = 0;
      while (this.isFound(places[at])) { at++; }
      if (signs[at] !== 0) { this.claim(places[at], isZero(known) ? known : known.div(-signs[at]), number); }
    } else if (isZero(known) && this.canOnlyAdd(equation) && this.somethingKnown(equation)) {
      for (const place of places) { if (!this.isFound(place)) { this.claim(place, bigOf(0), number); } }
    }
  }

  private isFound(place: number): boolean { return this.roundOf[place] !== NOT_YET; }

  private somethingKnown({ number, places, waiting }: Open): boolean {
    const { left, right } = this.problem.equations[number];
    return places.length < left.length + right.length || waiting < places.length;
  }

  /** Whether all that is not found adds to one side. */
  private canOnlyAdd({ places, signs }: Open): boolean {
    let direction = 0;
    for (let i = 0; i < places.length; i++) {
      if (this.isFound(places[i])) { continue; }
      const sign = signs[i];
      if (direction === 0) { direction = sign; }
      if (sign === 0 || sign !== direction || (this.problem.admits[places[i]] & Admit.Negative) !== 0) { return false; }
    }
    return direction !== 0;
  }

  private claim(place: number, value: Big, equation: number): void {
    if (this.barred.has(place) || this.disagreed.has(place)) { return; }
    const earlier = this.said[place];
    if (!admitsValue(this.problem, place, value) || (earlier && earlier.value !== value && !earlier.value.eq(value))) {
      this.disagreed.add(place);
      this.said[place] = undefined;
    } else if (earlier) {
      earlier.equations.push(equation);
    } else {
      this.said[place] = { value, equations: [equation] };
      this.fresh.push(place);
    }
  }
}

/** Takes a value that was found into an equation that waited for it. */
function settle(equation: Open, place: number, value: Big): void {
  equation.waiting--;
  if (!isZero(value)) { equation.known = equation.known.plus(value.times(equation.signs[equation.places.indexOf(place)])); }
}

/** Whether a value may stand at a place. */
function admitsValue(problem: Problem, place: number, value: Big): boolean {
  const admits = problem.admits[place];
  if ((admits & Admit.Negative) === 0 && value.s < 0 && !isZero(value)) { return false; }
  return (admits & Admit.Decimals) !== 0 || value.c.length <= value.e + 1;
}
