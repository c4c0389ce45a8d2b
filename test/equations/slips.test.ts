import { expect, test } from 'vitest';
import Big from 'big.js';
import { slipBetween, slipCost, type Slip } from '../../server/src/equations/slips';

test.each<[string, string, Slip | null]>([
  ['47', '48', 'digit'], ['9', '4', 'digit'], ['84', '48', 'swap'], ['1324', '1234', 'swap'],
  ['1123', '123', 'one-digit-more'], ['1293', '123', 'one-digit-more'], ['13', '123', 'one-digit-less'],
  ['1230', '123', 'factor-of-ten'], ['1.2', '12', 'factor-of-ten'], ['-5', '5', 'sign'],
  ['0', '7', 'digit'], ['0', '48', null], ['48', '75', null], ['-3', '5', null], ['300', '1', null],
])('%s for %s: %s', (found, right, slip) => {
  expect(slipBetween(new Big(found), new Big(right), false)).toBe(slip);
});

test('a total that is 0 was not updated, whatever it should be', () => {
  expect(slipBetween(new Big(0), new Big(48), true)).toBe('not-updated');
});

test('what no slip explains comes last', () => {
  const far = slipCost(new Big(48), new Big(75), false);
  for (const found of ['84', '49', '480', '8', '448']) { expect(slipCost(new Big(found), new Big(48), false)).toBeLessThan(far); }
});
