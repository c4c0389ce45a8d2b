// The status item: how many equations of the document in front hold, and how many could not be evaluated. Invariant: it shows
// what the server last said of that very document, and is hidden where there is no table.
import * as vscode from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import { DOCUMENT_CHECKED } from '../../server/src/protocol/names';
import type { DocumentSummary } from '../../server/src/protocol/report';
import { worded } from './wording';

export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('gouji.status', vscode.StatusBarAlignment.Right, 100);
  private readonly summaries = new Map<string, DocumentSummary>();
  private readonly listeners: vscode.Disposable;

  constructor() {
    this.item.name = vscode.l10n.t('Gouji: equations of this document');
    this.item.command = 'workbench.actions.view.problems';
    this.listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => { this.summaries.delete(uri.toString()); this.show(); }),
    );
  }

  listen(client: LanguageClient): vscode.Disposable {
    return vscode.Disposable.from(
      client.onNotification(DOCUMENT_CHECKED, (summary: DocumentSummary) => {
        this.summaries.set(client.protocol2CodeConverter.asUri(summary.uri).toString(), summary);
        this.show();
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState !== State.Stopped) { return; }
        this.summaries.clear();
        this.show();
      }),
    );
  }

  dispose(): void {
    this.listeners.dispose();
    this.item.dispose();
  }

  private show(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const summary = uri === undefined ? undefined : this.summaries.get(uri);
    if (summary === undefined || summary.tables === 0) { this.item.hide(); return; }
    this.item.text = textOf(summary);
    this.item.tooltip = tooltipOf(summary);
    this.item.accessibilityInformation = { label: this.item.tooltip };
    this.item.show();
  }
}

function textOf({ equations: { held, declared, notEvaluated } }: DocumentSummary): string {
  const count = worded(vscode.l10n.t('Gouji {0}/{1}'), held, declared);
  return notEvaluated > 0 ? `${count} ${worded(vscode.l10n.t('{0} not evaluated'), notEvaluated)}` : count;
}

function tooltipOf({ form, tables, equations, findings, excepted }: DocumentSummary): string {
  return [
    ...(form === null ? [] : [worded(vscode.l10n.t('Form: {0}'), form)]),
    worded(vscode.l10n.t('Tables: {0}'), tables),
    worded(
      vscode.l10n.t('Equations: {0} {0|holds|hold}, {1} broken, {2} not evaluated'), equations.held, equations.broken,
      equations.notEvaluated,
    ),
    worded(
      vscode.l10n.t('Findings: {0} {0|error|errors}, {1} {1|warning|warnings}, {2} information, {3} {3|hint|hints}'), findings.error,
      findings.warning, findings.information, findings.hint,
    ),
    ...(excepted === 0 ? [] : [worded(vscode.l10n.t('Excepted with a reason: {0}'), excepted)]),
    vscode.l10n.t('Click to open the Problems view'),
  ].join('\n');
}
