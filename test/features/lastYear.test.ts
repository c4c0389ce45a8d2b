// Last year's report beside open documents: files of the folder, other documents as they stand, and what changes when they do.
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { reportBefore, wronglyCarried } from '../harness/lastYear';
import { LISTENS, PULLS, sample, TestClient } from './client';

const ZHENGZHOU = sample('zhengzhou-2021.md');
const WRONGLY_CARRIED = wronglyCarried(ZHENGZHOU);
const URI = 'file:///w/%E6%8A%A5%E5%91%8A/2021.md';
const BEFORE = 'file:///w/%E6%8A%A5%E5%91%8A/2020.md';
const WATCHES = { ...PULLS, workspace: { ...PULLS.workspace, didChangeWatchedFiles: { dynamicRegistration: true } } };

const about = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => String(code))
  .filter((code) => ['carry-over', 'request-balance'].includes(code));

/** The character at which a figure of a line starts, so that it can be changed. */
function figureAt(text: string, line: number, figure: string) {
  const start = text.split('\n')[line].indexOf(figure);
  return { start: { line, character: start }, end: { line, character: start + figure.length } };
}

async function start(capabilities = PULLS): Promise<TestClient> {
  const client = await TestClient.start(capabilities);
  client.connection.onRequest('client/registerCapability', () => null);
  return client;
}

describe('a file beside the document', () => {
  it('is compared with; its cells are named in it, and the repair is made', async () => {
    const client = await start();
    client.runtime.files.set(BEFORE, reportBefore(ZHENGZHOU));
    await client.open(URI, WRONGLY_CARRIED, 'markdown');
    const diagnostics = await client.diagnostics(URI);
    expect(about(diagnostics)).toEqual(['carry-over']);
    const finding = diagnostics.find(({ code }) => code === 'carry-over')!;
    expect(finding.range.start.line).toBe(53);
    const elsewhere = finding.relatedInformation!.filter(({ location }) => location.uri === BEFORE);
    expect(elsewhere.map(({ location }) => location.range.start.line)).toEqual([76, 76]);
    const action = (await client.codeActions(URI, [finding])).find(({ isPreferred }) => isPreferred)!;
    expect(action.title).toBe('按上年报告改正：自然人 → 5，总计 → 5');
    await client.apply(URI, action);
    expect(client.textOf(URI)).toBe(ZHENGZHOU);
    expect(about(await client.diagnostics(URI))).toEqual([]);
  });

  it('counts as it stands in the editor once it is open, whatever way its URI is written', async () => {
    const client = await start();
    client.runtime.files.set(BEFORE, reportBefore(ZHENGZHOU));
    await client.open(URI, WRONGLY_CARRIED, 'markdown');
    expect(about(await client.diagnostics(URI))).toEqual(['carry-over']);
    await client.open(decodeURIComponent(BEFORE), reportBefore(ZHENGZHOU, 6), 'markdown');
    expect(about(await client.diagnostics(URI))).toEqual(['request-balance']);
    await client.close(decodeURIComponent(BEFORE));
    expect(about(await client.diagnostics(URI))).toEqual(['carry-over']);
  });

  it('that changes on disk has the document checked again', async () => {
    const client = await start(WATCHES);
    await client.open(URI, WRONGLY_CARRIED, 'markdown');
    expect(about(await client.diagnostics(URI))).toEqual(['request-balance']);
    client.runtime.files.set(BEFORE, reportBefore(ZHENGZHOU));
    expect(about(await client.diagnostics(URI))).toEqual(['request-balance']);
    const before = client.refreshes;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: BEFORE, type: 1 }] });
    await client.until(() => client.refreshes > before);
    expect(about(await client.diagnostics(URI))).toEqual(['carry-over']);
  });

  it('elsewhere is not looked for, nor in a workspace that is not of this machine', async () => {
    const client = await start();
    client.runtime.files.set('file:///w/2020.md', reportBefore(ZHENGZHOU));
    client.runtime.files.set('vscode-vfs://github/w/2020.md', reportBefore(ZHENGZHOU));
    for (const uri of [URI, 'vscode-vfs://github/w/2021.md', 'untitled:2021.md']) {
      await client.open(uri, WRONGLY_CARRIED, 'markdown');
      expect(about(await client.diagnostics(uri))).toEqual(['request-balance']);
    }
  });

  it('in a folder that cannot be read keeps nothing from being checked', async () => {
    const client = await start();
    client.runtime.readFolder = () => Promise.reject(new Error('no such disk'));
    await client.open(URI, WRONGLY_CARRIED, 'markdown');
    expect(about(await client.diagnostics(URI))).toEqual(['request-balance']);
    expect(client.logged.join()).toContain('no such disk');
  });
});

describe('another open document', () => {
  const UNSAVED = 'untitled:2020.md';

  it('is compared with as it stands; an edit there changes what is found here', async () => {
    const client = await start();
    await client.open(URI, WRONGLY_CARRIED, 'markdown');
    const first = await client.pull(URI);
    await client.open(UNSAVED, reportBefore(ZHENGZHOU, 6), 'markdown');
    expect(about(await client.diagnostics(URI))).toEqual(['request-balance']);
    const unchanged = await client.pull(URI);
    expect(unchanged.resultId).not.toBe(first.resultId);
    expect((await client.pull(URI, unchanged.resultId)).kind).toBe('unchanged');
    const before = client.refreshes;
    for (const figure of ['91', '91']) { await client.change(UNSAVED, figureAt(client.textOf(UNSAVED), 52, figure), '90'); }
    await client.change(UNSAVED, figureAt(client.textOf(UNSAVED), 76, '| 6'), '| 5');
    await client.change(UNSAVED, figureAt(client.textOf(UNSAVED), 76, '| 6'), '| 5');
    expect(about(await client.diagnostics(URI))).toEqual(['carry-over']);
    expect(client.runtime.elapse()).toBe(1);
    await client.until(() => client.refreshes > before);
  });

  it('has the other one published again by a server that pushes', async () => {
    const client = await start(LISTENS);
    const last = (): string[] => about(client.published.findLast(({ uri }) => uri === URI)?.diagnostics ?? []);
    await client.open(URI, WRONGLY_CARRIED, 'markdown');
    await client.heardOut();
    client.runtime.elapse();
    await client.until(() => last().join() === 'request-balance');
    await client.open(UNSAVED, reportBefore(ZHENGZHOU), 'markdown');
    await client.heardOut();
    client.runtime.elapse();
    client.runtime.elapse();
    await client.until(() => last().join() === 'carry-over');
    await client.close(UNSAVED);
    await client.heardOut();
    client.runtime.elapse();
    client.runtime.elapse();
    await client.until(() => last().join() === 'request-balance');
  });

  it('of another body has nothing checked again', async () => {
    const client = await start();
    await client.open(URI, WRONGLY_CARRIED, 'markdown');
    const { resultId } = await client.pull(URI);
    await client.open(UNSAVED, reportBefore(ZHENGZHOU).replaceAll('郑州市公安局', '开封市公安局'), 'markdown');
    await client.heardOut();
    expect(client.runtime.elapse()).toBe(0);
    expect((await client.pull(URI, resultId)).kind).toBe('unchanged');
  });
});
