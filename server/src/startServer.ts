/**
 * Wires a connection to the analyses: who asks, who is told. Invariant: diagnostics are pulled by clients that can and pushed
 * to all others, never both; no request is answered from an outdated version.
 */
import {
  DiagnosticRefreshRequest, DocumentDiagnosticReportKind, FileChangeType, TextDocuments, TextDocumentSyncKind,
  type CodeAction, type Connection, type DocumentDiagnosticReport, type InitializeParams, type InitializeResult, type ServerCapabilities,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../package.json';
import type { Analysis } from './analysis/analysis';
import { codeActionsOf } from './features/codeActions';
import { diagnosticsOf, failureDiagnostic } from './features/diagnostics';
import { failuresOf, summarize } from './features/report';
import { languageOf, type Language } from './messages';
import { DOCUMENT_CHECKED, FIX_ALL_KIND, SOURCE, type InitializationOptions } from './protocol/names';
import { Analyses, type Checked } from './runtime/analyses';
import { answerSafely, Cancelled } from './runtime/cancelled';
import { FailureLog } from './runtime/failureLog';
import { answerPanel } from './runtime/panelRequests';
import { OtherReports } from './runtime/otherReports';
import { Publisher } from './runtime/publisher';
import { answerReading } from './runtime/readingRequests';
import type { Runtime } from './runtime/runtime';
import { DocumentSettings } from './runtime/documentSettings';
import { ExceptionLines } from './runtime/exceptionLines';
import { answerExceptions } from './runtime/exceptionRequests';
import { SettingsFiles, type SettingsFileInForce } from './runtime/settingsFiles';
import { UserSettings } from './runtime/userSettings';
import { isSettingsFile } from './settings/lookup';

/** What is known of the client once it has introduced itself. */
interface Client {
  readonly language: Language;
  readonly pulls: boolean;
  readonly canRefresh: boolean;
  readonly canTurnOffRules: boolean;
  readonly canStateReasons: boolean;
  readonly changesFolders: boolean;
  readonly wantsSummaries: boolean;
}

export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(TextDocument);
  const failures = new FailureLog(connection.console);
  const userSettings = new UserSettings(connection);
  const settingsFiles = new SettingsFiles(connection, runtime, (uri) => documents.get(uri), tellSettings, (failure) => failures.report(failure));
  const settings = new DocumentSettings(userSettings, settingsFiles);
  const otherReports = new OtherReports(connection, runtime, () => documents.all(), (failure) => failures.report(failure));
  const analyses = new Analyses(runtime, (uri) => documents.get(uri), (uri) => settings.of(uri), (document) => otherReports.of(document), told);
  const exceptionLines = new ExceptionLines();
  const reading = answerReading({ connection, analyses, language: () => client.language, report: (failure) => failures.report(failure) });
  const publisher = new Publisher(runtime, (uri) => sent(publish(uri)));
  const others = new Publisher(runtime, checkAgain);
  let client: Client = { language: 'zh', pulls: false, canRefresh: false, canTurnOffRules: false, canStateReasons: false, changesFolders: false, wantsSummaries: false };

  connection.onInitialize((params) => {
    client = clientOf(params);
    userSettings.initialize(params.capabilities);
    settingsFiles.initialize(params);
    otherReports.initialize(params.capabilities);
    return capabilities(client, reading.initialize(params.capabilities));
  });
  connection.onInitialized(async () => {
    await Promise.all([userSettings.listen(), settingsFiles.listen(), otherReports.listen()]);
    if (client.changesFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        settingsFiles.changeRoots(added.map(({ uri }) => uri), removed.map(({ uri }) => uri));
        checkAgain();
      });
    }
  });
  connection.onDidChangeConfiguration((change) => {
    userSettings.change(change.settings);
    reading.settingsChanged(change.settings);
    checkAgain();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const files = changes.filter(({ uri }) => isSettingsFile(uri));
    for (const { uri, type } of files) {
      const isDeleted = type === FileChangeType.Deleted;
      settingsFiles.setDeleted(uri, isDeleted);
      if (isDeleted || documents.get(uri) === undefined) { forgetSettings(uri); }
    }
    if (files.length > 0) { settingsChanged(); }
    if (otherReports.changed(changes.map(({ uri }) => uri))) { checkAgain(); }
  });

  documents.onDidChangeContent(({ document }) => {
    const { uri } = document;
    if (isSettingsFile(uri)) { settingsFiles.setDeleted(uri, false); settingsFiles.open(document); settingsChanged(); return; }
    analyses.giveUp(uri);
    if (otherReports.concern(document)) { others.schedule(uri); }
    if (!client.pulls) { publisher.schedule(uri); }
  });
  documents.onDidOpen(({ document: { uri } }) => { otherReports.forget(uri); });
  documents.onDidClose(({ document }) => {
    const { uri } = document;
    if (isSettingsFile(uri)) { forgetSettings(uri); settingsChanged(); return; }
    analyses.forget(uri);
    const settingsFile = settingsFiles.known(exceptionLines.forget(uri));
    if (settingsFile !== undefined) { tellSettings(settingsFile); }
    if (otherReports.concern(document)) { others.schedule(uri); }
    otherReports.forget(uri);
    userSettings.forget(uri);
    settingsFiles.forget(uri);
    reading.closed(uri);
    publisher.callOff(uri);
    if (!client.pulls) { sent(connection.sendDiagnostics({ uri, diagnostics: [] })); }
  });

  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) => answerSafely<DocumentDiagnosticReport>(
    token,
    async () => {
      if (isSettingsFile(uri)) { return { kind: DocumentDiagnosticReportKind.Full, items: [] }; }
      const checked = await analyses.of(uri);
      const resultId = String(checked.serial);
      if (resultId === previousResultId) { return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }; }
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics(checked) };
    },
    (reason) => ({ kind: DocumentDiagnosticReportKind.Full, items: [failureDiagnostic(reason, client.language)] }),
    (reason) => failures.report(reason),
  ));

  connection.onCodeAction(({ textDocument: { uri }, context }, token) => answerSafely<CodeAction[]>(
    token,
    async () => {
      const opened = documents.get(uri);
      if (opened && isSettingsFile(uri)) { return codeActionsOf(uri, opened.version, settingsFiles.open(opened).analysis, context, { ...client, canTurnOffRules: false }); }
      const checked = await analyses.of(uri);
      return codeActionsOf(uri, checked.version, checked.analysis, context, client);
    },
    () => [],
    (reason) => failures.report(reason),
  ));

  answerExceptions({
    connection, analyses, files: settingsFiles, documentOf: (uri) => documents.get(uri), language: () => client.language,
    report: (failure) => failures.report(failure),
  });
  answerPanel({ connection, analyses, version, language: () => client.language, report: (failure) => failures.report(failure) });

  documents.listen(connection);
  connection.listen();

  function settingsChanged(): void {
    settingsFiles.clear();
    checkAgain();
  }

  function checkAgain(): void {
    if (!client.pulls) {
      for (const uri of documents.keys()) { if (!isSettingsFile(uri)) { publisher.schedule(uri); } }
    } else if (client.canRefresh) {
      sent(connection.sendRequest(DiagnosticRefreshRequest.type));
    }
  }

  /** Mistakes in settings files are always pushed: a file that nobody has opened has them too. */
  function tellSettings({ uri, version: current, analysis }: SettingsFileInForce): void {
    const shown = diagnosticsOf(uri, current ?? 0, { ...analysis, findings: [...analysis.findings, ...exceptionLines.findingsIn({ uri, version: current, analysis })] }, { language: client.language, rulePages: runtime.rulePages });
    sent(connection.sendDiagnostics({ uri, ...(current === null ? {} : { version: current }), diagnostics: shown }));
  }

  function forgetSettings(uri: string): void {
    settingsFiles.forget(uri);
    sent(connection.sendDiagnostics({ uri, diagnostics: [] }));
  }

  async function publish(uri: string): Promise<void> {
    try {
      const checked = await analyses.of(uri);
      if (documents.get(uri)?.version !== checked.version) { return; }
      await connection.sendDiagnostics({ uri, version: checked.version, diagnostics: diagnostics(checked) });
    } catch (thrown) {
      if (thrown instanceof Cancelled) { return; }
      const reason = thrown instanceof Error ? thrown : new Error(String(thrown));
      failures.report(reason);
      await connection.sendDiagnostics({ uri, diagnostics: [failureDiagnostic(reason, client.language)] });
    }
  }

  /** A client that can no longer be told is no reason to end. */
  function sent(sending: Promise<unknown>): void {
    sending.catch((reason) => failures.report(reason));
  }

  function diagnostics({ uri, version: current, analysis }: Checked) {
    return diagnosticsOf(uri, current, analysis, { language: client.language, rulePages: runtime.rulePages });
  }

  /** A settings file whose exceptions cover nothing in this document says so at their lines. */
  async function tellExceptions(uri: string, exceptions: Analysis['exceptions']): Promise<void> {
    const isConcerned = exceptions.some(({ span }) => span === null);
    if (!isConcerned && !exceptionLines.has(uri)) { return; }
    const file = await settingsFiles.of(uri);
    const before = file && exceptionLines.stateOf(file);
    exceptionLines.forget(uri);
    if (file === null) { return; }
    if (isConcerned) { exceptionLines.set(uri, file.uri, exceptions); }
    if (exceptionLines.stateOf(file) !== before) { tellSettings(file); }
  }

  function told({ uri, version: current, analysis }: Checked): void {
    sent(tellExceptions(uri, analysis.exceptions));
    for (const failure of failuresOf(analysis)) { failures.report(failure); }
    if (client.wantsSummaries) { sent(connection.sendNotification(DOCUMENT_CHECKED, summarize(uri, current, analysis, client.language))); }
  }
}

function clientOf({ capabilities: { textDocument, workspace }, initializationOptions, locale }: InitializeParams): Client {
  const options = (initializationOptions ?? {}) as InitializationOptions;
  return {
    language: languageOf(options.language ?? locale),
    pulls: textDocument?.diagnostic !== undefined,
    canRefresh: workspace?.diagnostics?.refreshSupport === true,
    canTurnOffRules: options.canTurnOffRules === true,
    canStateReasons: options.canStateReasons === true,
    changesFolders: workspace?.workspaceFolders === true,
    wantsSummaries: options.wantsSummaries === true,
  };
}

function capabilities({ pulls, changesFolders }: Client, reading: ServerCapabilities): InitializeResult {
  return {
    serverInfo: { name: 'gouji', version },
    capabilities: {
      ...reading,
      textDocumentSync: TextDocumentSyncKind.Incremental,
      codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL_KIND] },
      ...(changesFolders ? { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } } : {}),
      ...(pulls ? { diagnosticProvider: { identifier: SOURCE, interFileDependencies: true, workspaceDiagnostics: false } } : {}),
    },
  };
}
