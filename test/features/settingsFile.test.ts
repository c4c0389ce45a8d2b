/** A settings file beside the reports: found, read again, and its mistakes told, in the server. */
import { describe, expect, it } from 'vitest';
import { READ_SETTINGS_REQUEST, type ReadSettingsParams } from '../../server/src/protocol/exceptions';
import { FORMATS, replace, rules, SETTINGS, start, WITH_REASONS } from './budget';
import { LISTENS, PULLS, TestClient } from './client';

describe('a settings file', () => {
  const uri = 'file:///w/in/a.md';
  const report = FORMATS['a.md'].write('20');

  it('sets levels; the editor wins over it; the nearest one counts', async () => {
    const client = await start();
    client.runtime.files.set('file:///w/in/.gouji.yaml', 'rules:\n  total-mismatch: hint\n');
    client.runtime.files.set(SETTINGS, 'rules:\n  total-mismatch: off\n');
    await client.open(uri, report, 'markdown');
    expect(rules(await client.diagnostics(uri))).toEqual(['total-mismatch 4']);
    client.settings = { rules: { 'total-mismatch': 'error' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    expect(rules(await client.diagnostics(uri))).toEqual(['total-mismatch 1']);
  });

  it('is looked for up to the workspace folder, and read again when it changes, comes and goes', async () => {
    const client = await TestClient.start(PULLS, WITH_REASONS, undefined, 'file:///w');
    client.runtime.files.set('file:///.gouji.yaml', 'rules:\n  total-mismatch: off\n');
    await client.open(uri, report, 'markdown');
    expect(rules(await client.diagnostics(uri))).toEqual(['total-mismatch 2']);
    const changes: [string | null, string][] = [
      ['hint', 'total-mismatch 4'], ['information', 'total-mismatch 3'], [null, 'total-mismatch 2'],
    ];
    for (const [level, expected] of changes) {
      if (level === null) {
        client.runtime.files.delete(SETTINGS);
      } else {
        client.runtime.files.set(SETTINGS, `rules:\n  total-mismatch: ${level}\n`);
      }
      const before = client.refreshes;
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: SETTINGS, type: 2 }] });
      await client.until(() => client.refreshes > before);
      expect(rules(await client.diagnostics(uri))).toEqual([expected]);
    }
  });

  it('has its mistakes pushed, open or not, and gone once they are', async () => {
    const client = await start();
    client.runtime.files.set('file:///w/in/.gouji.yaml', 'rules:\n  total-mismatsh: off\n');
    await client.open(uri, report, 'markdown');
    await client.diagnostics(uri);
    await client.until(() => client.published.length > 0);
    expect(client.published[0]).toMatchObject({ uri: 'file:///w/in/.gouji.yaml', diagnostics: [
      {
        code: 'settings-file', severity: 1, range: { start: { line: 1, character: 2 }, end: { line: 1, character: 16 } },
        message: expect.stringContaining('“total-mismatch”'),
      },
    ] });
    client.runtime.files.delete('file:///w/in/.gouji.yaml');
    await client.connection.sendNotification(
      'workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///w/in/.gouji.yaml', type: 3 }] },
    );
    await client.until(() => client.published.length > 1);
    expect(client.published[1]).toEqual({ uri: 'file:///w/in/.gouji.yaml', diagnostics: [] });
  });

  it('has exceptions that cover nothing told at their lines, until they do or their document is closed', async () => {
    const client = await start();
    client.runtime.files.set(SETTINGS, 'exceptions:\n  - file: a.txt\n    rule: total-mismatch\n    figures: 20≠19\n    reason: 上级核定数\n');
    await client.open('file:///w/a.txt', FORMATS['a.txt'].write('19'));
    await client.diagnostics('file:///w/a.txt');
    const told = (): unknown[] | undefined => client.published.at(-1)?.diagnostics.map(({ code, range }) => [code, range.start]);
    await client.until(() => told()?.length === 1);
    expect([client.published.at(-1)!.uri, told()]).toEqual([SETTINGS, [['exception-unused', { line: 1, character: 4 }]]]);
    for (const [from, to, expected] of [['19', '21', 'exception-stale'], ['21', '20', ''], ['20', '21', 'exception-stale']]) {
      await replace(client, 'file:///w/a.txt', from, to);
      await client.diagnostics('file:///w/a.txt');
      await client.until(() => String(told()?.[0] ?? '').split(',')[0] === expected);
    }
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///w/a.txt' } });
    await client.until(() => told()?.length === 0);
  });

  it('counts as it stands in the editor, and its mistakes can be put right', async () => {
    const client = await start();
    const settings = 'file:///w/in/.gouji.yaml';
    client.runtime.files.set(settings, 'rules:\n  total-mismatch: off\n');
    await client.open(uri, report, 'markdown');
    await client.open(settings, 'rules:\n  total-mismatch: hnt\n', 'yaml');
    await client.until(() => client.published.length > 0);
    expect(await client.diagnostics(settings)).toEqual([]);
    expect(rules(await client.diagnostics(uri))).toEqual(['total-mismatch 2']);
    const { diagnostics } = client.published.at(-1)!;
    const [action] = await client.codeActions(settings, diagnostics);
    expect(action.title).toBe('改为“hint”');
    await client.apply(settings, action);
    await client.until(() => client.published.at(-1)!.diagnostics.length === 0);
    expect(rules(await client.diagnostics(uri))).toEqual(['total-mismatch 4']);
    await client.close(settings);
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  it('is asked of clients that read files themselves, all places at once, nearest first', async () => {
    const client = await TestClient.start(PULLS, { ...WITH_REASONS, canReadSettings: true }, undefined, 'vfs://host/w');
    const asked: ReadSettingsParams[] = [];
    client.connection.onRequest(READ_SETTINGS_REQUEST, (params: ReadSettingsParams) => {
      asked.push(params);
      return {
        uri: params.uris[1], text: 'exceptions:\n  - {file: 报 告/a.txt, rule: total-mismatch, place: 合计 · 二月, figures: 20≠19, reason: x}\n',
      };
    });
    const report = 'vfs://host/w/%E6%8A%A5%20%E5%91%8A/a.txt';
    await client.open(report, FORMATS['a.txt'].write('20'));
    expect(rules(await client.diagnostics(report))).toEqual(['total-mismatch 3']);
    expect(asked).toEqual([{ uris: ['vfs://host/w/%E6%8A%A5%20%E5%91%8A/.gouji.yaml', 'vfs://host/w/.gouji.yaml'] }]);
  });

  it('that cannot be read keeps no report from being checked', async () => {
    const client = await TestClient.start(PULLS, { ...WITH_REASONS, canReadSettings: true });
    client.connection.onRequest(READ_SETTINGS_REQUEST, () => { throw new Error('no such host'); });
    await client.open(uri, report, 'markdown');
    expect(rules(await client.diagnostics(uri))).toEqual(['total-mismatch 2']);
  });

  it('serves clients that do not pull as well', async () => {
    const client = await TestClient.start(LISTENS, {});
    client.runtime.files.set('file:///w/in/.gouji.yaml', 'rules:\n  total-mismatch: hint\n');
    await client.open(uri, report, 'markdown');
    await client.heardOut();
    client.runtime.elapse();
    await client.until(() => client.published.some((one) => one.uri === uri));
    expect(rules(client.published.find((one) => one.uri === uri)!.diagnostics)).toEqual(['total-mismatch 4']);
  });

  it('that was deleted while an editor holds it counts no more, until it is changed there', async () => {
    const client = await TestClient.start(PULLS, {});
    const levels = async (): Promise<unknown[]> => (await client.diagnostics('file:///w/a.md')).map(({ severity }) => severity);
    await client.open(SETTINGS, 'rules:\n  total-mismatch: error\n  row-sun: off\n', 'yaml');
    await client.open('file:///w/a.md', report, 'markdown');
    expect(await levels()).toEqual([1]);
    await client.until(() => client.published.at(-1)?.diagnostics.length === 1);

    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: SETTINGS, type: 3 }] });
    expect(await levels()).toEqual([2]);
    expect(client.published.at(-1)).toEqual({ uri: SETTINGS, diagnostics: [] });

    await client.change(SETTINGS, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '# ours\n');
    expect(await levels()).toEqual([1]);
  });
});
