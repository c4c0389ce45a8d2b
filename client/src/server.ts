// Starts and stops the language client and, with it, the language server. Invariant: at most one server runs; a crash is told
// once, and the server comes back by itself.
import * as vscode from 'vscode';
import {
  CloseAction, LanguageClient, TransportKind, type CloseHandlerResult, type ErrorHandler, type LanguageClientOptions,
} from 'vscode-languageclient/node';
import type { InitializationOptions } from '../../server/src/protocol/names';

const LANGUAGES = ['plaintext', 'markdown', 'html'];
const SETTINGS_FILES = '**/.gouji.yaml';

let client: LanguageClient | undefined;

/** @param prepare is called before the server starts, to listen to what it will say @throws if the server does not start */
export async function startLanguageServer(context: vscode.ExtensionContext, prepare: (client: LanguageClient) => void): Promise<LanguageClient> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  client = new LanguageClient('gouji', '勾稽 Gouji', { run: server, debug: server }, clientOptions());
  prepare(client);
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
  return {
    documentSelector: [...editableSchemes()].flatMap((scheme) => [...LANGUAGES.map((language) => ({ scheme, language })), { scheme, pattern: SETTINGS_FILES }]),
    initializationOptions,
    errorHandler: crashHandler(),
  };
}

/** Files, unsaved documents, virtual workspaces; not the old side of a comparison, and no output. */
function editableSchemes(): Set<string> {
  return new Set(['file', 'untitled', 'vscode-vfs', ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
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
