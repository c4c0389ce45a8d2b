/**
 * The summary panel's side in the extension host: follows the editor, asks the server, tells the panel. Invariant: the panel is
 * shown whole snapshots of the followed document's current version only; an edit is made for the version it was asked for, or
 * not at all.
 */
import * as vscode from 'vscode';
import { State, type LanguageClient } from 'vscode-languageclient/node';
import type { Range } from '../../../server/src/protocol/report';
import {
  CELL_EDIT_REQUEST, PREVIEW_REQUEST, REPAIR_REQUEST, SUMMARY_REQUEST,
  type CellEditAnswer, type PreviewAnswer, type Summary, type SummaryParams,
} from '../../../server/src/protocol/summary';
import { isChecked } from '../server';
import { rangeOf, staleText, textEdit } from '../serverEdits';
import { FollowedDocument } from './followed';
import { panelPage } from './page';
import { readFromPanel, type FromPanel, type RecordForm, type ToPanel } from './panelMessages';
import { takeRecord } from './reviewRecord';
import { panelStrings } from './strings';

const SUMMARY_VIEW = 'gouji.summary';
/** How long a document is left alone before it is summed up again, in milliseconds: typing comes first. */
const QUIET_MS = 150;
/** How often a document is asked for again when the server gives up, as it does while settings change; ever more rarely. */
const MOST_TRIES = 20;
const LONGEST_WAIT_MS = 5000;

type OfVersion = Extract<FromPanel, { readonly version: number }>;

export class SummaryView implements vscode.WebviewViewProvider, vscode.Disposable {
  private view: vscode.WebviewView | undefined;
  private isReady = false;
  private waiting: NodeJS.Timeout | undefined;
  private tries = 0;
  private readonly chosenTables = new Map<string, number>();
  private readonly followed: FollowedDocument;
  private readonly listeners: vscode.Disposable;

  constructor(private readonly client: LanguageClient, private readonly dist: vscode.Uri) {
    this.followed = new FollowedDocument((document) => isChecked(client, document));
    this.listeners = vscode.Disposable.from(
      this.followed,
      vscode.window.registerWebviewViewProvider(SUMMARY_VIEW, this),
      this.followed.onDidChange(() => void this.refresh()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => { if (document === this.followed.document) { this.changed(); } }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => { if (uris.some((uri) => this.isFollowed(uri))) { this.changed(); } }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.tellCursor(textEditor, true)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.chosenTables.delete(uri.toString())),
      client.onDidChangeState(({ newState }) => { if (newState === State.Running) { this.changed(); } }),
    );
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.view = view;
    this.isReady = false;
    view.webview.options = { enableScripts: true, localResourceRoots: [this.dist] };
    view.webview.onDidReceiveMessage((value: unknown) => {
      const message = readFromPanel(value);
      if (message !== null) { void this.answer(message); }
    });
    view.onDidChangeVisibility(() => { if (view.visible) { void this.refresh(); } });
    view.onDidDispose(() => { if (this.view === view) { this.view = undefined; } });
    view.webview.html = panelPage(view.webview, this.dist);
  }

  dispose(): void {
    clearTimeout(this.waiting);
    this.listeners.dispose();
  }

  async takeRecord(form: RecordForm): Promise<void> {
    const { document } = this.followed;
    const text = document === undefined
      ? vscode.l10n.t('Open a report to see its summary here.')
      : await takeRecord(this.client, document, form);
    if (text === '') { return; }
    if (this.isShown) { this.tell({ type: 'notice', text }); } else { vscode.window.setStatusBarMessage(text, 5000); }
  }

  private get isShown(): boolean { return this.view?.visible === true && this.isReady; }

  private isFollowed(uri: vscode.Uri): boolean {
    return this.followed.document?.uri.toString() === uri.toString();
  }

  private tell(message: ToPanel): void {
    void this.view?.webview.postMessage(message);
  }

  private changed(): void {
    this.tries = 0;
    this.refreshSoon();
  }

