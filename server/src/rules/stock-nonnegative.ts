/** What was there a year ago, worked out backwards, cannot be less than none. */
import { message } from '../messages';
import { inequalityRule } from './shared/inequalityRule';

export const stockNonnegative = inequalityRule('stock-nonnegative', 'warning', ({ name, left, right, difference, leftTerms, rightTerms }) => (
  rightTerms.items.length === 0
    ? message('stock-nonnegative.items', { name, left, leftTerms })
    : message('stock-nonnegative.stock', { name, left, right, difference, leftTerms, rightTerms })
));
