import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import Big from 'big.js';
import { evaluate, ledgerOf } from '../../server/src/equations/evaluate';
import { Admit, type Problem } from '../../server/src/equations/problem';
import { builtInForms } from '../../server/src/forms/index';
import type { Verdict } from '../../server/src/model/equation';
import type { Relation } from '../../server/src/model/form';
import { equationOver, problemOver } from '../harness/equations';
import { consistentFigures, problemWith } from '../harness/randomReport';
import { seeded } from '../harness/random';

const tables = builtInForms().flatMap((form) => form.tables);

/** One equation over the given texts: the first `leftCount` on the left, the rest on the right; null: no cell. */
function verdictOf(texts: (string | null)[], leftCount = 1, relation: Relation = '=', admits: number = 0, rounded = false): Verdict {
  const places = texts.map((_, place) => place);
  const equation = equationOver(places.slice(0, leftCount), places.slice(leftCount), relation, rounded);
  return evaluate(problemOver(texts, [equation], admits))[0];
}

describe('figures that are all there', () => {
  test('an equation holds when its sides are equal, and both sums are given', () => {
    const verdict = verdictOf(['6', '1', '2', '3']);
    expect(verdict.state).toBe('held');
    expect([verdict.left.toFixed(), verdict.right.toFixed()]).toEqual(['6', '6']);
  });

  test('a difference of one is broken', () => {
    const verdict = verdictOf(['7', '1', '2', '3']);
    expect(verdict).toMatchObject({ state: 'broken', gap: null, assumedZero: [] });
  });

  test.each<[Relation, string, string, Verdict['state']]>([
    ['<=', '3', '3', 'held'], ['<=', '4', '3', 'broken'], ['>=', '3', '3', 'held'], ['>=', '2', '3', 'broken'],
  ])('%s with %s and %s: %s', (relation, left, right, state) => {
    expect(verdictOf([left, right], 1, relation).state).toBe(state);
  });

  test('a relation to nothing is a relation to 0', () => {
    expect(verdictOf(['5', '-6'], 2, '>=', Admit.Negative).state).toBe('broken');
    expect(verdictOf(['5', '-5'], 2, '>=', Admit.Negative).state).toBe('held');
  });

  test('decimals are exact: 0.1 + 0.2 is 0.3', () => {
    expect(verdictOf(['0.3', '0.1', '0.2'], 1, '=', Admit.Decimals).state).toBe('held');
    expect(verdictOf(['0.30000000000000004', '0.1', '0.2'], 1, '=', Admit.Decimals).state).toBe('broken');
  });

  test('figures beyond 2⁵³ are exact', () => {
    expect(verdictOf(['9007199254740993', '9007199254740992', '1']).state).toBe('held');
    expect(verdictOf(['9007199254740992', '9007199254740992', '1']).state).toBe('broken');
  });
});

describe('rounding', () => {
  test('sums agree as long as the intervals of both sides touch', () => {
    // 10 stands for 9.5…10.5, 3 + 3 + 3 for 7.5…10.5: they overlap. 12 stands for 11.5…12.5: it does not.
    expect(verdictOf(['10', '3', '3', '3'], 1, '=', 0, true).state).toBe('held');
    expect(verdictOf(['11', '3', '3', '3'], 1, '=', 0, true).state).toBe('held');
    expect(verdictOf(['12', '3', '3', '3'], 1, '=', 0, true).state).toBe('broken');
  });

  test('each figure has the room its own decimals leave', () => {
    expect(verdictOf(['3', '1.24', '1.21'], 1, '=', Admit.Decimals, true).state).toBe('broken');
    expect(verdictOf(['3', '1.25', '1.25'], 1, '=', Admit.Decimals, true).state).toBe('held');
    expect(verdictOf(['3', '1.250', '1.240'], 1, '=', Admit.Decimals, true).state).toBe('broken');
  });

  test('without rounding the same figures are broken', () => {
    expect(verdictOf(['10', '3', '3', '3']).state).toBe('broken');
  });
});

