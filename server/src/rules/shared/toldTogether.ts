/**
 * Faults of one kind that are told one by one while they are few, and as one habit where a table is full of them. Invariant: each fault is
 * in exactly one finding.
 */
import type { Level, Related } from '../../model/finding';
import type { Message } from '../../model/message';
import type { Repair } from '../../model/repair';
import { tableRule, type TableContext, type TableRule } from '../rule';
import { MOST_RELATED, MOST_TOLD } from './blanks';

interface Habit<Fault> { readonly habit: readonly Fault[] }

interface Together<Facts, Fault> {
  readonly level?: Level;
  /** All faults of a table that may be one habit, in order. */
  all(context: TableContext): readonly Fault[];
  /** Whether what is found by itself is one of these faults. */
  covers(faults: readonly Fault[], facts: Facts): boolean;
  /** Where a fault stands, and what is said of it beside the others. */
  placed(fault: Fault, context: TableContext): Related;
  explain(faults: readonly Fault[]): Message;
  repairs?(faults: readonly Fault[], context: TableContext): Iterable<Repair>;
}

/** @param single the rule that tells each fault by itself */
export function toldTogether<Facts extends object, Fault>(
  single: TableRule<Facts>, together: Together<Facts, Fault>,
): TableRule<Facts | Habit<Fault>> {
  return tableRule<Facts | Habit<Fault>>({
    id: single.id,
    level: single.level,
    idle: single.idle,
    *find(context) {
      const faults = together.all(context);
      const isHabit = faults.length > MOST_TOLD;
      if (isHabit) {
        const [first, ...others] = faults.slice(0, MOST_RELATED).map((fault) => together.placed(fault, context));
        yield { rule: single.id, level: together.level, span: first.span, facts: { habit: faults }, related: others };
      }
      for (const finding of single.find(context)) { if (!isHabit || !together.covers(faults, finding.facts)) { yield finding; } }
    },
    explain(finding) {
      const { facts } = finding;
      return 'habit' in facts ? together.explain(facts.habit) : single.explain({ ...finding, facts });
    },
    *repairs(finding, context) {
      const { facts } = finding;
      yield* ('habit' in facts ? together.repairs?.(facts.habit, context) : single.repairs?.({ ...finding, facts }, context)) ?? [];
    },
  });
}
