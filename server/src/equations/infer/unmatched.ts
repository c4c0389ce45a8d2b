/**
 * Lines that surely are totals, by name and by what stands beside them, and for which no parts were found: most of their figures fit
 * nothing. Invariant: nothing is accused here; a figure is told only where a total of its line's kind was seen to hold, so that a rate, a
 * rank or a line that merely bears a total's name is not.
 */
import { LEAST_DIGITS } from './acceptance';
import type { Relation } from './relation';
import { Say, type View, type Vote } from './view';
import type { LabelKind } from './vocabulary';
import { saysTotal } from './words';

/** Lines that add up by half or less: what holds must be more than chance. */
const LEAST_HELD = 2;
const LEAST_SHARE = 4;
/** Decimal digits of what holds that show a line to be a total, though not of what. */
const LEAST_DIGITS_AT_ALL = 3;

/** Whether what holds singles out the parts, though more of the line does not hold than a sum may be accepted with. */
export function isHalfHeld({ strong, digits, balanced, broken }: Vote): boolean {
  return strong >= LEAST_HELD && digits >= LEAST_DIGITS && balanced * LEAST_SHARE >= balanced + broken;
}

/** Whether each part has a figure where the line holds: one that has none there may be no part of it elsewhere. */
export function isEachPartHeld({ view, parts, vote }: Relation, cross: number): boolean {
  return parts.lines.every((part) => !(Math.abs(view.tick(part, cross)) > 0)
    || vote.says.some((said, other) => said === Say.Balanced && Math.abs(view.tick(part, other)) > 0));
}

/** For each cross, of how many totals known by name, or of one kind, it says so. */
export function countSaid(view: View, relations: Iterable<Relation>, what: number, kind?: LabelKind): Int32Array {
  const counts = new Int32Array(view.crosses);
  for (const relation of relations) {
    if (kind === undefined ? !saysTotal(relation.kind) : relation.kind !== kind) { continue; }
    for (let cross = 0; cross < counts.length; cross++) { if (relation.vote.says[cross] === what) { counts[cross]++; } }
  }
  return counts;
}

/** The whole label is a word for total. */
export function isNamedWhole(kind: LabelKind): boolean { return kind === 'total' || kind === 'grand' || kind === 'subtotal'; }

/**
 * The crosses in which a line that nothing was found for should be a sum.
 * @param closest the vote on what fits it best, if anything does
 * @param heldByKind for each kind seen, the crosses in which totals of that kind hold
 */
export function unmatchedCrosses(
  view: View, total: number, closest: Vote | undefined, heldByKind: (kind: LabelKind) => Int32Array,
): number[] {
  const { kind } = view.lines[total];
  const isLikely = closest !== undefined && closest.strong > 0 && closest.digits >= LEAST_DIGITS_AT_ALL
    && closest.balanced * LEAST_SHARE >= closest.balanced + closest.broken;
  const held = view.orientation === 'rows' && isNamedWhole(kind) ? heldByKind(kind) : undefined;
  const crosses: number[] = [];
  for (let cross = 0; cross < view.crosses; cross++) {
    const isDue = (isLikely && (closest.says[cross] === Say.Balanced || closest.says[cross] === Say.Broken))
      || (held !== undefined && held[cross] > 0);
    if (isDue && view.mayBeSum(total, cross) && view.tick(total, cross) !== 0) { crosses.push(cross); }
  }
  return crosses;
}
