/** Which cell is wrong: one, several, independent ones, beside blanks and rounded figures; and when nothing is sure. */
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { evaluate } from '../../server/src/equations/evaluate';
import { Admit } from '../../server/src/equations/problem';
import { equationOver, problemOver } from '../harness/equations';
import { at, consistentFigures, problemWith, withText } from '../harness/randomReport';
import { sample, seeded } from '../harness/random';
import { slipsOf } from '../harness/slips';
import { diagnose, expectEachBrokenOnce, expectToRepair, named, requests, requestsWith, shown, tables } from './diagnosed';

const reviews = tables.find((table) => table.key === 'report-2021/reviews')!;

describe('one wrong cell', () => {
  test('nothing broken, nothing diagnosed', () => {
    expect(diagnose(requestsWith({}))).toEqual([]);
  });

  test.each([
    'report-2021/requests', 'report-2019/requests',
  ])('%s: every cell × slips is the one sure cell, with the right value', (key) => {
    const table = tables.find((each) => each.key === key)!;
    const random = seeded(60);
    const figures = consistentFigures(table, random);
    const clean = problemWith(table, figures.map(String));
    figures.forEach((right, place) => {
      for (const { value } of slipsOf(right, random)) {
        const diagnoses = diagnose(withText(clean, place, String(value)));
        expect(diagnoses).toHaveLength(1);
        expect(diagnoses[0].sure).toHaveLength(1);
        expect(diagnoses[0].sure![0].place).toBe(place);
        expect(diagnoses[0].sure![0].value.toFixed()).toBe(String(right));
        expect(diagnoses[0].undecided).toBe(false);
      }
    });
  });

  test('the equation whose total the cell is leads', () => {
    const problem = requestsWith({
      'new natural': '3', 'new total': '3', 'r1 natural': '3', 'r1 total': '3', 'total natural': '2', 'total total': '3',
    });
    const [diagnosis] = diagnose(problem);
    expect(shown(requests, diagnosis.sure!)).toEqual(['total natural = 3']);
    expect(named(requests, diagnosis.broken)).toEqual(['outcome-sum natural', 'row-sum total', 'request-balance natural']);
  });

  test('a total wrong in a column that is also cut by a blank is still found', () => {
    const problem = requestsWith({ 'r1 natural': '', 'total natural': '2' });
    const [diagnosis] = diagnose(problem);
    expect(shown(requests, diagnosis.sure!)).toEqual(['total natural = 0']);
  });

  test('in a lone equation every term is a suspect, the total first', () => {
    const texts = reviews.columnAt.map((column) => (column.id.startsWith('direct.') ? (column.id === 'direct.total' ? '9' : '2') : '0'));
    const [diagnosis, ...others] = diagnose(problemWith(reviews, texts));
    expect(others).toEqual([]);
    expect(diagnosis.sure).toBeNull();
    expect(diagnosis.suspects.map((set) => shown(reviews, set).join())).toEqual([
      'cases direct.total = 8', 'cases direct.upheld = 3', 'cases direct.corrected = 3', 'cases direct.other = 3',
      'cases direct.pending = 3',
    ]);
  });

  test('a value the place cannot hold is not proposed', () => {
    // 1 = 2 + 3: lowering 2 or 3 by 4 would make it negative, so only the total is left.
    const [diagnosis] = diagnose(problemOver(['1', '2', '3'], [equationOver([0], [1, 2])]));
    expect(diagnosis.sure!.map(({ place, value }) => [place, value.toFixed()])).toEqual([[0, '5']]);
  });

  test('where figures may be negative, it is', () => {
    const [diagnosis] = diagnose(problemOver(['1', '2', '3'], [equationOver([0], [1, 2])], Admit.Negative));
    expect(diagnosis.suspects.map(([{ place, value }]) => [place, value.toFixed()])).toEqual([[0, '5'], [1, '-2'], [2, '-1']]);
  });

  test('of several suspects the more human slip comes first', () => {
    // Two equations over the same two addends: 12 + 40 = 61 twice. 21 for 12 is a swap; 49 for 40 one digit; both repair both.
    const [diagnosis] = diagnose(problemOver(['61', '12', '40', '61'], [equationOver([0], [1, 2]), equationOver([3], [1, 2])]));
    expect(diagnosis.suspects.map(([{ place, value }]) => [place, value.toFixed()])).toEqual([[1, '21'], [2, '49']]);
  });
});

