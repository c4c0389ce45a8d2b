// Seeing and moving in a report, as its reader gets it: hover, highlights, ways between parts and totals, outline, folding, hints,
// colours.
import assert from 'node:assert';
import * as vscode from 'vscode';
import { ALL, at, inChinese, NATURAL, openReport, REPORT, shot } from './report';
import { closeAllEditors, dom, domIsVisible, sampleUri, waitFor } from './workbench';

/** Rows that （七）总计 adds up. */
const OUTCOMES = 2 + 8 + 3 + 5 + 3;
const lineOf = ({ start }: vscode.Range): number => start.line;

/** Providers are asked again until the server has answered. */
async function ask<T>(what: string, command: string, ...args: unknown[]): Promise<T[]> {
  return waitFor(what, async () => {
    try {
      const found = await vscode.commands.executeCommand<T[] | undefined>(command, ...args);
      return found !== undefined && found.length > 0 && found;
    } catch (error) {
      if (String(error).includes('Canceled')) { return false; }
      throw error;
    }
  });
}

const hints = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('gouji.inlayHints', sampleUri(REPORT));

/** Without the escapes of Markdown. */
function toldBy(hovers: readonly vscode.Hover[]): string {
  return hovers.flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value)).join('\n').replaceAll('\\', '');
}

function namesOf(symbols: readonly vscode.DocumentSymbol[]): string[] {
  return symbols.flatMap((symbol) => [symbol.name, ...namesOf(symbol.children)]);
}

