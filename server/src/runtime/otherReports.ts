/**
 * Reports of the year before, for open documents: other open documents, as they stand, and the files in a document's own folder.
 * Invariant: an open document counts instead of its file; a folder is read once until something in it changes; the same reports
 * are the same array, so that an Analysis may be used again.
 */
import { DidChangeWatchedFilesNotification, type ClientCapabilities, type Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { languageOfFile } from '../analysis/analyze';
import { identityOf, readOtherReport } from '../analysis/otherReport';
import { isYearBefore, type OtherReport, type ReportIdentity } from '../model/otherReport';
import { unescaped } from '../model/uri';
import { DOCUMENT_GLOB } from '../protocol/files';
import type { Runtime } from './runtime';

interface Source { readonly uri: string; readonly text: string; readonly identity: ReportIdentity }

const NONE: readonly OtherReport[] = [];

export class OtherReports {
  private readonly identities = new Map<string, { readonly version: number; readonly identity: ReportIdentity | null }>();
  private readonly folders = new Map<string, Promise<readonly Source[]>>();
  private readonly read = new Map<string, { readonly text: string; readonly report: OtherReport | null }>();
  private readonly given = new Map<string, readonly OtherReport[]>();
  private canWatch = false;

  constructor(
    private readonly connection: Connection,
    private readonly runtime: Runtime,
    private readonly opened: () => readonly TextDocument[],
    private readonly report: (failure: unknown) => void,
  ) {}

  initialize({ workspace }: ClientCapabilities): void {
    this.canWatch = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  async listen(): Promise<void> {
    if (this.canWatch) {
      await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: DOCUMENT_GLOB }] });
    }
  }

  async of(document: TextDocument): Promise<readonly OtherReport[]> {
    const own = this.identityOf(document);
    if (own === null) { return NONE; }
    const beside = await this.filesIn(folderOf(document.uri));
    const opened = this.opened();
    const sources = opened.flatMap((other) => this.sourceOf(other));
    const names = new Set(opened.map(({ uri }) => unescaped(uri)));
    for (const file of beside) { if (!names.has(unescaped(file.uri))) { sources.push(file); } }
    const found = sources.filter(({ identity }) => isYearBefore(identity, own))
      .flatMap((source) => this.readOnce(source) ?? []);
    return this.same(document.uri, found);
  }

  /** Whether another open document is to be checked again, now that this one is another, open or closed. */
  concern(document: TextDocument): boolean {
    const before = this.identities.get(document.uri)?.identity;
    const now = this.identityOf(document);
    return this.opened().some((other) => {
      const own = other.uri === document.uri ? null : this.identityOf(other);
      return own !== null && [before, now].some((one) => one && isYearBefore(one, own));
    });
  }

  /** @returns whether these files stand beside an open document, none of them open itself */
  changed(uris: readonly string[]): boolean {
    const names = new Set(this.opened().map(({ uri }) => unescaped(uri)));
    const folders = uris.filter((uri) => !names.has(unescaped(uri))).map((uri) => unescaped(folderOf(uri)));
    return folders.map((folder) => this.folders.delete(folder)).includes(true);
  }

  /** It was opened or closed: where nobody tells of changes on disk, its folder is read anew. */
  forget(uri: string): void {
    this.identities.delete(uri);
    this.read.delete(uri);
    this.given.delete(uri);
    if (!this.canWatch) { this.folders.delete(unescaped(folderOf(uri))); }
  }

  private identityOf(document: TextDocument): ReportIdentity | null {
    const known = this.identities.get(document.uri);
    if (known?.version === document.version) { return known.identity; }
    const identity = identityOf(document.getText());
    this.identities.set(document.uri, { version: document.version, identity });
    return identity;
  }

  private sourceOf(document: TextDocument): Source[] {
    const identity = this.identityOf(document);
    return identity === null ? [] : [{ uri: document.uri, text: document.getText(), identity }];
  }

  /** Only files of this machine: a folder elsewhere may be slow to read. */
  private filesIn(folder: string): Promise<readonly Source[]> {
    if (!folder.startsWith('file:')) { return Promise.resolve([]); }
    const key = unescaped(folder);
    let files = this.folders.get(key);
    if (files === undefined) {
      files = this.readFolder(folder).catch((reason) => { this.report(reason); return []; });
      this.folders.set(key, files);
    }
    return files;
  }

  private async readFolder(folder: string): Promise<Source[]> {
    return (await this.runtime.readFolder(folder)).flatMap(({ uri, text }) => {
      const identity = identityOf(text);
      return identity === null ? [] : [{ uri, text, identity }];
    });
  }

  private readOnce({ uri, text }: Source): OtherReport | null {
    const known = this.read.get(uri);
    if (known !== undefined && known.text === text) { return known.report; }
    const report = readOtherReport(text, uri, languageOfFile(uri));
    this.read.set(uri, { text, report });
    return report;
  }

  private same(uri: string, found: readonly OtherReport[]): readonly OtherReport[] {
    const known = this.given.get(uri) ?? NONE;
    if (known.length === found.length && known.every((one, i) => one === found[i])) { return known; }
    this.given.set(uri, found);
    return found;
  }
}

function folderOf(uri: string): string { return uri.slice(0, Math.max(0, uri.lastIndexOf('/'))); }
