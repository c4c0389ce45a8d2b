/**
 * When votes are enough to take lines for the sum of others. Invariant: the less the words of a table say so, the more lines must;
 * nothing is accepted that no line supports.
 */
import type { Candidate } from './relation';
import type { Evidence } from './signed';
import type { Vote } from './view';

export const LEAST_STRONG = 3;
/** Digits of the figures that balanced: few digits agree by chance. */
export const LEAST_DIGITS = 6;
const LEAST_DIGITS_BY_PLACE = 3;
/** Where one line speaks for a total and one against it. */
const LEAST_DIGITS_OF_ONE = 1;

export function isAcceptedAsDifference({ strong, balanced, broken, digits }: Vote, evidence: Evidence): boolean {
  if (evidence === 'words') { return strong >= 2 && broken * 2 <= balanced; }
  if (evidence === 'none') { return strong >= LEAST_STRONG && digits >= LEAST_DIGITS && broken * 4 <= balanced; }
  return strong >= 2 && broken * (strong >= LEAST_STRONG && digits >= LEAST_DIGITS_BY_PLACE ? 3 : 4) <= balanced;
}

export function isBetter(a: Vote, b: Vote): boolean {
  const ratio = a.balanced * (b.balanced + b.broken) - b.balanced * (a.balanced + a.broken);
  return ratio !== 0 ? ratio > 0 : a.strong > b.strong;
}

export function isAcceptedByName({ balanced, strong, broken, exact, digits }: Vote, { fromLevels, isWhole }: Candidate): boolean {
  if (balanced === 0) { return false; }
  if (strong === 0) { return isWhole && broken * 4 <= balanced && (exact === balanced || balanced >= 2); }
  if (isWhole && balanced === 1 && broken === 1) { return digits >= LEAST_DIGITS_OF_ONE; }
  return fromLevels ? balanced * 2 >= balanced + broken : balanced * 5 >= (balanced + broken) * 3;
}