describe('two cells', () => {
  test('totals not filled in (row and column both 0): both cells, both sure, one cause', () => {
    const problem = requestsWith({
      'new natural': '3', 'new total': '3', 'r1 natural': '1', 'r1 total': '1', 'r3.1 natural': '2', 'r3.1 total': '2',
    });
    const [diagnosis, ...others] = diagnose(problem);
    expect(others).toEqual([]);
    expect(shown(requests, diagnosis.sure!)).toEqual(['total natural = 3', 'total total = 3']);
    expect(named(requests, diagnosis.broken)).toEqual([
      'outcome-sum natural', 'outcome-sum total', 'request-balance natural', 'request-balance total',
    ]);
  });

  test('a figure wrong alike in its column and in the total: new, carry or forward, none sure', () => {
    const problem = requestsWith({
      'new natural': '84', 'new business': '2', 'new total': '86', 'carry natural': '6', 'carry total': '6',
      'r1 natural': '88', 'r1 business': '2', 'r1 total': '90', 'total natural': '88', 'total business': '2', 'total total': '90',
      'fwd natural': '1', 'fwd total': '1',
    });
    const [diagnosis, ...others] = diagnose(problem);
    expect(others).toEqual([]);
    expect(diagnosis.sure).toBeNull();
    expect(diagnosis.suspects.map((set) => shown(requests, set).join(', ')).sort()).toEqual([
      'carry natural = 5, carry total = 5', 'fwd natural = 2, fwd total = 2', 'new natural = 83, new total = 85',
    ]);
    expectToRepair(problem, [diagnosis]);
  });

  test('two wrong cells in one row are one cause', () => {
    const problem = requestsWith({ 'r1 natural': '3', 'r1 business': '4' });
    const [diagnosis, ...others] = diagnose(problem);
    expect(others).toEqual([]);
    expect(shown(requests, diagnosis.sure!)).toEqual(['r1 natural = 0', 'r1 business = 0']);
  });

  test('equal errors in two rows and two columns: two ways to repair them, none sure', () => {
    const problem = requestsWith({ 'r1 natural': '1', 'r2 business': '1', 'r1 business': '1', 'r2 natural': '1', 'r1 total': '1', 'r2 total': '1',
      'total natural': '1', 'total business': '1', 'total total': '2', 'new natural': '1', 'new business': '1', 'new total': '2' });
    const [diagnosis, ...others] = diagnose(problem);
    expect(others).toEqual([]);
    expect(diagnosis.sure).toBeNull();
    expect(diagnosis.suspects.map((set) => shown(requests, set).join(', ')).sort()).toEqual([
      'r1 business = 0, r2 natural = 0', 'r1 natural = 0, r2 business = 0',
    ]);
  });
});

describe('independent causes', () => {
  test.each([2, 3, 5])('%i wrong cells in different rows and columns, wrong by different amounts: a sure diagnosis each', (count) => {
    const columns = ['natural', 'business', 'research', 'welfare', 'legal', 'other'];
    for (let seed = 0; seed < 20; seed++) {
      const random = seeded(seed);
      const figures = consistentFigures(requests, random);
      const rows = sample(random, requests.rows.filter((row) => row.id.startsWith('r')), count);
      const wrong = sample(random, columns, count).map((column, i) => at(requests, rows[i].id, column));
      let problem = problemWith(requests, figures.map(String));
      wrong.forEach((place, i) => { problem = withText(problem, place, String(figures[place] + 1000 + 10 ** i)); });
      const diagnoses = diagnose(problem);
      expect(diagnoses.map(({ sure }) => sure!.map(({ place, value }) => `${place}: ${value.toFixed()}`).join()).sort())
        .toEqual(wrong.map((place) => `${place}: ${figures[place]}`).sort());
      expectEachBrokenOnce(problem, diagnoses);
    }
  });

  test('more than three cells that hang together are never sure', () => {
    const problem = requestsWith({ 'r1 natural': '3', 'r1 business': '4', 'r1 legal': '11', 'r1 other': '25' });
    const [diagnosis, ...others] = diagnose(problem);
    expect(others).toEqual([]);
    expect(diagnosis.sure).toBeNull();
    expect(diagnosis.suspects.map((set) => shown(requests, set)))
      .toEqual([['r1 natural = 0', 'r1 business = 0', 'r1 legal = 0', 'r1 other = 0']]);
  });

  test('a clear cause stays sure beside one that is not', () => {
    const problem = requestsWith({ 'carry natural': '1', 'carry total': '1', 'r3.2 legal': '7' });
    const diagnoses = diagnose(problem);
    expect(diagnoses.map(({ sure }) => (sure === null ? null : shown(requests, sure)))).toContainEqual(['r3.2 legal = 0']);
    expect(diagnoses.filter(({ sure }) => sure === null)).toHaveLength(1);
    expectToRepair(problem, diagnoses);
  });
});

