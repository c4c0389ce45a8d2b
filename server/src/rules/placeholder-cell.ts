/** A nil sign (— / 无) where a figure is due: nothing is written 0. More than a few in one table are one habit and one finding. */
import { message } from '../messages';
import { likelyFills } from './shared/blanks';
import { unusableRule } from './shared/cellRule';
import { fillRepair, ZERO } from './shared/fill';
import { placeName, written } from './shared/names';
import { toldTogether } from './shared/toldTogether';

const oneByOne = unusableRule(
  'placeholder-cell', 'warning', { known: 'placeholder-cell.known', open: 'placeholder-cell.open' }, () => ZERO,
);

export const placeholderCell = toldTogether(oneByOne, {
  all: ({ faults }) => faults.filter(({ fault }) => fault === 'placeholder-cell'),
  covers: () => true,
  placed: ({ place, cell }, { form }) => (
    { span: cell, message: message('cell.is', { name: placeName(form, place), found: written(cell) }) }
  ),
  explain: (cells) => message('placeholder-cell.many', { count: cells.length }),
  repairs: (cells, context) => (
    fillRepair(context, likelyFills(context, cells), message('placeholder-cell.fill', { count: cells.length }))
  ),
});
