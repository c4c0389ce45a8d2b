/** A row or column that its label, its place and the figures beside it show to be a total, and that does not add up. */
import { sumFoundRule } from './shared/totals';

export const totalMismatch = sumFoundRule('total-mismatch');
