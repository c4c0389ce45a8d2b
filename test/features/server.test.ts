/** The language server over a real connection: what it says of documents, when it gives up, and what it keeps to itself. */
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { LISTENS, PULLS, TestClient, TestRuntime } from './client';
import { BAOSHAN, lines, LUCHENG, ofRule, opened, top, URI } from './openReport';

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
    expect(moved.map(({ range, code, message }) => ({ range, code, message }))).toEqual(
      before.map(({ range, code, message }) => ({ range, code, message })),
    );
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
    const answer = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } }, source.token).then(
      () => 'answered', (error) => error,
    );
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
