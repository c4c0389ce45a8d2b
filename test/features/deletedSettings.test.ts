/** A settings file that was deleted while an editor holds it: it counts no more, until it is changed there or is back. */
import { expect, it } from 'vitest';
import { PULLS, TestClient } from './client';

const SETTINGS = 'file:///w/.gouji.yaml';
const REPORT = 'file:///w/a.md';
const TABLE = '| 项目 | 一月 | 二月 | 三月 |\n|---|---|---|---|\n| 办公 | 3 | 5 | 7 |\n| 差旅 | 4 | 6 | 9 |\n| 会议 | 5 | 8 | 6 |\n| 合计 | 12 | 20 | 22 |\n';

it('counts no more', async () => {
  const client = await TestClient.start(PULLS, {});
  const levels = async (): Promise<unknown[]> => (await client.diagnostics(REPORT)).map(({ severity }) => severity);
  await client.open(SETTINGS, 'rules:\n  total-mismatch: error\n  row-sun: off\n', 'yaml');
  await client.open(REPORT, TABLE, 'markdown');
  expect(await levels()).toEqual([1]);
  await client.until(() => client.published.at(-1)?.diagnostics.length === 1);

  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: SETTINGS, type: 3 }] });
  expect(await levels()).toEqual([2]);
  expect(client.published.at(-1)).toEqual({ uri: SETTINGS, diagnostics: [] });

  await client.change(SETTINGS, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '# ours\n');
  expect(await levels()).toEqual([1]);
});
