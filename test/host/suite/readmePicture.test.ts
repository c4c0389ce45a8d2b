// The picture at the head of the README: what a person sees on opening a report whose totals do not balance. It is written to
// the screenshots; docs/images/editor.png is a copy of it, taken in a Chinese window.
import * as vscode from 'vscode';
import { focusPanel, waitForPanel } from './panel';
import { closeAllEditors, dom, domIsVisible, goujiDiagnostics, openSample, sampleUri, waitFor } from './workbench';

describe('the picture in the README', () => {
  before(function () { if (!domIsVisible) { this.skip(); } });
  after(closeAllEditors);

  it('shows the wrong total, what it rests on, and the panel beside it', async () => {
    await openSample('lucheng-2021.txt');
    await focusPanel();
    await waitForPanel('.verdict h1', '44');
    const total = await waitFor(
      'the wrong total', () => goujiDiagnostics(sampleUri('lucheng-2021.txt')).find(({ range }) => range.start.line === 489),
    );
    const editor = vscode.window.activeTextEditor!;
    await vscode.window.showTextDocument(
      editor.document, { selection: new vscode.Range(total.range.start, total.range.start), preserveFocus: false },
    );
    editor.revealRange(total.range, vscode.TextEditorRevealType.InCenter);
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await dom({ op: 'waitFor', selector: '.markers-panel .monaco-list-row', text: '0' });
    await dom({ op: 'waitFor', selector: '.monaco-editor .squiggly-error' });
    await dom({ op: 'waitFor', selector: '.pane-body .monaco-list-row', text: '490' });
    await dom({ op: 'waitFor', selector: '.welcome-view-content', state: 'hidden' });
    await dom({ op: 'screenshot', name: `editor-${vscode.env.language}` });
  });
});
