// The summary panel as its user meets it: its own page in the rendered workbench, driven by mouse and keyboard. What it says and
// does in every layout is in panelLayouts.test.ts.
import assert from 'node:assert';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { activeCell, axeViolations, focusPanel, inPanel, panelTexts, waitForPanel } from './panel';
import { closeAllEditors, dom, domIsVisible, openSample, waitFor } from './workbench';

describe('the summary panel', () => {
  before(async function () {
    if (!domIsVisible) { this.skip(); }
    await openSample('lucheng-2021.txt');
    await focusPanel();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAllEditors();
  });

  it('follows the editor', async () => {
    await openSample('lucheng-2021.txt');
    await waitForPanel('.verdict h1', '4 of 44 equations do not hold');
    await waitForPanel('.verdict .form', 'Report of 2021');
    assert.deepStrictEqual(await panelTexts('.verdict .counts li'), ['✓40 hold', '≠4 broken', '–0 not evaluated']);
    await openSample('zhengzhou-2021.md');
    await waitForPanel('.verdict h1', 'All 44 equations hold');
    await openSample('baoji-2020.txt');
    await waitForPanel('.verdict h1', '18 of 47 equations could not be evaluated');
    await dom({ op: 'click', ...inPanel, selector: '.unchecked summary' });
    await waitForPanel('.unchecked li', '18 equations not evaluated: a cell is blank');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'json', content: '{}' }));
    await waitForPanel('p.quiet', 'Open a report to see its summary here.');
  });

  it('shows the table with the headers of the form', async () => {
    await openSample('lucheng-2021.txt');
    await waitForPanel('[role=tab][aria-selected=true]', '三、收到和处理政府信息公开申请情况');
    const headers = await panelTexts('[role=columnheader]');
    for (const header of ['申请人情况', '法人或其他组织', '社会公益组织', '总计']) { assert.ok(headers.includes(header), header); }
    const spans = await dom<string>({
      op: 'evaluate', ...inPanel,
      text: '[...document.querySelectorAll("[role=columnheader]")].find((h) => h.textContent === "法人或其他组织").getAttribute("aria-colspan")',
    });
    assert.strictEqual(spans, '5');
  });

  it('shows in the text the cell that is selected in the grid', async () => {
    const document = await openSample('lucheng-2021.txt');
    await waitForPanel('.verdict h1', '4 of 44');
    await dom({ op: 'click', ...inPanel, selector: '[role=gridcell][data-state=suspect]' });
    const editor = vscode.window.activeTextEditor!;
    await waitFor('the selection', () => editor.selection.active.line === 489);
    assert.strictEqual(document.getText(editor.selection), '0');
    await waitFor('the cell in sight', () => editor.visibleRanges.some((range) => range.contains(editor.selection)));
    const said = await panelTexts('[role=gridcell][aria-selected=true]');
    assert.deepStrictEqual(said, ['! 0 , suspect'], 'its state in a word');
  });

  it('marks the cell that the cursor is in, in whichever table', async () => {
    const document = await openSample('lucheng-2021.txt');
    await waitForPanel('.verdict h1', '4 of 44');
    const line = Array.from({ length: document.lineCount }, (_, i) => i).find((i) => document.lineAt(i).text.includes('299.8145'))!;
    const editor = await vscode.window.showTextDocument(document);
    const at = document.lineAt(line).range.end;
    editor.selection = new vscode.Selection(at, at);
    await waitForPanel('[role=tab][aria-selected=true]', '二、主动公开政府信息情况');
    await waitForPanel('[role=gridcell][aria-selected=true]', '299.8145万元');
    const total = new vscode.Position(489, 0);
    editor.selection = new vscode.Selection(total, total);
    await waitForPanel('[role=tab][aria-selected=true]', '三、收到和处理政府信息公开申请情况');
    await waitForPanel('[role=gridcell][aria-selected=true][data-state=suspect]', '0');
  });

  it('is walked and edited by keyboard, and one undo takes an edit back', async () => {
    const document = await openSample('lucheng-2021.txt');
    const before = document.getText();
    await waitForPanel('.verdict h1', '4 of 44');
    await dom({ op: 'click', ...inPanel, selector: '[role=gridcell][data-state=suspect]' });
    const start = await activeCell();
    await dom({ op: 'press', key: 'ArrowRight' });
    await waitFor('the next cell', async () => (await activeCell()).column === start.column + 1);
    await dom({ op: 'press', key: 'ArrowLeft' });
    await waitFor('the cell before', async () => (await activeCell()).column === start.column);
    await dom({ op: 'press', key: 'F2' });
    await waitForPanel('[role=gridcell] input');
    await dom({ op: 'press', key: 'Escape' });
    await dom({ op: 'waitFor', ...inPanel, selector: '[role=gridcell] input', state: 'detached' });
    assert.strictEqual(document.getText(), before, 'Escape writes nothing');
    await dom({ op: 'press', key: 'Enter' });
    await waitForPanel('[role=gridcell] input');
    await dom({ op: 'press', key: 'Control+a' });
    await dom({ op: 'type', text: '3' });
    await dom({ op: 'press', key: 'Enter' });
    await waitFor('the edit', () => document.getText() !== before);
    const lines = before.split('\n');
    lines[489] = '3';
    assert.strictEqual(document.getText(), lines.join('\n'));
    await waitForPanel(`[role=gridcell][data-line="${start.line}"][data-column="${start.column}"]`, '3');
    assert.deepStrictEqual(await activeCell(), start, 'the cell keeps the focus');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.strictEqual(document.getText(), before, 'one undo');
  });

  it('lays equations open and repairs with one button, saying what it will do', async () => {
    const document = await openSample('lucheng-2021.txt');
    const before = document.getText();
    await waitForPanel('.verdict h1', '4 of 44');
    await waitForPanel('.repair.preferred .preview', '+4 hold, 0 fail');
    await waitForPanel('.terms .reported .number', '0');
    assert.deepStrictEqual((await panelTexts('.equation[open] .terms .sum .number')).slice(0, 1), ['3']);
    assert.deepStrictEqual((await panelTexts('.equation[open] .terms .difference .number')).slice(0, 1), ['3']);
    await waitForPanel('.suspect .link', '（七）总计 · 自然人: 0 → 3');
    await dom({ op: 'click', ...inPanel, selector: '.repair.preferred' });
    await waitForPanel('.verdict h1', 'All 44 equations hold');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.strictEqual(document.getText(), before, 'one undo');
    await waitForPanel('.verdict h1', '4 of 44');
  });

  it('draws the figures people ask for', async () => {
    await openSample('ningbo-2021.txt');
    await waitForPanel('.chart caption', 'Channels of disclosure');
    await waitForPanel('.chart tr', '3.政务微博公开政府信息数');
    assert.ok((await panelTexts('.chart .number')).includes('21365'));
  });

  it('keeps what was chosen when it is hidden and shown again', async () => {
    await openSample('lucheng-2021.txt');
    await waitForPanel('.verdict h1', '4 of 44');
    await dom({ op: 'click', ...inPanel, selector: '[role=tab]', text: '四、' });
    await waitForPanel('[role=tab][aria-selected=true]', '四、');
    await vscode.commands.executeCommand('workbench.view.explorer');
    await dom({ op: 'waitFor', selector: '.explorer-viewlet .monaco-list-row' });
    await focusPanel();
    await waitForPanel('[role=tab][aria-selected=true]', '四、');
    await dom({ op: 'click', ...inPanel, selector: '[role=tab]', text: '三、' });
    await waitForPanel('[role=tab][aria-selected=true]', '三、');
  });

  it('copies a review record with the hash of the file', async () => {
    const document = await openSample('zhengzhou-2021.md');
    await waitForPanel('.verdict h1', 'All 44');
    await vscode.env.clipboard.writeText('');
    await dom({ op: 'click', ...inPanel, selector: '.record button', text: 'Copy as Markdown' });
    await waitForPanel('.notice', 'The review record was copied.');
    const record = await vscode.env.clipboard.readText();
    const hash = createHash('sha256').update(readFileSync(document.uri.fsPath)).digest('hex');
    for (const part of [hash, 'zhengzhou-2021.md', '44 in all: 44 hold, 0 broken, 0 not evaluated', '57']) {
      assert.ok(record.includes(part), part);
    }
  });

  it('runs no script but its own', async () => {
    await openSample('lucheng-2021.txt');
    await waitForPanel('.verdict h1', '4 of 44');
    const outcome = await dom<{ ran: boolean; blocked: string }>({
      op: 'evaluate', ...inPanel, text: `new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve({ ran: !!window.intruder, blocked: effectiveDirective }), { once: true });
        const script = document.createElement('script');
        script.textContent = 'window.intruder = true';
        document.body.append(script);
        if (window.intruder) { resolve({ ran: true, blocked: '' }); }
      })`,
    });
    assert.deepStrictEqual(outcome, { ran: false, blocked: 'script-src-elem' });
  });

  it('has no violation that axe-core finds', async () => {
    for (const [sample, verdict] of [['lucheng-2021.txt', '4 of 44'], ['baoji-2020.txt', '18 of 47'], ['zhengzhou-2021.md', 'All 44']]) {
      await openSample(sample);
      await waitForPanel('.verdict h1', verdict);
      assert.deepStrictEqual(await axeViolations(), [], sample);
    }
  });
});
