/**
 * Figures not in plain digits: 1,234, 007, 12., ¥5, 25①. What may be two numbers, a debt, a price or the mark of
 * a note is for a person to look at.
 */
import { message } from '../messages';
import { Mark } from '../model/amount';
import { cellRule, figureOf, plainDigits, rewrite, type CellFacts } from './shared/cellRule';

const AMBIGUOUS = Mark.Spaced | Mark.Currency | Mark.Bracketed | Mark.Footnote;

export const numberFormat = cellRule<CellFacts>('number-format', 'hint', {
  facts: (facts) => facts,
  explain: (facts) => message('number-format', { name: facts.name, found: facts.found, value: plain(facts) }),
  *repairs(facts) { yield rewrite(facts, plain(facts), (figureOf(facts).marks & AMBIGUOUS) === 0 ? 'safe' : 'review'); },
});

function plain(facts: CellFacts): string {
  const amount = figureOf(facts);
  return plainDigits(amount) + amount.unit;
}
