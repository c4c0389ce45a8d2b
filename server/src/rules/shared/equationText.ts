/**
 * How an equation of an official form is read out, with the figures of its table. Invariant: a relation is shown as it turned out;
 * plain zeros are left out of a long sum, never of its result.
 */
import type Big from 'big.js';
import type { Verdict } from '../../model/equation';
import type { EquationSpec, Relation, TermSpec } from '../../model/form';
import type { Fact, Message } from '../../model/message';
import { message, type MessageKey } from '../../messages';
import { subjectName, written } from './names';
import type { TableContext } from '../rule';

/** More terms than this are not shown one by one. */
export const MOST_TERMS = 8;

/** The place of the side that stands alone: the total of a sum. Null where both sides have several terms. */
export function totalPlace(equation: EquationSpec): number | null {
  return equation.left.length === 1 ? equation.left[0].place : null;
}

/** How each rule's equation is read out; others are read out plainly. */
const SIDES: Readonly<Record<string, MessageKey>> = {
  'row-sum': 'row-sum.sides', 'outcome-sum': 'outcome-sum.sides', 'request-balance': 'request-balance.sides',
  'review-sum': 'review-sum.sides',
};

/** A relation as it turned out: ≟ where that is not known. */
const SIGNS: Readonly<Record<Relation, Readonly<Record<Verdict['state'], string>>>> = {
  '=': { held: '=', broken: '≠', unevaluated: '≟' },
  '<=': { held: '≤', broken: '>', unevaluated: '≤' },
  '>=': { held: '≥', broken: '<', unevaluated: '≥' },
};

/** 第三项 90 ≠ 31 + 14 + …: an equation with its figures, zeros left out. */
export function equationMessage(context: TableContext, number: number): Message {
  const verdict = context.verdicts[number];
  const equation = verdict.spec;
  return message(SIDES[equation.rule] ?? 'equation.sides', {
    subject: subjectName(equation), sign: SIGNS[equation.relation][verdict.state],
    left: sideText(context, equation.left, verdict.left), right: sideText(context, equation.right, verdict.right),
  });
}

/** 90（31 + 14 + 45）: the sum and what it is made of. */
function sideText(context: TableContext, terms: readonly TermSpec[], sum: Big): Fact {
  if (terms.length === 0) { return '?'; }
  const shown = terms.length <= 2 ? terms : shownTerms(context, terms);
  if (shown.length <= 1) { return sum.toFixed(); }
  const parts = shown.slice(0, MOST_TERMS).map(({ place }) => written(context.table.places[place]) || '?');
  return message('sum.side', { sum: sum.toFixed(), terms: `${parts.join(' + ')}${shown.length > MOST_TERMS ? ' + …' : ''}` });
}

/** Terms that stand in the text and are not plain zeros. */
export function shownTerms(context: TableContext, terms: readonly TermSpec[]): TermSpec[] {
  return terms.filter(({ place }) => {
    const amount = context.table.places[place]?.content.amount;
    return amount !== undefined && amount.kind !== 'blank' && (amount.kind !== 'number' || amount.whole !== 0);
  });
}
