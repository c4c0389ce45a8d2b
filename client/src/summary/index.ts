/**
 * Starts the summary panel and its commands. Invariant: whatever is started ends with the returned disposable.
 */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { Command } from '../../../server/src/protocol/names';
import { SummaryView } from './summaryView';

/** @param dist folder of the built panel */
export function startSummary(client: LanguageClient, dist: vscode.Uri): vscode.Disposable {
  const view = new SummaryView(client, dist);
  return vscode.Disposable.from(
    view,
    vscode.commands.registerCommand(Command.copyRecord, () => view.takeRecord('copy')),
    vscode.commands.registerCommand(Command.saveRecord, () => view.takeRecord('markdown')),
  );
}
