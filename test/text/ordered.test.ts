// The first place in what is ordered, wherever the search begins.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstThat } from '../../server/src/text/ordered';

it('is found from any place near or far', () => {
  fc.assert(fc.property(fc.nat(200), fc.nat(200), fc.nat(220), (count, at, near) => {
    const first = Math.min(at, count);
    const asked: number[] = [];
    expect(firstThat(count, (place) => { asked.push(place); return place >= first; }, near)).toBe(first);
    expect(asked.every((place) => place >= 0 && place < count)).toBe(true);
    expect(asked.length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(count + 1)) + 3);
  }));
});
