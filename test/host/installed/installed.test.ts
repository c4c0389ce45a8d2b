// The packaged extension, installed from its file: it is where extensions are installed, and opening a report wakes it.
import assert from 'node:assert';
import * as vscode from 'vscode';
import type { GoujiExtension } from '../../../client/src/extension';
import { EXTENSION_ID, openSample, waitFor } from '../suite/workbench';

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
});
