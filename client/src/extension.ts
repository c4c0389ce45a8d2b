// The extension's entry: activate and deactivate, nothing else. Invariant: whatever activation starts, deactivation ends.
import { Uri, type ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { registerCommands } from './commands';
import { startExceptions } from './exceptions';
import { FindingsTree } from './findingsTree';
import { SelectionSumItem } from './selectionSum';
import { startLanguageServer, stopLanguageServer } from './server';
import { StatusItem } from './statusItem';
import { startSummary } from './summary';

/** What other extensions, and the tests inside VS Code, get from this one. */
export interface GoujiExtension {
  readonly languageClient: LanguageClient;
}

export async function activate(context: ExtensionContext): Promise<GoujiExtension> {
  context.subscriptions.push(...registerCommands());
  const statusItem = new StatusItem();
  context.subscriptions.push(statusItem, new FindingsTree(context.workspaceState));
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  return {
    languageClient: await startLanguageServer(context, (client) =>
      context.subscriptions.push(
        statusItem.listen(client), startExceptions(client), new SelectionSumItem(client), startSummary(client, dist),
      )),
  };
}

/** Awaited by VS Code: the server leaves by itself instead of being killed. */
export function deactivate(): Promise<void> {
  return stopLanguageServer();
}
