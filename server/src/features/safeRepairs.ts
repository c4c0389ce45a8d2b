/**
 * The repairs that may be made without asking. Invariant: only `safe` repairs, at most one for a finding, whole or not at all,
 * none of what is excepted; the edits ascend and do not overlap. No reported figure changes.
 */
import type { AnalysedRepair, Analysis } from '../analysis/analysis';
import type { TextEdit } from '../model/repair';
import { firstThat } from '../text/ordered';

export interface SafeRepairs {
  readonly repairs: readonly AnalysedRepair[];
  /** All of their edits, ascending, not overlapping. */
  readonly edits: readonly TextEdit[];
}

/** Safe repairs that do not get in each other's way; of two that do, the one of the earlier finding. */
export function safeRepairs(analysis: Analysis): SafeRepairs {
  const repairs: AnalysedRepair[] = [];
  const edits: TextEdit[] = [];
  for (const finding of analysis.findings) {
    if (finding.exception !== null) { continue; }
    const safe = finding.repairs().filter((repair) => repair.kind === 'safe');
    const repair = safe.find((one) => one.preferred) ?? safe[0];
    if (repair === undefined || !repair.edits.every((edit) => isFree(edit, edits))) { continue; }
    repairs.push(repair);
    for (const edit of repair.edits) { edits.splice(placeOf(edit, edits), 0, edit); }
  }
  return { repairs, edits };
}

/** Edits that touch are in each other's way where one of them inserts: which goes first would be a guess. */
function isFree(edit: TextEdit, taken: readonly TextEdit[]): boolean {
  const at = placeOf(edit, taken);
  return !(at > 0 && inTheWay(taken[at - 1], edit)) && !(at < taken.length && inTheWay(edit, taken[at]));
}

/** @param first starts before `second`, or where it does */
function inTheWay(first: TextEdit, second: TextEdit): boolean {
  return second.start < first.end || second.start === first.start || (second.start === first.end && second.start === second.end);
}

/** Where the edit goes in the order of starts.*/
function placeOf(edit: TextEdit, ordered: readonly TextEdit[]): number {
  return firstThat(ordered.length, (at) => ordered[at].start >= edit.start);
}

/** @param edits ascending, not overlapping */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, newText } of edits) {
    parts.push(text.slice(at, start), newText);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
