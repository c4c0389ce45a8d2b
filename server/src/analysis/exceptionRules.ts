/**
 * The rules about exceptions themselves. Invariant: they are judged after all others, over what those found.
 */
import type { Level } from '../model/finding';

export const STALE = 'exception-stale';
export const UNUSED = 'exception-unused';
export const SYNTAX = 'exception-syntax';

export const EXCEPTION_RULES: readonly { readonly id: string; readonly level: Level; readonly scope: 'exception' }[] = [
  { id: STALE, level: 'warning', scope: 'exception' },
  { id: UNUSED, level: 'information', scope: 'exception' },
  { id: SYNTAX, level: 'warning', scope: 'exception' },
];
