/**
 * How far from a total its parts may stand. Invariant: in a view of many totals only few of them are compared with all that lies
 * between them and the edge of the body, so that the search stays linear in the lines.
 */
import type { Relation } from './relation';
import type { View } from './view';
import { saysTotal } from './words';

const MOST_TOTALS = 64;

export interface Totals {
  readonly byTotal: ReadonlyMap<number, Relation>;
  /** Lines of the view whose name says total, in order. */
  readonly named: readonly number[];
}

export function linesNamedTotal({ lines, isBreak }: View): number[] {
  const named: number[] = [];
  for (let line = 0; line < lines.length; line++) { if (saysTotal(lines[line].kind) && isBreak[line] === 0) { named.push(line); } }
  return named;
}

/** Whether totals are so few that each may be compared with everything. */
export function areFew({ named, byTotal }: Totals): boolean { return Math.max(named.length, byTotal.size) <= MOST_TOTALS; }

/** Whether a line may be the total of all the body: one of few, or the first or last of its kind. */
export function mayBeOfAll({ lines }: View, total: number, totals: Totals): boolean {
  const isAlike = (line: number): boolean => lines[line].kind === lines[total].kind;
  return areFew(totals) || totals.named.find(isAlike) === total || totals.named.findLast(isAlike) === total;
}
