/** A unit behind the figure: its header (or the unit column) states it already, or a count needs none. */
import { message } from '../messages';
import { cellRule, figureOf, plainDigits, rewrite, type CellFacts } from './shared/cellRule';
import { statedUnit } from './shared/dueUnit';

interface UnitFacts extends CellFacts {
  readonly unit: string;
  /** The unit of the header or the row, '' where none is stated. */
  readonly stated: string;
}

export const unitInCell = cellRule<UnitFacts>('unit-in-cell', 'warning', {
  facts: (facts, { form }) => ({
    ...facts, unit: figureOf(facts).unit, stated: statedUnit(form.rowAt[facts.place], form.columnAt[facts.place]),
  }),
  level: ({ stated }) => (stated === '' ? 'off' : undefined),
  explain: ({ name, found, unit, stated }) => message(
    stated === '' ? 'unit-in-cell.needless' : 'unit-in-cell.repeated', { name, found, unit, stated },
  ),
  *repairs(facts) { yield rewrite(facts, plainDigits(figureOf(facts))); },
});
