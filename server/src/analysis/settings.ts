/**
 * What a user may set. Invariant: settings are values (no paths, no editor types); a rule that is not named keeps its
 * default level; what is set in the editor wins over what the settings file says of the same rule.
 */
import type { Exception } from '../model/exception';
import type { Level } from '../model/finding';
import type { SettingsFile } from '../settings/settingsFile';

export interface Settings {
  /** Level by rule id. A rule named here is on at that level with all of its findings, those off by default included. */
  readonly rules: Readonly<Record<string, Level>>;
  /** Exceptions recorded outside of the document; those in its comments come with its text. */
  readonly exceptions?: readonly Exception[];
}

export const DEFAULT_SETTINGS: Settings = { rules: {} };

/**
 * The settings of one document.
 * @param file the settings file that is in force for it
 * @param name how that file calls the document
 */
export function settingsFor(editor: Settings, file: SettingsFile | null, name: string): Settings {
  if (file === null) { return editor; }
  const exceptions = file.exceptions.filter((exception) => exception.file === name);
  if (exceptions.length === 0 && Object.keys(file.levels).length === 0) { return editor; }
  return { rules: { ...file.levels, ...editor.rules }, ...(exceptions.length > 0 ? { exceptions } : {}) };
}
