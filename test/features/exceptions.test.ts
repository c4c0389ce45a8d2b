/** Living with findings: exceptions and settings files in the server and on the command line, with the same result. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Diagnostic } from 'vscode-languageserver/node';
import { afterAll, describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { run } from '../../server/src/cli/run';
import type { Summary } from '../../server/src/cli/summary';
import { EXCEPTION_REQUEST, type ExceptionAnswer, type ExceptionEdit } from '../../server/src/protocol/exceptions';
import { Command } from '../../server/src/protocol/names';
import type { DocumentReport } from '../../server/src/protocol/report';
import { applyEdits } from '../harness/invariants';
import { FORMATS, replace, rules, SETTINGS, start } from './budget';
import { edited, sample, TestClient } from './client';
import { captureIo } from './io';

const root = mkdtempSync(path.join(tmpdir(), 'gouji-exceptions-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

async function answerFor(client: TestClient, uri: string, reason: string, version = 1): Promise<ExceptionAnswer> {
  const wrong = (await client.diagnostics(uri)).find(({ code }) => code === 'total-mismatch')!;
  const action = (await client.codeActions(uri, [wrong])).find(({ command }) => command?.command === Command.stateReason)!;
  const [at, of, finding] = action.command!.arguments as [string, number, string];
  expect([action.title, at, of]).toEqual(['情况属实，注明理由…', uri, version]);
  return client.connection.sendRequest<ExceptionAnswer>(EXCEPTION_REQUEST, { uri: at, version: of, finding, reason });
}

/** Writes an answer down: into the open document, or the files. */
async function write(client: TestClient, answer: ExceptionAnswer): Promise<ExceptionEdit> {
  if ('refused' in answer) { throw new Error(answer.refused); }
  const { uri, edits } = answer;
  if (answer.version !== null) {
    for (const { range, newText } of edits) { await client.change(uri, range, newText); }
  } else {
    client.runtime.files.set(uri, edited(client.runtime.files.get(uri) ?? '', edits));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  }
  return answer;
}

/** What the command line says of the same files. */
async function onCommandLine(
  files: Readonly<Record<string, string>>,
): Promise<{ documents: DocumentReport[]; settings: DocumentReport[]; summary: Summary; text: string }> {
  const folder = mkdtempSync(path.join(root, 'case-'));
  for (const [name, text] of Object.entries(files)) { writeFileSync(path.join(folder, name), text); }
  const io = captureIo({ cwd: folder });
  await run(['check', '--format', 'json'], io);
  const plain = captureIo({ cwd: folder });
  await run(['check'], plain);
  return { ...JSON.parse(io.printed()), text: plain.printed() };
}

const SEVERITY: Readonly<Record<string, number>> = { error: 1, warning: 2, information: 3, hint: 4 };
const seen = (diagnostics: readonly Diagnostic[]) => (
  diagnostics.map(({ code, severity, message, range }) => ({ code, severity, message, range }))
);
const reported = ({ findings }: DocumentReport) => (
  findings.map(({ rule, severity, message, range }) => ({ code: rule, severity: SEVERITY[severity], message, range }))
);

describe.each(Object.entries(FORMATS))('an exception in %s', (name, { language, write: text }) => {
  const uri = `file:///w/${name}`;
  const isComment = language !== 'plaintext';

  it('is recorded with place, figures and reason; goes stale; is unused; the command line agrees each time', async () => {
    const client = await start();
    await client.open(uri, text('20'), language);
    const agrees = async (): Promise<DocumentReport> => {
      const settings = client.runtime.files.get(SETTINGS);
      const { documents: [document] } = await onCommandLine({
        [name]: client.textOf(uri), ...(settings === undefined ? {} : { '.gouji.yaml': settings }),
      });
      expect(reported(document)).toEqual(seen(await client.diagnostics(uri)));
      return document;
    };
    const edit = await write(client, await answerFor(client, uri, ' 上级\n核定数 '));
    expect([edit.uri, edit.isNew]).toEqual(isComment ? [uri, false] : [SETTINGS, true]);
    expect(isComment ? client.textOf(uri) : client.runtime.files.get(SETTINGS)).toContain(isComment
      ? '<!-- gouji: allow total-mismatch “合计 · 二月” 20≠19 理由：上级 核定数 -->\n'
      : 'exceptions:\n  - file: a.txt\n    rule: total-mismatch\n    place: 合计 · 二月\n    figures: 20≠19\n    reason: 上级 核定数\n');

    let document = await agrees();
    expect(rules(await client.diagnostics(uri))).toEqual(['total-mismatch 3']);
    expect(document.findings[0].message).toMatch(/（例外，理由：上级 核定数）$/);
    expect(document.exceptions).toMatchObject([{ rule: 'total-mismatch', state: 'used', reason: '上级 核定数' }]);

    await replace(client, uri, '20', '21');
    document = await agrees();
    expect(document.exceptions[0].state).toBe('stale');
    expect(rules(await client.diagnostics(uri)).sort()).toEqual(['exception-stale 2', 'total-mismatch 2']);

    await write(client, await answerFor(client, uri, '又核定了', isComment ? 3 : 2));
    document = await agrees();
    expect(document.exceptions).toMatchObject([{ state: 'used', figures: '21≠19', reason: '又核定了' }]);

    await replace(client, uri, '21', '19');
    document = await agrees();
    expect(document.exceptions[0].state).toBe('unused');
    expect(rules(await client.diagnostics(uri))).toEqual(['exception-unused 3']);
  });
});

