// What a person meets, in the language of the window: menus, dialogues, lists, pages. Each test leaves a picture for people to look at
// and asserts what can be asserted: who reads only English sees no Chinese but what is quoted of the report, and the other way round.
import assert from 'node:assert';
import * as vscode from 'vscode';
import { focusPanel, inPanel, panelTexts, waitForPanel } from './panel';
import {
  closeAllEditors, codeActions, dom, domIsVisible, EXTENSION_ID, goujiDiagnostics, openSample, sampleUri, waitFor,
} from './workbench';

const REPORT = 'lucheng-2021.txt';
const TOTAL = 489;
const HAN = /\p{Script=Han}/u;
const inChinese = vscode.env.language.startsWith('zh');
const words = (chinese: string, english: string): string => (inChinese ? chinese : english);
const shot = (name: string): Promise<unknown> => dom({ op: 'screenshot', name: `people-${name}-${vscode.env.language}` });

async function openTotal(): Promise<vscode.TextEditor> {
  await openSample(REPORT);
  await waitFor('the wrong totals', () => goujiDiagnostics(sampleUri(REPORT)).some(({ range }) => range.start.line === TOTAL));
  const editor = vscode.window.activeTextEditor!;
  editor.selection = new vscode.Selection(TOTAL, 1, TOTAL, 1);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  return editor;
}

/** Of what is Gouji's own: no Chinese in an English window, and Chinese in a Chinese one. */
function assertLanguage(texts: readonly string[]): void {
  assert.ok(texts.length > 0);
  for (const text of texts) {
    const own = text.replace(/“[^“”]*(?:“[^“”]*”[^“”]*)*”/gu, '');
    if (inChinese) { assert.ok(HAN.test(text), text); } else { assert.ok(!HAN.test(own), text); }
  }
}

/** VS Code keeps the English original beside a translation. */
type Title = string | { readonly value: string };
const shownTitle = (title: Title): string => (typeof title === 'string' ? title : title.value);

