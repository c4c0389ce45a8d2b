/**
 * A total and its parts, as the votes accept it. Invariant: one relation per total line of a view, no line is part and
 * total of the same other line, and nothing is accepted that no cross supports.
 */
import type { Parts, View, Vote } from './view';
import type { LabelKind } from './vocabulary';

export interface Relation {
  readonly view: View;
  readonly total: number;
  readonly parts: Parts;
  readonly vote: Vote;
  /** What its label says; 'none' where only the votes speak for it. */
  readonly kind: LabelKind;
  /** Depths of numbering or indentation agree with it. */
  readonly fromLevels: boolean;
  /** The parts are all there is between the total and the header, a heading, or the total before. */
  readonly isWhole: boolean;
}

export interface Candidate {
  readonly parts: Parts;
  readonly fromLevels: boolean;
  readonly isWhole: boolean;
}

const NONE: ReadonlySet<number> = new Set();

export function partsOf(view: View, lines: readonly number[], times = 1): Parts {
  let minus: Set<number> | undefined;
  for (const line of lines) { if (isSigned(view, line)) { (minus ??= new Set()).add(line); } }
  return { lines, minus: minus ?? NONE, times };
}

/** A line named "less" that is to be taken off: one whose figures are written negative is already. */
export function isSigned(view: View, line: number): boolean {
  if (view.lines[line].kind !== 'less') { return false; }
  let least = 0;
  let most = 0;
  for (let cross = 0; cross < view.crosses; cross++) {
    const value = view.tick(line, cross);
    if (value < least) { least = value; }
    if (value > most) { most = value; }
  }
  return most > 0 || least === 0;
}

/** Whether a line may be added up at all. */
export function isAddend(view: View, line: number): boolean {
  return view.isBreak[line] === 0 && view.isOut[line] === 0;
}
