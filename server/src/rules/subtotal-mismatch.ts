/** A row or column that is named a subtotal and does not add up. */
import { sumFoundRule } from './shared/totals';

export const subtotalMismatch = sumFoundRule('subtotal-mismatch');
