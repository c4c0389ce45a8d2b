/**
 * Says of every equation whether it holds, is broken, or cannot be evaluated. Invariant: one verdict per equation, in
 * order; a blank counts as 0 only where nothing else can make the equation hold, and the verdict names such blanks.
 */
import type Big from 'big.js';
import type { Cell } from '../model/cell';
import type { Gap, Ledger, Verdict } from '../model/equation';
import type { EquationSpec, Relation, TermSpec } from '../model/form';
import { bigOf, figuresOf, sumsOf, wholeSum, type Figures } from './exact';
import { Admit, gapAt, type Problem } from './problem';

const NO_CELLS: readonly Cell[] = [];
/** The gap that is named where several kinds stand in the way; those before 'dash' forbid any what-if. */
const GRAVEST_FIRST: readonly Gap[] = ['disputed', 'missing', 'unreadable', 'shifted', 'dash', 'blank'];
const DASH = GRAVEST_FIRST.indexOf('dash');

export function evaluate(problem: Problem): Verdict[] {
  const figures = figuresOf(problem);
  const { equations } = problem;
  const verdicts = new Array<Verdict>(equations.length);
  for (let number = 0; number < equations.length; number++) {
    verdicts[number] = evaluateEquation(problem, figures, equations[number]);
  }
  return verdicts;
}

export function ledgerOf(verdicts: readonly Verdict[]): Ledger {
  let held = 0;
  let broken = 0;
  for (let i = 0; i < verdicts.length; i++) {
    const { state } = verdicts[i];
    if (state === 'held') { held++; } else if (state === 'broken') { broken++; }
  }
  return { declared: verdicts.length, held, broken, notEvaluated: verdicts.length - held - broken };
}

function evaluateEquation(problem: Problem, figures: Figures, spec: EquationSpec): Verdict {
  if (spec.status === 'unreached') { return notReached(problem, figures, spec); }
  if (figures.allWhole && !spec.rounded) {
    const left = wholeSum(spec.left, figures.values);
    const right = wholeSum(spec.right, figures.values);
    if (Number.isFinite(left) && Number.isFinite(right)) { return decided(spec, left - right, bigOf(left), bigOf(right)); }
  }
  return evaluateWithCare(problem, figures, spec);
}

function decided(spec: EquationSpec, excess: number, left: Big, right: Big): Verdict {
  return { spec, state: agrees(spec.relation, excess) ? 'held' : 'broken', left, right, gap: null, assumedZero: NO_CELLS };
}

function notReached(problem: Problem, figures: Figures, spec: EquationSpec): Verdict {
  const { left, right } = sumsOf(problem, figures, spec.left, spec.right, spec.rounded);
  return { spec, state: 'unevaluated', left, right, gap: 'unreached', assumedZero: NO_CELLS };
}

/** Where figures are lacking, have decimals, are rounded or very large. */
function evaluateWithCare(problem: Problem, figures: Figures, spec: EquationSpec): Verdict {
  const { left, right, excess } = sumsOf(problem, figures, spec.left, spec.right, spec.rounded);
  const unknown = countUnknown(spec.left, figures) + countUnknown(spec.right, figures);
  if (unknown === 0) { return decided(spec, excess, left, right); }
  const gap = gravestGap(problem, figures, spec);
  const nothingKnown = unknown === spec.left.length + spec.right.length;
  const blanksOnly = GRAVEST_FIRST.indexOf(gap) >= DASH;
  const outcome = nothingKnown || !blanksOnly ? 'open' : whatIf(spec.relation, excess, signOfUnknown(problem, figures, spec));
  if (outcome === 'open') { return { spec, state: 'unevaluated', left, right, gap, assumedZero: NO_CELLS }; }
  const assumedZero = outcome === 'zero' ? unknownCells(problem, figures, spec) : NO_CELLS;
  return { spec, state: outcome === 'impossible' ? 'broken' : 'held', left, right, gap: null, assumedZero };
}

function agrees(relation: Relation, excess: number): boolean {
  return relation === '=' ? excess === 0 : relation === '<=' ? excess <= 0 : excess >= 0;
}

/**
 * What blanks can still do, all of them ≥ 0 and on one side (`sign` +1: they add to the left). 'zero': it holds only
 * if all are 0; 'anyway': it holds whatever they are; 'impossible': nothing makes it hold; 'open': it depends.
 */
function whatIf(relation: Relation, excess: number, sign: number): 'zero' | 'anyway' | 'impossible' | 'open' {
  if (sign === 0) { return 'open'; }
  if (relation === '>=') { return whatIf('<=', -excess, -sign); }
  if (relation === '<=' && sign < 0) { return excess <= 0 ? 'anyway' : 'open'; }
  if (excess === 0) { return 'zero'; }
  return excess * sign > 0 ? 'impossible' : 'open';
}

function countUnknown(terms: readonly TermSpec[], { values }: Figures): number {
  let count = 0;
  for (let i = 0; i < terms.length; i++) {
    const value = values[terms[i].place];
    if (value !== value) { count++; }
  }
  return count;
}

function gravestGap(problem: Problem, figures: Figures, spec: EquationSpec): Gap {
  let gravest = GRAVEST_FIRST.length - 1;
  eachUnknown(figures, spec, (place) => {
    const rank = GRAVEST_FIRST.indexOf(gapAt(problem, place));
    if (rank < gravest) { gravest = rank; }
  });
  return GRAVEST_FIRST[gravest];
}

/** The sign all unknown terms have in left − right, 0 where they differ or one may be negative. */
function signOfUnknown(problem: Problem, figures: Figures, spec: EquationSpec): number {
  let positive = false;
  let negative = false;
  eachUnknown(figures, spec, (place, sign) => {
    const either = (problem.admits[place] & Admit.Negative) !== 0;
    positive ||= either || sign > 0;
    negative ||= either || sign < 0;
  });
  return positive === negative ? 0 : positive ? 1 : -1;
}

function unknownCells(problem: Problem, figures: Figures, spec: EquationSpec): Cell[] {
  const cells: Cell[] = [];
  eachUnknown(figures, spec, (place) => {
    const cell = problem.places[place];
    if (cell !== null) { cells.push(cell); }
  });
  return cells;
}

function eachUnknown({ values }: Figures, spec: EquationSpec, visit: (place: number, sign: number) => void): void {
  for (const { place, sign } of spec.left) { if (Number.isNaN(values[place])) { visit(place, sign); } }
  for (const { place, sign } of spec.right) { if (Number.isNaN(values[place])) { visit(place, -sign); } }
}
