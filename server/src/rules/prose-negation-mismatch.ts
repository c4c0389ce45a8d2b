/** The prose says there was none (未收到, 未发生, 收到0件), and the table has some. */
import type { Span } from '../text/span';
import { message } from '../messages';
import { levelOf, relatedCells, saidBeside, type Meaning } from './shared/meanings';
import { toldOf } from './shared/requestClaims';
import { documentRule, type PlacedTable } from './rule';

interface Facts {
  readonly words: string;
  readonly name: string;
  readonly sum: number;
}

export const proseNegationMismatch = documentRule<Facts>({
  id: 'prose-negation-mismatch',
  level: 'warning',
  *find(context) {
    for (const { claims, denials } of toldOf(context)) {
      for (const { denial, meaning, table, span } of denials) {
        if (meaning.sum > 0) {
          yield {
            ...findingOf(denial.words, [meaning], table, span), level: denial.denied === 'organisations' ? 'information' : 'warning',
          };
        }
      }
      for (const { claim, meanings, table, span, value } of claims) {
        if (value !== 0 || meanings.some(({ sum }) => sum === 0)) { continue; }
        yield { ...findingOf(`${claim.words}0${claim.quantity.unit}`, meanings, table, span), level: levelOf(claim.label) };
      }
    }
  },
  explain: ({ facts: { words, name, sum } }) => message('prose-negation-mismatch', { words, name, sum }),
});

function findingOf(words: string, meanings: readonly Meaning[], table: PlacedTable, span: Span) {
  const [meaning] = meanings;
  const joins = saidBeside(0, meanings, table);
  return {
    rule: 'prose-negation-mismatch', span, facts: { words, name: meaning.name, sum: meaning.sum },
    related: relatedCells(meaning, table), ...(joins && { joins }),
  };
}
