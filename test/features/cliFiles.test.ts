/** The command line: which files it reads, in which encodings, and what it leaves on disk. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../server/src/cli/gb18030';
import type { DocumentReport } from '../../server/src/protocol/report';
import { sample } from './client';
import { gouji, json, pathOf, put, type CheckJson } from './commandLine';

const BAOSHAN = sample('baoshan-2023.txt');
const LUCHENG = sample('lucheng-2021.txt');
const BAOSHAN_FIXED = BAOSHAN.replace('[bookmark: _GoBack]1.47万元', '1.47');

describe('folders', () => {
  it('are walked for documents, in order, each once; hidden ones and node_modules are left out', async () => {
    for (const name of ['b.MD', 'a.txt', 'in/c.html', 'in/d.htm', 'in/e.markdown', 'f.csv', '.g.txt', '.git/h.txt', 'node_modules/i.txt']) {
      put(name, '');
    }
    symlinkSync(pathOf('a.txt'), pathOf('z.txt'));
    symlinkSync(pathOf(''), pathOf('in/loop'));
    const { documents } = await json('.', 'a.txt');
    expect(documents.map(({ path: name }) => name)).toEqual(['a.txt', 'b.MD', 'f.csv', 'in/c.html', 'in/d.htm', 'in/e.markdown', 'z.txt']);
    expect((await json()).documents).toHaveLength(7);
  });
});

describe('inputs that cannot be read', () => {
  it.each<[string, (name: string) => void, RegExp]>([
    ['missing.txt', () => {}, /没有这个文件或文件夹/],
    ['empty', (name) => mkdirSync(pathOf(name)), /文件夹中没有可检查的文件/],
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
    expect(readdirSync(pathOf(''))).toEqual(['a.txt']);
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
    symlinkSync(file, pathOf('link.txt'));
    await gouji(['fix', 'link.txt']);
    expect(readFileSync(file, 'utf8')).toBe(BAOSHAN_FIXED);
    expect(readFileSync(pathOf('link.txt'), 'utf8')).toBe(BAOSHAN_FIXED);
  });
});