describe('cells without a figure', () => {
  test('an equation open for blanks rules out what no blank could make up', () => {
    // 5 = 3 + 3 alone has two suspects besides the total; the second equation, 3 = 3 + blank, cannot do with a smaller total.
    const equations = [equationOver([0], [1, 2]), equationOver([1], [3, 4])];
    const [diagnosis] = diagnose(problemOver(['5', '3', '3', '3', ''], equations));
    expect(diagnosis.suspects.map(([{ place, value }]) => [place, value.toFixed()])).toEqual([[0, '6'], [2, '2']]);
  });

  test.each(['', '—', '一', '1.5', '-1', null])('a cell that is %j in a consistent table: no diagnosis', (text) => {
    const clean = problemWith(requests, consistentFigures(requests, seeded(5)).map(String));
    for (let place = 0; place < requests.places; place++) {
      const problem = withText(clean, place, text);
      const broken = evaluate(problem).filter(({ state }) => state === 'broken');
      expect(broken).toEqual([]);
      expect(diagnose(problem)).toEqual([]);
    }
  });

  test('a broken equation with a blank leaves a range of values, so nothing is sure', () => {
    const [diagnosis] = diagnose(problemOver(['2', '5', ''], [equationOver([0], [1, 2])]));
    expect(diagnosis.sure).toBeNull();
    expect(diagnosis.suspects.map(([{ place, value }]) => [place, value.toFixed()])).toEqual([[0, '5'], [1, '2']]);
  });
});

describe('rounding and decimals', () => {
  test('a wrong total between rounded figures: proposed as it would be printed', () => {
    const columns = [equationOver([0], [1, 2], '=', true), equationOver([0], [3, 4], '=', true)];
    const [diagnosis] = diagnose(problemOver(['40', '10.4', '20.3', '15.2', '15.4'], columns, Admit.Decimals));
    expect(diagnosis.sure!.map(({ place, value }) => [place, value.toFixed()])).toEqual([[0, '31']]);
  });

  test('exact decimals are proposed exactly', () => {
    const problem = problemOver(['3', '1.25', '1.5', '3'], [equationOver([0], [1, 2]), equationOver([3], [0])], Admit.Decimals);
    expectToRepair(problem, diagnose(problem));
    expect(diagnose(problem)[0].suspects.map(([{ value }]) => value.toFixed())).toContain('1.5');
  });
});

test('inequalities take no part', () => {
  expect(diagnose(problemOver(['5', '3'], [equationOver([0], [1], '<=')]))).toEqual([]);
});

test('when the steps run out it says undecided and is sure of nothing', () => {
  const problem = requestsWith({ 'carry natural': '1', 'carry total': '1' });
  for (const { sure, undecided } of diagnose(problem, 50)) {
    expect(sure).toBeNull();
    expect(undecided).toBe(true);
  }
});

test('whatever is wrong: each broken equation is in one diagnosis, and every proposal repairs without breaking', () => {
  const faults = fc.array(
    fc.tuple(fc.nat(), fc.oneof(fc.nat(30).map(String), fc.constantFrom('', '—', '一'))), { minLength: 1, maxLength: 8 },
  );
  fc.assert(fc.property(fc.constantFrom(...tables.map(({ key }) => key)), fc.nat(1000), faults, (key, seed, planted) => {
    const table = tables.find((each) => each.key === key)!;
    let problem = problemWith(table, consistentFigures(table, seeded(seed)).map(String));
    for (const [place, text] of planted) { problem = withText(problem, place % table.places, text); }
    const diagnoses = diagnose(problem);
    expectEachBrokenOnce(problem, diagnoses);
    expectToRepair(problem, diagnoses);
    expect(diagnose(problem)).toEqual(diagnoses);
  }), { numRuns: 1000 });
});
