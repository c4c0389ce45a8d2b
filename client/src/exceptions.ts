// Findings that are correct as they stand: asks for the reason, and writes down what the server says; reads settings files for it,
// in any file system. Invariant: nothing is written to another version than the one asked about; the report itself is never saved.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  EXCEPTION_REQUEST, READ_SETTINGS_REQUEST, type ExceptionAnswer, type ExceptionEdit, type ExceptionParams, type ReadSettingsParams,
  type SettingsText,
} from '../../server/src/protocol/exceptions';
import { Command } from '../../server/src/protocol/names';
import { staleText, textEdit } from './serverEdits';

export function startExceptions(client: LanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(READ_SETTINGS_REQUEST, ({ uris }: ReadSettingsParams) => readFirst(client, uris)),
    vscode.commands.registerCommand(Command.stateReason, (uri: string, version: number, finding: string, reason?: string) =>
      stateReason(client, { uri, version, finding }, reason)),
  );
}

/** @param given a reason that need not be asked for */
async function stateReason(client: LanguageClient, finding: Omit<ExceptionParams, 'reason'>, given?: string): Promise<void> {
  const reason = given ?? await vscode.window.showInputBox({
    title: vscode.l10n.t('Correct As It Stands'),
    prompt: vscode.l10n.t('Why is it correct? The reason is recorded together with the figures; if they change, the finding comes back.'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A reason is needed.') : undefined),
  });
  if (reason === undefined || reason.trim() === '') { return; }
  const params: ExceptionParams = { ...finding, reason };
  const answer = await client.sendRequest<ExceptionAnswer | null>(EXCEPTION_REQUEST, params);
  if (answer === null) { return; }
  if ('refused' in answer) { void vscode.window.showWarningMessage(answer.refused); return; }
  if (!await write(client, answer)) { void vscode.window.showWarningMessage(staleText()); }
}

async function write(client: LanguageClient, { uri: at, version, isNew, edits }: ExceptionEdit): Promise<boolean> {
  const uri = client.protocol2CodeConverter.asUri(at);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (version !== null && open?.version !== version) { return false; }
  const wasClean = open?.isDirty !== true;
  const edit = new vscode.WorkspaceEdit();
  if (isNew) { edit.createFile(uri, { ignoreIfExists: true }); }
  edit.set(uri, edits.map(textEdit));
  const isWritten = await vscode.workspace.applyEdit(edit);
  // A settings file is read by others, the command line among them: what was saved before is saved again.
  if (isWritten && wasClean && uri.path.endsWith('.yaml')) { await (await vscode.workspace.openTextDocument(uri)).save(); }
  return isWritten;
}

async function readFirst(client: LanguageClient, uris: readonly string[]): Promise<SettingsText | null> {
  for (const uri of uris) {
    try {
      const bytes = await vscode.workspace.fs.readFile(client.protocol2CodeConverter.asUri(uri));
      return { uri, text: new TextDecoder().decode(bytes) };
    } catch (error) {
      if (!(error instanceof vscode.FileSystemError) || !['FileNotFound', 'FileNotADirectory'].includes(error.code)) { throw error; }
    }
  }
  return null;
}
