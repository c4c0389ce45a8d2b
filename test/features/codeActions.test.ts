/** The language server's code actions: which repairs come for which diagnostics, and what fixing all leaves alone. */
import { describe, expect, it } from 'vitest';
import { FIX_ALL_KIND } from '../../server/src/protocol/names';
import { PULLS, TestClient } from './client';
import { BAOSHAN, lines, LUCHENG, ofRule, opened, top, URI } from './openReport';

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
    expect(off[0])
      .toMatchObject({ title: '关闭规则“outcome-sum”', command: { command: 'gouji.turnOffRule', arguments: ['outcome-sum', URI] } });
    const plain = await opened(LUCHENG, await TestClient.start(PULLS, {}));
    expect((await plain.codeActions(URI, ofRule(await plain.diagnostics(URI), 'outcome-sum'))).filter(({ command }) => command))
      .toEqual([]);
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
    const kinds = async (only?: string[]): Promise<Set<string | undefined>> => new Set(
      (await client.codeActions(URI, diagnostics, only)).map(({ kind }) => kind),
    );
    expect(await kinds()).toEqual(new Set(['quickfix']));
    expect(await kinds(['quickfix'])).toEqual(new Set(['quickfix']));
    expect(await kinds(['source.fixAll'])).toEqual(new Set([FIX_ALL_KIND]));
    expect(await kinds(['source.fixAll.other'])).toEqual(new Set());
    expect(await kinds(['refactor'])).toEqual(new Set());
    expect(await client.codeActions(URI, [], ['quickfix'])).toEqual([]);
  });
});
