// The first place in what is ordered, wherever the search begins, and the longest run that is in order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstThat, longestAscending } from '../../server/src/text/ordered';

describe('the first place', () => {
  it('is found from any place near or far', () => {
    fc.assert(fc.property(fc.nat(200), fc.nat(200), fc.nat(220), (count, at, near) => {
      const first = Math.min(at, count);
      const asked: number[] = [];
      expect(firstThat(count, (place) => { asked.push(place); return place >= first; }, near)).toBe(first);
      expect(asked.every((place) => place >= 0 && place < count)).toBe(true);
      expect(asked.length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(count + 1)) + 3);
    }));
  });
});

describe('the longest ascending run', () => {
  const run = (values: readonly number[], mayRepeat?: boolean): number[] => [...longestAscending(values, mayRepeat)].sort((a, b) => a - b);
  const inOrder = (values: readonly number[], mayRepeat: boolean): boolean => (
    values.every((value, i) => i === 0 || value > values[i - 1] || (mayRepeat && value === values[i - 1]))
  );
  /** Every choice of positions, tried. */
  const longestTried = (values: readonly number[], mayRepeat: boolean): number => {
    let longest = 0;
    for (let choice = 0; choice < 2 ** values.length; choice++) {
      const chosen = values.filter((_, i) => (choice >> i) & 1);
      if (chosen.length > longest && inOrder(chosen, mayRepeat)) { longest = chosen.length; }
    }
    return longest;
  };

  it('is as long as can be, and in order', () => {
    fc.assert(fc.property(fc.array(fc.nat(6), { maxLength: 9 }), fc.boolean(), (values, mayRepeat) => {
      const chosen = run(values, mayRepeat).map((at) => values[at]);
      expect(inOrder(chosen, mayRepeat)).toBe(true);
      expect(chosen.length).toBe(longestTried(values, mayRepeat));
    }));
  });
  it.each<[string, number[], boolean, number[]]>([
    ['of two that changed places, the first', [1, 3, 2, 4], false, [0, 1, 3]],
    ['all but the one that came too late', [2, 3, 4, 1], false, [0, 1, 2]],
    ['equal values, where they may repeat', [1, 2, 2, 3], true, [0, 1, 2, 3]],
    ['one of equal values, where they may not', [1, 2, 2, 3], false, [0, 1, 3]],
    ['nothing of nothing', [], false, []],
  ])('keeps %s', (_, values, mayRepeat, expected) => { expect(run(values, mayRepeat)).toEqual(expected); });
});
