/** 约, 余, 近, 以上 in a cell: the form asks for the exact figure. */
import { unusableRule } from './shared/cellRule';

export const approximateValue = unusableRule(
  'approximate-value', 'warning', { known: 'approximate-value.known', open: 'approximate-value.open' },
);
