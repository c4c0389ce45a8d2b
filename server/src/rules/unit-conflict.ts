/**
 * A unit behind the figure that is not the one its header (or the unit column) states: 251000元 under 万元, 12件 under
 * 万元. A measure word that counts the same way (5份 for 件) weighs less.
 */
import { message, type MessageKey } from '../messages';
import { cellRule, figureOf, plainDigits, rewrite, type CellFacts } from './shared/cellRule';
import { converted, judgeUnit, statedUnit, type UnitVerdict } from './shared/dueUnit';
import { fits } from './shared/fill';
import Big from 'big.js';

interface ConflictFacts extends CellFacts {
  readonly verdict: UnitVerdict;
  readonly unit: string;
  readonly stated: string;
  /** The figure that would be right under the stated unit; '' where none can be told. */
  readonly value: string;
}

export const unitConflict = cellRule<ConflictFacts>('unit-conflict', 'error', {
  facts(facts, { form }) {
    const [row, column, amount] = [form.rowAt[facts.place], form.columnAt[facts.place], figureOf(facts)];
    const verdict = judgeUnit(amount.unit, row, column);
    const value = verdict === 'renamed' ? plainDigits(amount) : verdict === 'scaled' ? converted(amount, row, column) ?? '' : '';
    return { ...facts, verdict, unit: amount.unit, stated: statedUnit(row, column), value };
  },
  level: ({ verdict }) => (verdict === 'renamed' ? 'warning' : undefined),
  explain: (facts) => message(
    keyOf(facts), { name: facts.name, found: facts.found, unit: facts.unit, stated: facts.stated, value: facts.value },
  ),
  *repairs(facts, context) {
    const { value, place, cell } = facts;
    if (value !== '' && fits(context, [{ place, cell, value: new Big(value) }])) { yield rewrite(facts, value, 'review'); }
  },
});

function keyOf({ value, stated }: ConflictFacts): MessageKey {
  if (stated === '') { return value === '' ? 'unit-conflict.foreign' : 'unit-conflict.scaled'; }
  return value === '' ? 'unit-conflict.open' : 'unit-conflict.known';
}
