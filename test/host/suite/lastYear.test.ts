// Last year's report in the same folder: what it says of this year's figures, the way to it, the repair, and what changes with it.
import assert from 'node:assert';
import * as vscode from 'vscode';
import { reportBefore, wronglyCarried } from '../../harness/lastYear';
import { closeAllEditors, codeActions, dom, domIsVisible, goujiDiagnostics, sampleUri, waitFor } from './workbench';

const FOLDER = 'years';
const uriOf = (name: string): vscode.Uri => sampleUri(`${FOLDER}/${name}`);
const ruleOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);
const found = (uri: vscode.Uri, rule: string): vscode.Diagnostic | undefined => goujiDiagnostics(uri).find((one) => ruleOf(one) === rule);

async function put(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
}

describe('last year’s report in the same folder', () => {
  let zhengzhou: string;
  let document: vscode.TextDocument;

  before(async () => { zhengzhou = new TextDecoder().decode(await vscode.workspace.fs.readFile(sampleUri('zhengzhou-2021.md'))); });
  beforeEach(async () => {
    await put('2021.md', wronglyCarried(zhengzhou));
    await put('2020.md', reportBefore(zhengzhou));
    document = await vscode.workspace.openTextDocument(uriOf('2021.md'));
    await vscode.window.showTextDocument(document, { preview: false });
  });
  afterEach(async () => {
    await closeAllEditors();
    await vscode.workspace.fs.delete(uriOf(''), { recursive: true });
  });

  it('says which figure is wrong, leads to last year’s, and its repair puts this one right', async () => {
    const finding = await waitFor('carry-over', () => found(document.uri, 'carry-over'));
    assert.strictEqual(finding.range.start.line, 53);
    assert.strictEqual(finding.severity, vscode.DiagnosticSeverity.Error);
    assert.strictEqual(found(document.uri, 'request-balance'), undefined, 'one cause, one finding');
    const places = finding.relatedInformation!.filter(({ location }) => location.uri.toString() === uriOf('2020.md').toString());
    assert.deepStrictEqual(places.map(({ location }) => location.range.start.line), [76, 76]);
    if (domIsVisible) {
      await vscode.commands.executeCommand('workbench.actions.view.problems');
      await dom({ op: 'waitFor', selector: '.markers-panel .monaco-list-row', text: '2020.md' });
      vscode.window.activeTextEditor!.revealRange(finding.range, vscode.TextEditorRevealType.InCenter);
      await dom({ op: 'screenshot', name: 'last-year' });
      await vscode.commands.executeCommand('workbench.action.closePanel');
    }
    const fix = await waitFor(
      'its repair', async () => (await codeActions(document.uri, finding.range)).find(({ edit, isPreferred }) => edit && isPreferred),
    );
    await vscode.workspace.applyEdit(fix.edit!);
    assert.strictEqual(document.getText(), zhengzhou);
    await waitFor('the finding to go', () => found(document.uri, 'carry-over') === undefined);
    await document.save();
  });

  it('counts as it is on disk: changed, and removed', async () => {
    await waitFor('carry-over', () => found(document.uri, 'carry-over'));
    await put('2020.md', reportBefore(zhengzhou, 6));
    await waitFor('the balance alone, since last year’s figure is 6 as well', balanceAlone);
    await put('2020.md', reportBefore(zhengzhou));
    await waitFor('carry-over again', () => found(document.uri, 'carry-over'));
    await vscode.workspace.fs.delete(uriOf('2020.md'));
    await waitFor('the balance alone, last year’s report being gone', balanceAlone);
  });

  it('counts as it stands in the editor, unsaved', async () => {
    await waitFor('carry-over', () => found(document.uri, 'carry-over'));
    const last = await vscode.workspace.openTextDocument(uriOf('2020.md'));
    await vscode.window.showTextDocument(last, { viewColumn: vscode.ViewColumn.Beside, preview: false });
    const edit = new vscode.WorkspaceEdit();
    edit.replace(last.uri, new vscode.Range(0, 0, last.lineCount, 0), reportBefore(zhengzhou, 6));
    await vscode.workspace.applyEdit(edit);
    await waitFor('the balance alone', balanceAlone);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await waitFor('carry-over again', () => found(document.uri, 'carry-over'));
  });

  function balanceAlone(): boolean {
    return found(document.uri, 'request-balance') !== undefined && found(document.uri, 'carry-over') === undefined;
  }
});
