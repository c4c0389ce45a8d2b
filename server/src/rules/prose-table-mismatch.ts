/** A number in the prose that none of the cells has which its words can mean. */
import type { Message } from '../model/message';
import type { Repair } from '../model/repair';
import { shifted, type Span } from '../text/span';
import { message } from '../messages';
import { writeChineseNumeral } from '../text/numerals';
import { levelOf, relatedCells, repeatsBeside, saidBeside, soleSum, sumsOnceRepaired } from './shared/meanings';
import { toldOf, type CheckedClaim } from './shared/requestClaims';
import { documentRule } from './rule';

interface Facts {
  readonly words: string;
  readonly value: number;
  readonly unit: string;
  /** The likeliest meaning. */
  readonly name: string;
  readonly sum: number;
  /** What its cells add up to once the table is repaired, the same as `sum` where nothing is broken; null where that is open. */
  readonly due: number | null;
  /** Other meanings with their figures. */
  readonly others: readonly Message[];
  readonly number: Span;
  /** A repair of the table may make its figure that of the text; it is said only beside the broken equation. */
  readonly mayAgree: boolean;
  /** One of the meanings has this value; it is said only beside a broken equation. */
  readonly isAdmissible: boolean;
}

export const proseTableMismatch = documentRule<Facts>({
  id: 'prose-table-mismatch',
  level: 'warning',
  *find(context) {
    for (const { claims, at } of toldOf(context)) {
      for (const one of claims) {
        const { meanings: [first], value, table, span } = one;
        if (value === 0) { continue; }
        const isRepeated = value === first.sum;
        const joins = isRepeated ? repeatsBeside(value, one.meanings, table) : saidBeside(value, one.meanings, table);
        if (joins === null && (isRepeated || !mismatches(one))) { continue; }
        yield {
          rule: 'prose-table-mismatch', span, facts: factsOf(one, at), level: levelOf(one.claim.label),
          related: relatedCells(first, table), ...(joins && { joins }),
        };
      }
    }
  },
  explain: ({ facts: { words, value, unit, name, sum, due, others, mayAgree, isAdmissible } }) => {
    if (value === sum && due !== null) { return message('prose-table-mismatch.repeats', { words, value, unit, name, due }); }
    if (isAdmissible) { return message('prose-table-mismatch.beside', { words, value, unit, name, sum, others: { items: others } }); }
    if (mayAgree) { return message('prose-table-mismatch.agrees', { words, value, unit, name, sum }); }
    if (due === null) { return message('prose-table-mismatch.disputed', { words, value, unit, name, sum }); }
    if (due !== sum) { return message('prose-table-mismatch.due', { words, value, unit, name, sum, due }); }
    const facts = { words, value, unit, name, sum, difference: Math.abs(value - sum), others: { items: others } };
    return message(others.length === 0 ? 'prose-table-mismatch' : 'prose-table-mismatch.any', facts);
  },
  *repairs({ facts: { due, number, others } }, { text }): Iterable<Repair> {
    if (due === null) { return; }
    const isArabic = /^[0-9０-９]/.test(text.slice(number.start, number.end));
    const want = isArabic || due === 0 || due > 99 ? String(due) : writeChineseNumeral(due);
    yield {
      title: message('prose-table-mismatch.repair', { want }), kind: 'review', preferred: others.length === 0,
      changes: [{ kind: 'replaceText', span: number, text: want }],
    };
  },
});

function mismatches({ meanings, value }: CheckedClaim): boolean {
  return meanings.every(({ sum }) => sum !== value);
}

function factsOf(one: CheckedClaim, at: number): Facts {
  const { claim, meanings: [first, ...others], value, table } = one;
  return {
    words: claim.words, value, unit: claim.quantity.unit, name: first.name, sum: first.sum, due: soleSum(first, table),
    mayAgree: sumsOnceRepaired(first, table)?.includes(value) === true,
    others: others.filter(({ sum }, i) => sum !== first.sum && others.findIndex((other) => other.sum === sum) === i)
      .map(({ name, sum }) => message('named.figure', { name, value: sum })),
    number: shifted(claim.quantity.number, at), isAdmissible: !mismatches(one),
  };
}
