/** The command line: what it prints of findings and of what was checked, in which language, and how it exits. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { SAMPLES, sample } from './client';
import { gouji, json, put } from './commandLine';

const BAOSHAN = sample('baoshan-2023.txt');
const LUCHENG = sample('lucheng-2021.txt');

describe('gouji check', () => {
  it('prints a line for each finding and says what was checked', async () => {
    const { code, out } = await gouji(['check', 'samples'], { cwd: path.dirname(SAMPLES) });
    expect(code).toBe(1);
    expect(out).toMatch(/^samples\/lucheng-2021\.txt:490:1 error outcome-sum \S.*应为3/m);
    expect(out).toMatch(/^samples\/lucheng-2021\.txt:502:1 error outcome-sum \S.*应为3/m);
    const last = out.trimEnd().split('\n').at(-1)!;
    const { documents, summary } = await json(SAMPLES);
    expect(documents).toHaveLength(5);
    expect(last).toContain(`文件 5 份，表格 ${summary.tables} 张`);
    expect(last).toContain(`成立 ${summary.equations.held}，不成立 ${summary.equations.broken}，未核 ${summary.equations.notEvaluated}`);
    expect(out.split('\n').filter((line) => /^samples\/\S+:\d+:\d+ /.test(line)))
      .toHaveLength(documents.reduce((sum, { findings }) => sum + findings.length, 0));
  });

  it('has rows as the form has them, lines from zero, and counts that add up', async () => {
    put('a.txt', LUCHENG);
    const { version: told, documents: [document], summary } = await json('a.txt');
    expect(told).toBe(version);
    expect(document.path).toBe('a.txt');
    const requests = document.tables.find(({ form }) => form === 'report-2021/requests')!;
    expect(requests.layout).toBe('paragraph-cells');
    expect(requests.rows).toHaveLength(25);
    const lines = LUCHENG.split('\n');
    for (const { label, line, values } of requests.rows) {
      expect(lines[line].trim()).toContain(label);
      expect(values).toHaveLength(7);
    }
    expect(requests.rows[0].values).toEqual(['3', '0', '0', '0', '0', '0', '3']);
    expect(requests.equations).toEqual({ declared: 39, held: 35, broken: 4, notEvaluated: 0 });
    for (const count of ['declared', 'held', 'broken', 'notEvaluated'] as const) {
      expect(document.equations[count]).toBe(document.tables.reduce((sum, { equations }) => sum + equations[count], 0));
      expect(summary.equations[count]).toBe(document.equations[count]);
    }
  });

  it('has null for a blank cell', async () => {
    const { documents: [{ tables }] } = await json(path.join(SAMPLES, 'baoji-2020.txt'));
    const row = tables.find(({ form }) => form === 'report-2019/requests')!.rows.find(({ label }) => label.includes('新收'))!;
    expect(row.values[0]).toBeNull();
    expect(row.values.slice(1).every((value) => value !== null)).toBe(true);
  });

  it('has the cells after the label in a table without a form', async () => {
    put('a.md', '| fruit | kg |\n| --- | --- |\n| apples | 3 |\n| pears |  |\n');
    const { documents: [{ tables }] } = await json('a.md');
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ layout: 'pipes', form: null, equations: { declared: 0 } });
    expect(tables[0].rows.slice(-2)).toEqual([{ label: 'apples', line: 2, values: ['3'] }, { label: 'pears', line: 3, values: [null] }]);
  });

  it.each([
    ['error', 0], ['warning', 1], ['information', 1], ['never', 0],
  ])('exits by --fail-on %s', async (failOn, code) => {
    put('a.txt', BAOSHAN);
    expect((await gouji(['check', 'a.txt', '--fail-on', failOn])).code).toBe(code);
  });

  it('reads standard input', async () => {
    const bytes = Buffer.from(BAOSHAN);
    const { code, out } = await gouji(
      ['check', '--stdin-filename', 'x.txt', '--fail-on', 'warning'], { input: [bytes.subarray(0, 1001), bytes.subarray(1001)] },
    );
    expect(code).toBe(1);
    expect(out).toMatch(/^x\.txt:59:21 warning unit-in-cell /m);
  });

  it('finds nothing in an empty file, and says that there was no table', async () => {
    put('a.txt', '');
    const { code, out } = await gouji(['check', 'a.txt', '--language', 'en']);
    expect([code, out]).toEqual([0, expect.stringMatching(/^1 document, 0 tables; 0 equations/)]);
  });
});

describe('languages', () => {
  it.each([
    [{}, '文件'], [{ LANG: 'zh_CN.UTF-8' }, '文件'], [{ LANG: 'C.UTF-8' }, '文件'], [{ LANG: 'en_US.UTF-8' }, '1 document'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, '文件'],
  ])('are those of the locale: %j', async (env, word) => {
    put('a.txt', '');
    expect((await gouji(['check', 'a.txt'], { env: env as Record<string, string> })).out).toContain(word);
    expect((await gouji(['check', 'a.txt', '--language', 'en'], { env: env as Record<string, string> })).out).toContain('1 document,');
  });
});

describe('wrong use', () => {
  it.each([
    [[], /check/], [['lint'], /lint/], [['check', '--colour'], /--colour/], [['check', '--format', 'xml'], /text\|json/],
    [['check', '--fail-on', 'always'], /never/], [['check', '--language', 'fr'], /zh\|en/], [['check', '--format'], /--format/],
    [['check', 'a', '--stdin-filename', 'b'], /--stdin-filename/], [['check', '--dry-run'], /--dry-run/],
    [['fix', '--format', 'json'], /--format/],
    [['check', '--help=yes'], /--help/],
  ])('%j is said and exits with 2', async (args, reason) => {
    const { code, out, err } = await gouji(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(reason);
  });

  it('is not to ask for help or the version', async () => {
    expect(await gouji(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    expect((await gouji(['--help'])).out).toContain('--stdin-filename');
    expect((await gouji(['check', '--help', '--language', 'en'])).out).toMatch(/^Gouji checks/);
  });
});

describe('progress', () => {
  it('is shown to a person when a run takes long, and gone at the end', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) { put(name, ''); }
    const { err } = await gouji(['check'], { isTerminal: true, pace: 400 });
    expect(err).toContain('/3 份文件');
    expect(err.endsWith('\r\x1b[K')).toBe(true);
    expect((await gouji(['check'], { isTerminal: true })).err).toBe('');
    expect((await gouji(['check'], { pace: 400 })).err).toBe('');
  });
});
