/**
 * Where something begins in what is ordered, and what of the rest is in order. Invariant: both ask of few places: a search of a logarithmic
 * number, the longest run of that many for each.
 */

/**
 * The first of `count` places of which `holds` is true; `count` where it is true of none. Once it is true of one, it must be true of all
 * that follow.
 * @param near looked at from here on in widening steps, where it is not true before
 */
export function firstThat(count: number, holds: (place: number) => boolean, near = 0): number {
  let low = near > 0 && near <= count && !holds(near - 1) ? near : 0;
  let high = count;
  for (let step = 1; low + step < high; step *= 2) {
    if (holds(low + step)) { high = low + step; } else { low += step + 1; }
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) { high = middle; } else { low = middle + 1; }
  }
  return low;
}

export function isAscending(values: readonly number[], mayRepeat = false): boolean {
  return values.every((value, i) => i === 0 || isBehind(value, values[i - 1], mayRepeat));
}

function isBehind(value: number, other: number, mayRepeat: boolean): boolean { return value > other || (mayRepeat && value === other); }

/**
 * Positions of a longest ascending run of values, which others may stand between; of several, the one that stands first.
 * Source: Fredman, On computing the length of longest increasing subsequences, 1975.
 * @param mayRepeat whether equal values are in order
 */
export function longestAscending(values: readonly number[], mayRepeat = false): ReadonlySet<number> {
  /** By length of the longest run that ends there; values descend within each. */
  const ending: number[][] = [];
  values.forEach((value, at) => {
    const length = firstThat(ending.length, (one) => !isBehind(value, values[ending[one].at(-1)!], mayRepeat));
    (ending[length] ??= []).push(at);
  });
  const run = new Set<number>();
  let next = Infinity;
  for (let length = ending.length - 1; length >= 0; length--) {
    const ends = ending[length];
    const at = ends[firstThat(ends.length, (one) => isBehind(next, values[ends[one]], mayRepeat))];
    run.add(at);
    next = values[at];
  }
  return run;
}
