/**
 * Which broken lines of accepted relations are mistakes, and how surely. Invariant: silence unless other lines of the same
 * relation prove it, or one plain slip explains the only line there is; nothing that a blank, a rounding, another reading
 * of the table or a rate could explain is ever accused.
 */
import type { Level } from '../../model/finding';
import { candidatesFor, type Known } from './candidates';
import type { Relation } from './relation';
import { signedCandidates } from './signed';
import { Say, type Parts } from './view';
import { explained, isAmongParts, isNear, isPlausible } from './plausible';
import { isEachPartHeld, isHalfHeld, isNamedWhole } from './unmatched';
import { saysTotal } from './words';

export interface Accusation {
  readonly cross: number;
  /** Null where it cannot be told: too much was to be compared, or too much of the total does not add up. */
  readonly level: Level | null;
}

/** For each cross of a view, in how many totals known by name it holds and is broken. */
export interface Columns { readonly held: Int32Array; readonly broken: Int32Array }

const LEAST_DIGITS_UNNAMED = 10;
/** Totals that must show a column to add up before most of another total is called wrong. */
const LEAST_HELD_ELSEWHERE = 2;

/**
 * @param known what the search found; its allowance of work bounds what is compared here
 * @param others how many other totals of the view hold by name
 */
export function accusations(
  relation: Relation, known: Known & { readonly isSpent: boolean }, others: number, columns: Columns,
): Accusation[] {
  const { vote, kind } = relation;
  if (vote.broken === 0 || relation.parts.times !== 1 || kind === 'difference' && vote.strong < 3) { return []; }
  const voting = vote.balanced + vote.broken;
  const isDoubtful = vote.broken * 3 > voting && !(vote.broken === 1 && vote.balanced === 1);
  if (isDoubtful && !saysTotal(kind)) { return []; }
  if (kind === 'none' && !relation.fromLevels && vote.digits < LEAST_DIGITS_UNNAMED) { return []; }
  const found: Accusation[] = [];
  const otherwise = otherReadings(relation, known);
  for (let cross = 0; cross < vote.says.length; cross++) {
    if (vote.says[cross] !== Say.Broken || !isPlausible(relation, cross)) { continue; }
    if (known.isSpent) { found.push({ cross, level: null }); continue; }
    if (readsOtherwise(relation, cross, otherwise())) { continue; }
    if (isDoubtful && columns.held[cross] === 0 && isAmongParts(relation, cross)) { continue; }
    const level = isDoubtful ? levelOfDoubtful(relation, cross, columns) : levelOf(relation, cross, others);
    if (level !== null || isDoubtful) { found.push({ cross, level }); }
  }
  return found;
}

/** All that the total may be the total of: the same for all its figures, and collected when the first of them needs it. */
function otherReadings({ view, total, kind }: Relation, known: Known): () => readonly Parts[] {
  let readings: Parts[] | undefined;
  return () => {
    if (readings === undefined) {
      readings = [];
      const signed = kind === 'difference' ? signedCandidates(view, total, []) : [];
      for (const { parts, evidence } of signed) { if (evidence !== 'none' || parts.lines.length > 2) { readings.push(parts); } }
      for (const step of [-1, 1] as const) { for (const { parts } of candidatesFor(view, total, step, known)) { readings.push(parts); } }
    }
    return readings;
  };
}

/** Another way to read the total balances the line. */
function readsOtherwise({ view, total }: Relation, cross: number, readings: readonly Parts[]): boolean {
  const due = view.tick(total, cross);
  return readings.some((parts) => {
    const sum = view.sum(parts, cross);
    view.work += parts.lines.length;
    return sum.figures > 0 && Math.abs(due - sum.ticks) <= view.room(total, parts.lines, cross, sum.figures);
  });
}

function levelOf(relation: Relation, cross: number, others: number): Level | null {
  const { vote, kind, view, parts, total, fromLevels, isWhole } = relation;
  const isNamed = kind === 'total' || kind === 'grand' || kind === 'subtotal' || kind === 'scoped';
  if (vote.balanced < 2 && !(isNamed && (fromLevels || isWhole))) { return null; }
  if (!isNamed && vote.strong < 2) { return null; }
  const sum = view.sum(parts, cross);
  if (isWithinRounding(relation, cross, Math.abs(sum.ticks - view.tick(total, cross)), sum.figures)) { return 'information'; }
  if (vote.balanced === 1 && explained(relation, cross) === null) { return others > 0 || isNear(relation, cross) ? 'information' : null; }
  if (vote.balanced === 1 && view.orientation === 'columns') { return 'information'; }
  return (kind === 'total' || kind === 'grand') && vote.strong >= 3 ? 'error' : 'warning';
}

/**
 * Where many figures of a total are off, the rest must leave no doubt what it is the total of, the column must add up in all other totals,
 * and a slip must explain the figure, which is more than the parts have: less it may be where some are counted once. Else null.
 */
function levelOfDoubtful(relation: Relation, cross: number, { held, broken }: Columns): Level | null {
  const { view, vote, kind, parts, total } = relation;
  const sum = view.sum(parts, cross);
  const isProved = view.orientation === 'rows' && isNamedWhole(kind) && isHalfHeld(vote) && isEachPartHeld(relation, cross)
    && held[cross] >= LEAST_HELD_ELSEWHERE && broken[cross] === 1 && view.tick(total, cross) > sum.ticks
      && explained(relation, cross) !== null;
  if (!isProved) { return null; }
  return isWithinRounding(relation, cross, Math.abs(sum.ticks - view.tick(total, cross)), sum.figures) ? 'information' : 'warning';
}

/** |d| ≤ n·ulp: perhaps rounded one by one. */
function isWithinRounding({ view, total, parts }: Relation, cross: number, difference: number, n: number): boolean {
  const ulp = 10 ** (view.sheet.scale - view.decimals(total, cross));
  return view.room(total, parts.lines, cross, n) > 0 && difference <= n * ulp;
}
