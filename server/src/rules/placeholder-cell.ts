/** A nil sign (— / 无) where a figure is due: nothing is written 0. */
import { unusableRule } from './shared/cellRule';
import { ZERO } from './shared/fill';

export const placeholderCell = unusableRule(
  'placeholder-cell', 'warning', { known: 'placeholder-cell.known', open: 'placeholder-cell.open' }, () => ZERO,
);
