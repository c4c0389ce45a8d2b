/** A 其中 figure cannot be larger than the figure it is part of. */
import { message } from '../messages';
import { inequalityRule } from './shared/inequalityRule';

export const partExceedsWhole = inequalityRule('part-exceeds-whole', 'error', ({ name, found, rightTerms, difference }) => (
  message('part-exceeds-whole', { name, found, rightTerms, difference })
));
