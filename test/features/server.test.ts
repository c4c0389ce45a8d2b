/** The language server over a real connection: what it answers, when it gives up, and what it keeps to itself. */
import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver/node';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { FIX_ALL_KIND } from '../../server/src/protocol/names';
import { LISTENS, PULLS, sample, TestClient, TestRuntime } from './client';

const URI = 'file:///report.txt';
/** Two totals of the outcomes are 0 where 3 is due. */
const LUCHENG = sample('lucheng-2021.txt');
/** Clean but for a unit written into a cell, which is repaired safely. */
const BAOSHAN = sample('baoshan-2023.txt');

const ofRule = (diagnostics: Diagnostic[], rule: string): Diagnostic[] => diagnostics.filter(({ code }) => code === rule);
const lines = (diagnostics: Diagnostic[]): number[] => diagnostics.map(({ range }) => range.start.line + 1);
const titles = (actions: CodeAction[]): string[] => actions.map(({ title }) => title);
const top: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

async function opened(text: string, client?: TestClient): Promise<TestClient> {
  const own = client ?? await TestClient.start();
  await own.open(URI, text);
  return own;
}

describe('diagnostics on request', () => {
  it('name the wrong totals of a real report, with everything a client shows', async () => {
    const client = await opened(LUCHENG);
    const [first, second] = ofRule(await client.diagnostics(URI), 'outcome-sum');
    expect([first.range.start.line + 1, second.range.start.line + 1]).toEqual([490, 502]);
    expect(first).toMatchObject({
      severity: 1, source: 'gouji', codeDescription: { href: 'file:///gouji/docs/rules/outcome-sum.md' }, data: { version: 1 },
    });
    expect(first.message).toMatch(/应为3/);
    expect(first.relatedInformation!.length).toBeGreaterThan(0);
    expect(new Set(first.relatedInformation!.map(({ location }) => location.uri))).toEqual(new Set([URI]));
  });

  it('are not sent as well', async () => {
    const client = await opened(LUCHENG);
    await client.diagnostics(URI);
    expect(client.runtime.elapse()).toBe(0);
    await client.diagnostics(URI);
    expect(client.published).toEqual([]);
    expect(client.initialized.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true, workspaceDiagnostics: false });
  });

  it('are unchanged while the document is, and new once it changes', async () => {
    const client = await opened(LUCHENG);
    const { resultId } = await client.pull(URI);
    expect(await client.pull(URI, resultId)).toEqual({ kind: 'unchanged', resultId });
    await client.change(URI, top, '年度报告\n');
    const after = await client.pull(URI, resultId);
    expect(after).toMatchObject({ kind: 'full' });
    expect(after.resultId).not.toBe(resultId);
  });

  it('are never unchanged over a document that was closed and opened with another text', async () => {
    const client = await opened(LUCHENG);
    const { resultId } = await client.pull(URI);
    await client.close(URI);
    await client.open(URI, BAOSHAN);
    expect(await client.pull(URI, resultId)).toMatchObject({ kind: 'full' });
  });

  it('follow incremental changes', async () => {
    const client = await opened(LUCHENG);
    const totals = ofRule(await client.diagnostics(URI), 'outcome-sum');
    for (const { range } of totals) { await client.change(URI, range, '3'); }
    expect(ofRule(await client.diagnostics(URI), 'outcome-sum')).toEqual([]);
    await client.change(URI, totals[0].range, '4');
    expect(lines(await client.diagnostics(URI))).toContain(490);
    await client.change(URI, totals[0].range, '3');
    await client.change(URI, top, '年度报告\n');
    const moved = await client.diagnostics(URI);
    const before = await (await opened(client.textOf(URI))).diagnostics(URI);
    expect(moved.map(({ range, code, message }) => ({ range, code, message }))).toEqual(before.map(({ range, code, message }) => ({ range, code, message })));
  });

  it('are in the language of the client', async () => {
    const client = await opened(LUCHENG, await TestClient.start(PULLS, { language: 'en' }));
    expect(ofRule(await client.diagnostics(URI), 'outcome-sum')[0].message).not.toMatch(/应为/);
  });

  it('leave a text without a report alone', async () => {
    const client = await opened('notes\n\nmilk, eggs, 3 apples\n1. one\n2. two\n');
    expect(await client.diagnostics(URI)).toEqual([]);
    expect(client.summaries).toMatchObject([{ tables: 0, equations: { declared: 0 } }]);
  });

  it.each(['untitled:Untitled-1', 'vscode-vfs://github/a/b/report.md'])('are given for %s', async (uri) => {
    const client = await TestClient.start();
    await client.open(uri, LUCHENG, 'markdown');
    expect(ofRule(await client.diagnostics(uri), 'outcome-sum')).toHaveLength(2);
  });
});

