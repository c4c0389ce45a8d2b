/** Text where a figure is due. A Chinese numeral says which figure was meant. */
import Big from 'big.js';
import { readChineseNumeral } from '../text/numerals';
import { unusableRule } from './shared/cellRule';

export const nonNumericCell = unusableRule(
  'non-numeric-cell', 'error', { known: 'non-numeric-cell.known', open: 'non-numeric-cell.open' },
  ({ found }) => {
    const meant = readChineseNumeral(found);
    return meant === null ? null : new Big(meant);
  },
);
