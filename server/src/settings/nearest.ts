/**
 * The name that was probably meant. Invariant: what was written is its beginning, or at most two slips away
 * in a short name, three in a long one.
 */
import { distanceWithin } from '../text/distance';

const SHORT = 6;
const SHORTEST_BEGINNING = 3;

/** @returns null where no name is near */
export function nearest(written: string, names: Iterable<string>): string | null {
  let best: string | null = null;
  let least = written.length <= SHORT ? 3 : 4;
  for (const name of names) {
    if (written.length >= SHORTEST_BEGINNING && name.startsWith(written.toLowerCase())) { return name; }
    const distance = distanceWithin(written.toLowerCase(), name, least - 1);
    if (distance < least) { best = name; least = distance; }
  }
  return best;
}
