/**
 * What all rules about one cell's writing have in common. Invariant: one finding per faulty cell, at the cell; where the
 * figure is not usable and the equations tell what belongs there, the finding says so.
 */
import type Big from 'big.js';
import type { NumberAmount } from '../../model/amount';
import type { Finding, Level } from '../../model/finding';
import type { Message } from '../../model/message';
import type { Repair } from '../../model/repair';
import { message, type MessageKey } from '../../messages';
import type { CellFault, FaultyCell } from './cellFaults';
import { fillRepair } from './fill';
import { placeName, written } from './names';
import { tableRule, type TableContext, type TableRule } from '../rule';

export interface CellFacts extends FaultyCell {
  /** Row and column as the form calls them. */
  readonly name: string;
  readonly found: string;
}

export interface DeducedFacts extends CellFacts {
  /** What belongs there by the equations, and how many of them say so; '' and 0 where they do not tell. */
  readonly value: string;
  readonly equations: number;
}

interface Aspects<Facts extends CellFacts> {
  /** What the rule has to say beyond the cell itself. */
  facts(facts: CellFacts, context: TableContext): Facts;
  level?(facts: Facts): Level | undefined;
  explain(facts: Facts): Message;
  repairs?(facts: Facts, context: TableContext): Iterable<Repair>;
}

export function cellRule<Facts extends CellFacts>(id: CellFault, level: Level, aspects: Aspects<Facts>): TableRule<Facts> {
  return tableRule<Facts>({
    id,
    level,
    idle: ({ faults }) => !isAmong(faults, id),
    *find(context) {
      for (const faulty of context.faults) {
        if (faulty.fault === id) { yield findingOf(id, aspects, context, faulty); }
      }
    },
    explain: ({ facts }) => aspects.explain(facts),
    *repairs({ facts }, context) { if (aspects.repairs) { yield* aspects.repairs(facts, context); } },
  });
}

function isAmong(faults: readonly FaultyCell[], id: CellFault): boolean {
  for (const { fault } of faults) { if (fault === id) { return true; } }
  return false;
}

function findingOf<Facts extends CellFacts>(
  id: CellFault, aspects: Aspects<Facts>, context: TableContext, faulty: FaultyCell,
): Finding<Facts> {
  const facts = aspects.facts({ ...faulty, name: placeName(context.form, faulty.place), found: written(faulty.cell) }, context);
  return { rule: id, span: faulty.cell, facts, level: aspects.level?.(facts) };
}

export interface DeducedWording { readonly known: MessageKey; readonly open: MessageKey }

/** A rule about cells whose figure is not usable: the equations may tell what belongs there, else perhaps the writing. */
export function unusableRule(
  id: CellFault, level: Level, wording: DeducedWording, intended: (facts: CellFacts, context: TableContext) => Big | null = () => null,
): TableRule<DeducedFacts> {
  return cellRule<DeducedFacts>(id, level, {
    facts: deduced,
    explain: (facts) => explainDeduced(facts, wording),
    repairs: (facts, context) => deducedRepair(facts, context, intended(facts, context)),
  });
}

export function deduced(facts: CellFacts, context: TableContext): DeducedFacts {
  const deduction = context.deductions.get(facts.place);
  return { ...facts, value: deduction ? deduction.value.toFixed() : '', equations: deduction ? deduction.equations.length : 0 };
}

export function explainDeduced({ name, found, value, equations }: DeducedFacts, wording: DeducedWording): Message {
  return message(value === '' ? wording.open : wording.known, { name, found, value, equations });
}

/** Writes the figure that the equations give; where they are silent, the one that was meant if it breaks none. */
export function* deducedRepair(facts: DeducedFacts, context: TableContext, intended: Big | null): Iterable<Repair> {
  const { name, place, cell, equations } = facts;
  const value = context.deductions.get(place)?.value ?? intended;
  if (value === null) { return; }
  const written = value.toFixed();
  const title = facts.value === ''
    ? message('cell.write', { name, value: written })
    : message('cell.fill', { name, value: written, equations });
  yield* fillRepair(context, [{ place, cell, value }], title);
}

/** Writes the same figure another way, or (`review`) another figure. */
export function rewrite({ name, cell }: CellFacts, text: string, kind: Repair['kind'] = 'safe'): Repair {
  return { title: message('cell.write', { name, value: text }), kind, preferred: true, changes: [{ kind: 'setCell', cell, text }] };
}

/** The amount of a cell whose fault is one of a figure. */
export function figureOf({ cell, fault }: CellFacts): NumberAmount {
  const { amount } = cell.content;
  if (amount.kind !== 'number') { throw new Error(`${fault} at a cell without a figure`); }
  return amount;
}

/** The figure in plain digits, decimals as printed, without unit. */
export function plainDigits(amount: NumberAmount): string {
  return amount.value.toFixed(amount.decimals);
}
