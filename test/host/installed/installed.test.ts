// The packaged extension, installed from its file: it is where extensions are installed, and opening a report wakes it.
import assert from 'node:assert';
import * as vscode from 'vscode';
import type { GoujiExtension } from '../../../client/src/extension';
import { dom, domIsVisible, EXTENSION_ID, openSample, waitFor } from '../suite/workbench';

describe('the installed extension', () => {
  it('comes from the package and not from the sources', () => {
    const extension = vscode.extensions.getExtension(EXTENSION_ID);
    assert.ok(extension);
    assert.match(extension.extensionPath, /gouji\.gouji-\d+\.\d+\.\d+/);
  });

  it('is activated by a report and runs its language server', async () => {
    const extension = vscode.extensions.getExtension<GoujiExtension>(EXTENSION_ID);
    await openSample('lucheng-2021.txt');
    await waitFor('activation', () => extension?.isActive);
    await waitFor('the language server', () => extension?.exports.languageClient.isRunning());
  });

  it('has an icon, and a page that tells its user how to use it', async function () {
    if (!domIsVisible) { this.skip(); }
    await vscode.commands.executeCommand('extension.open', EXTENSION_ID);
    await dom({ op: 'waitFor', selector: '.extension-editor img.icon[src*="icon.png"]' });
    const page = await dom<string>({ op: 'webviewText', selector: 'body', text: '勾稽 40/44' });
    for (const told of ['Ctrl+.', 'gouji.rules', '.gouji.yaml']) { assert.ok(page.includes(told), told); }
    assert.ok(!page.includes('npm '), 'what only a developer does');
    await dom({ op: 'screenshot', name: 'details' });
  });
});
