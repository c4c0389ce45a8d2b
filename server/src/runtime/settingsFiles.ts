/**
 * The settings file in force for each document. Invariant: an open settings file counts as it stands in the editor, saved or not,
 * unless its file was deleted; what was read is kept until something about such a file changes; a file that cannot be read never
 * keeps a report from being checked.
 */
import { DidChangeWatchedFilesNotification, type Connection, type InitializeParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { analyzeSettings, type SettingsAnalysis } from '../analysis/settingsAnalysis';
import { READ_SETTINGS_REQUEST, type ReadSettingsParams, type SettingsText } from '../protocol/exceptions';
import type { InitializationOptions } from '../protocol/names';
import { SETTINGS_FILE, settingsFilesBelow } from '../settings/lookup';
import type { Runtime } from './runtime';

/** A scheme and a path with folders: `memfs:/a.txt` too, no `untitled:Untitled-1`. */
const IN_FOLDER = /^(?!untitled:)[a-z][\w+.-]*:\//i;

export interface SettingsFileInForce {
  readonly uri: string;
  /** Null where it is not open. */
  readonly version: number | null;
  readonly analysis: SettingsAnalysis;
}

export class SettingsFiles {
  private readonly byDocument = new Map<string, Promise<SettingsFileInForce | null>>();
  /** Texts as last analysed, by URI. */
  private readonly analysedFiles = new Map<string, SettingsFileInForce>();
  /** Deleted although an editor may still hold them. */
  private readonly deleted = new Set<string>();
  private roots: string[] = [];
  private clientReads = false;
  private canWatch = false;

  /** @param onRead is told of each new state of a settings file, once */
  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
    private readonly opened: (uri: string) => TextDocument | undefined,
    private readonly onRead: (file: SettingsFileInForce) => void,
    private readonly report: (failure: unknown) => void,
  ) {}

  initialize({ capabilities: { workspace }, workspaceFolders, rootUri, initializationOptions }: InitializeParams): void {
    this.clientReads = (initializationOptions as InitializationOptions | undefined)?.canReadSettings === true;
    this.canWatch = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    this.roots = (workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])).map(withoutSlash);
  }

  async listen(): Promise<void> {
    if (this.canWatch) {
      await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: `**/${SETTINGS_FILE}` }] });
    }
  }

  changeRoots(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(withoutSlash));
    this.roots = [...this.roots.filter((root) => !gone.has(root)), ...added.map(withoutSlash)];
    this.clear();
  }

  /** What was read may no longer be what there is. */
  clear(): void { this.byDocument.clear(); }

  forget(uri: string): void {
    this.byDocument.delete(uri);
    this.analysedFiles.delete(uri);
  }

  of(uri: string): Promise<SettingsFileInForce | null> {
    let file = this.byDocument.get(uri);
    if (file === undefined) {
      file = this.find(uri).catch((reason) => { this.report(reason); return null; });
      this.byDocument.set(uri, file);
    }
    return file;
  }

  /** A settings file as it was last read; undefined once it is gone. */
  known(uri: string): SettingsFileInForce | undefined { return this.analysedFiles.get(uri); }

  /** A settings file that is open, as it stands. */
  open(document: TextDocument): SettingsFileInForce {
    return this.analysed(document.uri, document.version, document.getText());
  }

  /** A settings file was deleted, or is there again. */
  setDeleted(uri: string, isDeleted: boolean): void {
    if (isDeleted) { this.deleted.add(uri); } else { this.deleted.delete(uri); }
  }

  private openAt(uri: string): TextDocument | undefined { return this.deleted.has(uri) ? undefined : this.opened(uri); }

  private async find(uri: string): Promise<SettingsFileInForce | null> {
    const places = this.placesFor(uri);
    const first = places.findIndex((place) => this.openAt(place) !== undefined);
    const onDisk = first < 0 ? places : places.slice(0, first);
    const found = onDisk.length > 0 ? await this.read(onDisk) : null;
    if (found !== null) { return this.analysed(found.uri, null, found.text); }
    const document = first < 0 ? undefined : this.openAt(places[first]);
    return document ? this.open(document) : null;
  }

  /** Documents without a folder have no settings file. */
  private placesFor(uri: string): string[] {
    return IN_FOLDER.test(uri) ? settingsFilesBelow(this.roots, uri) : [];
  }

  private read(uris: readonly string[]): Promise<SettingsText | null> {
    const params: ReadSettingsParams = { uris };
    return this.clientReads
      ? this.connection.sendRequest<SettingsText | null>(READ_SETTINGS_REQUEST, params)
      : this.runtime.readFirst(uris);
  }

  private analysed(uri: string, version: number | null, text: string): SettingsFileInForce {
    const known = this.analysedFiles.get(uri);
    if (known !== undefined && known.version === version && known.analysis.text === text) { return known; }
    const file = { uri, version, analysis: analyzeSettings(text) };
    this.analysedFiles.set(uri, file);
    this.onRead(file);
    return file;
  }
}

function withoutSlash(uri: string): string {
  return uri.replace(/\/$/, '');
}
