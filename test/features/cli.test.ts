/** The command line, run as a function: what it prints, what it names, how it exits, and what it leaves on disk. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { encodeGb18030 } from '../../server/src/cli/gb18030';
import { run } from '../../server/src/cli/run';
import type { DocumentReport } from '../../server/src/protocol/report';
import type { Summary } from '../../server/src/cli/summary';
import { SAMPLES, sample } from './client';
import { reportBefore, wronglyCarried } from '../harness/lastYear';
import { captureIo } from './io';

const ZHENGZHOU = sample('zhengzhou-2021.md');
const WRONGLY_CARRIED = wronglyCarried(ZHENGZHOU);
const BAOSHAN = sample('baoshan-2023.txt');
const LUCHENG = sample('lucheng-2021.txt');
const BAOSHAN_FIXED = BAOSHAN.replace('[bookmark: _GoBack]1.47万元', '1.47');
const root = mkdtempSync(path.join(tmpdir(), 'gouji-cli-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder: string;
beforeEach(() => { folder = mkdtempSync(path.join(root, 'case-')); });

const put = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
};

async function gouji(args: string[], more: Partial<Parameters<typeof captureIo>[0]> = {}): Promise<{ code: number; out: string; err: string }> {
  const io = captureIo({ cwd: folder, ...more });
  const code = await run(args, io);
  return { code, out: io.printed(), err: io.complained() };
}

interface CheckJson { version: string; documents: DocumentReport[]; summary: Summary }
const json = async (...args: string[]): Promise<CheckJson> => JSON.parse((await gouji(['check', '--format', 'json', ...args])).out);

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
    const { code, out } = await gouji(['check', '--stdin-filename', 'x.txt', '--fail-on', 'warning'], { input: [bytes.subarray(0, 1001), bytes.subarray(1001)] });
    expect(code).toBe(1);
    expect(out).toMatch(/^x\.txt:59:21 warning unit-in-cell /m);
  });

  it('finds nothing in an empty file, and says that there was no table', async () => {
    put('a.txt', '');
    const { code, out } = await gouji(['check', 'a.txt', '--language', 'en']);
    expect([code, out]).toEqual([0, expect.stringMatching(/^1 document, 0 tables; 0 equations/)]);
  });
});

describe('last year’s report of the same body', () => {
  const carried = ({ findings }: DocumentReport): string[] => findings.filter(({ rule }) => ['carry-over', 'request-balance'].includes(rule)).map(({ rule, severity }) => `${rule} ${severity}`);

  it('is found beside the document and said where it is', async () => {
    put('报告/2020.md', reportBefore(ZHENGZHOU));
    put('报告/2021.md', WRONGLY_CARRIED);
    const { documents: [document, ...more] } = await json('报告/2021.md');
    expect(more).toEqual([]);
    expect([document.lastYear, carried(document)]).toEqual([path.join('报告', '2020.md'), ['carry-over error']]);
    const { out } = await gouji(['check', '报告/2021.md']);
    expect(out).toMatch(/^报告\/2021\.md:54:\d+ error carry-over .*（2020\.md）.*自然人 6 ≠ 5，总计 6 ≠ 5。按上年报告的数改正后，现不成立的2条/m);
    expect(out).toMatch(/^ {4}报告\/2020\.md:77:\d+ 2020年度报告“四、结转下年度继续办理 · 自然人”为5$/m);
  });

  it('is found among the documents of the run, wherever they are, in any order', async () => {
    put('a/2021.md', WRONGLY_CARRIED);
    put('b/2020.md', reportBefore(ZHENGZHOU));
    for (const paths of [['.'], ['b', 'a'], ['a', 'b']]) {
      const { documents } = await json(...paths);
      expect(documents.map((one) => [one.path, one.lastYear, carried(one)]).sort()).toEqual([
        [path.join('a', '2021.md'), path.join('b', '2020.md'), ['carry-over error']], [path.join('b', '2020.md'), null, []],
      ]);
    }
    expect((await json('a')).documents.map((one) => [one.lastYear, carried(one)])).toEqual([[null, ['request-balance error']]]);
    put('b/2022.md', ZHENGZHOU.replaceAll('2021', '2022'));
    expect((await json('b/2022.md', 'a')).documents.map((one) => [one.path, one.lastYear])).toEqual([
      [path.join('b', '2022.md'), path.join('a', '2021.md')], [path.join('a', '2021.md'), null],
    ]);
  });

  it('is found beside a document that comes from standard input', async () => {
    put('2020.md', reportBefore(ZHENGZHOU));
    const { out } = await gouji(['check', '--stdin-filename', '2021.md'], { input: [Buffer.from(WRONGLY_CARRIED)] });
    expect(out).toMatch(/^2021\.md:54:\d+ error carry-over /m);
  });

  it('is none where two of them disagree, or where it cannot be read', async () => {
    put('2021.md', WRONGLY_CARRIED);
    put('2020.md', Uint8Array.of(1, 2, 0, 3));
    expect((await json('2021.md')).documents[0].lastYear).toBeNull();
    put('2020.md', reportBefore(ZHENGZHOU));
    put('2020 更正.md', reportBefore(ZHENGZHOU, 4));
    expect((await json('2021.md')).documents.map((one) => [one.lastYear, carried(one)])).toEqual([[null, ['request-balance error']]]);
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

describe('folders', () => {
  it('are walked for documents, in order, each once; hidden ones and node_modules are left out', async () => {
    for (const name of ['b.MD', 'a.txt', 'in/c.html', 'in/d.htm', 'in/e.markdown', 'f.csv', '.g.txt', '.git/h.txt', 'node_modules/i.txt']) { put(name, ''); }
    symlinkSync(path.join(folder, 'a.txt'), path.join(folder, 'z.txt'));
    symlinkSync(folder, path.join(folder, 'in/loop'));
    const { documents } = await json('.', 'a.txt');
    expect(documents.map(({ path: name }) => name)).toEqual(['a.txt', 'b.MD', 'f.csv', 'in/c.html', 'in/d.htm', 'in/e.markdown', 'z.txt']);
    expect((await json()).documents).toHaveLength(7);
  });
});

describe('inputs that cannot be read', () => {
  it.each<[string, (name: string) => void, RegExp]>([
    ['missing.txt', () => {}, /没有这个文件或文件夹/],
    ['empty', (name) => mkdirSync(path.join(folder, name)), /文件夹中没有可检查的文件/],
    ['binary.txt', (name) => put(name, Uint8Array.of(1, 2, 0, 3)), /二进制/],
    ['latin.txt', (name) => put(name, Buffer.from('déjà vu, à la carte, garçon, naïve, œuvre', 'latin1')), /不是 UTF-8、UTF-16 或 GB18030/],
    ['large.txt', (name) => truncateSync(put(name, ''), 50 * 1024 * 1024 + 1), /文件过大（51 MB，上限 50 MB）/],
  ])('%s is named, and the others are still checked', async (name, make, reason) => {
    make(name);
    put('good.txt', BAOSHAN);
    const { code, out, err } = await gouji(['check', name, 'good.txt', '--format', 'json']);
    expect(code).toBe(2);
    expect(err).toMatch(reason);
    expect(err).toContain(name);
    const { documents, summary } = JSON.parse(out) as CheckJson;
    expect(documents.map(({ path: read }) => read)).toEqual(['good.txt']);
    expect(summary.unreadable.map(({ path: named }) => named)).toEqual([name]);
  });
});

describe('wrong use', () => {
  it.each([
    [[], /check/], [['lint'], /lint/], [['check', '--colour'], /--colour/], [['check', '--format', 'xml'], /text\|json/],
    [['check', '--fail-on', 'always'], /never/], [['check', '--language', 'fr'], /zh\|en/], [['check', '--format'], /--format/],
    [['check', 'a', '--stdin-filename', 'b'], /--stdin-filename/], [['check', '--dry-run'], /--dry-run/], [['fix', '--format', 'json'], /--format/],
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

const gbk = (text: string): Uint8Array => encodeGb18030(text)!;
const marked = (text: string): Buffer => Buffer.from('\ufeff' + text, 'utf16le');
const ENCODINGS: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a byte order mark', (text) => Buffer.from('\ufeff' + text)],
  ['UTF-8 with CRLF', (text) => Buffer.from(text.replaceAll('\n', '\r\n'))],
  ['UTF-16LE', (text) => marked(text)],
  ['UTF-16BE', (text) => marked(text).swap16()],
  ['GBK', gbk],
];

describe.each(ENCODINGS)('a file in %s', (name, bytesOf) => {
  it('has the same findings as any other', async () => {
    put('a.txt', BAOSHAN);
    put('b.txt', bytesOf(BAOSHAN));
    const { documents: [plain, other] } = await json('a.txt', 'b.txt');
    const told = ({ findings }: DocumentReport): unknown => findings.map(({ rule, message, range }) => ({ rule, message, range }));
    expect(told(other)).toEqual(told(plain));
    expect(/GB18030/.test((await gouji(['check', 'b.txt'])).err)).toBe(name === 'GBK');
  });

  it('is repaired safely, and every other byte stays', async () => {
    const file = put('a.txt', bytesOf(BAOSHAN));
    chmodSync(file, 0o640);
    const dry = await gouji(['fix', 'a.txt', '--dry-run']);
    expect(dry).toMatchObject({ code: 0, out: expect.stringMatching(/^a\.txt:59:21 .*1\.47/m) });
    expect(readFileSync(file).equals(bytesOf(BAOSHAN))).toBe(true);
    expect((await gouji(['fix', 'a.txt'])).code).toBe(0);
    expect(readFileSync(file).equals(bytesOf(BAOSHAN_FIXED))).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect((await gouji(['fix', 'a.txt'])).out).toMatch(/^文件 1 份，修复 0 处/);
    expect(readFileSync(file).equals(bytesOf(BAOSHAN_FIXED))).toBe(true);
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });
});

describe('gouji fix', () => {
  it('leaves a file alone that it cannot write back exactly', async () => {
    const euroAsWindowsWritesIt = Uint8Array.of(0x80);
    const bytes = Buffer.concat([gbk(BAOSHAN), euroAsWindowsWritesIt]);
    const file = put('a.txt', bytes);
    const { code, err } = await gouji(['fix', 'a.txt']);
    expect(code).toBe(2);
    expect(err).toMatch(/a\.txt：编码为 GB18030，不能原样写回/);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('changes no figure: the wrong totals stay, for a person to look at', async () => {
    const file = put('a.txt', LUCHENG);
    await gouji(['fix', 'a.txt']);
    const lines = readFileSync(file, 'utf8').split('\n');
    expect([lines[489], lines[501]]).toEqual(['0', '0']);
    expect((await gouji(['check', 'a.txt'])).code).toBe(1);
  });

  it('follows a link to the file it stands for', async () => {
    const file = put('a.txt', BAOSHAN);
    symlinkSync(file, path.join(folder, 'link.txt'));
    await gouji(['fix', 'link.txt']);
    expect(readFileSync(file, 'utf8')).toBe(BAOSHAN_FIXED);
    expect(readFileSync(path.join(folder, 'link.txt'), 'utf8')).toBe(BAOSHAN_FIXED);
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
