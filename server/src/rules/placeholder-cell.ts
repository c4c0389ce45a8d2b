/** A nil sign (— / 无) where a figure is due: nothing is written 0. More than a few in one table are one habit and one finding. */
import { message } from '../messages';
import { likelyFills, MOST_RELATED, MOST_TOLD } from './shared/blanks';
import type { FaultyCell } from './shared/cellFaults';
import { unusableRule, type DeducedFacts } from './shared/cellRule';
import { fillRepair, ZERO } from './shared/fill';
import { placeName, written } from './shared/names';
import { tableRule } from './rule';

interface ManyFacts { readonly cells: readonly FaultyCell[] }

const oneByOne = unusableRule(
  'placeholder-cell', 'warning', { known: 'placeholder-cell.known', open: 'placeholder-cell.open' }, () => ZERO,
);

export const placeholderCell = tableRule<DeducedFacts | ManyFacts>({
  id: oneByOne.id,
  level: oneByOne.level,
  idle: oneByOne.idle,
  *find(context) {
    const cells = context.faults.filter(({ fault }) => fault === 'placeholder-cell');
    if (cells.length <= MOST_TOLD) { yield* oneByOne.find(context); return; }
    yield {
      rule: 'placeholder-cell', span: cells[0].cell, facts: { cells },
      related: cells.slice(1, MOST_RELATED).map(({ place, cell }) => (
        { span: cell, message: message('cell.is', { name: placeName(context.form, place), found: written(cell) }) }
      )),
    };
  },
  explain(finding) {
    const { facts } = finding;
    return 'cells' in facts ? message('placeholder-cell.many', { count: facts.cells.length }) : oneByOne.explain({ ...finding, facts });
  },
  *repairs(finding, context) {
    const { facts } = finding;
    if (!('cells' in facts)) { yield* oneByOne.repairs!({ ...finding, facts }, context); return; }
    yield* fillRepair(context, likelyFills(context, facts.cells), message('placeholder-cell.fill', { count: facts.cells.length }));
  },
});
