/** Equations and problems made by hand, for tests of the solver that need no form. Invariant: places count from 0, one for each text. */
import type { Problem } from '../../server/src/equations/problem';
import type { EquationSpec, Relation } from '../../server/src/model/form';
import { builtInForms } from '../../server/src/forms/index';
import { cellHolding } from './randomReport';

const [block] = builtInForms()[0].tables[0].blocks;

export function equationOver(left: readonly number[], right: readonly number[], relation: Relation = '=', rounded = false): EquationSpec {
  return {
    rule: 'row-sum', relation, rounded, left: left.map((place) => ({ place, sign: 1 })), right: right.map((place) => ({ place, sign: 1 })),
    status: 'implied', level: undefined, subject: { row: null, column: null, block },
  };
}

/** @param admits bits of `Admit`, the same for every place. */
export function problemOver(texts: readonly (string | null)[], equations: readonly EquationSpec[], admits = 0): Problem {
  return {
    equations, admits: texts.map(() => admits),
    equationsAt: texts.map((_, place) => equations.flatMap(({ left, right }, number) =>
      ([...left, ...right].some((term) => term.place === place) ? [number] : []))),
    places: texts.map((text, place) => (text === null ? null : cellHolding(text, place))),
  };
}
