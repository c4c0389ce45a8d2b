// What the tests inside VS Code share: opening samples, waiting for what comes in its own time, looking at the rendered
// workbench. Invariant: nothing sleeps; everything waits for the thing itself and says what it waited for.
import * as vscode from 'vscode';

export const EXTENSION_ID = 'gouji.gouji';
const WAIT_MS = 15_000;
const POLL_MS = 25;

/** What a test can ask of the browser that renders the workbench. */
export interface DomRequest {
  readonly op: 'waitFor' | 'count' | 'texts' | 'click' | 'hover' | 'press' | 'pressUntil' | 'type' | 'webviewText' | 'evaluate' | 'screenshot';
  /** Look inside the last webview rather than in the workbench. */
  readonly in?: 'webview';
  readonly selector?: string;
  /** Only elements with this text; with `type`, what is typed; with `evaluate`, the expression. */
  readonly text?: string;
  readonly key?: string;
  readonly name?: string;
  readonly state?: 'visible' | 'hidden' | 'attached' | 'detached';
  readonly timeout?: number;
}

/** False in desktop VS Code, where tests of the rendered workbench are skipped. */
export const domIsVisible = !!process.env.GOUJI_DOM_BRIDGE;

/** @throws Error with the browser's own message */
export async function dom<T = unknown>(request: DomRequest): Promise<T> {
  const response = await fetch(process.env.GOUJI_DOM_BRIDGE ?? '', { method: 'POST', body: JSON.stringify(request) });
  const answer = await response.json() as { ok: true; value: T } | { ok: false; error: string };
  if (!answer.ok) { throw new Error(`dom ${JSON.stringify(request)}: ${answer.error}`); }
  return answer.value;
}

/** The first truthy answer of `probe`. @throws Error naming `what` after 15 s */
export async function waitFor<T>(what: string, probe: () => T | Thenable<T>): Promise<NonNullable<Exclude<T, false>>> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const value = await probe();
    if (value) { return value as NonNullable<Exclude<T, false>>; }
    if (Date.now() > end) { throw new Error(`waited ${WAIT_MS} ms in vain for ${what}`); }
    await new Promise((resolve) => { setTimeout(resolve, POLL_MS); });
  }
}

/** Opens a file of the workspace, by its path there, in an editor. */
export async function openSample(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(sampleUri(name));
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  return document;
}

export function sampleUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) { throw new Error('no folder is open'); }
  return vscode.Uri.joinPath(folder.uri, name);
}

export function goujiDiagnostics(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'gouji');
}

/**
 * VS Code cancels a request for code actions when another provider registers meanwhile, as built-in extensions do while
 * the window starts, and answers with nothing or with a Canceled error: so ask within `waitFor`.
 */
export async function codeActions(
  uri: vscode.Uri, range: vscode.Range, kind = vscode.CodeActionKind.QuickFix,
): Promise<vscode.CodeAction[]> {
  try {
    return await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind.value);
  } catch (error) {
    if (String(error).includes('Canceled')) { return []; }
    throw error;
  }
}

/** VS Code restores a closed document's undo history by its place: every test leaves no editor open. */
export async function closeAllEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