describe('cells without a usable figure', () => {
  test.each([
    ['missing', null], ['blank', ''], ['dash', '—'], ['unreadable', '一件'], ['disputed', '-1'], ['disputed', '1.5'],
  ] as const)('%s: %s', (gap, text) => {
    expect(verdictOf(['4', '1', text])).toMatchObject({ state: 'unevaluated', gap, assumedZero: [] });
  });

  test('3.0 is a whole number', () => {
    expect(verdictOf(['3.0', '1', '2']).state).toBe('held');
  });

  test('of several gaps the gravest is named', () => {
    expect(verdictOf(['4', '', '—', '一件']).gap).toBe('unreadable');
    expect(verdictOf(['4', '', '-2', null]).gap).toBe('disputed');
    expect(verdictOf(['4', '', '—']).gap).toBe('dash');
  });

  test('blanks and dashes that can only be 0 are taken for 0, and named', () => {
    const verdict = verdictOf(['3', '1', '', '2', '—']);
    expect(verdict.state).toBe('held');
    expect(verdict.assumedZero.map((cell) => cell.content.text)).toEqual(['', '—']);
  });

  test('a blank on each side can be anything', () => {
    expect(verdictOf(['3', '', '3', ''], 2)).toMatchObject({ state: 'unevaluated', gap: 'blank' });
  });

  test('blanks that may be negative can cancel each other', () => {
    expect(verdictOf(['3', '3', '', ''], 1, '=', Admit.Negative).state).toBe('unevaluated');
  });

  test('nothing known, nothing said', () => {
    expect(verdictOf(['', '', '']).state).toBe('unevaluated');
  });

  test('a blank total is not evaluated, a blank addend of too small a total is broken', () => {
    expect(verdictOf(['', '1', '2'])).toMatchObject({ state: 'unevaluated', gap: 'blank' });
    expect(verdictOf(['2', '5', '']).state).toBe('broken');
    expect(verdictOf(['7', '5', '']).state).toBe('unevaluated');
  });

  test('an unreadable or missing addend never breaks anything', () => {
    expect(verdictOf(['2', '5', '五']).state).toBe('unevaluated');
    expect(verdictOf(['2', '5', null]).state).toBe('unevaluated');
  });

  test('inequalities: what blanks cannot change is decided', () => {
    expect(verdictOf(['3', '', '5'], 1, '<=')).toMatchObject({ state: 'held', assumedZero: [] });
    expect(verdictOf(['6', '', '5'], 1, '<=').state).toBe('unevaluated');
    expect(verdictOf(['6', '', '5'], 2, '<=').state).toBe('broken');
    expect(verdictOf(['5', '', '5'], 2, '<=').assumedZero).toHaveLength(1);
    expect(verdictOf(['6', '5', ''], 1, '>=').state).toBe('unevaluated');
    expect(verdictOf(['4', '5', ''], 1, '>=').state).toBe('broken');
  });
});

describe('the forms', () => {
  test.each(tables.map((table) => [table.key, table] as const))('%s: consistent figures hold in every equation', (_, table) => {
    for (let seed = 0; seed < 20; seed++) {
      const verdicts = evaluate(problemWith(table, consistentFigures(table, seeded(seed)).map(String)));
      expect(ledgerOf(verdicts)).toEqual({ declared: table.equations.length, held: table.equations.length, broken: 0, notEvaluated: 0 });
    }
  });

  test('the request table of 2021 has 175 places and 39 equations, 42 with those of the reviews', () => {
    const [requests, reviews] = ['report-2021/requests', 'report-2021/reviews'].map((key) => tables.find((table) => table.key === key)!);
    expect([requests.places, requests.equations.length, reviews.equations.length]).toEqual([175, 39, 3]);
  });

  test('whatever the cells hold, every equation ends in one state', () => {
    const text = fc.constantFrom('', '0', '1', '17', '—', '无', '一', '-3', '1.5', '９', '12345678901234567890', '3.0', null);
    fc.assert(fc.property(fc.nat(tables.length - 1), fc.array(text, { minLength: 175, maxLength: 175 }), (number, texts) => {
      const table = tables[number];
      const ledger = ledgerOf(evaluate(problemWith(table, texts.slice(0, table.places))));
      expect(ledger.held + ledger.broken + ledger.notEvaluated).toBe(table.equations.length);
    }), { numRuns: 300 });
  });
});

test('every sum is exact, and judged as an oracle in whole thousandths judges it', () => {
  const figure = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.integer({ min: 0, max: 3 }));
  const written = fc.record({
    left: fc.array(figure, { minLength: 1, maxLength: 4 }), right: fc.array(figure, { minLength: 1, maxLength: 4 }), balance: fc.boolean(),
  });
  fc.assert(fc.property(written, ({ left, right, balance }) => {
    const thousandths = ([digits, decimals]: [bigint, number]): bigint => digits * 10n ** BigInt(3 - decimals);
    const total = (side: [bigint, number][]): bigint => side.reduce((sum, each) => sum + thousandths(each), 0n);
    if (balance && total(left) <= total(right)) { left = [...left, [total(right) - total(left), 3]]; }
    const verdict = evaluate(bigProblem(left, right))[0];
    expect(verdict.left.eq(new Big(`${total(left)}e-3`))).toBe(true);
    expect(verdict.right.eq(new Big(`${total(right)}e-3`))).toBe(true);
    expect(verdict.state).toBe(total(left) === total(right) ? 'held' : 'broken');
  }), { numRuns: 500 });
});

function bigProblem(left: [bigint, number][], right: [bigint, number][]): Problem {
  const texts = [...left, ...right].map(([digits, decimals]) => new Big(`${digits}e-${decimals}`).toFixed(decimals));
  const places = texts.map((_, place) => place);
  return problemOver(texts, [equationOver(places.slice(0, left.length), places.slice(left.length), '=')], Admit.Decimals);
}
