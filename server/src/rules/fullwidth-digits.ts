/** Figures in full-width digits: spreadsheets take them for text. */
import { message } from '../messages';
import { cellRule, figureOf, plainDigits, rewrite, type CellFacts } from './shared/cellRule';

export const fullwidthDigits = cellRule<CellFacts>('fullwidth-digits', 'warning', {
  facts: (facts) => facts,
  explain: ({ name, found, ...facts }) => message('fullwidth-digits', { name, found, value: plain({ name, found, ...facts }) }),
  *repairs(facts) { yield rewrite(facts, plain(facts)); },
});

function plain(facts: CellFacts): string {
  const amount = figureOf(facts);
  return plainDigits(amount) + amount.unit;
}
