// A clerk's work in a real window: findings in a report, their repairs, undo, the settings, the status item.
import assert from 'node:assert';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import type { GoujiExtension } from '../../../client/src/extension';
import {
  closeAllEditors, codeActions, dom, domIsVisible, EXTENSION_ID, goujiDiagnostics, openSample, sampleUri, waitFor, type DomRequest,
} from './workbench';

const REPORT = 'lucheng-2021.txt';
const NAME = vscode.env.language.startsWith('zh') ? '勾稽' : 'Gouji';
const wrongTotals = (): vscode.Diagnostic[] => goujiDiagnostics(sampleUri(REPORT))
  .filter((diagnostic) => ruleOf(diagnostic) === 'outcome-sum');
const ruleOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);
const linesOf = (diagnostics: vscode.Diagnostic[]): number[] => diagnostics.map(({ range }) => range.start.line + 1);
const rules = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('gouji', sampleUri(REPORT));

/** Language servers that this extension host has started. */
function serverProcesses(): number[] | undefined {
  const found = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
      .filter((line) => line?.[2] === String(process.pid) && line[3].includes('dist/server.js'));
  return found.length > 0 ? found.map((line) => Number(line![1])) : undefined;
}

async function openReport(): Promise<vscode.TextDocument> {
  const document = await openSample(REPORT);
  await waitFor('the wrong totals', () => wrongTotals().length === 2);
  return document;
}

/** Saved at once: VS Code in a browser saves by itself, so that a report left dirty would be changed on disk. */
async function undoUntil(document: vscode.TextDocument, text: string): Promise<void> {
  await waitFor('undo', async () => {
    if (document.getText() !== text) { await vscode.commands.executeCommand('undo'); }
    return document.getText() === text;
  });
  await document.save();
}

/** What only a server that follows the text can find. */
async function findsLineBelow(document: vscode.TextDocument): Promise<void> {
  const before = document.getText();
  await vscode.window.activeTextEditor!.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n'));
  await waitFor('the findings, a line below', () => linesOf(wrongTotals()).join() === '491,503');
  await undoUntil(document, before);
}

async function actionsAt(range: vscode.Range): Promise<vscode.CodeAction[]> {
  return waitFor('code actions', async () => {
    const actions = await codeActions(sampleUri(REPORT), range);
    return actions.length > 0 && actions;
  });
}

