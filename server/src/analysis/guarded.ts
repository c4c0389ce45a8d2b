/**
 * Runs a rule so that its fault stays its own. Invariant: a throw inside a rule becomes one `internal-error` finding at
 * the table or document it was looking at, and every other rule still runs.
 */
import type { Finding } from '../model/finding';
import type { DocumentRule, TableRule } from '../rules/rule';
import type { Span } from '../text/span';

export const INTERNAL_ERROR = 'internal-error';

export interface Failure { readonly rule: string; readonly reason: string }

const NOTHING: readonly Finding<unknown>[] = [];

export function guarded<Context>(
  rule: Pick<TableRule<unknown> | DocumentRule<unknown>, 'id'> & {
    idle?(context: Context): boolean;
    find(context: Context): Iterable<Finding<unknown>>;
  },
  context: Context,
  where: Span,
): readonly Finding<unknown>[] {
  try {
    if (rule.idle?.(context)) { return NOTHING; }
    let found: Finding<unknown>[] | undefined;
    for (const finding of rule.find(context)) { (found ??= []).push(finding); }
    return found ?? NOTHING;
  } catch (error) {
    const failure: Failure = { rule: rule.id, reason: error instanceof Error ? error.stack ?? error.message : String(error) };
    return [{ rule: INTERNAL_ERROR, span: { start: where.start, end: where.start }, facts: failure, level: 'information' }];
  }
}
