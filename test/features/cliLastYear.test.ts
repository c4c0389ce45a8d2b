/** The command line: which report it takes for last year's of the same body, and what it says of it. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentReport } from '../../server/src/protocol/report';
import { reportBefore, wronglyCarried } from '../harness/lastYear';
import { sample } from './client';
import { gouji, json, put } from './commandLine';

const ZHENGZHOU = sample('zhengzhou-2021.md');
const WRONGLY_CARRIED = wronglyCarried(ZHENGZHOU);

describe('last year’s report of the same body', () => {
  const carried = ({ findings }: DocumentReport): string[] => (
    findings.filter(({ rule }) => ['carry-over', 'request-balance'].includes(rule)).map(({ rule, severity }) => `${rule} ${severity}`)
  );

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

  it('is none where so many copies would do that nobody knows which was published', async () => {
    put('2021.md', WRONGLY_CARRIED);
    for (let copy = 0; copy < 40; copy++) { put(`copies/${copy}.md`, reportBefore(ZHENGZHOU)); }
    expect((await json('2021.md', 'copies')).documents[0].lastYear).toBe(path.join('copies', '0.md'));
    put('copies/one more.md', reportBefore(ZHENGZHOU));
    expect((await json('2021.md', 'copies')).documents[0].lastYear).toBeNull();
  });
});
