// Starts and stops the language client and, with it, the language server. Invariant: at most one server runs; a crash is told
// once, and the server comes back by itself; documents of any file system that can be written are checked, as soon as one is opened.
import * as vscode from 'vscode';
import {
  CloseAction, LanguageClient, TransportKind, type CloseHandlerResult, type ErrorHandler, type LanguageClientOptions,
} from 'vscode-languageclient/node';
import type { InitializationOptions } from '../../server/src/protocol/names';

const LANGUAGES = ['plaintext', 'markdown', 'html'];
const SETTINGS_FILES = '**/.gouji.yaml';

let client: LanguageClient | undefined;
let schemes: ReadonlySet<string> = new Set();

/** @param prepare is called before the server starts, to listen to what it will say @throws if the server does not start */
export async function startLanguageServer(context: vscode.ExtensionContext, prepare: (client: LanguageClient) => void): Promise<LanguageClient> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  client = new LanguageClient('gouji', '勾稽 Gouji', { run: server, debug: server }, clientOptions());
  prepare(client);
  context.subscriptions.push(vscode.workspace.onDidOpenTextDocument((document) => void admit(document)));
  await client.start();
  return client;
}

export async function restartLanguageServer(): Promise<void> {
  await client?.restart();
}

export async function stopLanguageServer(): Promise<void> {
  await client?.stop();
  client = undefined;
}

function clientOptions(): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    language: vscode.env.language, canTurnOffRules: true, canStateReasons: true, canReadSettings: true, wantsSummaries: true,
  };
  schemes = editableSchemes();
  return {
    documentSelector: documentSelector(),
    initializationOptions,
    errorHandler: crashHandler(),
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
  if (client === undefined || schemes.has(document.uri.scheme) || !isEditable(document)) { return; }
  schemes = new Set([...schemes, document.uri.scheme]);
  client.clientOptions.documentSelector = documentSelector();
  await client.restart();
}

/** The client's own handler, which gives up after several crashes in a row; of those before, only the first is news. */
function crashHandler(): ErrorHandler {
  let own: ErrorHandler | undefined;
  let isTold = false;
  const handler = (): ErrorHandler => own ??= client!.createDefaultErrorHandler();
  return {
    error: (error, message, count) => handler().error(error, message, count),
    async closed(): Promise<CloseHandlerResult> {
      const { action } = await handler().closed();
      if (action !== CloseAction.Restart) {
        return { action, message: vscode.l10n.t('The Gouji language server keeps crashing and was stopped. “Gouji: Restart the Language Server” starts it again.') };
      }
      const message = vscode.l10n.t('The Gouji language server crashed and was started again.');
      if (!isTold) { void vscode.window.showWarningMessage(message); }
      isTold = true;
      return { action, handled: true, message };
    },
  };
}