describe('stating a reason', () => {
  it('is not offered to clients that cannot ask, nor for what is excepted already', async () => {
    const client = await TestClient.start();
    await client.open('file:///w/a.md', FORMATS['a.md'].write('20'), 'markdown');
    const titles = async (of: TestClient): Promise<string[]> => (
      (await of.codeActions('file:///w/a.md', await of.diagnostics('file:///w/a.md'))).map(({ title }) => title)
    );
    expect((await titles(client)).join()).not.toContain('情况属实');
    const other = await start();
    await other.open('file:///w/a.md', FORMATS['a.md'].write('20'), 'markdown');
    await write(other, await answerFor(other, 'file:///w/a.md', 'x'));
    expect((await titles(other)).join()).not.toContain('情况属实');
  });

  it('is refused for a version that is gone, and where there is no place for it', async () => {
    const client = await start();
    const params = { uri: 'file:///w/a.md', version: 1, finding: 'none', reason: 'x' };
    await client.open(params.uri, FORMATS['a.md'].write('20'), 'markdown');
    expect(await client.connection.sendRequest(EXCEPTION_REQUEST, params)).toEqual({ refused: '文件已有改动，请按最新内容再试。' });
    await client.open('untitled:Untitled-1', FORMATS['a.txt'].write('20'));
    expect(await answerFor(client, 'untitled:Untitled-1', 'x')).toEqual({ refused: '此文件尚未保存，没有可以记录例外的地方。' });
    client.runtime.files.set(SETTINGS, 'rules: [');
    await client.open('file:///w/a.txt', FORMATS['a.txt'].write('20'));
    expect(await answerFor(client, 'file:///w/a.txt', 'x')).toEqual({ refused: expect.stringContaining('未能写入 .gouji.yaml') });
  });

  it('goes above the paragraph for a finding in prose', async () => {
    const client = await start();
    const uri = 'file:///w/a.md';
    const report = sample('zhengzhou-2021.md');
    await client.open(uri, report, 'markdown');
    const wrong = (await client.diagnostics(uri)).find(({ code }) => code === 'prose-parts-sum')!;
    const action = (await client.codeActions(uri, [wrong])).find(({ command }) => command?.command === Command.stateReason)!;
    const [, version, finding] = action.command!.arguments as [string, number, string];
    await write(
      client, await client.connection.sendRequest<ExceptionAnswer>(EXCEPTION_REQUEST, { uri, version, finding, reason: '不予处理另计' }),
    );
    const before = report.split('\n');
    const after = client.textOf(uri).split('\n');
    const line = after.findIndex((one) => one.includes('gouji: allow'));
    expect([...after.slice(0, line), ...after.slice(line + 1)]).toEqual(before);
    expect(line).toBeLessThanOrEqual(wrong.range.start.line);
    const now = (await client.diagnostics(uri)).filter(({ code }) => code === 'prose-parts-sum' || String(code).startsWith('exception-'));
    expect(now.map(({ severity, message }) => [severity, message])).toEqual([[3, expect.stringContaining('理由：不予处理另计')]]);
  });
});


