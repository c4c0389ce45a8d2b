/**
 * The slips a person makes when copying a figure, and how likely each explains a wrong one. Invariant: slips only put
 * candidates in order; they never make one certain.
 */
import type Big from 'big.js';

export type Slip = 'not-updated' | 'sign' | 'digit' | 'swap' | 'one-digit-more' | 'one-digit-less' | 'factor-of-ten';

/** Lower is more human; `FAR` is for a figure that no single slip explains. */
const COST: Readonly<Record<Slip, number>> = {
  'not-updated': 1, 'swap': 1, 'digit': 2, 'one-digit-more': 2, 'one-digit-less': 2, 'factor-of-ten': 2, 'sign': 2,
};
const FAR = 5;

/** The one slip that turns `right` into `found`, or null. `isTotal`: a 0 there may just not have been filled in. */
export function slipBetween(found: Big, right: Big, isTotal: boolean): Slip | null {
  if (found.eq(0)) { return isTotal ? 'not-updated' : oneDigit(right) ? 'digit' : null; }
  if (found.eq(right.neg())) { return 'sign'; }
  if (found.s !== right.s) { return null; }
  if (found.eq(right.times(10)) || right.eq(found.times(10))) { return 'factor-of-ten'; }
  return slipInDigits(found.abs().toFixed(), right.abs().toFixed());
}

export function slipCost(found: Big, right: Big, isTotal: boolean): number {
  const slip = slipBetween(found, right, isTotal);
  return slip === null ? FAR : COST[slip];
}

function oneDigit(value: Big): boolean {
  return value.gte(0) && value.lt(10) && value.mod(1).eq(0);
}

function slipInDigits(found: string, right: string): Slip | null {
  if (found.length === right.length) {
    const first = firstDifference(found, right);
    if (found.slice(first + 1) === right.slice(first + 1)) { return 'digit'; }
    const swapped = found[first] === right[first + 1] && found[first + 1] === right[first];
    return swapped && found.slice(first + 2) === right.slice(first + 2) ? 'swap' : null;
  }
  if (found.length === right.length + 1) { return isOneLonger(found, right) ? 'one-digit-more' : null; }
  return right.length === found.length + 1 && isOneLonger(right, found) ? 'one-digit-less' : null;
}

function isOneLonger(long: string, short: string): boolean {
  return long.slice(firstDifference(long, short) + 1) === short.slice(firstDifference(long, short));
}

function firstDifference(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) { i++; }
  return i;
}
