/**
 * What a user may set. Invariant: settings are values (no paths, no editor types); a rule that is not named keeps its
 * default level.
 */
import type { Level } from '../model/finding';

export interface Settings {
  /** Level by rule id. A rule named here is on at that level with all of its findings, those off by default included. */
  readonly rules: Readonly<Record<string, Level>>;
}

export const DEFAULT_SETTINGS: Settings = { rules: {} };
