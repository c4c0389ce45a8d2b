/**
 * What rules about "not more than" and "not less than" have in common. Invariant: one finding per total (the cell that
 * stands first in its inequalities), the broken inequalities folded into it, the other cells as related places.
 */
import type Big from 'big.js';
import type { Cell } from '../../model/cell';
import type { Verdict } from '../../model/equation';
import type { Finding, Level, Related } from '../../model/finding';
import { figureColumns, type TermSpec } from '../../model/form';
import type { List, Message } from '../../model/message';
import { message } from '../../messages';
import { columnName, placeName, rowName, written } from './names';
import { hasNothingBroken, tableRule, type TableContext, type TableRule } from '../rule';

export interface InequalityFacts {
  /** The cell at which it is reported, and its figure. */
  readonly name: string;
  readonly found: string;
  /** Both sides of the inequality that is broken by most, and by how much. */
  readonly left: string;
  readonly right: string;
  readonly difference: string;
  /** The sides in words: “现行有效件数”0、“本年废止件数”1; empty for a side that is 0 by itself. */
  readonly leftTerms: List;
  readonly rightTerms: List;
  readonly relation: Verdict['spec']['relation'];
  /** Number of inequalities broken at this cell. */
  readonly broken: number;
}

export function inequalityRule(id: string, level: Level, explain: (facts: InequalityFacts) => Message): TableRule<InequalityFacts> {
  return tableRule<InequalityFacts>({
    id,
    level,
    idle: hasNothingBroken,
    *find(context) {
      const byTotal = new Map<number, Verdict[]>();
      for (const verdict of context.verdicts) {
        if (verdict.state !== 'broken' || verdict.spec.rule !== id) { continue; }
        const { place } = verdict.spec.left[0];
        const others = byTotal.get(place);
        if (others) { others.push(verdict); } else { byTotal.set(place, [verdict]); }
      }
      for (const [place, broken] of byTotal) { yield findingOf(id, context, place, broken); }
    },
    explain: ({ facts }) => explain(facts),
  });
}

function findingOf(rule: string, context: TableContext, place: number, broken: readonly Verdict[]): Finding<InequalityFacts> {
  const cell = context.table.places[place]!;
  const worst = broken.reduce((a, b) => (gapOf(b).gt(gapOf(a)) ? b : a));
  const { left, right, spec } = worst;
  return {
    rule, span: cell, level: spec.level,
    facts: {
      name: placeName(context.form, place), found: written(cell), left: left.toFixed(), right: right.toFixed(),
      difference: gapOf(worst).toFixed(), leftTerms: inWords(context, spec.left), rightTerms: inWords(context, spec.right),
      relation: spec.relation, broken: broken.length,
    },
    related: broken.flatMap((verdict) => relatedOf(context, verdict, cell)),
  };
}

function gapOf({ left, right }: Verdict): Big {
  return left.minus(right).abs();
}

function relatedOf(context: TableContext, { spec }: Verdict, own: Cell): Related[] {
  return [...spec.left, ...spec.right].flatMap(({ place }) => {
    const cell = context.table.places[place];
    return cell === null || cell === own
      ? []
      : [{ span: cell, message: message('cell.is', { name: nameOf(context, place), found: written(cell) }) }];
  });
}

/** In a row of several figures the column's name is enough: the finding has named the row. */
function nameOf({ form }: TableContext, place: number): string {
  const row = form.rowAt[place];
  return figureColumns(form.blocks[row.block]).length > 1 ? columnName(form.columnAt[place]) : rowName(row);
}

function inWords(context: TableContext, terms: readonly TermSpec[]): List {
  return {
    items: terms.map(({ place }) => message('named.figure', { name: nameOf(context, place), value: written(context.table.places[place]) })),
  };
}