  private refreshSoon(delay = QUIET_MS): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.refresh(), delay);
  }

  private async refresh(): Promise<void> {
    clearTimeout(this.waiting);
    if (!this.isShown) { return; }
    const { document } = this.followed;
    if (document === undefined) {
      this.tell({ type: 'nothing', reason: vscode.l10n.t('Open a report to see its summary here.') });
      return;
    }
    const params: SummaryParams = { uri: this.uriOf(document), table: this.chosenTables.get(document.uri.toString()) ?? null };
    const summary = await this.ask<Summary | null>(SUMMARY_REQUEST, params);
    if (document !== this.followed.document) { return; }
    if (summary === undefined || (summary !== null && summary.version !== document.version)) {
      if (++this.tries < MOST_TRIES) { this.refreshSoon(Math.min(LONGEST_WAIT_MS, QUIET_MS * 2 ** this.tries)); }
      return;
    }
    this.tries = 0;
    if (summary === null) { this.tell({ type: 'nothing', reason: vscode.l10n.t('This document could not be checked.') }); return; }
    this.tell({ type: 'summary', summary });
    const { editor } = this.followed;
    if (editor) { this.tellCursor(editor, false); }
  }

  /** What the server answers; undefined where it was given up or there is no server. */
  private async ask<Answer>(method: string, params: object): Promise<Answer | undefined> {
    if (!this.client.isRunning()) { return undefined; }
    try { return await this.client.sendRequest<Answer>(method, params); } catch { return undefined; }
  }

  private uriOf({ uri }: vscode.TextDocument): string {
    return this.client.code2ProtocolConverter.asUri(uri);
  }

  private tellCursor({ document, selection: { active } }: vscode.TextEditor, isMove: boolean): void {
    if (document !== this.followed.document || !this.isShown) { return; }
    this.tell({ type: 'cursor', uri: this.uriOf(document), position: { line: active.line, character: active.character }, isMove });
  }

  private async answer(message: FromPanel): Promise<void> {
    if (message.type === 'ready') {
      this.isReady = true;
      this.tell({ type: 'strings', strings: panelStrings() });
      return this.refresh();
    }
    if (message.type === 'record') { return this.takeRecord(message.form); }
    const { document } = this.followed;
    if (document === undefined || this.uriOf(document) !== message.uri) { return; }
    if (message.type === 'showTable') {
      this.chosenTables.set(document.uri.toString(), message.table);
      return this.refresh();
    }
    if (message.version !== document.version) {
      if (message.type === 'edit' || message.type === 'repair') { this.tell({ type: 'notice', text: staleText() }); }
      return this.refresh();
    }
    return this.answerOfVersion(message, document);
  }

  private async answerOfVersion(message: OfVersion, document: vscode.TextDocument): Promise<void> {
    const { type, ...params } = message;
    switch (type) {
      case 'reveal': return this.reveal(document, message.range);
      case 'edit': return this.write(document, message.version, await this.ask(CELL_EDIT_REQUEST, params));
      case 'repair': return this.write(document, message.version, await this.ask(REPAIR_REQUEST, params));
      case 'preview': {
        const answer = await this.ask<PreviewAnswer | null>(PREVIEW_REQUEST, params);
        if (answer) { this.tell({ type: 'previews', answer }); }
      }
    }
  }

  private async reveal(document: vscode.TextDocument, range: Range): Promise<void> {
    const editor = this.followed.editor ?? await vscode.window.showTextDocument(document, { preserveFocus: true, preview: false });
    const shown = rangeOf(range);
    editor.selection = new vscode.Selection(shown.start, shown.end);
    editor.revealRange(shown, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** One edit, one undo. VS Code itself refuses it if the document changes before it is made. */
  private async write(document: vscode.TextDocument, version: number, answer: CellEditAnswer | null | undefined): Promise<void> {
    if (!answer || document.version !== version) { this.tell({ type: 'notice', text: staleText() }); return this.refresh(); }
    if ('refused' in answer) { this.tell({ type: 'notice', text: answer.refused }); return this.refresh(); }
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, answer.edits.map(textEdit));
    if (answer.edits.length > 0 && !await vscode.workspace.applyEdit(edit)) { this.tell({ type: 'notice', text: staleText() }); }
    return this.refresh();
  }
}
