/**
 * Items published by several channels count once: their number is at least that of the busiest
 * channel, and at most that of all channels together.
 */
import { message } from '../messages';
import { inequalityRule } from './shared/inequalityRule';

export const distinctCountRange = inequalityRule('distinct-count-range', 'warning', ({ name, found, right, difference, rightTerms, relation, broken }) => (
  relation === '>='
    ? message('distinct-count-range.few', { name, found, difference, rightTerms, broken })
    : message('distinct-count-range.many', { name, found, right, difference })
));
