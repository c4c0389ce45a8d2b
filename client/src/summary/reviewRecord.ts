/**
 * Takes a review record out: to the clipboard or to a file. Invariant: the hash is of the very text that was checked: of the
 * file's bytes where the document is saved, else of its text in UTF-8, and the record says which.
 */
import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { RECORD_REQUEST, type RecordAnswer, type RecordParams } from '../../../server/src/protocol/summary';
import { worded } from '../wording';
import type { RecordForm } from './panelMessages';

/** @returns what to tell the user, '' if the user called it off */
export async function takeRecord(client: LanguageClient, document: vscode.TextDocument, form: RecordForm): Promise<string> {
  const params: RecordParams = {
    uri: client.code2ProtocolConverter.asUri(document.uri), version: document.version, file: nameOf(document.uri),
    ...await hashOf(document),
    time: new Date().toLocaleString(vscode.env.language, { dateStyle: 'long', timeStyle: 'long' }),
  };
  const answer = await client.sendRequest<RecordAnswer | null>(RECORD_REQUEST, params);
  if (answer === null) { return vscode.l10n.t('The review record could not be made.'); }
  if ('refused' in answer) { return answer.refused; }
  if (form === 'copy') {
    await vscode.env.clipboard.writeText(answer.markdown);
    return vscode.l10n.t('The review record was copied.');
  }
  return save(document.uri, form, form === 'html' ? answer.html : answer.markdown);
}

async function hashOf(document: vscode.TextDocument): Promise<Pick<RecordParams, 'sha256' | 'isSaved'>> {
  const { version } = document;
  if (!document.isDirty && !document.isUntitled) {
    const bytes = await vscode.workspace.fs.readFile(document.uri);
    if (!document.isDirty && document.version === version) { return { sha256: sha256(bytes), isSaved: true }; }
  }
  return { sha256: sha256(document.getText()), isSaved: false };
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

async function save(report: vscode.Uri, form: 'markdown' | 'html', text: string): Promise<string> {
  const extension = form === 'html' ? 'html' : 'md';
  const name = `${nameOf(report).replace(/\.\w+$/, '')}.${vscode.l10n.t('review')}.${extension}`;
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(report.with({ path: report.path.slice(0, report.path.lastIndexOf('/') + 1) }), name),
    filters: form === 'html' ? { HTML: ['html'] } : { Markdown: ['md'] },
  });
  if (target === undefined) { return ''; }
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  return worded(vscode.l10n.t('The review record was saved: {0}'), nameOf(target));
}
