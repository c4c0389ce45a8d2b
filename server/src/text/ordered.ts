/**
 * Where something begins in what is ordered. Invariant: `holds` is asked of a logarithmic number of places, and once it is true of one
 * it must be true of all that follow.
 */

/** The first of `count` places of which `holds` is true; `count` where it is true of none. */
export function firstThat(count: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) { high = middle; } else { low = middle + 1; }
  }
  return low;
}
