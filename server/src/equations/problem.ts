/**
 * What the solver works on: equations over places, and what stands at each place. Invariant: it knows nothing of forms
 * beyond this, so the equations inferred from any table are solved by the same code.
 */
import { Mark, type NumberAmount } from '../model/amount';
import type { Cell } from '../model/cell';
import type { Gap } from '../model/equation';
import type { EquationSpec, FormTable } from '../model/form';
import { isCounted } from '../model/unit';

/** What a place may hold besides whole numbers from 0 up. Bits, so that they can be combined. */
export const Admit = { Decimals: 1, Negative: 2 } as const;

export interface Problem {
  readonly equations: readonly EquationSpec[];
  /** For each place, the numbers of the equations it takes part in; a number may stand twice. */
  readonly equationsAt: readonly (readonly number[])[];
  readonly places: readonly (Cell | null)[];
  /** For each place, bits of `Admit`. */
  readonly admits: ArrayLike<number>;
}

const admissions = new WeakMap<FormTable, Uint8Array>();

/** @param places the cell of each place of the form table, null where the text has none. */
export function problemOf(table: FormTable, places: readonly (Cell | null)[]): Problem {
  let admits = admissions.get(table);
  if (admits === undefined) {
    admits = admissionsOf(table);
    admissions.set(table, admits);
  }
  return { equations: table.equations, equationsAt: table.equationsAt, places, admits };
}

function admissionsOf(table: FormTable): Uint8Array {
  const admits = new Uint8Array(table.places);
  for (let place = 0; place < table.places; place++) {
    const column = table.columnAt[place];
    const decimals = column.kind === 'amount' || table.rowAt[place].kind === 'amount';
    admits[place] = (decimals ? Admit.Decimals : 0) | (column.mayBeNegative ? Admit.Negative : 0);
  }
  return admits;
}

/** The figure at a place, or null where there is none that the place admits. */
export function figureAt(problem: Problem, place: number): NumberAmount | null {
  const cell = problem.places[place];
  if (cell === null) { return null; }
  const amount = cell.content.amount;
  return amount.kind === 'number' && isAdmitted(amount, problem.admits[place]) && isCertain(amount, problem.admits[place]) ? amount : null;
}

const INEXACT = Mark.Approximate | Mark.Percent;

/** 约 and % leave the figure open; so does a unit that makes another number of a count (12万件, 5元, 1O). */
function isCertain(amount: NumberAmount, admits: number): boolean {
  if ((amount.marks & INEXACT) !== 0) { return false; }
  return amount.unit === '' || (admits & Admit.Decimals) !== 0 || isCounted(amount.unit);
}

/** `3.0` is a whole number in its value, however it is written. */
function isAdmitted(amount: NumberAmount, admits: number): boolean {
  if (amount.whole >= 0) { return true; }
  if ((admits & Admit.Negative) === 0 && amount.value.s < 0 && amount.whole !== 0) { return false; }
  return (admits & Admit.Decimals) !== 0 || !Number.isNaN(amount.whole) || amount.decimals === 0;
}

/** Why a place has no figure. Only for places where `figureAt` is null. */
export function gapAt(problem: Problem, place: number): Gap {
  const cell = problem.places[place];
  if (cell === null) { return 'missing'; }
  const { kind } = cell.content.amount;
  return kind === 'number' ? 'disputed' : kind;
}
