/**
 * Totals that only one column speaks for, and that do not balance. Invariant: without a word for total, with anything but
 * plain figures in the way, or with no slip that explains the difference, nothing is said above information; nothing at all where a
 * total was not reached and may yet hold. Its work is bounded as that of the search is.
 */
import type { Level } from '../../model/finding';
import { candidatesFor } from './candidates';
import { explained, isComplete, isNear, isPlausible } from './plausible';
import type { Relation } from './relation';
import type { Search } from './search';
import { Say, type View } from './view';
import { saysTotal } from './words';

export interface LoneAccusation { readonly relation: Relation; readonly cross: number; readonly level: Level }

/** Named total rows that nothing was found for, each with the reading that comes closest. Rows only. */
export function loneAccusations(view: View, search: Search): LoneAccusation[] {
  const found: LoneAccusation[] = [];
  let held = 0;
  let named = 0;
  for (const line of view.lines) { if (saysTotal(line.kind)) { named++; } }
  for (const relation of search.byTotal.values()) { if (saysTotal(relation.kind)) { held++; } }
  search.startPhase();
  for (let total = 0; total < view.count; total++) {
    if (!saysTotal(view.lines[total].kind) || search.byTotal.has(total)) { continue; }
    if (search.isSpent) { search.unreached.add(total); continue; }
    const accusation = closest(view, search, total, held, named);
    if (accusation === null) { continue; }
    search.unreached.delete(total);
    found.push(accusation);
  }
  return found;
}

function closest(view: View, search: Search, total: number, held: number, named: number): LoneAccusation | null {
  const { kind } = view.lines[total];
  let best: LoneAccusation | null = null;
  let least = Infinity;
  for (const step of [-1, 1] as const) {
    if (!isAtEdge(view, total, step)) { continue; }
    for (const candidate of candidatesFor(view, total, step, search)) {
      if (!candidate.isWhole || (kind !== 'grand' && candidate.parts.lines.some((line) => view.lines[line].kind === 'grand'))) { continue; }
      const vote = view.vote(total, candidate.parts);
      if (vote.balanced > 0 && search.unreached.has(total)) { return null; }
      if (vote.broken !== 1 || vote.balanced !== 0) { continue; }
      const relation: Relation = { view, total, vote, kind, ...candidate };
      const cross = vote.says.indexOf(Say.Broken);
      if (!isPlausible(relation, cross)) { continue; }
      const slip = explained(relation, cross);
      if (slip === null && (kind === 'scoped' || named > 1 || !isNear(relation, cross))) { continue; }
      const sure = slip !== null && !hasExactRun(search, total, cross) && isComplete(relation, cross) && (kind !== 'scoped' || held > 0);
      const off = Math.abs(view.sum(candidate.parts, cross).ticks - view.tick(total, cross)) * (slip === null ? UNEXPLAINED : 1);
      if (off >= least) { continue; }
      least = off;
      best = { relation, cross, level: sure ? 'warning' : 'information' };
    }
  }
  return best;
}

/** Some of the lines beside it add up to the total: perhaps that is what it is the total of. */
function hasExactRun(search: Search, total: number, cross: number): boolean {
  const { view } = search;
  return ([-1, 1] as const).some((step) => search.runs.beside(total, step).some((lines) => {
    let sum = 0;
    for (const line of lines) { const value = view.tick(line, cross); if (value === value) { sum += value; } }
    return sum === view.tick(total, cross);
  }));
}

/** A difference that no slip explains counts as so much larger. */
const UNEXPLAINED = 1000;

/** Whether nothing but totals and headings stands above a total of what is below it; below its parts a total needs no edge. */
function isAtEdge(view: View, total: number, step: 1 | -1): boolean {
  if (step < 0) { return true; }
  for (let line = total - 1; line >= 0; line--) {
    if (view.isBreak[line] === 0 && !saysTotal(view.lines[line].kind)) { return false; }
  }
  return true;
}
