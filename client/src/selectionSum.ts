// Sum, count and average of the selected figures in the status bar. Invariant: it shows what the server worked out of the very
// selection there is now, and is hidden where fewer than two figures are selected.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { SELECTION_SUM_REQUEST, type SelectionSum, type SelectionSumParams } from '../../server/src/protocol/selection';
import { isChecked } from './server';
import { worded } from './wording';

const PAUSE_MS = 80;

export class SelectionSumItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('gouji.selectionSum', vscode.StatusBarAlignment.Right, 101);
  private readonly listeners: vscode.Disposable;
  private asking: vscode.CancellationTokenSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly client: LanguageClient) {
    this.item.name = vscode.l10n.t('Gouji: sum of the selected figures');
    this.listeners = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.selected(textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.selected(editor)),
    );
  }

  dispose(): void {
    this.stop();
    this.listeners.dispose();
    this.item.dispose();
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.asking?.cancel();
    this.asking?.dispose();
    this.asking = undefined;
  }

  private selected(editor: vscode.TextEditor | undefined): void {
    this.stop();
    if (editor === undefined || editor !== vscode.window.activeTextEditor || editor.selections.every(({ isEmpty }) => isEmpty)) {
      this.item.hide();
      return;
    }
    this.timer = setTimeout(() => void this.ask(editor), PAUSE_MS);
  }

  private async ask({ document, selections }: vscode.TextEditor): Promise<void> {
    const asking = this.asking = new vscode.CancellationTokenSource();
    const sum = await this.sumOf(document, selections, asking.token);
    if (!asking.token.isCancellationRequested) { this.show(sum); }
  }

  /** Null too where the server cannot say. */
  private async sumOf(
    document: vscode.TextDocument, selections: readonly vscode.Selection[], token: vscode.CancellationToken,
  ): Promise<SelectionSum | null> {
    const { code2ProtocolConverter } = this.client;
    if (!this.client.isRunning() || !isChecked(this.client, document)) { return null; }
    const params: SelectionSumParams = {
      uri: code2ProtocolConverter.asUri(document.uri), ranges: selections.map((selection) => code2ProtocolConverter.asRange(selection)),
    };
    return this.client.sendRequest<SelectionSum | null>(SELECTION_SUM_REQUEST, params, token).catch(() => null);
  }

  private show(sum: SelectionSum | null): void {
    if (sum === null) { this.item.hide(); return; }
    this.item.text = textOf(sum);
    this.item.tooltip = vscode.l10n.t('Figures in the selection');
    this.item.accessibilityInformation = { label: `${this.item.tooltip}: ${this.item.text}` };
    this.item.show();
  }
}

function textOf({ count, sum, average, isRounded, unit }: SelectionSum): string {
  if (sum === null || average === null) { return worded(vscode.l10n.t('Count {0} (different units)'), count); }
  return worded(vscode.l10n.t('Sum {0}  Count {1}  Average {2}'), sum + unit, count, `${isRounded ? '≈' : ''}${average}${unit}`);
}
