/**
 * The slips a person makes with a figure, as wrong figures to plant. Invariant: every result is whole, ≥ 0 and differs
 * from the figure it came from; one entry for each kind of slip that is possible.
 */
import { below, type Random } from './random';

export interface PlantedSlip { readonly kind: string; readonly value: number }

export function slipsOf(right: number, random: Random): PlantedSlip[] {
  const digits = String(right);
  const at = below(random, digits.length);
  const otherDigit = String((Number(digits[at]) + 1 + below(random, 9)) % 10);
  const swapAt = below(random, Math.max(1, digits.length - 1));
  const candidates: [string, string][] = [
    ['one digit changed', digits.slice(0, at) + otherDigit + digits.slice(at + 1)],
    [
      'two digits swapped',
      digits.slice(0, swapAt) + digits.slice(swapAt, swapAt + 2).split('').reverse().join('') + digits.slice(swapAt + 2),
    ],
    ['digit doubled', digits.slice(0, at + 1) + digits.slice(at)],
    ['digit dropped', digits.slice(0, at) + digits.slice(at + 1)],
    ['factor of ten', digits + '0'],
    ['not updated (0)', '0'],
    ['one more', String(right + 1)],
    ['one less', String(right - 1)],
  ];
  return candidates
    .map(([kind, text]) => ({ kind, value: text === '' ? NaN : Number(text) }))
    .filter(({ value }) => Number.isSafeInteger(value) && value >= 0 && value !== right);
}