describe('diagnostics for clients that do not ask', () => {
  it('are sent once the document has been left alone, for its version', async () => {
    const client = await opened(LUCHENG, await TestClient.start(LISTENS));
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    await client.change(URI, top, '\n');
    await client.heardOut();
    expect(client.published).toEqual([]);
    expect(client.runtime.elapse()).toBe(1);
    await client.until(() => client.published.length > 0);
    expect(client.published).toHaveLength(1);
    expect(client.published[0]).toMatchObject({ uri: URI, version: 2 });
    expect(lines(ofRule(client.published[0].diagnostics, 'outcome-sum'))).toEqual([491, 503]);
  });

  it('are cleared when it is closed, and what was due is called off', async () => {
    const client = await opened(LUCHENG, await TestClient.start(LISTENS));
    await client.close(URI);
    await client.until(() => client.published.length > 0);
    expect(client.published).toEqual([{ uri: URI, diagnostics: [] }]);
    expect(client.runtime.elapse()).toBe(0);
  });
});

describe('giving up', () => {
  const slow = async (): Promise<TestClient> => {
    const runtime = new TestRuntime();
    runtime.pace = 1000;
    runtime.holds = true;
    return opened(LUCHENG, await TestClient.start(PULLS, {}, runtime));
  };

  it('a run for an older version says that it was given up, never that there is nothing', async () => {
    const client = await slow();
    const outdated = client.pull(URI).then(() => 'answered', (error) => error);
    await client.runtime.untilHeld();
    await client.change(URI, top, '\n');
    await client.heardOut();
    client.runtime.release();
    const current = client.diagnostics(URI);
    expect(await outdated).toMatchObject({ code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } });
    expect(lines(ofRule(await current, 'outcome-sum'))).toEqual([491, 503]);
  });

  it('a request that was cancelled says so', async () => {
    const client = await slow();
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } }, source.token).then(() => 'answered', (error) => error);
    await client.runtime.untilHeld();
    source.cancel();
    await client.heardOut();
    client.runtime.release();
    const next = client.diagnostics(URI);
    expect(await answer).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(ofRule(await next, 'outcome-sum')).toHaveLength(2);
  });

  it('a closed document has no answer', async () => {
    const client = await opened(LUCHENG);
    await client.close(URI);
    await expect(client.pull(URI)).rejects.toMatchObject({ code: LSPErrorCodes.ServerCancelled });
  });
});

describe('code actions', () => {
  it('repair what a diagnostic says', async () => {
    const client = await opened(LUCHENG);
    const [wrong] = ofRule(await client.diagnostics(URI), 'outcome-sum');
    const [repair] = await client.codeActions(URI, [wrong]);
    expect(repair).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'outcome-sum' }] });
    expect(repair.edit!.documentChanges).toMatchObject([{ textDocument: { uri: URI, version: 1 } }]);
    await client.apply(URI, repair);
    expect(client.textOf(URI).split('\n')[489]).toBe('3');
    expect(lines(ofRule(await client.diagnostics(URI), 'outcome-sum'))).not.toContain(490);
  });

  it('are none for a diagnostic of an older version, or of another tool', async () => {
    const client = await opened(LUCHENG);
    const [wrong] = ofRule(await client.diagnostics(URI), 'outcome-sum');
    expect(await client.codeActions(URI, [{ ...wrong, source: 'other' }])).toEqual([]);
    expect(await client.codeActions(URI, [{ ...wrong, data: undefined }])).toEqual([]);
    await client.change(URI, top, '\n');
    expect(await client.codeActions(URI, [wrong])).toEqual([]);
  });

  it('turn a rule off through the client', async () => {
    const client = await opened(LUCHENG);
    const wrong = ofRule(await client.diagnostics(URI), 'outcome-sum');
    const off = (await client.codeActions(URI, wrong)).filter(({ command }) => command);
    expect(off).toHaveLength(1);
    expect(off[0]).toMatchObject({ title: '关闭规则“outcome-sum”', command: { command: 'gouji.turnOffRule', arguments: ['outcome-sum', URI] } });
    const plain = await opened(LUCHENG, await TestClient.start(PULLS, {}));
    expect((await plain.codeActions(URI, ofRule(await plain.diagnostics(URI), 'outcome-sum'))).filter(({ command }) => command)).toEqual([]);
  });

  it('fix all that is safe, and change no figure', async () => {
    const client = await opened(BAOSHAN);
    const [fixAll, ...more] = await client.codeActions(URI, [], [FIX_ALL_KIND]);
    expect(more).toEqual([]);
    expect(fixAll).toMatchObject({ kind: FIX_ALL_KIND, title: '修复本文件中所有可安全修复的问题' });
    await client.apply(URI, fixAll);
    expect(client.textOf(URI)).toBe(BAOSHAN.replace('[bookmark: _GoBack]1.47万元', '1.47'));
    expect(ofRule(await client.diagnostics(URI), 'unit-in-cell')).toEqual([]);
    expect(await client.codeActions(URI, [], [FIX_ALL_KIND])).toEqual([]);
  });

  it('never touch a wrong total by fixing all', async () => {
    const client = await opened(LUCHENG);
    for (const action of await client.codeActions(URI, [], [FIX_ALL_KIND])) { await client.apply(URI, action); }
    expect(lines(ofRule(await client.diagnostics(URI), 'outcome-sum'))).toEqual([490, 502]);
  });

  it('come by the kind that was asked for', async () => {
    const client = await opened(BAOSHAN);
    const diagnostics = await client.diagnostics(URI);
    const kinds = async (only?: string[]): Promise<Set<string | undefined>> => new Set((await client.codeActions(URI, diagnostics, only)).map(({ kind }) => kind));
    expect(await kinds()).toEqual(new Set(['quickfix']));
    expect(await kinds(['quickfix'])).toEqual(new Set(['quickfix']));
    expect(await kinds(['source.fixAll'])).toEqual(new Set([FIX_ALL_KIND]));
    expect(await kinds(['source.fixAll.other'])).toEqual(new Set());
    expect(await kinds(['refactor'])).toEqual(new Set());
    expect(titles(await client.codeActions(URI, [], ['quickfix']))).toEqual([]);
  });
});

