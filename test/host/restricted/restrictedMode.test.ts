// Restricted mode: a report from a folder that is not trusted is checked and repaired as any other, settings file included.
import assert from 'node:assert';
import * as vscode from 'vscode';
import { closeAllEditors, codeActions, dom, goujiDiagnostics, openSample, sampleUri, waitFor } from '../suite/workbench';
import { focusPanel, waitForPanel } from '../suite/panel';

const REPORT = 'lucheng-2021.txt';
const wrongTotals = (): vscode.Diagnostic[] => goujiDiagnostics(sampleUri(REPORT))
  .filter(({ code }) => typeof code === 'object' && code.value === 'outcome-sum');

describe('a folder that is not trusted', () => {
  after(closeAllEditors);

  it('is what this window has open', async () => {
    assert.strictEqual(vscode.workspace.isTrusted, false);
    await dom({ op: 'waitFor', selector: '.statusbar-item', text: 'Restricted Mode' });
  });

  it('has its reports checked', async () => {
    await openSample(REPORT);
    await waitFor('the wrong totals', () => wrongTotals().length === 2);
  });

  it('has its reports shown in the panel', async () => {
    await focusPanel();
    await waitForPanel('.verdict h1', '4 of 44 equations do not hold');
    await dom({ op: 'screenshot', name: 'restricted-mode' });
  });

  it('has its reports repaired by quick fix', async () => {
    const [wrong] = wrongTotals();
    const fix = await waitFor(
      'the quick fix', async () => (await codeActions(sampleUri(REPORT), wrong.range)).find(({ isPreferred }) => isPreferred),
    );
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    await waitFor('the findings to go', () => wrongTotals().length === 0);
  });

  it('has its .gouji.yaml followed', async () => {
    const settings = sampleUri('.gouji.yaml');
    await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode('rules:\n  unit-in-cell: error\n'));
    await waitFor('the level of the settings file', () => goujiDiagnostics(sampleUri(REPORT)).some(({ code, severity }) =>
      typeof code === 'object' && code.value === 'unit-in-cell' && severity === vscode.DiagnosticSeverity.Error));
    await vscode.workspace.fs.delete(settings);
  });
});
