/** A large whole number under 万元 looks like 元. Off by default: great bodies do take in so much. */
import Big from 'big.js';
import { message } from '../messages';
import { cellRule, figureOf, rewrite, type CellFacts } from './shared/cellRule';

interface MagnitudeFacts extends CellFacts { readonly value: string }

export const amountMagnitude = cellRule<MagnitudeFacts>('amount-magnitude', 'off', {
  facts: (facts) => ({ ...facts, value: figureOf(facts).value.div(new Big(10_000)).toFixed() }),
  explain: ({ name, found, value }) => message('amount-magnitude', { name, found, value }),
  *repairs(facts) { yield { ...rewrite(facts, facts.value, 'review'), preferred: false }; },
});
