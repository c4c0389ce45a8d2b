// The extension's entry: activate and deactivate, nothing else. Invariant: whatever activation starts, deactivation ends.
import type { ExtensionContext } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { startLanguageServer, stopLanguageServer } from './server';

/** What other extensions, and the tests inside VS Code, get from this one. */
export interface GoujiExtension {
  readonly languageClient: LanguageClient;
}

export async function activate(context: ExtensionContext): Promise<GoujiExtension> {
  return { languageClient: await startLanguageServer(context) };
}

/** Awaited by VS Code: the server leaves by itself instead of being killed. */
export function deactivate(): Promise<void> {
  return stopLanguageServer();
}
