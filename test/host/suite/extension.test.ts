// The extension in a real window: it wakes on a report, and its language server answers.
import assert from 'node:assert';
import * as vscode from 'vscode';
import type { GoujiExtension } from '../../../client/src/extension';
import { closeAllEditors, dom, domIsVisible, EXTENSION_ID, openSample, waitFor } from './workbench';

const gouji = () => vscode.extensions.getExtension<GoujiExtension>(EXTENSION_ID);

describe('the extension', () => {
  afterEach(closeAllEditors);

  it('is activated by a plain text report', async () => {
    await openSample('lucheng-2021.txt');
    await waitFor('activation', () => gouji()?.isActive);
  });

  it('runs its language server', async () => {
    const extension = await gouji()?.activate();
    await waitFor('the language server', () => extension?.languageClient.isRunning());
    assert.strictEqual(extension?.languageClient.initializeResult?.serverInfo?.name, 'gouji');
  });

  it('shows a Chinese report', async function () {
    if (!domIsVisible) { this.skip(); }
    const document = await openSample('lucheng-2021.txt');
    const heading = document.lineAt(0).text.trim();
    assert.match(heading, /\p{Script=Han}/u);
    await dom({ op: 'waitFor', selector: '.monaco-editor .view-line', text: heading.slice(0, 6) });
    await dom({ op: 'screenshot', name: 'report' });
  });
});
