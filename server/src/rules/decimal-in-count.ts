/** A count with decimals. `3.0` is a count written oddly, 3.5 is none. */
import { message } from '../messages';
import { cellRule, deduced, deducedRepair, explainDeduced, figureOf, rewrite, type DeducedFacts } from './shared/cellRule';

export const decimalInCount = cellRule<DeducedFacts>('decimal-in-count', 'error', {
  facts: deduced,
  level: (facts) => (isWhole(facts) ? 'warning' : undefined),
  explain: (facts) => (isWhole(facts)
    ? message('decimal-in-count.whole', { name: facts.name, found: facts.found, value: figureOf(facts).value.toFixed() })
    : explainDeduced(facts, { known: 'decimal-in-count.known', open: 'decimal-in-count.open' })),
  *repairs(facts, context) {
    if (isWhole(facts)) { yield rewrite(facts, figureOf(facts).value.toFixed()); } else { yield* deducedRepair(facts, context, null); }
  },
});

function isWhole(facts: DeducedFacts): boolean {
  return figureOf(facts).value.mod(1).eq(0);
}