describe('the command line', () => {
  it('reads levels, tells mistakes by line and column, fails on them, and counts exceptions apart', async () => {
    const settings = 'rules:\n  total-mismatch: error\n  row-sun: off\n';
    const comment = '<!-- gouji: allow total-mismatch “合计 · 二月” 20≠19 理由：上级核定数 -->\n';
    const { text, documents, settings: files, summary } = await onCommandLine({
      'a.md': FORMATS['a.md'].write('20'), 'b.md': comment + FORMATS['a.md'].write('20'), '.gouji.yaml': settings,
    });
    expect(text).toMatch(/^a\.md:\d+:\d+ error total-mismatch /m);
    expect(text).toMatch(/^b\.md:\d+:\d+ information total-mismatch .*（例外，理由：上级核定数）$/m);
    expect(text).toMatch(/^\.gouji\.yaml:3:3 error settings-file 没有“row-sun”这条规则，是否为“row-sum”？/m);
    expect(text.trimEnd()).toMatch(/错误 2，警告 0，信息 0，提示 0。另有已注明理由的例外 1 个。$/);
    expect(documents.map(({ exceptions }) => exceptions.length)).toEqual([0, 1]);
    expect(documents[1].findings).toMatchObject([{ exception: '上级核定数' }]);
    expect(files.map(({ path: name, findings }) => [name, findings.length])).toEqual([['.gouji.yaml', 1]]);
    expect(summary).toMatchObject({ documents: 2, excepted: 1, findings: { error: 2, warning: 0, information: 0, hint: 0 } });
  });

  it('tells of exceptions that cover nothing at their lines as well, and counts each once', async () => {
    const exception = (name: string): string => `  - file: ${name}\n    rule: total-mismatch\n    figures: 20≠19\n    reason: 上级核定数\n`;
    const { text, settings: [{ findings }], summary } = await onCommandLine({
      'a.txt': FORMATS['a.txt'].write('20'), 'b.txt': FORMATS['a.txt'].write('21'), 'c.txt': FORMATS['a.txt'].write('19'),
      '.gouji.yaml': `exceptions:\n${exception('a.txt')}${exception('b.txt')}${exception('c.txt')}`,
    });
    expect(findings.map(({ rule, range }) => [rule, range.start.line])).toEqual([['exception-stale', 5], ['exception-unused', 9]]);
    expect(text).toMatch(/^\.gouji\.yaml:10:5 information exception-unused c\.txt 中没有这条例外所说的问题：total-mismatch 20≠19。/m);
    expect(summary).toMatchObject({ excepted: 1, findings: { error: 0, warning: 2, information: 1, hint: 0 } });
  });

  it('does not repair what is stated to be correct', async () => {
    const folder = mkdtempSync(path.join(root, 'fix-'));
    const report = sample('baoshan-2023.txt');
    writeFileSync(path.join(folder, 'a.txt'), report);
    writeFileSync(
      path.join(folder, '.gouji.yaml'),
      'rules: {extraction-artefact: off}\nexceptions:\n  - {file: a.txt, rule: unit-in-cell, figures: 1.47万元, reason: 原件如此}\n',
    );
    const io = captureIo({ cwd: folder });
    await run(['fix', '--dry-run', '.'], io);
    expect(io.printed()).toContain('可修复 0 处');
    const other = captureIo({ cwd: folder });
    await run(['check', '.'], other);
    expect(other.printed()).toMatch(/information unit-in-cell .*理由：原件如此/);
  });
});

it('a comment at the very head of a document goes without the byte order mark before it', () => {
  const text = `\ufeff<!-- gouji: allow total-mismatch “合计” 1≠2 理由：上级核定数 -->\n${FORMATS['a.md'].write('19')}`;
  const unused = analyze(text).findings.find(({ rule }) => rule === 'exception-unused')!;
  expect(applyEdits(text, unused.repairs()[0].edits)).toBe(`\ufeff\n${FORMATS['a.md'].write('19')}`);
});

it('an edit at the head of a document leaves the exception below in force', async () => {
  const client = await start();
  const uri = 'file:///w/a.md';
  await client.open(uri, FORMATS['a.md'].write('20'), 'markdown');
  await write(client, await answerFor(client, uri, 'x'));
  await client.diagnostics(uri);
  await client.change(uri, top, '前言。\n\n');
  expect(rules(await client.diagnostics(uri))).toEqual(['total-mismatch 3']);
});
