// Makes the language client and starts and stops, with it, the language server. Invariant: at most one server runs; documents of
// any file system that can be written are checked, as soon as one is opened.
import * as vscode from 'vscode';
import { TransportKind, type LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/node';
import type { InitializationOptions } from '../../server/src/protocol/names';
import { KEPT_SERVER, QuietClient, ServerKeeper } from './serverKeeper';

const LANGUAGES = ['plaintext', 'markdown', 'html'];
const SETTINGS_FILES = '**/.gouji.yaml';

let kept: { readonly client: LanguageClient; readonly server: ServerKeeper } | undefined;
let schemes: ReadonlySet<string> = new Set();

/** @param prepare is called before the server starts, to listen to what it will say */
export async function startLanguageServer(
  context: vscode.ExtensionContext, prepare: (client: LanguageClient) => void,
): Promise<LanguageClient> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const client = new QuietClient('gouji', '勾稽 Gouji', { run: server, debug: server }, clientOptions());
  kept = { client, server: new ServerKeeper(client) };
  prepare(client);
  context.subscriptions.push(vscode.workspace.onDidOpenTextDocument((document) => void admit(document)));
  await kept.server.start();
  return client;
}

export async function restartLanguageServer(): Promise<void> {
  await kept?.server.restart();
}

export async function stopLanguageServer(): Promise<void> {
  await kept?.server.stop();
  kept = undefined;
}

/** Whether it is among the documents that the server checks. */
export function isChecked({ clientOptions: { documentSelector: selector } }: LanguageClient, document: vscode.TextDocument): boolean {
  return vscode.languages.match(selector as vscode.DocumentSelector, document) > 0;
}

function clientOptions(): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    language: vscode.env.language, canTurnOffRules: true, canStateReasons: true, canReadSettings: true, wantsSummaries: true,
  };
  schemes = editableSchemes();
  return {
    documentSelector: documentSelector(),
    initializationOptions,
    ...KEPT_SERVER,
  };
}

function documentSelector() {
  return [...schemes].flatMap((scheme) => [...LANGUAGES.map((language) => ({ scheme, language })), { scheme, pattern: SETTINGS_FILES }]);
}

/** Files, unsaved documents, virtual workspaces; not the old side of a comparison, and no output. */
function editableSchemes(): Set<string> {
  return new Set([
    'file', 'untitled', 'vscode-vfs', ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme),
    ...vscode.workspace.textDocuments.filter(isEditable).map(({ uri }) => uri.scheme),
  ]);
}

function isEditable({ uri: { scheme }, languageId }: vscode.TextDocument): boolean {
  return LANGUAGES.includes(languageId) && vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/** A client takes up further documents only when it starts. */
async function admit(document: vscode.TextDocument): Promise<void> {
  if (kept === undefined || schemes.has(document.uri.scheme) || !isEditable(document)) { return; }
  schemes = new Set([...schemes, document.uri.scheme]);
  kept.client.clientOptions.documentSelector = documentSelector();
  await kept.server.restart();
}
