/**
 * The settings of a document: those of the editor over those of its settings file. Invariant: equal settings are the same object,
 * so that an Analysis may be used again; the number of them that are kept is bounded.
 */
import { settingsFor, type Settings } from '../analysis/settings';
import { unescaped } from '../model/uri';
import { nameIn } from '../settings/lookup';
import type { SettingsFiles } from './settingsFiles';
import type { UserSettings } from './userSettings';

const MOST_KEPT = 200;

export class DocumentSettings {
  private readonly known = new Map<string, Settings>();

  constructor(private readonly user: UserSettings, private readonly files: SettingsFiles) {}

  async of(uri: string): Promise<Settings> {
    const [editor, file] = await Promise.all([this.user.of(uri), this.files.of(uri)]);
    if (file === null) { return editor; }
    const settings = settingsFor(editor, file.analysis.file, nameOf(file.uri, uri));
    return settings === editor ? editor : this.same(settings);
  }

  private same(settings: Settings): Settings {
    const key = JSON.stringify([Object.entries(settings.rules).sort(), settings.exceptions]);
    const known = this.known.get(key);
    if (known !== undefined) { return known; }
    if (this.known.size >= MOST_KEPT) { this.known.clear(); }
    this.known.set(key, settings);
    return settings;
  }
}

/** How a settings file calls a document, both given by their URIs. */
export function nameOf(settingsFile: string, document: string): string {
  return unescaped(nameIn(settingsFile, document));
}
