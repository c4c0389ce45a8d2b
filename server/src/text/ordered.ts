/**
 * Where something begins in what is ordered. Invariant: `holds` is asked of a logarithmic number of places, and once it is true of one
 * it must be true of all that follow.
 */

/**
 * The first of `count` places of which `holds` is true; `count` where it is true of none.
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
