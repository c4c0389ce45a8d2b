// From finding to finding in a report, as its reader gets it: steps and their keys, the view of findings and its menu, the sum of a
// selection.
import assert from 'node:assert';
import * as vscode from 'vscode';
import { at, inChinese, NATURAL, NEW, openReport, REPORT, shot } from './report';
import { closeAllEditors, dom, domIsVisible, goujiDiagnostics, sampleUri, waitFor } from './workbench';

const lineOf = ({ start }: vscode.Range): number => start.line;

/** To a finding by a click on its row; a tree that is being drawn lets a click pass. */
async function goByTree(): Promise<void> {
  await waitFor('the finding', async () => {
    await dom({ op: 'click', selector: '.pane-body .monaco-list-row', text: inChinese ? '第 490 行' : 'line 490' });
    return vscode.window.activeTextEditor?.selection.start.line === NATURAL;
  });
}

const EFFECT_MS = 3000;

/**
 * The last entry of the tree's menu, one step up from its first, until it has had its effect; an editor that opens late, or a tree that is
 * drawn anew, may take the keys away in between.
 */
async function chooseLastOfMenu(text: string, isDone: () => boolean): Promise<void> {
  await waitFor(`the effect of ${text}`, async () => {
    if (isDone()) { return true; }
    await vscode.commands.executeCommand('gouji.findings.focus');
    await dom({ op: 'pressUntil', key: 'Shift+F10', selector: '.monaco-menu .action-label', text });
    await dom({ op: 'press', key: 'ArrowUp' });
    const isReached = await dom({ op: 'count', selector: '.monaco-menu .action-item.focused', text }) === 1;
    await dom({ op: 'press', key: isReached ? 'Enter' : 'Escape' });
    for (const end = Date.now() + EFFECT_MS; isReached && !isDone() && Date.now() < end;) { await new Promise((go) => setTimeout(go, 50)); }
    return isDone();
  });
}

describe('moving among findings', () => {
  afterEach(closeAllEditors);

  it('steps to the next and the previous one, round at the ends', async () => {
    const editor = await openReport();
    const places = [...new Set(goujiDiagnostics(editor.document.uri).map(({ range }) => `${lineOf(range)}:${range.start.character}`))];
    const here = (): string => `${editor.selection.active.line}:${editor.selection.active.character}`;
    editor.selection = new vscode.Selection(at(0), at(0));
    const reached: string[] = [];
    for (let i = 0; i < places.length; i++) {
      await vscode.commands.executeCommand('gouji.nextFinding');
      await waitFor('the next finding', () => here() !== reached.at(-1) && here());
      reached.push(here());
    }
    assert.deepStrictEqual([...reached].sort(), [...places].sort());
    await vscode.commands.executeCommand('gouji.nextFinding');
    await waitFor('the first again', () => here() === reached[0]);
    await vscode.commands.executeCommand('gouji.previousFinding');
    await waitFor('the last', () => here() === reached.at(-1));
  });

  it('by keys that nothing else uses', async function () {
    const text = (await vscode.workspace.openTextDocument(vscode.Uri.parse('vscode://defaultsettings/keybindings.json'))).getText();
    const users = (key: string): string[] => (
      [...text.matchAll(/"key":\s*"([^"]+)"[^}]*?"command":\s*"([^"]+)"/g)].filter((found) => found[1] === key).map((found) => found[2])
    );
    assert.deepStrictEqual(users('ctrl+k g'), ['gouji.nextFinding']);
    assert.deepStrictEqual(users('ctrl+k shift+g'), ['gouji.previousFinding']);
    if (!domIsVisible) { this.skip(); }
    const editor = await openReport();
    editor.selection = new vscode.Selection(at(0), at(0));
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await dom({ op: 'press', key: 'Control+K' });
    await dom({ op: 'press', key: 'g' });
    await waitFor('a finding', () => editor.selection.active.line > 0);
  });

  it('lists them by file and by rule, with a badge', async function () {
    if (!domIsVisible) { this.skip(); }
    await openReport();
    const row = '.pane-body .monaco-list-row';
    await vscode.commands.executeCommand('gouji.findings.groupByFile');
    await vscode.commands.executeCommand('gouji.findings.focus');
    await dom({ op: 'waitFor', selector: row, text: REPORT });
    await dom({ op: 'waitFor', selector: row, text: inChinese ? '第 490 行' : 'line 490' });
    await dom({
      op: 'waitFor', selector: '.activitybar .action-item .badge-content', text: String(goujiDiagnostics(sampleUri(REPORT)).length),
    });
    await shot('tree-by-file');
    await vscode.commands.executeCommand('gouji.findings.groupByRule');
    await dom({ op: 'waitFor', selector: row, text: 'outcome-sum' });
    await shot('tree-by-rule');
    await goByTree();
    await vscode.commands.executeCommand('gouji.findings.groupByFile');
  });

  it('turns a rule off from its menu', async function () {
    if (!domIsVisible) { this.skip(); }
    const editor = await openReport();
    editor.selection = new vscode.Selection(at(0), at(0));
    await vscode.commands.executeCommand('gouji.findings.groupByFile');
    await vscode.commands.executeCommand('gouji.findings.focus');
    const wrong = (): number => goujiDiagnostics(sampleUri(REPORT))
      .filter(({ message }) => message.includes(inChinese ? '的办理结果总计为' : 'the total of outcomes is')).length;
    assert.strictEqual(wrong(), 2);
    await goByTree();
    await chooseLastOfMenu(inChinese ? '关闭这条规则' : 'Turn Off This Rule', () => wrong() === 0);
    await vscode.workspace.getConfiguration('gouji').update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await waitFor('the findings to come back', () => wrong() === 2);
  });

  it('says so where there are none', async function () {
    if (!domIsVisible) { this.skip(); }
    await vscode.commands.executeCommand('gouji.findings.focus');
    await dom({ op: 'waitFor', selector: '.welcome-view-content', text: inChinese ? '没有发现问题' : 'No findings' });
    await shot('tree-empty');
  });

  it('adds up a selection', async function () {
    if (!domIsVisible) { this.skip(); }
    const editor = await openReport();
    editor.selection = new vscode.Selection(at(NEW), at(NEW + 15));
    await dom({ op: 'waitFor', selector: '.statusbar-item', text: inChinese ? '合计 6　计数 7　平均 ≈0.86' : 'Sum 6  Count 7  Average ≈0.86' });
    await shot('sum');
    editor.selection = new vscode.Selection(at(0), at(0));
    await dom({ op: 'waitFor', selector: '.statusbar-item', text: inChinese ? '计数' : 'Count', state: 'detached' });
  });
});