describe('seeing in a report', () => {
  afterEach(async () => {
    await hints().update('cells', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAllEditors();
  });

  it('tells at a total what it adds up', async () => {
    const editor = await openReport();
    const hovers = await ask<vscode.Hover>('the hover', 'vscode.executeHoverProvider', editor.document.uri, at(NATURAL));
    const told = toldBy(hovers);
    assert.match(told, /\*\*三、本年度办理结果 › （七）总计 › 自然人\*\*/);
    assert.match(told, inChinese
      ? /≠ “自然人”列：办理结果总计 0 ≠ 第（一）至（六）项之和 3（1 \+ 2） — 不成立，相差3/
      : /≠ “自然人”: total of outcomes 0 ≠ sum of \(1\) to \(6\) 3 \(1 \+ 2\) — does not hold, off by 3/);
  });

  it('shows it on screen', async function () {
    if (!domIsVisible) { this.skip(); }
    const editor = await openReport();
    editor.selection = new vscode.Selection(at(NATURAL), at(NATURAL));
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
    await waitFor('the hover', async () => {
      await vscode.commands.executeCommand('editor.action.showHover');
      return await dom<number>({ op: 'count', selector: '.monaco-hover-content', text: '（七）总计 › 自然人' }) > 0;
    });
    await shot('hover-total');
  });

  it('explains an official label', async function () {
    const editor = await openReport();
    const line = editor.document.getText().split('\n').findIndex((text) => /四类过程性信息/.test(text));
    const hovers = await ask<vscode.Hover>('the hover', 'vscode.executeHoverProvider', editor.document.uri, at(line, 3));
    assert.match(toldBy(hovers), inChinese ? /第十六条第二款/ : /article 16, paragraph 2/);
    if (!domIsVisible) { this.skip(); }
    editor.selection = new vscode.Selection(at(line, 3), at(line, 3));
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
    await waitFor('the hover', async () => {
      await vscode.commands.executeCommand('editor.action.showHover');
      return await dom<number>({ op: 'count', selector: '.monaco-hover-content', text: inChinese ? '第十六条' : 'article 16' }) > 0;
    });
    await shot('hover-label');
  });

  it('marks what belongs to a total', async () => {
    const editor = await openReport();
    const marked = await ask<vscode.DocumentHighlight>(
      'the highlights', 'vscode.executeDocumentHighlights', editor.document.uri, at(NATURAL),
    );
    assert.strictEqual(marked.length, 1 + OUTCOMES);
    assert.deepStrictEqual(
      marked.filter(({ kind }) => kind === vscode.DocumentHighlightKind.Write).map(({ range }) => lineOf(range)), [NATURAL],
    );
  });

  it('leads from a part to its totals and back', async () => {
    const { document } = await openReport();
    const { uri } = document;
    const parts = await ask<vscode.Location>('the parts', 'vscode.executeReferenceProvider', uri, at(NATURAL));
    assert.deepStrictEqual(parts.map(({ range }) => document.getText(range)).filter((text) => text !== '0').sort(), ['1', '2']);
    const totals = await ask<vscode.LocationLink>('the totals', 'vscode.executeDefinitionProvider', uri, parts[0].range.start);
    assert.ok(totals.some((link) => lineOf(link.targetRange) === NATURAL));
    const [item] = await ask<vscode.CallHierarchyItem>('the roll-up', 'vscode.prepareCallHierarchy', uri, at(NATURAL));
    assert.strictEqual(item.name, '（七）总计 · 自然人');
    const up = await ask<vscode.CallHierarchyIncomingCall>('the totals above', 'vscode.provideIncomingCalls', item);
    assert.deepStrictEqual(up.map(({ from }) => lineOf(from.range)), [ALL]);
    const down = await ask<vscode.CallHierarchyOutgoingCall>('the parts below', 'vscode.provideOutgoingCalls', item);
    assert.strictEqual(down.length, OUTCOMES);
  });

  it('grows a selection from cell to row to table', async () => {
    const { document } = await openReport();
    const [innermost] = await ask<vscode.SelectionRange>('the ranges', 'vscode.executeSelectionRangeProvider', document.uri, [at(NATURAL)]);
    const texts: string[] = [];
    for (let one: vscode.SelectionRange | undefined = innermost; one; one = one.parent) { texts.push(document.getText(one.range)); }
    assert.strictEqual(texts[0], '0');
    assert.ok(texts.some((text) => text.startsWith('(七)总计') && !text.includes('四、')), texts.map((text) => text.slice(0, 12)).join(' | '));
    assert.strictEqual(texts.at(-1), document.getText());
  });

  it('has an outline of sections, tables and rows', async function () {
    const editor = await openReport();
    const { uri } = editor.document;
    const symbols = await ask<vscode.DocumentSymbol>('the outline', 'vscode.executeDocumentSymbolProvider', uri);
    assert.deepStrictEqual(symbols.map(({ name }) => name.slice(0, 2)), ['一、', '二、', '三、', '四、', '五、', '六、']);
    assert.ok(namesOf(symbols).includes('（三）不予公开'));
    assert.deepStrictEqual(symbols[0].children.map(({ name }) => name.slice(0, 3)), ['(一)', '(二)', '(三)', '(四)', '(五)']);
    if (!domIsVisible) { this.skip(); }
    await vscode.commands.executeCommand('workbench.view.explorer');
    await vscode.commands.executeCommand('outline.focus');
    await dom({ op: 'waitFor', selector: '.outline-tree .monaco-list-row', text: '总体情况' });
    await shot('outline');
    editor.selection = new vscode.Selection(at(0), at(0));
    await vscode.commands.executeCommand('workbench.action.gotoSymbol');
    await dom({ op: 'waitFor', selector: '.quick-input-list .monaco-list-row', text: inChinese ? '表格 · 主动公开' : 'Table · 主动公开' });
    await shot('symbols');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });

  it('has an outline in Markdown too', async function () {
    const { document: { uri } } = await openReport('zhengzhou-2021.md');
    const symbols = await ask<vscode.DocumentSymbol>('the outline', 'vscode.executeDocumentSymbolProvider', uri);
    assert.ok(namesOf(symbols).includes('（三）不予公开'));
    if (!domIsVisible) { this.skip(); }
    await vscode.commands.executeCommand('workbench.view.explorer');
    await vscode.commands.executeCommand('outline.focus');
    await dom({ op: 'waitFor', selector: '.outline-tree .monaco-list-row', text: '总体情况' });
  });

  it('folds sections, tables and row groups', async () => {
    const { document } = await openReport();
    const ranges = await ask<vscode.FoldingRange>('the folds', 'vscode.executeFoldingRangeProvider', document.uri);
    const named = ranges.map(({ start }) => document.lineAt(start).text.trim());
    for (const start of ['一、总体情况', '二、主动公开政府信息情况', '(三)不予公开']) {
      assert.ok(named.some((text) => text.replace('（三）', '(三)').startsWith(start)), start);
    }
  });

  it('shows verdicts at totals, and names at bare figures where that is wanted', async function () {
    const { document } = await openReport();
    const whole = new vscode.Range(at(0), at(document.lineCount));
    const labels = async (): Promise<string[]> => (await ask<vscode.InlayHint>(
      'the hints', 'vscode.executeInlayHintProvider', document.uri, whole,
    ))
      .map(({ label, position }) => `${position.line}${String(label)}`);
    assert.ok((await labels()).includes(`${NATURAL}≠ 3`));
    await hints().update('cells', true, vscode.ConfigurationTarget.Workspace);
    await waitFor('the names', async () => (await labels()).includes(`${NATURAL}（七）总计 · 自然人:`));
    if (!domIsVisible) { this.skip(); }
    vscode.window.activeTextEditor!.revealRange(new vscode.Range(at(NATURAL), at(NATURAL)), vscode.TextEditorRevealType.InCenter);
    await dom({ op: 'waitFor', selector: '.monaco-editor .view-line', text: '自然人:' });
    await shot('hints');
  });

  it('colours headings and leaves prose as it is', async function () {
    if (!domIsVisible) { this.skip(); }
    for (const name of [REPORT, 'zhengzhou-2021.md']) {
      const editor = await openReport(name);
      editor.revealRange(new vscode.Range(at(0), at(0)));
      await dom({ op: 'waitFor', selector: '.monaco-editor .view-line span[class^="mtk"]:not(.mtk1)', text: '总体情况' });
      await dom({ op: 'waitFor', selector: '.monaco-editor .view-line span.mtk1', text: '年' });
    }
    await shot('colours');
  });
});
