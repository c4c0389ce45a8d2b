// Seeing and moving over the wire: what the server offers to which client, and that it answers from the current text.
import { describe, expect, it } from 'vitest';
import type { ClientCapabilities, DocumentSymbol, Hover, InlayHint, Location, LocationLink, MarkupContent } from 'vscode-languageserver';
import { SELECTION_SUM_REQUEST, type SelectionSum } from '../../server/src/protocol/selection';
import { PULLS, sample, TestClient } from './client';

const URI = 'file:///report.txt';
const TOTAL = { line: 489, character: 0 };
const READS: ClientCapabilities = {
  ...PULLS,
  textDocument: {
    ...PULLS.textDocument, hover: { contentFormat: ['markdown', 'plaintext'] }, documentHighlight: {}, definition: { linkSupport: true },
    references: {},
    callHierarchy: {}, selectionRange: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, foldingRange: {}, inlayHint: {},
  },
};
const PROVIDERS = ['hoverProvider', 'documentHighlightProvider', 'definitionProvider', 'referencesProvider', 'callHierarchyProvider',
  'selectionRangeProvider', 'documentSymbolProvider', 'foldingRangeProvider', 'inlayHintProvider'] as const;

async function opened(capabilities: ClientCapabilities = READS): Promise<TestClient> {
  const client = await TestClient.start(capabilities, { language: 'zh-cn' });
  await client.open(URI, sample('lucheng-2021.txt'));
  return client;
}

const ask = <T>(client: TestClient, method: string, params: object = { position: TOTAL }): Promise<T> =>
  client.connection.sendRequest(method, { textDocument: { uri: URI }, ...params });

const whole = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
const hints = (client: TestClient): Promise<InlayHint[]> => ask<InlayHint[]>(client, 'textDocument/inlayHint', { range: whole });

describe('what is offered', () => {
  it('is what the client can use', async () => {
    const { capabilities } = (await opened()).initialized;
    expect(PROVIDERS.filter((name) => capabilities[name] !== true)).toEqual([]);
  });

  it('is nothing to a client that can do nothing', async () => {
    const { capabilities } = (await opened({})).initialized;
    expect(PROVIDERS.filter((name) => capabilities[name] !== undefined)).toEqual([]);
  });
});

describe('answers over the wire', () => {
  it('follow the text as it changes', async () => {
    const client = await opened();
    const told = async (): Promise<string> => ((await ask<Hover>(client, 'textDocument/hover')).contents as MarkupContent).value;
    expect(await told()).toContain('不成立，相差3');
    await client.change(URI, { start: TOTAL, end: { ...TOTAL, character: 1 } }, '3');
    expect(await told()).toContain('✓ “自然人”列：办理结果总计 3 \\= 第（一）至（六）项之和 3（1 \\+ 2） — 成立');
  });

  it('are Markdown only for a client that shows it', async () => {
    const hover = await ask<Hover>(await opened({ ...READS, textDocument: { ...READS.textDocument, hover: {} } }), 'textDocument/hover');
    expect(hover.contents).toMatchObject({ kind: 'plaintext', value: expect.stringMatching(/^三、本年度办理结果 › （七）总计 › 自然人\n/) });
  });

  it('are links only for a client that knows them', async () => {
    const links = await ask<LocationLink[]>(await opened(), 'textDocument/definition');
    expect(links).toMatchObject([{ targetUri: URI, targetRange: { start: { line: 501 } } }]);
    const plain = await ask<Location[]>(
      await opened({ ...READS, textDocument: { ...READS.textDocument, definition: {} } }), 'textDocument/definition',
    );
    expect(plain).toMatchObject([{ uri: URI, range: { start: { line: 501 } } }]);
  });

  it('are nothing beyond the end of the text', async () => {
    const client = await opened();
    const position = { line: 99_999, character: 5 };
    expect(await ask(client, 'textDocument/hover', { position })).toBeNull();
    expect(await ask(client, 'textDocument/documentHighlight', { position })).toBeNull();
    expect(await ask<DocumentSymbol[]>(client, 'textDocument/documentSymbol', {})).toHaveLength(6);
  });

  it('sum up a selection', async () => {
    const sum = await (await opened()).connection.sendRequest<SelectionSum>(SELECTION_SUM_REQUEST, {
      uri: URI, ranges: [{ start: { line: 487, character: 0 }, end: { line: 502, character: 0 } }],
    });
    expect(sum).toEqual({ count: 7, sum: '0', average: '0', isRounded: false, unit: '' });
  });
});

describe('hints', () => {
  it('are verdicts at totals, unless the user wants more or less', async () => {
    const client = await opened();
    const labels = async (): Promise<string[]> => (await hints(client)).filter(({ position }) => position.line === TOTAL.line)
      .map(({ label }) => String(label));
    expect(await labels()).toEqual(['≠ 3']);
    client.settings = { cells: true };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect((await labels()).sort()).toEqual(['≠ 3', '（七）总计 · 自然人:'].sort());
    client.settings = { totals: false, cells: 'yes' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(await labels()).toEqual([]);
  });

  it('follow what a client sends that cannot be asked', async () => {
    const client = await opened({ ...READS, workspace: {} });
    await client.connection.sendNotification(
      'workspace/didChangeConfiguration', { settings: { gouji: { inlayHints: { totals: false } } } },
    );
    expect(await hints(client)).toEqual([]);
  });
});
