// One figure of a real report, written in each of the ways a clerk writes it: one rule speaks, and the rest stays as it was.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import type { Analysis } from '../../server/src/analysis/analysis';
import type { Settings } from '../../server/src/analysis/settings';
import { say } from '../../server/src/messages';
import { TABLE_RULES } from '../../server/src/rules';
import { Lines } from '../../server/src/text/lines';
import { checkRepairs } from '../harness/invariants';
import { below, seeded } from '../harness/random';

const SAMPLES = join(import.meta.dirname, '../../samples');
const sample = (name: string): string => readFileSync(join(SAMPLES, name), 'utf8');
const lucheng = sample('lucheng-2021.txt').split('\n');
/** 7.属于行政执法案卷, 自然人: 1. Its column lacks its total, which is the report's own error. */
const LINE = 276;

function withFigure(figure: string): string {
  expect(lucheng[LINE - 1]).toBe('1');
  return lucheng.with(LINE - 1, figure).join('\n');
}

const OF_TABLES: ReadonlySet<string> = new Set(TABLE_RULES.map(({ id }) => id));

/** Lines and rules, as far as tables are concerned. */
function told(analysis: Analysis): string[] {
  const lines = Lines.of(analysis.text);
  return analysis.findings.filter(({ rule }) => OF_TABLES.has(rule))
    .map((finding) => `${lines.at(finding.span.start) + 1} ${finding.rule}`);
}

const REST = ['85 unit-in-cell', '440 numbering-style-mixed', '490 outcome-sum', '502 outcome-sum'];
/** Where the figure is not usable, the sum of its column is not evaluated; the balance tells that its total is wrong. */
const REST_WITHOUT_COLUMN = REST.map((line) => (line === '490 outcome-sum' ? '490 request-balance' : line));

describe('a figure of the request table, written otherwise', () => {
  const check = (figure: string, rule: string, rest: readonly string[], settings: Settings = { rules: {} }): Analysis => {
    const analysis = analyze(withFigure(figure), { settings });
    expect(told(analysis).filter((line) => !line.startsWith(`${LINE} `))).toEqual(rest);
    expect(told(analysis).filter((line) => line.startsWith(`${LINE} `))).toEqual([`${LINE} ${rule}`]);
    return analysis;
  };
  it('一 is text', () => { check('一', 'non-numeric-cell', REST_WITHOUT_COLUMN); });
  it('1.5 is no count', () => { check('1.5', 'decimal-in-count', REST_WITHOUT_COLUMN); });
  it('−1 is below 0', () => { check('−1', 'negative-value', REST_WITHOUT_COLUMN); });
  it('１ is full-width and counts as 1', () => { expect(check('１', 'fullwidth-digits', REST).ledger.notEvaluated).toBe(0); });
  it('1件 repeats a unit that no header states: told when asked for', () => {
    check('1件', 'unit-in-cell', REST, { rules: { 'unit-in-cell': 'warning' } });
    expect(told(analyze(withFigure('1件')))).toEqual(REST);
  });
  it('a blank that can be seen is blank, and its row says what belongs there', () => {
    const analysis = check('\u00a0', 'blank-cell', REST);
    const [blank] = analysis.findings.filter(({ rule }) => rule === 'blank-cell');
    expect(say(blank.message, 'zh')).toContain('应为1');
  });
  it('a blank that cannot be seen leaves a value too few', () => {
    expect(told(analyze(withFigure(''))).filter((line) => line.startsWith('274 '))).toEqual(['274 row-cell-count']);
  });
});

describe('a faulty cell anywhere in a real report', () => {
  const WRITTEN = ['一', '1.5', '-1', '７', '3件', '3万元', '约3', '—', '1,234', '007', '3.0', '30%', '4O', ''];
  it.each([
    'ningbo-2021.txt', 'lucheng-2021.txt', 'baoji-2020.txt', 'zhengzhou-2021.md', 'baoshan-2023.txt',
  ])('%s: every repair at the cell holds', (name) => {
    const text = sample(name);
    const random = seeded(name.length);
    const figures = analyze(text).tables.flatMap(({ start, table }) => table.places.flatMap((cell) => (
      cell !== null && cell.content.amount.kind === 'number' ? [{ start: start + cell.start, end: start + cell.end }] : [])));
    for (let i = 0; i < 40; i++) {
      const { start, end } = figures[below(random, figures.length)];
      const written = WRITTEN[below(random, WRITTEN.length)];
      const analysis = analyze(text.slice(0, start) + written + text.slice(end));
      for (const finding of analysis.findings) {
        if (finding.span.start === start) { checkRepairs(analysis, finding, analysis.settings); }
      }
    }
  });
});
