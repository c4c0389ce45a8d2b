/**
 * Equations as they stand in one document, and their verdicts. Invariant: every declared equation ends in exactly one of
 * three states, so held + broken + not evaluated = declared, always. A blank is never taken for 0 in silence.
 */
import type Big from 'big.js';
import type { Cell } from './cell';
import type { EquationSpec } from './form';

/**
 * Why an equation could not be evaluated. unreached: it is not known what it is made of, since too much does not add up or the table is too
 * large.
 */
export type Gap = 'missing' | 'blank' | 'dash' | 'unreadable' | 'disputed' | 'shifted' | 'unreached';

export interface Verdict {
  readonly spec: EquationSpec;
  readonly state: 'held' | 'broken' | 'unevaluated';
  /** Sums of the known terms of either side, exact. */
  readonly left: Big;
  readonly right: Big;
  /** Set where state is 'unevaluated'. */
  readonly gap: Gap | null;
  /** Cells that are blank and can only be 0, on which a 'held' rests; empty otherwise. */
  readonly assumedZero: readonly Cell[];
}

export interface Ledger {
  readonly declared: number;
  readonly held: number;
  readonly broken: number;
  readonly notEvaluated: number;
}

export const EMPTY_LEDGER: Ledger = { declared: 0, held: 0, broken: 0, notEvaluated: 0 };

export function addLedgers(a: Ledger, b: Ledger): Ledger {
  return {
    declared: a.declared + b.declared, held: a.held + b.held,
    broken: a.broken + b.broken, notEvaluated: a.notEvaluated + b.notEvaluated,
  };
}

/** A value that a cell should have, by the equations. */
export interface Proposal { readonly place: number; readonly value: Big }

/**
 * What the pattern of broken equations says. One cause each: `sure` names the only smallest set of cells whose change
 * repairs `broken` and breaks none; otherwise `suspects` lists the alternatives, likeliest first (empty: none was found, or
 * time ran out; a single one: it fits, but too much else is wrong to be sure). `broken` names the leading equation first.
 */
export interface Diagnosis {
  readonly broken: readonly number[];
  readonly sure: readonly Proposal[] | null;
  readonly suspects: readonly (readonly Proposal[])[];
  readonly undecided: boolean;
}

/** The sets of changes by which a cause may be put right: the only one where it is sure, else the suspects. */
export function waysToRepair({ sure, suspects }: Diagnosis): readonly (readonly Proposal[])[] {
  return sure === null ? suspects : [sure];
}
