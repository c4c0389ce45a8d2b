// The five real reports: exactly what a careful reviewer finds in them, at those lines, and nothing more.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { say } from '../../server/src/messages';
import { DOCUMENT_RULES } from '../../server/src/rules';
import { Lines } from '../../server/src/text/lines';
import { EXPECTED } from '../harness/sampleFindings';

/** What the rules add that a user has to switch on. */
const SWITCHED_ON: Readonly<Record<string, readonly string[]>> = {
  'ningbo-2021.txt': [],
  'lucheng-2021.txt': ['4 halfwidth-punctuation'],
  'baoji-2020.txt': ['25 broken-paragraph', '58 spaces-in-cjk', '95 halfwidth-punctuation', '99 broken-paragraph'],
  'zhengzhou-2021.md': ['15 prose-conflict', '83 spaces-in-cjk'],
  'baoshan-2023.txt': ['412 indented-heading'],
};

/** Declared, held, broken, not evaluated: tables 3 and 4 of the 2021 form declare 42, table 2 adds its own. */
const LEDGERS: Readonly<Record<string, readonly number[]>> = {
  'ningbo-2021.txt': [60, 48, 4, 8],
  'lucheng-2021.txt': [44, 40, 4, 0],
  'baoji-2020.txt': [47, 29, 0, 18],
  'zhengzhou-2021.md': [44, 44, 0, 0],
  'baoshan-2023.txt': [44, 44, 0, 0],
};

function sample(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../samples', name), 'utf8');
}

describe.each(Object.keys(EXPECTED))('%s', (name) => {
  const text = sample(name);
  const analysis = analyze(text);
  it('has exactly these findings', () => {
    const lines = Lines.of(text);
    const seen = analysis.findings.map((f) => `${lines.at(f.span.start) + 1} ${f.level} ${f.rule}`);
    expect(seen).toEqual(EXPECTED[name]);
  });
  it('declares, holds and breaks these equations', () => {
    const { declared, held, broken, notEvaluated } = analysis.ledger;
    expect([declared, held, broken, notEvaluated]).toEqual(LEDGERS[name]);
  });
});

describe('rules that are off', () => {
  const off = DOCUMENT_RULES.filter(({ level }) => level === 'off').map(({ id }) => id);
  it.each(Object.keys(EXPECTED))('%s: switched on, they add these', (name) => {
    const text = sample(name);
    const lines = Lines.of(text);
    const { findings } = analyze(text, { settings: { rules: Object.fromEntries(off.map((id) => [id, 'hint'])) } });
    expect(findings.filter(({ rule }) => off.includes(rule)).map((f) => `${lines.at(f.span.start) + 1} ${f.rule}`))
      .toEqual(SWITCHED_ON[name]);
  });
});

describe('lucheng-2021.txt', () => {
  it('says what the prose says of the total that is wrong beside that total', () => {
    const text = sample('lucheng-2021.txt');
    const lines = Lines.of(text);
    const [, total] = analyze(text).findings.filter(({ rule }) => rule === 'outcome-sum');
    const said = total.related.filter(({ span }) => lines.at(span.start) + 1 === 15);
    expect(said.map(({ message }) => say(message, 'zh'))).toEqual(['正文称“处理”3条；表中“（七）总计”为0，也可能指：“一、本年新收政府信息公开申请数量”3。']);
  });
});

describe('zhengzhou-2021.md', () => {
  it('reads the same whatever the file is called', () => {
    const tables = analyze(sample('zhengzhou-2021.md')).tables.map((t) => [t.layout, t.table.form?.key]);
    expect(tables).toEqual([['pipes', 'report-2021/disclosure'], ['pipes', 'report-2021/requests'], ['pipes', 'report-2021/reviews']]);
  });
});

describe('baoji-2020.txt, whose review row has a figure too many', () => {
  const text = readFileSync('samples/baoji-2020.txt', 'utf8');
  const row = '\n0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n';

  it.each([1, 7, 14])('with figure %i left out: the blank is told in its place, the figures behind it do not slide', (at) => {
    const cells = row.trim().split('\t').map((cell, i) => (i === at ? '' : cell));
    const start = text.indexOf(row) + 1;
    expect(start).toBeGreaterThan(0);
    const changed = text.replace(row, `\n${cells.join('\t')}\n`);
    const blanks = analyze(changed).findings.filter(({ rule, span }) => rule === 'blank-cell' && span.start >= start);
    expect(blanks.map(({ span }) => span.start)).toEqual([start + 2 * at]);
  });
});
