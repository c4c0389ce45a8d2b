/** What the summary panel asks the language server, over a real connection: whole, of the version asked about, or refused. */
import { describe, expect, it } from 'vitest';
import {
  CELL_EDIT_REQUEST, PREVIEW_REQUEST, RECORD_REQUEST, REPAIR_REQUEST, SUMMARY_REQUEST,
  type CellEditAnswer, type PreviewAnswer, type RecordAnswer, type Summary,
} from '../../server/src/protocol/summary';
import { edited, sample, TestClient } from './client';

const URI = 'file:///report.txt';
const LUCHENG = sample('lucheng-2021.txt');
const LAST_LINE = { start: { line: 489, character: 0 }, end: { line: 489, character: 1 } };

async function opened(): Promise<{
  client: TestClient;
  ask: <Answer>(method: string, params: object) => Promise<Answer>;
  summary: Summary;
}> {
  const client = await TestClient.start();
  await client.open(URI, LUCHENG);
  const ask = <Answer>(method: string, params: object): Promise<Answer> => client.connection.sendRequest<Answer>(
    method, { uri: URI, ...params },
  );
  return { client, ask, summary: await ask<Summary>(SUMMARY_REQUEST, { table: null }) };
}

/** The suspect, as the panel would name it. */
function suspect({ shown }: Summary): { table: number; cell: number } {
  return { table: shown!.index, cell: shown!.causes[0].suspects[0].cells[0].cell };
}

describe('the panel', () => {
  it('gets a whole snapshot of each version', async () => {
    const { client, ask, summary } = await opened();
    expect(summary).toMatchObject({ uri: URI, version: 1, equations: { declared: 44, held: 40, broken: 4, notEvaluated: 0 } });
    await client.change(URI, LAST_LINE, '3');
    const next = await ask<Summary>(SUMMARY_REQUEST, { table: summary.shown!.index });
    expect(next.version).toBe(2);
    expect(next.shown!.index).toBe(summary.shown!.index);
    expect(next.equations.broken).toBeLessThan(4);
  });

  it('writes a cell by edits for the version it asked about', async () => {
    const { ask, summary } = await opened();
    const answer = await ask<CellEditAnswer>(CELL_EDIT_REQUEST, { version: 1, ...suspect(summary), text: '3' });
    const lines = LUCHENG.split('\n');
    lines[489] = '3';
    expect('edits' in answer && edited(LUCHENG, answer.edits)).toBe(lines.join('\n'));
  });

  it('is refused an edit, a repair and a record of an earlier version, and gets no preview of it', async () => {
    const { client, ask, summary } = await opened();
    const { finding, repair } = summary.shown!.causes[0].repairs[0];
    await client.change(URI, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '　');
    const refused = { refused: '文件已有改动，请按最新内容再试。' };
    expect(await ask(CELL_EDIT_REQUEST, { version: 1, ...suspect(summary), text: '3' })).toEqual(refused);
    expect(await ask(REPAIR_REQUEST, { version: 1, finding, repair })).toEqual(refused);
    expect(await ask(RECORD_REQUEST, { version: 1, file: 'a', sha256: 'b', isSaved: true, time: 'c' })).toEqual(refused);
    expect((await ask<PreviewAnswer>(PREVIEW_REQUEST, { version: 1, findings: [finding] })).previews).toEqual([]);
  });

  it('repairs what it offers, as previewed', async () => {
    const { client, ask, summary } = await opened();
    const { finding, repair } = summary.shown!.causes[0].repairs[0];
    const { previews } = await ask<PreviewAnswer>(PREVIEW_REQUEST, { version: 1, findings: [finding] });
    expect(previews[0]).toEqual({ finding, repair, held: 4, broken: 0 });
    const answer = await ask<CellEditAnswer>(REPAIR_REQUEST, { version: 1, finding, repair });
    if (!('edits' in answer)) { throw new Error(answer.refused); }
    for (const { range, newText } of [...answer.edits].reverse()) { await client.change(URI, range, newText); }
    expect((await ask<Summary>(SUMMARY_REQUEST, { table: null })).equations.held).toBe(44);
  });

  it('gets a record with what it said of the file', async () => {
    const { ask } = await opened();
    const record = await ask<RecordAnswer>(
      RECORD_REQUEST, { version: 1, file: 'lucheng-2021.txt', sha256: 'abc', isSaved: true, time: '2026' },
    );
    expect('markdown' in record && record.markdown).toContain('SHA-256（已存盘的文件）: abc');
    expect('html' in record && record.html).toContain('<dd>lucheng-2021.txt</dd>');
  });

  it('is told when a document is not open', async () => {
    const { client } = await opened();
    await expect(client.connection.sendRequest(SUMMARY_REQUEST, { uri: 'file:///other', table: null })).rejects.toThrow();
  });
});