describe('settings', () => {
  const changed = (client: TestClient, settings: unknown): Promise<void> => {
    client.settings = settings;
    return client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { gouji: settings } });
  };

  it('are followed live', async () => {
    const client = await opened(LUCHENG);
    const { resultId } = await client.pull(URI);
    await changed(client, { rules: { 'outcome-sum': 'off' } });
    await client.until(() => client.refreshes > 0);
    expect(await client.pull(URI, resultId)).toMatchObject({ kind: 'full' });
    expect(ofRule(await client.diagnostics(URI), 'outcome-sum')).toEqual([]);
    await changed(client, { rules: { 'outcome-sum': 'hint' } });
    expect(ofRule(await client.diagnostics(URI), 'outcome-sum').map(({ severity }) => severity)).toEqual([4, 4]);
  });

  it('are followed by clients that only listen', async () => {
    const client = await opened(LUCHENG, await TestClient.start(LISTENS));
    await changed(client, { rules: { 'outcome-sum': 'off' } });
    await client.heardOut();
    client.runtime.elapse();
    await client.until(() => client.published.length > 0);
    expect(ofRule(client.published[0].diagnostics, 'outcome-sum')).toEqual([]);
    expect(client.published[0].diagnostics.length).toBeGreaterThan(0);
  });

  it.each([
    [{ rules: { 'outcome-sum': 'loud' } }, 'gouji.rules.outcome-sum: "loud" is no level'],
    [{ rules: ['outcome-sum'] }, 'gouji.rules: not an object'],
  ])('that make no sense are ignored and said once: %j', async (settings, complaint) => {
    const client = await TestClient.start();
    client.settings = settings;
    await opened(LUCHENG, client);
    expect(ofRule(await client.diagnostics(URI), 'outcome-sum')).toHaveLength(2);
    await changed(client, settings);
    await client.diagnostics(URI);
    expect(client.logged.filter((text) => text === complaint)).toHaveLength(1);
  });
});

describe('summaries', () => {
  it('say of each checked version what holds', async () => {
    const client = await opened(LUCHENG);
    const diagnostics = await client.diagnostics(URI);
    await client.codeActions(URI, diagnostics);
    expect(client.summaries).toHaveLength(1);
    const [{ uri, version, form, equations, findings }] = client.summaries;
    expect({ uri, version }).toEqual({ uri: URI, version: 1 });
    expect(form).toMatch(/2021/);
    expect(equations.broken).toBe(4);
    expect(equations.held + equations.broken + equations.notEvaluated).toBe(equations.declared);
    expect(findings.error + findings.warning + findings.information + findings.hint).toBe(diagnostics.length);
  });

  it('are sent to those who want them', async () => {
    const client = await opened(LUCHENG, await TestClient.start(PULLS, {}));
    await client.diagnostics(URI);
    expect(client.summaries).toEqual([]);
  });
});
