/**
 * Wrong figures: what a sum, a balance or a comparison of the official forms must notice. Invariant: a figure is planted
 * only where an equation that holds it has all its terms written, so that it can be noticed.
 */
import type { EquationSpec } from '../../../server/src/model/form';
import { below, pick, type Random } from '../../harness/random';
import { slipsOf } from '../../harness/slips';
import { planted, type Draft, type TableDraft } from './draft';
import type { Fault } from './fault';

const SUMS = ['row-sum', 'outcome-sum', 'request-balance', 'review-sum', 'form-c-sum'];
const PLAIN = /^\d+$/;

interface Term { readonly table: TableDraft; readonly place: number; readonly equation: EquationSpec }

/** Terms of the equations of a rule whose terms are all written. */
function termsOf({ tables }: Draft, rule: string): Term[] {
  return tables.flatMap((table) => table.form.equations.filter((equation) => equation.rule === rule).flatMap((equation) => {
    const places = [...equation.left, ...equation.right].map(({ place }) => place);
    return places.every((place) => PLAIN.test(table.figureAt(place) ?? '')) ? places.map((place) => ({ table, place, equation })) : [];
  }));
}

const figureOf = ({ table, place }: Term): number => Number(table.figureAt(place));
const isTotal = ({ place, equation }: Term): boolean => equation.left[0].place === place;

function slip(term: Term, random: Random): void {
  term.table.setFigure(term.place, planted(String(pick(random, slipsOf(figureOf(term), random)).value)));
}

function termFault(
  rule: string, name: string, holds: (term: Term) => boolean, plant: (term: Term, random: Random) => void, more: Partial<Fault> = {},
): Fault {
  return {
    rule, name, named: 'repairs', ...more,
    stage(draft, random) {
      const terms = termsOf(draft, rule).filter(holds);
      if (terms.length === 0) { return null; }
      const chosen = pick(random, terms);
      return () => { plant(chosen, random); };
    },
  };
}

/** The cell of the same row in the column of totals. */
function totalOfRow({ table, place }: Term): number {
  const row = table.form.rowAt[place];
  return row.base + table.form.blocks[row.block].columns.findIndex((column) => column.isTotal);
}

function addToBoth(term: Term, random: Random): void {
  const by = 1 + below(random, 9);
  for (const place of new Set([term.place, totalOfRow(term)])) {
    term.table.setFigure(place, planted(String(Number(term.table.figureAt(place)) + by)));
  }
}

const isInOwnColumn = ({ table, place }: Term): boolean => !table.form.columnAt[place].isTotal;
const isWrittenTotal = (term: Term): boolean => PLAIN.test(term.table.figureAt(totalOfRow(term)) ?? '');

/** A comparison made false by a figure that is too large or too small. */
function compareFault(
  rule: string, name: string, holds: (equation: EquationSpec) => boolean,
  plant: (table: TableDraft, equation: EquationSpec, random: Random) => void,
): Fault {
  return {
    rule, name, named: 'related',
    stage(draft, random) {
      const found = draft.tables.flatMap((table) => table.form.equations
        .filter((equation) => equation.rule === rule && holds(equation)
          && [...equation.left, ...equation.right].every(({ place }) => PLAIN.test(table.figureAt(place) ?? '')))
        .map((equation) => ({ table, equation })));
      if (found.length === 0) { return null; }
      const { table, equation } = pick(random, found);
      return () => { plant(table, equation, random); };
    },
  };
}

const sumOf = (table: TableDraft, terms: EquationSpec['left']): number => terms.reduce(
  (sum, { place }) => sum + Number(table.figureAt(place)), 0,
);

function write(table: TableDraft, place: number, value: number): void { table.setFigure(place, planted(String(value))); }

/** Makes a side that must not be larger exceed the other by a little. */
function exceed(of: 'left' | 'right') {
  return (table: TableDraft, equation: EquationSpec, random: Random): void => {
    const other = of === 'left' ? equation.right : equation.left;
    const place = pick(random, equation[of]).place;
    const rest = sumOf(table, equation[of]) - Number(table.figureAt(place));
    write(table, place, Math.max(0, sumOf(table, other) - rest) + 1 + below(random, 20));
  };
}

export const FIGURE_FAULTS: readonly Fault[] = [
  termFault(
    'row-sum', 'a wrong figure in a row', (term) => term.table.form.rowAt[term.place].id !== 'total' || !isInOwnColumn(term), slip,
    { accepts: SUMS },
  ),
  termFault('outcome-sum', 'a wrong total of outcomes', (term) => isTotal(term) && isInOwnColumn(term), slip, { accepts: SUMS }),
  termFault(
    'outcome-sum', 'a total of outcomes and its row not brought up to date',
    (term) => isTotal(term) && isInOwnColumn(term) && isWrittenTotal(term), addToBoth, { accepts: SUMS },
  ),
  termFault(
    'request-balance', 'a figure and its total alike',
    (term) => term.table.form.rowAt[term.place].id !== 'total' && isInOwnColumn(term) && isWrittenTotal(term), addToBoth, { accepts: SUMS },
  ),
  termFault('review-sum', 'a wrong total of results', isTotal, slip),
  termFault('review-sum', 'a wrong result', (term) => !isTotal(term), slip),
  termFault('form-c-sum', 'a wrong figure', () => true, slip),
  compareFault('part-exceeds-whole', 'a part larger than its whole', () => true, exceed('left')),
  compareFault('stock-nonnegative', 'more issued than there are', ({ right }) => right.length > 0, exceed('right')),
  compareFault('stock-nonnegative', 'more taken away than there were', ({ right }) => (
    right.length === 0
  ), (table, { left: [before, change] }, random) => {
    write(table, change.place, -Number(table.figureAt(before.place)) - 1 - below(random, 9));
  }),
  compareFault('distinct-count-range', 'a channel with more than all', ({ relation }) => relation === '>=', exceed('right')),
  compareFault('distinct-count-range', 'more than all channels together', ({ relation }) => relation === '<=', exceed('left')),
];
