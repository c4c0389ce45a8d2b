// How the summary panel looks: in every kind of theme, narrow and wide, in the language of the window. The screenshots are for people
// to look at; what can be judged by a machine (contrast, names, roles, language) is asserted.
import assert from 'node:assert';
import * as vscode from 'vscode';
import { axeViolations, focusPanel, inPanel, panelTexts, waitForPanel } from './panel';
import { closeAllEditors, dom, domIsVisible, openSample } from './workbench';

const THEMES = {
  light: 'Default Light Modern', dark: 'Default Dark Modern', contrast: 'Default High Contrast',
  'contrast-light': 'Default High Contrast Light',
};
const isChinese = vscode.env.language.startsWith('zh');
const WORDS = isChinese
  ? { broken: '44 条勾稽关系中 4 条不成立', open: '47 条勾稽关系中 18 条未核', reason: '18条勾稽关系未核：有的单元格为空', record: '复制为 Markdown' }
  : {
    broken: '4 of 44 equations do not hold', open: '18 of 47 equations could not be evaluated',
    reason: '18 equations not evaluated: a cell is blank', record: 'Copy as Markdown',
  };

describe('the look of the summary panel', function () {
  this.timeout(120_000);
  const settings = () => vscode.workspace.getConfiguration('workbench');

  before(async function () {
    if (!domIsVisible) { this.skip(); }
    await openSample('lucheng-2021.txt');
    await focusPanel();
  });
  after(async () => {
    await settings().update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
    await closeAllEditors();
  });

  it('speaks the language of the window', async () => {
    await openSample('lucheng-2021.txt');
    await waitForPanel('.verdict h1', WORDS.broken);
    assert.ok((await panelTexts('.record button')).includes(WORDS.record));
    await openSample('baoji-2020.txt');
    await waitForPanel('.verdict h1', WORDS.open);
    await waitForPanel('.cause h3', WORDS.reason);
    assert.strictEqual(await dom({ op: 'evaluate', ...inPanel, text: 'document.documentElement.lang' }), vscode.env.language);
  });

  for (const [name, theme] of Object.entries(THEMES)) {
    it(`can be read in ${theme}`, async () => {
      await settings().update('colorTheme', theme, vscode.ConfigurationTarget.Global);
      const kind = name.startsWith('contrast') ? 'vscode-high-contrast' : `vscode-${name}`;
      await dom({ op: 'waitFor', ...inPanel, selector: `body.${kind}`, state: 'attached' });
      await openSample('baoji-2020.txt');
      await waitForPanel('.verdict h1', WORDS.open);
      assert.deepStrictEqual(await axeViolations(), []);
      await picture(`${name}-open`);
      await openSample('lucheng-2021.txt');
      await waitForPanel('.verdict h1', WORDS.broken);
      await waitForPanel('.repair .preview');
      assert.deepStrictEqual(await axeViolations(), []);
      await picture(`${name}-broken`);
      await scrollTo('.cause');
      await picture(`${name}-equations`);
    });
  }

  it('uses the room of a wide view', async () => {
    await settings().update('colorTheme', THEMES.light, vscode.ConfigurationTarget.Global);
    await openSample('lucheng-2021.txt');
    await waitForPanel('.verdict h1', WORDS.broken);
    for (let step = 0; step < 8; step++) { await vscode.commands.executeCommand('workbench.action.decreaseViewWidth'); }
    await dom({ op: 'waitFor', ...inPanel, selector: '.repair .preview' });
    const sideways = await dom<number>({
      op: 'evaluate', ...inPanel,
      text: '(() => { const { scrollWidth, clientWidth } = document.querySelector(".grid"); return scrollWidth - clientWidth; })()',
    });
    assert.strictEqual(sideways, 0, 'nothing of the grid is out of sight');
    await picture('wide-broken');
    await scrollTo('.charts');
    await picture('wide-charts');
    for (let step = 0; step < 8; step++) { await vscode.commands.executeCommand('workbench.action.increaseViewWidth'); }
  });
});

async function scrollTo(selector: string): Promise<void> {
  await dom({ op: 'evaluate', ...inPanel, text: `document.querySelector('${selector}').scrollIntoView({ block: 'start' })` });
}

async function picture(name: string): Promise<void> {
  await dom({ op: 'screenshot', selector: '.part.sidebar', name: `panel-${vscode.env.language}-${name}` });
}
