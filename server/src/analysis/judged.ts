/**
 * What rules found, with levels settled and sentences made. Invariant: depends on the finding and the settings alone, so what was judged
 * in a block that did not change holds for every later text it stands in.
 */
import { message } from '../messages';
import type { Finding, FindingPlace, Level, Related } from '../model/finding';
import type { Message } from '../model/message';
import type { Repair } from '../model/repair';
import type { Rule } from '../rules/rule';
import type { Span } from '../text/span';
import { guarded, INTERNAL_ERROR, type Failure } from './guarded';
import type { Settings } from './settings';

export interface JudgedFinding {
  readonly rule: string;
  readonly level: Exclude<Level, 'off'>;
  readonly span: Span;
  readonly message: Message;
  readonly related: readonly Related[];
  /** Places of other findings that this one belongs to: it is then said with them. */
  readonly joins: readonly Span[] | undefined;
  /** Findings of the same cause that are said with this one. */
  readonly takesIn: readonly FindingPlace[] | undefined;
  /** Worked out when asked for. */
  repairs(): Iterable<Repair>;
}

type RuleFor<Context> = Omit<Rule, 'find' | 'idle' | 'repairs'> & {
  idle?(context: Context): boolean;
  find(context: Context): Iterable<Finding<unknown>>;
  repairs?(finding: Finding<unknown>, context: Context): Iterable<Repair>;
};

const NO_RELATED: readonly Related[] = [];

/** @param where what the rules look at: a rule that fails is reported at its start */
export function judge<Context>(rules: readonly RuleFor<Context>[], context: Context, where: Span, settings: Settings): JudgedFinding[] {
  const judged: JudgedFinding[] = [];
  for (const rule of rules) {
    if ((settings.rules[rule.id] ?? rule.level) === 'off') { continue; }
    for (const finding of guarded(rule, context, where)) {
      const level: Level = settings.rules[finding.rule] ?? finding.level ?? rule.level;
      if (level === 'off') { continue; }
      judged.push({
        rule: finding.rule, level, span: finding.span,
        message: finding.rule === INTERNAL_ERROR ? failureMessage(finding.facts as Failure) : rule.explain(finding),
        related: finding.related ?? NO_RELATED, joins: finding.joins, takesIn: finding.takesIn,
        repairs: () => (rule.repairs && finding.rule === rule.id ? rule.repairs(finding, context) : []),
      });
    }
  }
  return judged;
}

function failureMessage(failure: Failure) {
  return message('internal-error', { rule: failure.rule, reason: failure.reason.split('\n', 1)[0], stack: failure.reason });
}
