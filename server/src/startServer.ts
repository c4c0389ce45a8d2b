/**
 * Wires a connection to the analyses: who asks, who is told. Invariant: diagnostics are pulled by clients that can and pushed
 * to all others, never both; no request is answered from an outdated version.
 */
import {
  DiagnosticRefreshRequest, FileChangeType, TextDocuments, type Connection, type FileEvent, type InitializeParams, type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../package.json';
import { failuresOf, summarize } from './features/report';
import { DOCUMENT_CHECKED } from './protocol/names';
import { Analyses, type Checked } from './runtime/analyses';
import { answerChecks } from './runtime/checkRequests';
import { checkingOffered, clientOf, UNKNOWN_CLIENT } from './runtime/client';
import { Diagnostics } from './runtime/diagnostics';
import { DocumentSettings } from './runtime/documentSettings';
import { answerExceptions } from './runtime/exceptionRequests';
import { FailureLog } from './runtime/failureLog';
import type { Host } from './runtime/host';
import { OtherReports } from './runtime/otherReports';
import { answerPanel } from './runtime/panelRequests';
import { Publisher } from './runtime/publisher';
import { answerReading, type ReadingRequests } from './runtime/readingRequests';
import type { Runtime } from './runtime/runtime';
import { SettingsDiagnostics } from './runtime/settingsDiagnostics';
import { SettingsFiles, type SettingsFileInForce } from './runtime/settingsFiles';
import { UserSettings } from './runtime/userSettings';
import { WhenQuiet } from './runtime/whenQuiet';
import { isSettingsFile } from './settings/lookup';

export function startServer(connection: Connection, runtime: Runtime): void {
  new Session(connection, runtime).listen();
}

/** One client and its documents, from its first message to its last. */
class Session {
  private client = UNKNOWN_CLIENT;
  private readonly documents = new TextDocuments(TextDocument);
  private readonly userSettings: UserSettings;
  private readonly settingsFiles: SettingsFiles;
  private readonly settingsDiagnostics: SettingsDiagnostics;
  private readonly otherReports: OtherReports;
  private readonly diagnostics: Diagnostics;
  private readonly host: Host;
  private readonly publisher: Publisher;
  /** Documents whose own change may change what is found in others. */
  private readonly concerning: WhenQuiet;
  private readonly reading: ReadingRequests;

  constructor(private readonly connection: Connection, runtime: Runtime) {
    const failures = new FailureLog(connection.console);
    const report = (failure: unknown): void => { failures.report(failure); };
    const language = () => this.client.language;
    const documentOf = (uri: string) => this.documents.get(uri);
    this.diagnostics = new Diagnostics({ connection, language, report }, runtime.rulePages);
    this.userSettings = new UserSettings(connection);
    this.settingsFiles = new SettingsFiles(connection, runtime, documentOf, (file) => this.settingsDiagnostics.tell(file), report);
    this.settingsDiagnostics = new SettingsDiagnostics(this.settingsFiles, this.diagnostics);
    this.otherReports = new OtherReports(connection, runtime, () => this.documents.all(), report);
    const settings = new DocumentSettings(this.userSettings, this.settingsFiles);
    const analyses = new Analyses(
      runtime, documentOf, (uri) => settings.of(uri), (document) => this.otherReports.of(document),
      (checked) => this.documentChecked(checked),
    );
    this.host = { connection, analyses, language, report };
    this.publisher = new Publisher(runtime, this.host, (uri) => documentOf(uri)?.version, this.diagnostics);
    this.concerning = new WhenQuiet(runtime, () => this.checkAgain());
    this.reading = answerReading(this.host);
  }

  listen(): void {
    this.followClient();
    this.followDocuments();
    this.answer();
    this.documents.listen(this.connection);
    this.connection.listen();
  }

  private followClient(): void {
    this.connection.onInitialize((params) => this.introduce(params));
    this.connection.onInitialized(() => this.register());
    this.connection.onDidChangeConfiguration(({ settings }) => {
      this.userSettings.change(settings);
      this.reading.settingsChanged(settings);
      this.checkAgain();
    });
    this.connection.onDidChangeWatchedFiles(({ changes }) => this.filesChanged(changes));
  }

  private introduce(params: InitializeParams): InitializeResult {
    const { capabilities } = params;
    this.client = clientOf(params);
    this.userSettings.initialize(capabilities);
    this.settingsFiles.initialize(params);
    this.otherReports.initialize(capabilities);
    return {
      serverInfo: { name: 'gouji', version },
      capabilities: { ...this.reading.initialize(capabilities), ...checkingOffered(this.client) },
    };
  }

  private async register(): Promise<void> {
    await Promise.all([this.userSettings.listen(), this.settingsFiles.listen(), this.otherReports.listen()]);
    if (!this.client.changesFolders) { return; }
    this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      this.settingsFiles.changeRoots(added.map(({ uri }) => uri), removed.map(({ uri }) => uri));
      this.checkAgain();
    });
  }

  private filesChanged(changes: readonly FileEvent[]): void {
    const files = changes.filter(({ uri }) => isSettingsFile(uri));
    for (const { uri, type } of files) {
      const isDeleted = type === FileChangeType.Deleted;
      this.settingsFiles.setDeleted(uri, isDeleted);
      if (isDeleted || this.documents.get(uri) === undefined) { this.settingsDiagnostics.clear(uri); }
    }
    if (files.length > 0) { this.settingsChanged(); }
    if (this.otherReports.changed(changes.map(({ uri }) => uri))) { this.checkAgain(); }
  }

  private followDocuments(): void {
    this.documents.onDidChangeContent(({ document }) => (isSettingsFile(document.uri)
      ? this.settingsFileEdited(document)
      : this.documentEdited(document)));
    this.documents.onDidOpen(({ document: { uri } }) => { this.otherReports.forget(uri); });
    this.documents.onDidClose(({ document }) => (isSettingsFile(document.uri)
      ? this.settingsFileClosed(document)
      : this.documentClosed(document)));
  }

  private settingsFileEdited(document: TextDocument): void {
    this.settingsFiles.setDeleted(document.uri, false);
    this.settingsFiles.open(document);
    this.settingsChanged();
  }

  private settingsFileClosed({ uri }: TextDocument): void {
    this.settingsDiagnostics.clear(uri);
    this.settingsChanged();
  }

  private documentEdited(document: TextDocument): void {
    const { uri } = document;
    this.host.analyses.giveUp(uri);
    if (this.otherReports.concern(document)) { this.concerning.schedule(uri); }
    if (!this.client.pulls) { this.publisher.schedule(uri); }
  }

  private documentClosed(document: TextDocument): void {
    const { uri } = document;
    this.host.analyses.forget(uri);
    this.settingsDiagnostics.documentClosed(uri);
    if (this.otherReports.concern(document)) { this.concerning.schedule(uri); }
    this.otherReports.forget(uri);
    this.userSettings.forget(uri);
    this.settingsFiles.forget(uri);
    this.reading.closed(uri);
    this.publisher.callOff(uri);
    if (!this.client.pulls) { this.diagnostics.clear(uri); }
  }

  private answer(): void {
    const { host, diagnostics, settingsFiles: files } = this;
    answerChecks({ ...host, diagnostics, client: () => this.client, openSettings: (uri) => this.openSettings(uri) });
    answerExceptions({ ...host, files, documentOf: (uri) => this.documents.get(uri) });
    answerPanel({ ...host, version });
  }

  private openSettings(uri: string): SettingsFileInForce | undefined {
    const document = isSettingsFile(uri) ? this.documents.get(uri) : undefined;
    return document && this.settingsFiles.open(document);
  }

  private settingsChanged(): void {
    this.settingsFiles.clear();
    this.checkAgain();
  }

  private checkAgain(): void {
    if (!this.client.pulls) {
      for (const uri of this.documents.keys()) { if (!isSettingsFile(uri)) { this.publisher.schedule(uri); } }
    } else if (this.client.canRefresh) {
      this.connection.sendRequest(DiagnosticRefreshRequest.type).catch((reason) => this.host.report(reason));
    }
  }

  private documentChecked({ uri, version: checked, analysis }: Checked): void {
    const { report } = this.host;
    this.settingsDiagnostics.documentChecked(uri, analysis.exceptions).catch(report);
    for (const failure of failuresOf(analysis)) { report(failure); }
    if (this.client.wantsSummaries) {
      this.connection.sendNotification(DOCUMENT_CHECKED, summarize(uri, checked, analysis, this.client.language)).catch(report);
    }
  }
}