describe(`for a person who reads ${words('Chinese', 'English')}`, function () {
  this.timeout(60_000);
  before(function () { if (!domIsVisible) { this.skip(); } });
  afterEach(closeAllEditors);

  it('the menu of repairs speaks their language', async () => {
    const editor = await openTotal();
    const actions = await waitFor('the repairs', async () => {
      const found = await codeActions(editor.document.uri, editor.selection);
      return found.some(({ command }) => command?.command === 'gouji.stateReason') ? found : undefined;
    });
    assertLanguage(actions.map(({ title }) => title));
    await dom({
      op: 'pressUntil', key: 'Control+.', selector: '.action-widget .monaco-list-row', text: words('情况属实', 'Correct as it stands'),
    });
    await shot('repairs');
    await dom({ op: 'press', key: 'Escape' });
  });

  it('the reason of an exception is asked for in their language', async () => {
    const editor = await openTotal();
    const action = await waitFor('the way to state a reason', async () =>
      (await codeActions(editor.document.uri, editor.selection)).find(({ command }) => command?.command === 'gouji.stateReason'));
    const done = vscode.commands.executeCommand(action.command!.command, ...action.command!.arguments!);
    await dom({ op: 'waitFor', selector: '.quick-input-title', text: words('情况属实', 'Correct As It Stands') });
    await dom({ op: 'waitFor', selector: '.quick-input-message', text: words('为什么属实', 'Why is it correct?') });
    await shot('reason');
    await dom({ op: 'type', text: ' ' });
    await dom({ op: 'waitFor', selector: '.quick-input-message', text: words('请写明理由', 'A reason is needed') });
    await shot('reason-needed');
    await dom({ op: 'press', key: 'Escape' });
    await done;
  });

  it('the problems are told in their language', async () => {
    await openTotal();
    const found = goujiDiagnostics(sampleUri(REPORT));
    assertLanguage(found.flatMap(({ message, relatedInformation }) => [message, ...(relatedInformation ?? []).map((one) => one.message)]));
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    await dom({ op: 'waitFor', selector: '.markers-panel .monaco-list-row', text: words('办理结果总计', 'total of outcomes') });
    await shot('problems');
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('the status item tells in their language', async () => {
    await openTotal();
    const item = { selector: '.statusbar-item', text: words('勾稽 40/44', 'Gouji 40/44') };
    await dom({ op: 'waitFor', ...item });
    await dom({ op: 'hover', ...item });
    await dom({ op: 'waitFor', selector: '.monaco-hover', text: words('勾稽关系：成立 40', 'Equations: 40 hold') });
    await shot('status');
  });

  it('the outline names tables in their language', async () => {
    await openTotal();
    await vscode.commands.executeCommand('outline.focus');
    await dom({ op: 'waitFor', selector: '.outline-tree .monaco-list-row', text: '总体情况' });
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider', sampleUri(REPORT),
    );
    const names = (all: readonly vscode.DocumentSymbol[]): string[] => all.flatMap(({ name, children }) => [name, ...names(children)]);
    assert.strictEqual(names(symbols).filter((name) => name.startsWith(words('表格 · ', 'Table · '))).length, 3);
    await shot('outline');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('every command has a title in their language', async () => {
    const commands = (vscode.extensions.getExtension(EXTENSION_ID)!.packageJSON as { contributes: { commands: {
      title: Title;
      category: Title;
    }[] } }).contributes.commands;
    assertLanguage(commands.map(({ title, category }) => `${shownTitle(category)}: ${shownTitle(title)}`));
    await openTotal();
    await vscode.commands.executeCommand('workbench.action.quickOpen', `>${words('勾稽', 'Gouji')}`);
    await dom({
      op: 'waitFor', selector: '.quick-input-list .monaco-list-row', text: words('勾稽: 转到下一个问题', 'Gouji: Go to the Next Finding'),
    });
    await shot('commands');
    await dom({ op: 'press', key: 'Escape' });
  });

  it('the settings page is in their language', async () => {
    await vscode.commands.executeCommand('workbench.action.openSettings', `@ext:${EXTENSION_ID}`);
    await dom({ op: 'waitFor', selector: '.settings-editor .setting-item-description', text: words('各条规则的级别', 'Level of each rule') });
    const texts = await dom<string[]>({ op: 'texts', selector: '.settings-editor .setting-item-description' });
    assertLanguage(texts.filter((text) => text.trim() !== ''));
    await shot('settings');
  });

  it('the record is saved under a name in their language', async () => {
    await openTotal();
    await focusPanel();
    const done = vscode.commands.executeCommand('gouji.saveRecord');
    await dom({ op: 'waitFor', selector: '.quick-input-widget .quick-input-box input' });
    await waitFor('the proposed name', async () => String(await dom({
      op: 'evaluate', selector: '.quick-input-widget .quick-input-box input',
      text: 'document.querySelector(".quick-input-widget .quick-input-box input").value',
    }))
      .endsWith(words('lucheng-2021.审核记录.md', 'lucheng-2021.review.md')));
    await shot('save-record');
    await dom({ op: 'press', key: 'Escape' });
    await done;
  });

  it('the panel speaks their language in all its parts', async () => {
    await vscode.commands.executeCommand('workbench.action.closePanel');
    for (const [name, verdict] of [[REPORT, '44'], ['baoji-2020.txt', '47'], ['ningbo-2021.txt', '']]) {
      await openSample(name);
      await focusPanel();
      await waitForPanel('.verdict h1', verdict);
      await dom({ op: 'evaluate', ...inPanel, text: 'document.querySelectorAll("details").forEach((one) => { one.open = true; })' });
      assertLanguage(
        await panelTexts('.verdict h1, .counts li, .levels li, h2, h4, .record button, .record .quiet, .unchecked summary, .unchecked li'),
      );
      const sentences = await panelTexts('.form, .said, .repair, .evidence li');
      if (!inChinese) { assertLanguage(sentences); }
      for (const [part, place] of [['verdict', '.verdict'], ['causes', '.cause'], ['charts', '.charts'], ['record', '.record']]) {
        const isThere = await dom<boolean>({
          op: 'evaluate', ...inPanel,
          text: `(() => { const part = document.querySelector('${place}'); part?.scrollIntoView({ block: 'start' }); return part !== null; })()`,
        });
        if (isThere) {
          await dom({
            op: 'screenshot', selector: '.part.sidebar', name: `people-panel-${part}-${name.split('-')[0]}-${vscode.env.language}`,
          });
        }
      }
    }
  });

  it('a mistake in .gouji.yaml is told in their language', async () => {
    const settings = sampleUri('.gouji.yaml');
    await vscode.workspace.fs.writeFile(
      settings,
      new TextEncoder().encode('rules:\n  row-sun: off\nexceptions:\n  - file: lucheng-2021.txt\n    rule: row-sum\n    reason: x\n'),
    );
    await openSample(REPORT);
    await vscode.window.showTextDocument(settings);
    const found = await waitFor('the mistakes', () => (goujiDiagnostics(settings).length === 2 ? goujiDiagnostics(settings) : undefined));
    assertLanguage(found.map(({ message }) => message));
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await vscode.commands.executeCommand('editor.action.marker.next');
    await dom({ op: 'waitFor', selector: '.monaco-editor .zone-widget .descriptioncontainer' });
    await shot('settings-file');
    await closeAllEditors();
    await vscode.workspace.fs.delete(settings);
    await waitFor('the mistakes to go with the file', () => goujiDiagnostics(settings).length === 0);
  });
});
