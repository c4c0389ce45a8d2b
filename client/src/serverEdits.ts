// Edits as the server sends them, in VS Code's own shapes. Invariant: places are taken over as they are; nothing is written here.
import * as vscode from 'vscode';
import type { EditReport, Range } from '../../server/src/protocol/report';

export function rangeOf({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function textEdit({ range, newText }: EditReport): vscode.TextEdit {
  return vscode.TextEdit.replace(rangeOf(range), newText);
}

/** What is said where an edit is of a version that is no longer there. */
export function staleText(): string {
  return vscode.l10n.t('The document has changed in the meantime, so nothing was written. Please try again.');
}
