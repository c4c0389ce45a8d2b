// Starts and stops the language client and, with it, the language server. Invariant: at most one server runs.
import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';

/** No scheme is named: files on disk, unsaved documents and virtual workspaces alike. */
const options: LanguageClientOptions = {
  documentSelector: [{ language: 'plaintext' }, { language: 'markdown' }, { language: 'html' }],
};

let client: LanguageClient | undefined;

/** @throws if the server does not start */
export async function startLanguageServer(context: ExtensionContext): Promise<LanguageClient> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  client = new LanguageClient('gouji', '勾稽 Gouji', { run: server, debug: server }, options);
  await client.start();
  return client;
}

export async function stopLanguageServer(): Promise<void> {
  await client?.stop();
  client = undefined;
}
