/**
 * Which inlay hints the user wants, by document. Invariant: they have no part in an Analysis, so changing them checks nothing
 * anew; a value that makes no sense counts as the default.
 */
import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { DEFAULT_HINTS, type HintSettings } from '../features/inlayHints';
import { SETTINGS_SECTION } from '../protocol/names';

const SECTION = 'inlayHints';

export class HintPreferences {
  private readonly byDocument = new Map<string, Promise<HintSettings>>();
  private canAsk = false;
  /** For clients that cannot be asked: what they last sent. */
  private sent: HintSettings = DEFAULT_HINTS;

  constructor(private readonly connection: Connection) {}

  initialize({ workspace }: ClientCapabilities): void {
    this.canAsk = workspace?.configuration === true;
  }

  /** @param settings of `workspace/didChangeConfiguration` */
  change(settings: unknown): void {
    this.byDocument.clear();
    if (!this.canAsk) { this.sent = read(member(member(settings, SETTINGS_SECTION), SECTION)); }
  }

  forget(uri: string): void { this.byDocument.delete(uri); }

  of(uri: string): Promise<HintSettings> {
    if (!this.canAsk) { return Promise.resolve(this.sent); }
    let hints = this.byDocument.get(uri);
    if (hints === undefined) {
      hints = this.connection.workspace.getConfiguration({ scopeUri: uri, section: `${SETTINGS_SECTION}.${SECTION}` }).then(
        read, () => DEFAULT_HINTS,
      );
      this.byDocument.set(uri, hints);
    }
    return hints;
  }
}

function member(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}

function read(section: unknown): HintSettings {
  const flag = (name: keyof HintSettings): boolean => {
    const value = member(section, name);
    return typeof value === 'boolean' ? value : DEFAULT_HINTS[name];
  };
  return { cells: flag('cells'), totals: flag('totals') };
}
