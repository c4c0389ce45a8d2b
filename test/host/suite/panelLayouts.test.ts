// The panel on tables of every layout, on a hostile one and on a very large one.
import assert from 'node:assert';
import * as vscode from 'vscode';
import { builtInForms } from '../../../server/src/forms';
import { seeded } from '../../harness/random';
import { consistentFigures } from '../../harness/randomReport';
import { LAYOUTS } from '../../harness/grid';
import { renderReport } from '../../harness/renderReport';
import { axeViolations, focusPanel, inPanel, panelTexts, waitForPanel } from './panel';
import { closeAllEditors, dom, domIsVisible, waitFor } from './workbench';

const form = builtInForms().find(({ id }) => id === 'report-2021')!;
const LANGUAGE: Readonly<Record<string, string>> = { html: 'html', pipes: 'markdown' };

async function open(content: string, language = 'plaintext'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

const inPage = <T>(text: string): Promise<T> => dom<T>({ op: 'evaluate', ...inPanel, text });

describe('the summary panel', () => {
  before(async function () {
    if (!domIsVisible) { this.skip(); }
    await open('');
    await focusPanel();
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await closeAllEditors();
  });

  for (const layout of LAYOUTS) {
    it(`changes one cell and nothing else in ${layout}`, async () => {
      const random = seeded(23);
      const figures = new Map(form.tables.map((table) => [table.id, consistentFigures(table, random).map(String)]));
      const reviews = figures.get('reviews')!;
      const right = reviews[0];
      reviews[0] = '31415';
      const document = await open(renderReport(form.tables, figures, 2023, layout), LANGUAGE[layout]);
      const before = document.getText();
      await waitForPanel('[role=tab][aria-selected=true]', '四、');
      await waitForPanel('[role=gridcell][data-state=suspect]', '31415');
      await dom({ op: 'screenshot', name: `panel-${layout}` });
      await dom({ op: 'click', ...inPanel, selector: '[role=gridcell][data-state=suspect]', text: '31415' });
      await waitFor('the figure in the text', () => document.getText(vscode.window.activeTextEditor!.selection) === '31415');
      await dom({ op: 'press', key: 'F2' });
      await waitForPanel('[role=gridcell] input');
      await dom({ op: 'press', key: 'Control+a' });
      await dom({ op: 'type', text: right });
      await dom({ op: 'press', key: 'Enter' });
      await waitFor('the edit', () => document.getText() !== before);
      await waitForPanel('.verdict h1', 'All 44 equations hold');
      assert.strictEqual(document.getText(), before.replace('31415', right));
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      assert.strictEqual(document.getText(), before);
    });
  }

  it('shows a hostile table as text', async () => {
    const long = '长'.repeat(10_000);
    const hostile = [
      '<script>window.intruder = 1</script>', '<img src=x onerror="window.intruder = 1">', '\u202e321\u202c',
      '${intruder} {{intruder}} <%= intruder %>', '\u2066a\u2069',
    ];
    const inMarkdown = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    await open([
      '| 项目 | 一 | 二 |', '|---|---|---|', ...hostile.map((text, i) => `| 行${i} | ${inMarkdown(text)} | ${i} |`), `| 长 | ${long} | 1 |`, '',
    ].join('\n'), 'markdown');
    await waitForPanel('[role=gridcell]', '<script>window.intruder = 1</script>');
    const cells = await panelTexts('[role=gridcell] bdi');
    for (const text of [
      '<img src=x onerror="window.intruder = 1">', '⟨U+202E⟩321⟨U+202C⟩', '${intruder} {{intruder}} <%= intruder %>', '⟨U+2066⟩a⟨U+2069⟩',
    ]) {
      assert.ok(cells.includes(text), text);
    }
    assert.ok(cells.every((text) => text.length <= 200), 'what is very long is cut');
    assert.deepStrictEqual(
      await inPage('[!!window.intruder, document.querySelectorAll("gouji-grid img, gouji-grid script").length]'), [false, 0],
    );
    assert.deepStrictEqual(await axeViolations(), []);
  });

  it('draws only the rows in sight of a table of 10,000 cells', async function () {
    this.timeout(90_000);
    const rows = Array.from(
      { length: 1000 }, (_, row) => `| 行${row} | ${Array.from({ length: 10 }, (__, column) => row * 10 + column).join(' | ')} |`,
    );
    await open(['| 项目 | 甲 | 乙 | 丙 | 丁 | 戊 | 己 | 庚 | 辛 | 壬 | 癸 |', `|${'---|'.repeat(11)}`, ...rows, ''].join('\n'), 'markdown');
    await dom({ op: 'waitFor', ...inPanel, selector: '[role=gridcell]', text: '15', timeout: 60_000 });
    assert.strictEqual(await inPage('Number(document.querySelector("[role=grid]").ariaRowCount)'), 1001);
    assert.ok(await inPage<number>('document.querySelectorAll("[role=gridcell]").length') < 1000);
    await dom({ op: 'click', ...inPanel, selector: '[role=gridcell]', text: '15' });
    await dom({ op: 'press', key: 'Control+End' });
    await waitForPanel('[role=gridcell][aria-selected=true]', '9999');
    assert.ok(await inPage<number>('document.querySelectorAll("[role=gridcell]").length') < 1000);
    const between = await inPage<number>(`new Promise((resolve) => {
      const grid = document.querySelector('[role=grid]');
      const frames = [];
      const next = (now) => { frames.push(now); grid.scrollTop = frames.length * 180; if (frames.length < 60) { requestAnimationFrame(next); } else { resolve((now - frames[0]) / 59); } };
      requestAnimationFrame(next);
    })`);
    console.log(`      a frame every ${between.toFixed(0)} ms while scrolling by eight rows a frame`);
    await waitForPanel('[role=gridcell]', '4950');
  });
});
