/**
 * The levels a rule can have. Invariant: the one list of them for settings, schema and manifest.
 */
import type { Level } from '../model/finding';

export const LEVELS: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off'];

export function isLevel(value: unknown): value is Level {
  return (LEVELS as readonly unknown[]).includes(value);
}
