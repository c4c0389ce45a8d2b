/**
 * The user's settings, by document, live. Invariant: equal settings are the same object (an Analysis may then be used again);
 * a value that makes no sense is ignored and said once, and never keeps a document from being checked.
 */
import { DidChangeConfigurationNotification, type ClientCapabilities, type Connection } from 'vscode-languageserver';
import { DEFAULT_SETTINGS, type Settings } from '../analysis/settings';
import type { Level } from '../model/finding';
import { SETTINGS_SECTION } from '../protocol/names';
import { isLevel } from '../settings/levels';

/** @param complain is told of each value that is ignored */
function readSettings(section: unknown, complain: (what: string) => void): Settings {
  const rules = isObject(section) ? section.rules : undefined;
  if (rules === undefined || rules === null) { return DEFAULT_SETTINGS; }
  if (!isObject(rules)) {
    complain(`${SETTINGS_SECTION}.rules: not an object`);
    return DEFAULT_SETTINGS;
  }
  const levels: Record<string, Level> = {};
  for (const [rule, level] of Object.entries(rules)) {
    if (isLevel(level)) {
      levels[rule] = level;
    } else {
      complain(`${SETTINGS_SECTION}.rules.${rule}: ${JSON.stringify(level)} is no level`);
    }
  }
  return { rules: levels };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export class UserSettings {
  private readonly byDocument = new Map<string, Promise<Settings>>();
  private readonly known = new Map<string, Settings>();
  private readonly complaints = new Set<string>();
  private canAsk = false;
  private canRegister = false;
  /** For clients that cannot be asked: what they last sent. */
  private sent: Settings = DEFAULT_SETTINGS;

  constructor(private readonly connection: Connection) {}

  initialize({ workspace }: ClientCapabilities): void {
    this.canAsk = workspace?.configuration === true;
    this.canRegister = workspace?.didChangeConfiguration?.dynamicRegistration === true;
  }

  async listen(): Promise<void> {
    if (this.canRegister) { await this.connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION }); }
  }

  /** @param settings of `workspace/didChangeConfiguration` */
  change(settings: unknown): void {
    this.byDocument.clear();
    if (!this.canAsk) { this.sent = this.read(isObject(settings) ? settings[SETTINGS_SECTION] : undefined); }
  }

  forget(uri: string): void { this.byDocument.delete(uri); }

  of(uri: string): Promise<Settings> {
    if (!this.canAsk) { return Promise.resolve(this.sent); }
    let settings = this.byDocument.get(uri);
    if (settings === undefined) {
      settings = this.ask(uri);
      this.byDocument.set(uri, settings);
    }
    return settings;
  }

  private async ask(uri: string): Promise<Settings> {
    try {
      return this.read(await this.connection.workspace.getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION }));
    } catch (reason) {
      this.complain(`settings cannot be had: ${String(reason)}`);
      return DEFAULT_SETTINGS;
    }
  }

  private read(section: unknown): Settings {
    const settings = readSettings(section, (what) => this.complain(what));
    const key = JSON.stringify(Object.entries(settings.rules).sort());
    const same = this.known.get(key);
    if (same !== undefined) { return same; }
    this.known.set(key, settings);
    return settings;
  }

  private complain(what: string): void {
    if (this.complaints.has(what)) { return; }
    this.complaints.add(what);
    this.connection.console.warn(what);
  }
}
