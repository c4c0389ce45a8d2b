/** Text where a figure is due. A Chinese numeral, or 减3 where a change may be negative, says which figure was meant. */
import Big from 'big.js';
import { Admit } from '../equations/problem';
import { readChineseNumeral } from '../text/numerals';
import { unusableRule } from './shared/cellRule';

export const nonNumericCell = unusableRule(
  'non-numeric-cell', 'error', { known: 'non-numeric-cell.known', open: 'non-numeric-cell.open' },
  ({ found, place }, { problem }) => {
    const meant = readChineseNumeral(found) ?? ((problem.admits[place] & Admit.Negative) !== 0 ? changeByWord(found) : null);
    return meant === null ? null : new Big(meant);
  },
);

/** 减3, 增加2 */
function changeByWord(text: string): number | null {
  const [, less, digits] = /^(?:(减少?)|增加?)\s*(\d{1,9})$/.exec(text.normalize('NFKC')) ?? [];
  return digits === undefined ? null : less === undefined ? Number(digits) : -Number(digits);
}
