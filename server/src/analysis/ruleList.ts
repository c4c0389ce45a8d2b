/**
 * Every rule that has a level, by id. Invariant: the one list for settings, schema, manifest and the index of the manual; what
 * is not in it cannot be set, and findings of what is in `EXCEPTION_RULES` cannot be excepted.
 */
import type { Level } from '../model/finding';
import { DOCUMENT_RULES, TABLE_RULES, TOTALS_RULES } from '../rules';
import type { KnownRules } from '../settings/settingsFile';
import { DECLARATION_RULE } from './declarations';
import { EXCEPTION_RULES } from './exceptionRules';

export interface RuleEntry {
  readonly id: string;
  /** Default level. */
  readonly level: Level;
  /** What it looks at: a table of an official form, any other table, the document, or exceptions. */
  readonly scope: 'table' | 'totals' | 'document' | 'exception';
}

export const ALL_RULES: readonly RuleEntry[] = [...TABLE_RULES, ...TOTALS_RULES, DECLARATION_RULE, ...DOCUMENT_RULES, ...EXCEPTION_RULES]
  .map(({ id, level, scope }) => ({ id, level, scope }))
  .sort((a, b) => (a.id < b.id ? -1 : 1));

const DEFAULT_LEVELS: ReadonlyMap<string, Level> = new Map(ALL_RULES.map(({ id, level }) => [id, level]));
const ABOUT_EXCEPTIONS: ReadonlySet<string> = new Set(EXCEPTION_RULES.map(({ id }) => id));

export const KNOWN_RULES: KnownRules = {
  ids: ALL_RULES.map(({ id }) => id),
  mayBeExcepted: (rule) => DEFAULT_LEVELS.has(rule) && !ABOUT_EXCEPTIONS.has(rule),
};

export function defaultLevel(rule: string): Level | undefined {
  return DEFAULT_LEVELS.get(rule);
}
