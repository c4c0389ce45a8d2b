/**
 * The document the panel follows: the one in front. Invariant: when the panel itself has the focus, or a view that is no text,
 * the last one stays; only documents that the server checks are followed.
 */
import * as vscode from 'vscode';

export class FollowedDocument implements vscode.Disposable {
  private current: vscode.TextDocument | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly listeners: vscode.Disposable;
  /** Another document, or none, is followed. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly isChecked: (document: vscode.TextDocument) => boolean) {
    this.listeners = vscode.Disposable.from(
      this.changed,
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      vscode.workspace.onDidCloseTextDocument((document) => { if (document === this.current) { this.set(undefined); } }),
      vscode.workspace.onDidOpenTextDocument(() => { if (this.current === undefined) { this.follow(vscode.window.activeTextEditor); } }),
    );
    this.follow(vscode.window.activeTextEditor);
  }

  get document(): vscode.TextDocument | undefined { return this.current; }

  /** An editor that shows the document, if there is one. */
  get editor(): vscode.TextEditor | undefined {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    if (activeTextEditor?.document === this.current) { return activeTextEditor; }
    return visibleTextEditors.find(({ document }) => document === this.current);
  }

  dispose(): void { this.listeners.dispose(); }

  private follow(editor: vscode.TextEditor | undefined): void {
    if (editor === undefined || editor.document === this.current) { return; }
    this.set(this.isChecked(editor.document) ? editor.document : undefined);
  }

  private set(document: vscode.TextDocument | undefined): void {
    if (document === this.current) { return; }
    this.current = document;
    this.changed.fire();
  }
}