describe('checking a report', () => {
  afterEach(async () => {
    await vscode.workspace.getConfiguration('gouji').update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAllEditors();
  });

  it('underlines the totals that do not balance, and links their rule', async () => {
    await openReport();
    assert.deepStrictEqual(linesOf(wrongTotals()), [490, 502]);
    const [{ code, relatedInformation }] = wrongTotals();
    assert.ok(typeof code === 'object' && code.target.path.endsWith('/docs/rules/outcome-sum.md'));
    assert.ok(relatedInformation && relatedInformation.length > 0);
  });

  it('repairs them; the findings go; undo restores every byte', async () => {
    const document = await openReport();
    const before = document.getText();
    const [first] = wrongTotals();
    const preferred = (await actionsAt(first.range)).find(({ isPreferred }) => isPreferred);
    assert.ok(preferred?.edit);
    await vscode.workspace.applyEdit(preferred.edit);
    assert.strictEqual(document.lineAt(489).text, '3');
    await waitFor('the findings to go', () => wrongTotals().length === 0);
    await undoUntil(document, before);
    await waitFor('the findings to come back', () => wrongTotals().length === 2);
  });

  it('fixes all safe problems by command, and changes no figure', async () => {
    const document = await openReport();
    const before = document.getText();
    await waitFor('the unit to be stripped', async () => {
      await vscode.commands.executeCommand('gouji.fixAll');
      return document.lineAt(84).text === '299.8145';
    });
    assert.deepStrictEqual([document.lineAt(489).text, document.lineAt(501).text], ['0', '0']);
    await undoUntil(document, before);
  });

  it('turns a rule off, live', async () => {
    await openReport();
    const off = (await actionsAt(wrongTotals()[0].range)).find(({ command }) => command?.command === 'gouji.turnOffRule');
    assert.ok(off?.command);
    await vscode.commands.executeCommand(off.command.command, ...off.command.arguments!);
    assert.deepStrictEqual(rules().get('rules'), { 'outcome-sum': 'off' });
    await waitFor('the findings to go', () => wrongTotals().length === 0 && goujiDiagnostics(sampleUri(REPORT)).length > 0);
  });

  it('follows the level of a rule, live', async () => {
    await openReport();
    await rules().update('rules', { 'outcome-sum': 'hint' }, vscode.ConfigurationTarget.Workspace);
    await waitFor(
      'hints', () => wrongTotals().length === 2 && wrongTotals().every(({ severity }) => severity === vscode.DiagnosticSeverity.Hint),
    );
  });

  it('comes back when its server is started again', async () => {
    const document = await openReport();
    await Promise.all([vscode.commands.executeCommand('gouji.restart'), vscode.commands.executeCommand('gouji.restart')]);
    await findsLineBelow(document);
    if (domIsVisible) { assert.strictEqual(await dom({ op: 'count', selector: '.notification-list-item', text: 'crashed' }), 0); }
  });

  it('comes back when its server crashes, and says so once', async function () {
    if (!domIsVisible) { this.skip(); }
    const told: DomRequest = { op: 'count', selector: '.notification-list-item', text: 'crashed and was started again' };
    const document = await openReport();
    for (let crash = 0; crash < 2; crash++) {
      const [pid] = await waitFor('the server', serverProcesses);
      process.kill(pid, 'SIGKILL');
      await waitFor('another server', async () => { const now = serverProcesses(); return now && now[0] !== pid; });
      await waitFor('the message', async () => await dom(told) === 1);
    }
    await vscode.commands.executeCommand('notifications.clearAll');
    await waitFor('the wrong totals', () => wrongTotals().length === 2);
    await findsLineBelow(document);
  });

  it('comes back when its server crashes while it starts', async () => {
    const document = await openReport();
    const [old] = await waitFor('the server', serverProcesses);
    const restarted = vscode.commands.executeCommand('gouji.restart');
    process.kill(await waitFor('another server', () => serverProcesses()?.find((pid) => pid !== old)), 'SIGKILL');
    await restarted;
    await findsLineBelow(document);
  });

  it('comes back when its server crashes with messages on their way to it', async () => {
    const document = await openReport();
    const { languageClient } = vscode.extensions.getExtension<GoujiExtension>(EXTENSION_ID)!.exports;
    process.kill((await waitFor('the server', serverProcesses))[0], 'SIGKILL');
    execFileSync('sleep', ['0.1']);
    await Promise.allSettled(Array.from({ length: 8 }, () => languageClient.sendNotification('$/setTrace', { value: 'off' })));
    await waitFor('the server', () => languageClient.isRunning());
    await findsLineBelow(document);
  });

  it('gives up when its server crashes over and over, says so, and starts again on command', async function () {
    if (!domIsVisible) { this.skip(); }
    const document = await openReport();
    const { languageClient } = vscode.extensions.getExtension<GoujiExtension>(EXTENSION_ID)!.exports;
    await vscode.commands.executeCommand('gouji.restart');
    for (let crash = 0; crash < 5; crash++) {
      await waitFor('the server', () => languageClient.isRunning());
      process.kill((await waitFor('its process', serverProcesses))[0], 'SIGKILL');
      await waitFor('its end', () => !languageClient.isRunning());
    }
    await dom({ op: 'waitFor', selector: '.notification-list-item', text: 'keeps crashing and was stopped' });
    assert.strictEqual(serverProcesses(), undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('gouji.restart');
    await findsLineBelow(document);
  });

  it('is silent on a plain text that is no report', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'milk\neggs\n3 apples\n' });
    await vscode.window.showTextDocument(document);
    await openReport();
    assert.deepStrictEqual(goujiDiagnostics(document.uri), []);
  });

  it('checks an unsaved document', async () => {
    const report = await openReport();
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: report.getText() });
    await vscode.window.showTextDocument(document);
    await waitFor(
      'the wrong totals', () => goujiDiagnostics(document.uri).filter((diagnostic) => ruleOf(diagnostic) === 'outcome-sum').length === 2,
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('says in the status bar what holds', async function () {
    if (!domIsVisible) { this.skip(); }
    await openReport();
    await dom({ op: 'waitFor', selector: '.statusbar-item', text: `${NAME} 40/44` });
    await openSample('zhengzhou-2021.md');
    await dom({ op: 'waitFor', selector: '.statusbar-item', text: `${NAME} 44/44` });
    await dom({ op: 'click', selector: '.statusbar-item', text: `${NAME} 44/44` });
    await dom({ op: 'waitFor', selector: '.markers-panel' });
    await dom({ op: 'screenshot', name: 'status' });
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
});
