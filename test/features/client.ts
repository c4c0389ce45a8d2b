/**
 * A client of the language server in the same process, and a runtime whose time stands still unless a test moves it.
 * Invariant: nothing sleeps; what the server sends is kept in order.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createConnection, createProtocolConnection, StreamMessageReader, StreamMessageWriter,
  type ClientCapabilities, type CodeAction, type Diagnostic, type DocumentDiagnosticReport, type InitializeResult,
  type ProtocolConnection, type PublishDiagnosticsParams, type Range,
} from 'vscode-languageserver/node';
import { DOCUMENT_CHECKED, type InitializationOptions } from '../../server/src/protocol/names';
import type { DocumentSummary } from '../../server/src/protocol/report';
import type { Runtime } from '../../server/src/runtime/runtime';
import { isDocumentName } from '../../server/src/protocol/files';
import { startServer } from '../../server/src/startServer';

export const SAMPLES = path.resolve(import.meta.dirname, '../../samples');
export const sample = (name: string): string => readFileSync(path.join(SAMPLES, name), 'utf8');

export const PULLS: ClientCapabilities = {
  textDocument: { diagnostic: {} }, workspace: { configuration: true, diagnostics: { refreshSupport: true } },
};
export const LISTENS: ClientCapabilities = { workspace: {} };

/** Time stands still and pauses end at once, unless told otherwise. */
export class TestRuntime implements Runtime {
  /** Milliseconds that pass with each look at the clock. */
  pace = 0;
  /** While true, pauses last until `release`. */
  holds = false;
  private time = 0;
  private held: (() => void)[] = [];
  private waiting = new Set<() => void>();
  private onHeld: (() => void) | undefined;

  constructor(readonly rulePages: string | null = 'file:///gouji/docs/rules') {}

  now(): number { return this.time += this.pace; }

  pause(): Promise<void> {
    if (!this.holds) { return new Promise((resolve) => { setImmediate(resolve); }); }
    return new Promise((resolve) => { this.held.push(resolve); this.onHeld?.(); });
  }

  /** Files that there are, by URI. */
  readonly files = new Map<string, string>();

  async readFirst(uris: readonly string[]): Promise<{ uri: string; text: string } | null> {
    const uri = uris.find((one) => this.files.has(one));
    return uri === undefined ? null : { uri, text: this.files.get(uri)! };
  }

  async readFolder(folder: string): Promise<{ uri: string; text: string }[]> {
    return [...this.files].map(([uri, text]) => ({ uri, text }))
      .filter(({ uri }) => uri.slice(0, uri.lastIndexOf('/')) === folder && isDocumentName(uri.slice(folder.length + 1)));
  }

  later(_delay: number, work: () => void): () => void {
    this.waiting.add(work);
    return () => this.waiting.delete(work);
  }

  /** What was put off happens now. */
  elapse(): number {
    const due = [...this.waiting];
    this.waiting.clear();
    for (const work of due) { work(); }
    return due.length;
  }

  /** Resolves when a run is held in a pause. */
  async untilHeld(): Promise<void> {
    if (this.held.length === 0) { await new Promise<void>((resolve) => { this.onHeld = resolve; }); }
  }

  release(): void {
    this.holds = false;
    for (const resolve of this.held.splice(0)) { resolve(); }
  }
}

export class TestClient {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly summaries: DocumentSummary[] = [];
  readonly logged: string[] = [];
  /** How often the server asked for diagnostics to be pulled again. */
  refreshes = 0;
  /** The section `gouji` of the settings. */
  settings: unknown = {};
  initialized!: InitializeResult;
  private readonly texts = new Map<string, { version: number; text: string }>();
  private heard: (() => void) | undefined;

  private constructor(readonly connection: ProtocolConnection, readonly runtime: TestRuntime) {}

  static async start(
    capabilities: ClientCapabilities = PULLS, options: InitializationOptions = { canTurnOffRules: true, wantsSummaries: true },
    runtime = new TestRuntime(),
    rootUri: string | null = null,
  ): Promise<TestClient> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), runtime);
    const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    const client = new TestClient(connection, runtime);
    client.listen();
    client.initialized = await connection.sendRequest('initialize', {
      processId: null, rootUri, capabilities, initializationOptions: options,
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  private listen(): void {
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.heard?.();
    });
    connection.onNotification(DOCUMENT_CHECKED, (summary: DocumentSummary) => { this.summaries.push(summary); });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => { this.logged.push(message); });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => this.settings));
    connection.onRequest('workspace/diagnostic/refresh', () => { this.refreshes++; this.heard?.(); return null; });
    connection.listen();
  }

  /** Resolves once what the server sends makes this true. */
  async until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) { await new Promise<void>((resolve) => { this.heard = resolve; }); }
  }

  open(uri: string, text: string, languageId = 'plaintext', version = 1): Promise<void> {
    this.texts.set(uri, { version, text });
    return this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
  }

  /** One incremental change, to the next version. */
  change(uri: string, range: Range, newText: string): Promise<void> {
    const { version, text } = this.texts.get(uri)!;
    this.texts.set(uri, { version: version + 1, text: edited(text, [{ range, newText }]) });
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: version + 1 }, contentChanges: [{ range, text: newText }],
    });
  }

  close(uri: string): Promise<void> {
    this.texts.delete(uri);
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  textOf(uri: string): string { return this.texts.get(uri)!.text; }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') { throw new Error(`a full report, not ${report.kind}`); }
    return report.items;
  }

  codeActions(uri: string, diagnostics: Diagnostic[], only?: string[]): Promise<CodeAction[]> {
    const range = diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    return this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics, only } });
  }

  /** Resolves when the server has read everything sent so far: it answers in order, and this at once. */
  async heardOut(): Promise<void> {
    await this.codeActions('file:///not-open', []).catch(() => undefined);
  }

  /** Applies a code action's edit as a client does: to its version only, as one change each, last first. */
  async apply(uri: string, action: CodeAction): Promise<void> {
    for (const change of action.edit!.documentChanges!) {
      if (!('edits' in change)) { throw new Error('only text edits are expected'); }
      if (change.textDocument.version !== this.texts.get(uri)!.version) { throw new Error('an edit of another version'); }
      const edits = change.edits.map((edit) => {
        if (!('newText' in edit)) { throw new Error('only plain edits are expected'); }
        return edit;
      });
      for (const { range, newText } of edits.reverse()) { await this.change(uri, range, newText); }
    }
  }
}

/** @param edits ascending, not overlapping */
export function edited(text: string, edits: readonly { readonly range: Range; readonly newText: string }[]): string {
  return [...edits].reverse().reduce((before, { range, newText }) =>
    before.slice(0, offsetAt(before, range.start)) + newText + before.slice(offsetAt(before, range.end)), text);
}

function offsetAt(text: string, { line, character }: { line: number; character: number }): number {
  let start = 0;
  for (let i = 0; i < line; i++) { start = text.indexOf('\n', start) + 1; }
  return start + character;
}
