/** Counts are not below 0; only a change from one year to the next may be. */
import { unusableRule } from './shared/cellRule';

export const negativeValue = unusableRule('negative-value', 'error', { known: 'negative-value.known', open: 'negative-value.open' });
