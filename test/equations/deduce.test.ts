import { describe, expect, test } from 'vitest';
import { deduce } from '../../server/src/equations/deduce';
import { evaluate } from '../../server/src/equations/evaluate';
import { Admit, type Problem } from '../../server/src/equations/problem';
import { builtInForms } from '../../server/src/forms/index';
import { equationOver, problemOver } from '../harness/equations';
import { at, consistentFigures, problemWith, withText } from '../harness/randomReport';
import { below, seeded } from '../harness/random';

const requests = builtInForms().flatMap((form) => form.tables).find((table) => table.key === 'report-2021/requests')!;

/** place → [value, equations], as plain data. */
function deduced(problem: Problem): Record<number, [string, number[]]> {
  return Object.fromEntries([
    ...deduce(problem, evaluate(problem)),
  ].map(([place, { value, equations }]) => [place, [value.toFixed(), [...equations].sort((a, b) => a - b)]]));
}

test('nothing unknown, nothing deduced', () => {
  expect(deduced(problemOver(['3', '1', '2'], [equationOver([0], [1, 2])]))).toEqual({});
});

test.each(['', '—', '一', '1.5', null])('one cell %j: its equation gives the value', (text) => {
  expect(deduced(problemOver(['3', '1', text], [equationOver([0], [1, 2])]))).toEqual({ 2: ['2', [0]] });
  expect(deduced(problemOver([text, '1', '2'], [equationOver([0], [1, 2])]))).toEqual({ 0: ['3', [0]] });
});

test('a balanced known part leaves only 0 for the blanks', () => {
  expect(deduced(problemOver(['3', '3', '', ''], [equationOver([0], [1, 2, 3])]))).toEqual({ 2: ['0', [0]], 3: ['0', [0]] });
});

test('but not where blanks may be negative, or stand on both sides, or nothing is known', () => {
  expect(deduced(problemOver(['3', '3', '', ''], [equationOver([0], [1, 2, 3])], Admit.Negative))).toEqual({});
  expect(deduced(problemOver(['', '3', '3', ''], [equationOver([0, 1], [2, 3])]))).toEqual({});
  expect(deduced(problemOver(['', '', ''], [equationOver([0], [1, 2])]))).toEqual({});
});

test('two equations that agree are both named', () => {
  expect(deduced(problemOver(['5', '3', '', '4'], [equationOver([0], [1, 2]), equationOver([3], [2, 2])]))).toEqual({ 2: ['2', [0, 1]] });
});

test('two equations that disagree: no value', () => {
  expect(deduced(problemOver(['5', '3', '', '9'], [equationOver([0], [1, 2]), equationOver([3], [2])]))).toEqual({});
});

test('a value the place cannot hold is none', () => {
  expect(deduced(problemOver(['2', '3', ''], [equationOver([0], [1, 2])]))).toEqual({});
  expect(deduced(problemOver(['2.5', '1', ''], [equationOver([0], [1, 2])], Admit.Decimals))).toEqual({ 2: ['1.5', [0]] });
});

test('one value leads to the next, and only what does not rest on it confirms it', () => {
  // 2 follows from 0 = 1 + 2, then 4 from 3 = 2 + 4; the third equation agrees with both.
  const problem = problemOver(
    ['5', '3', '', '6', '', '6'], [equationOver([0], [1, 2]), equationOver([3], [2, 4]), equationOver([5], [2, 4])],
  );
  expect(deduced(problem)).toEqual({ 2: ['2', [0]], 4: ['4', [1, 2]] });
});

test('rounded equations and inequalities say nothing', () => {
  expect(deduced(problemOver(['3', '1', ''], [equationOver([0], [1, 2], '=', true)]))).toEqual({});
  expect(deduced(problemOver(['3', '1', ''], [equationOver([0], [1, 2], '<=')]))).toEqual({});
});

describe('the request table', () => {
  const figures = consistentFigures(requests, seeded(4));
  const clean = problemWith(requests, figures.map(String));

  test('any one cell lost is given by its row and by its column', () => {
    for (let place = 0; place < requests.places; place++) {
      const numbers = [...new Set(requests.equationsAt[place])].sort((a, b) => a - b);
      expect(deduced(withText(clean, place, null))).toEqual({ [place]: [String(figures[place]), numbers] });
    }
  });

  test('a whole row lost is given by its columns', () => {
    const row = requests.rows.find((each) => each.id === 'r3.4')!;
    let problem = clean;
    for (let column = 0; column < 7; column++) { problem = withText(problem, row.base + column, null); }
    const found = deduced(problem);
    for (let column = 0; column < 7; column++) { expect(found[row.base + column][0]).toBe(String(figures[row.base + column])); }
  });

  test('a table of zeros with every outcome blank and the totals filled in: zeros', () => {
    const texts = requests.rowAt.map((row) => (/^r\d/.test(row.id) ? '' : '0'));
    const found = deduced(problemWith(requests, texts));
    expect(Object.keys(found)).toHaveLength(21 * 7);
    expect(new Set(Object.values(found).map(([value]) => value))).toEqual(new Set(['0']));
    expect(found[at(requests, 'r3.1', 'natural')][0]).toBe('0');
  });

  test('whatever is lost, what is deduced is what stood there', () => {
    for (let seed = 0; seed < 60; seed++) {
      const random = seeded(seed);
      let problem = clean;
      for (let lost = 1 + below(random, 60); lost > 0; lost--) {
        problem = withText(problem, below(random, requests.places), ['', '—', '一', null][below(random, 4)]);
      }
      for (const [place, [value]] of Object.entries(deduced(problem))) {
        expect([place, value]).toEqual([place, String(figures[Number(place)])]);
      }
    }
  });
});
