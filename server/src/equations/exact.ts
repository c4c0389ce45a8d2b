/**
 * Exact arithmetic for equations. Invariant: a sum is counted in ticks, whole multiples of 10^-scale, as a JavaScript
 * number only while every partial sum stays within the safe integers; beyond that it is counted with Big.
 */
import Big from 'big.js';
import type { TermSpec } from '../model/form';
import { figureAt, type Problem } from './problem';

/** Largest figure, in ticks, that is summed as a number: 2¹³ of them stay within 2⁵³. */
const LARGEST = 2 ** 40;
const LONGEST_SUM = 2 ** 13;
const POWERS = Array.from({ length: 13 }, (_, n) => 10 ** n);

const SMALL = 2048;
const small = Array.from({ length: SMALL }, (_, n) => new Big(n));
const LARGE_KEPT = 4096;
const large = new Map<number, Big>();

/** The Big of a whole number; common ones are shared, so they must never be changed. */
export function bigOf(whole: number): Big {
  if (whole >= 0 && whole < SMALL) { return small[whole]; }
  let big = large.get(whole);
  if (big === undefined) {
    big = new Big(whole);
    if (large.size >= LARGE_KEPT) { large.clear(); }
    large.set(whole, big);
  }
  return big;
}

/** The same as `value.eq(0)`, without making a Big of the 0. */
export function isZero(value: Big): boolean { return value.c[0] === 0; }

/** Every figure of a problem, read once: NaN where there is none, infinite where it is too large or fine to be ticks. */
export interface Figures {
  readonly values: Float64Array;
  readonly decimals: Uint8Array;
  /** No figure has decimals, so that a tick is 1 everywhere. */
  readonly allWhole: boolean;
}

export function figuresOf(problem: Problem): Figures {
  const count = problem.places.length;
  const values = new Float64Array(count);
  const decimals = new Uint8Array(count);
  let finest = 0;
  for (let place = 0; place < count; place++) {
    const figure = figureAt(problem, place);
    if (figure === null) { values[place] = NaN; continue; }
    const { whole } = figure;
    const digits = Math.min(figure.decimals, POWERS.length);
    if (digits > 0) { decimals[place] = digits; finest = Math.max(finest, digits); }
    const value = whole === whole ? whole : figure.value.toNumber();
    values[place] = digits < POWERS.length && Math.abs(value) * POWERS[digits] <= LARGEST ? value : Infinity;
  }
  return { values, decimals, allWhole: finest === 0 };
}

/** The sum of a side where every term is a known whole number, else not finite. Only where `allWhole`. */
export function wholeSum(terms: readonly TermSpec[], values: Float64Array): number {
  if (terms.length > LONGEST_SUM) { return NaN; }
  let sum = 0;
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i];
    sum += term.sign * values[term.place];
  }
  return sum;
}

/** The known terms of both sides, summed; `excess` is the sign of left − right. */
export interface Sums { readonly left: Big; readonly right: Big; readonly excess: -1 | 0 | 1 }

/**
 * Sums both sides over the places that have figures. `excess` is the sign of left − right, 0 while they agree; where
 * `rounded`, each printed figure stands for ± ½·10^-decimals, and two overlapping intervals agree (XBRL Calculations 1.1).
 */
export function sumsOf(problem: Problem, figures: Figures, left: readonly TermSpec[], right: readonly TermSpec[], rounded: boolean): Sums {
  const scale = Math.max(finest(left, figures), finest(right, figures));
  const leftTicks = ticks(left, figures, scale);
  const rightTicks = ticks(right, figures, scale);
  if (!Number.isSafeInteger(leftTicks) || !Number.isSafeInteger(rightTicks)) { return sumsWithBig(problem, left, right, rounded); }
  const room = rounded ? halfTicks(left, figures, scale) + halfTicks(right, figures, scale) : 0;
  const difference = 2 * (leftTicks - rightTicks);
  return {
    left: bigOfTicks(leftTicks, scale), right: leftTicks === rightTicks ? bigOfTicks(leftTicks, scale) : bigOfTicks(rightTicks, scale),
    excess: difference > room ? 1 : difference < -room ? -1 : 0,
  };
}

function bigOfTicks(count: number, scale: number): Big {
  return scale === 0 ? bigOf(count) : new Big(`${count}e-${scale}`);
}

function finest(terms: readonly TermSpec[], { decimals }: Figures): number {
  let most = 0;
  for (let i = 0; i < terms.length; i++) { most = Math.max(most, decimals[terms[i].place]); }
  return most;
}

/** Not a safe integer where a figure is beyond ticks at this scale. */
function ticks(terms: readonly TermSpec[], { values }: Figures, scale: number): number {
  if (terms.length > LONGEST_SUM || scale >= POWERS.length) { return NaN; }
  const power = POWERS[scale];
  let sum = 0;
  for (let i = 0; i < terms.length; i++) {
    const { place, sign } = terms[i];
    const value = values[place];
    if (value !== value) { continue; }
    const count = scale === 0 ? value : Math.round(value * power);
    if (Math.abs(count) > LARGEST) { return NaN; }
    sum += sign * count;
  }
  return sum;
}

function halfTicks(terms: readonly TermSpec[], { values, decimals }: Figures, scale: number): number {
  let sum = 0;
  for (let i = 0; i < terms.length; i++) {
    const { place } = terms[i];
    if (!Number.isNaN(values[place])) { sum += POWERS[scale - decimals[place]]; }
  }
  return sum;
}

function sumsWithBig(problem: Problem, leftTerms: readonly TermSpec[], rightTerms: readonly TermSpec[], rounded: boolean): Sums {
  const left = bigSum(problem, leftTerms);
  const right = bigSum(problem, rightTerms);
  const room = rounded ? roundingRoom(problem, [...leftTerms, ...rightTerms]) : small[0];
  const difference = left.minus(right);
  return { left, right, excess: difference.gt(room) ? 1 : difference.lt(room.neg()) ? -1 : 0 };
}

function bigSum(problem: Problem, terms: readonly TermSpec[]): Big {
  let sum = small[0];
  for (const { place, sign } of terms) {
    const figure = figureAt(problem, place);
    if (figure !== null) { sum = sign > 0 ? sum.plus(figure.value) : sum.minus(figure.value); }
  }
  return sum;
}

/** How far both sides may differ by rounding alone: ½·10^-decimals for each figure. */
export function roundingRoom(problem: Problem, terms: readonly TermSpec[]): Big {
  let room = small[0];
  for (const { place } of terms) {
    const figure = figureAt(problem, place);
    if (figure !== null) { room = room.plus(`5e-${figure.decimals + 1}`); }
  }
  return room;
}
