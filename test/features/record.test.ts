/** The review record: says what the Analysis says, alike in both forms, and lets no text of the document become markup. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { reviewRecord, type RecordedFile } from '../../server/src/features/record';
import { recordHtml, recordMarkdown } from '../../server/src/features/recordText';
import { readOtherReport } from '../../server/src/analysis/otherReport';
import type { OtherReport } from '../../server/src/model/otherReport';
import { reportBefore } from '../harness/lastYear';
import type { Language } from '../../server/src/messages';

const SAMPLES = ['ningbo-2021.txt', 'lucheng-2021.txt', 'baoji-2020.txt', 'zhengzhou-2021.md', 'baoshan-2023.txt'];
const FILE: RecordedFile = { file: '报告.txt', sha256: 'ab'.repeat(32), isSaved: true, time: '2026年1月20日', version: '0.1.0' };

const record = (text: string, language: Language = 'zh', file = FILE) => reviewRecord(analyze(text), file, language);

describe.each(SAMPLES)('of %s', (name) => {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../samples', name), 'utf8');
  const analysis = analyze(text);

  it.each(['zh', 'en'] as const)('says in %s what was checked, what was not, and what was found', (language) => {
    const { facts, sections: [checked, unchecked, findings] } = record(text, language);
    expect(facts.map(([, value]) => value)).toEqual(
      expect.arrayContaining([FILE.file, FILE.sha256, FILE.time, 'Gouji 0.1.0', analysis.form!.title[language]]),
    );
    expect(checked.rows.map((row) => row.slice(1).map(Number))).toEqual(
      analysis.tables.map(({ ledger: { declared, held, broken, notEvaluated } }) => [declared, held, broken, notEvaluated]),
    );
    expect(unchecked.rows.length > 0).toBe(analysis.ledger.notEvaluated > 0);
    expect(findings.rows.map((row) => row[3])).toEqual(analysis.findings.map(({ rule }) => rule));
    expect(findings.rows.map((row) => Number(row[0]))).toEqual(
      analysis.findings.map(({ span }) => text.slice(0, span.start).split('\n').length),
    );
  });

  it('says the same as HTML and as Markdown', () => {
    const made = record(text);
    const cells = made.sections.flatMap(({ rows }) => rows.flat());
    const html = textOf(parse(recordHtml(made, 'zh')));
    const markdown = recordMarkdown(made).replace(/\\(.)/g, '$1');
    for (const said of [...made.facts.flat(), ...cells]) { expect(html).toContain(said); expect(markdown).toContain(said); }
  });
});

it('names unsaved text as such', () => {
  expect(record('', 'en', { ...FILE, isSaved: false }).facts[1][0]).toBe('SHA-256 (of the unsaved text, UTF-8)');
});

it('says which report of last year it was compared with', () => {
  const zhengzhou = readFileSync(path.resolve(import.meta.dirname, '../../samples/zhengzhou-2021.md'), 'utf8');
  const before = readOtherReport(reportBefore(zhengzhou), 'file:///w/%E6%8A%A5%E5%91%8A%202020.md')!;
  const told = (text: string, others: readonly OtherReport[]): string | undefined =>
    reviewRecord(analyze(text, { others }), FILE, 'zh').facts.find(([label]) => label === '上年报告')?.[1];
  expect(told(zhengzhou, [before])).toBe('报告 2020.md');
  expect(told(zhengzhou, [])).toBe('没有用来核对的上年报告');
  expect(told('| a | b |\n|---|---|\n| 1 | 2 |\n', [before])).toBeUndefined();
});

describe('a hostile document', () => {
  const hostile = { ...FILE, file: '<img src=x onerror=alert(1)>|`**[a](b)`\u202e.txt' };
  it('does not become HTML', () => {
    const html = recordHtml(record('', 'en', hostile), 'en');
    expect(tagsOf(parse(html)).filter((tag) => /img|script|svg|iframe/.test(tag))).toEqual([]);
    expect(textOf(parse(html))).toContain('<img src=x onerror=alert(1)>|`**[a](b)`⟨U+202E⟩.txt');
  });
  it('does not become Markdown', () => {
    const line = recordMarkdown(record('', 'en', hostile)).split('\n').find((one) => one.includes('onerror'))!;
    expect(line).toBe('- File: \\<img src=x onerror=alert(1)\\>\\|\\`\\*\\*\\[a\\](b)\\`⟨U+202E⟩.txt');
  });
});

interface Node { nodeName: string; value?: string; childNodes?: Node[] }
const textOf = (node: unknown): string => {
  const { value, childNodes = [] } = node as Node;
  return (value ?? '') + childNodes.map(textOf).join('');
};
const tagsOf = (node: unknown): string[] => {
  const { nodeName, childNodes = [] } = node as Node;
  return [nodeName, ...childNodes.flatMap(tagsOf)];
};
