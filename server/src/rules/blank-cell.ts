/**
 * A figure is due and the cell is blank. Up to three matters are told one by one: a cell, or a row that
 * is blank altogether; more give one finding with a count, and so does the habit of leaving zeros blank.
 */
import { message } from '../messages';
import type { Finding } from '../model/finding';
import { blanksOf, likelyFills, MOST_TOLD, relatedBlanks } from './shared/blanks';
import type { FaultyCell } from './shared/cellFaults';
import { fillRepair } from './shared/fill';
import { placeName, rowName } from './shared/names';
import { hasNoFaults, tableRule, type TableContext } from './rule';

interface BlankFacts {
  readonly kind: 'cell' | 'row' | 'many' | 'habit';
  /** The cell's name, or the row's; '' where there are many. */
  readonly name: string;
  readonly cells: readonly FaultyCell[];
  /** For one cell: what belongs there by the equations, and how many say so; '' and 0 where they do not tell. */
  readonly value: string;
  readonly equations: number;
}

export const blankCell = tableRule<BlankFacts>({
  id: 'blank-cell',
  level: 'warning',
  idle: hasNoFaults,
  *find(context) {
    const { habit, rows, scattered } = blanksOf(context);
    if (habit) { yield finding(context, 'habit', '', scattered); return; }
    if (rows.length + scattered.length > MOST_TOLD) {
      yield finding(context, 'many', '', [...rows.flatMap(({ cells }) => cells), ...scattered].sort((a, b) => a.place - b.place));
      return;
    }
    for (const { row, cells } of rows) { yield finding(context, 'row', rowName(row.spec!), cells); }
    for (const cell of scattered) { yield finding(context, 'cell', placeName(context.form, cell.place), [cell]); }
  },
  explain({ facts: { kind, name, cells, value, equations } }) {
    switch (kind) {
      case 'cell': return message(value === '' ? 'blank-cell.open' : 'blank-cell.known', { name, value, equations });
      case 'row': return message('blank-cell.row', { name, count: cells.length });
      case 'many': return message('blank-cell.many', { count: cells.length });
      case 'habit': return message('blank-cell.habit', { count: cells.length });
    }
  },
  *repairs({ facts: { kind, name, cells, value, equations } }, context) {
    if (kind === 'cell' && value === '') { return; }
    const title = kind === 'cell' ? message('cell.fill', { name, value, equations }) : message('blank.fill', { count: cells.length });
    yield* fillRepair(context, likelyFills(context, cells), title);
  },
});

function finding(context: TableContext, kind: BlankFacts['kind'], name: string, cells: readonly FaultyCell[]): Finding<BlankFacts> {
  const deduction = kind === 'cell' ? context.deductions.get(cells[0].place) : undefined;
  return {
    rule: 'blank-cell', span: cells[0].cell, level: kind === 'habit' ? 'information' : undefined,
    facts: { kind, name, cells, value: deduction ? deduction.value.toFixed() : '', equations: deduction ? deduction.equations.length : 0 },
    related: kind === 'many' ? relatedBlanks(context, cells) : undefined,
  };
}
