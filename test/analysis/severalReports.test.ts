// Reports that follow one another in one text are judged each by itself.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { builtInForms } from '../../server/src/forms';
import { told } from '../harness/invariants';
import { seeded } from '../harness/random';
import { consistentFigures } from '../harness/randomReport';
import { LAYOUTS, type RenderedLayout } from '../harness/grid';
import { renderReport } from '../harness/renderReport';

const SAMPLES = new URL('../../samples/', import.meta.url);
const TITLE = '某某市某某局2022年政府信息公开工作年度报告';

function findingsOf(text: string): string[] {
  return analyze(text).findings.map((finding) => told(finding, text)).sort();
}

function reportOf(id: string, year: number, layout: RenderedLayout): string {
  const { tables } = builtInForms().find((form) => form.id === id)!;
  const random = seeded(year);
  return renderReport(tables, new Map(tables.map((table) => [table.id, consistentFigures(table, random).map(String)])), year, layout);
}

describe('two reports in one text', () => {
  const samples = readdirSync(SAMPLES).map((name) => [name, readFileSync(new URL(name, SAMPLES), 'utf8')] as const);
  for (const [first, above] of samples) {
    for (const [second, below] of samples) {
      if (first === second) { continue; }
      it(`${first} and ${second}: what is told is what is told of each`, () => {
        expect(findingsOf(`${above}\n\n${below}`)).toEqual([...findingsOf(above), ...findingsOf(below)].sort());
      });
    }
  }

  for (const layout of LAYOUTS) {
    it(`of two years and two forms: silence, ${layout}`, () => {
      expect(findingsOf(`${reportOf('report-2019', 2020, layout)}\n${reportOf('report-2021', 2022, layout)}`)).toEqual([]);
      expect(findingsOf(`${reportOf('report-2021', 2022, layout)}\n${reportOf('report-2019', 2020, layout)}`)).toEqual([]);
    });
  }

  it('an edit in either gives what the whole text gives', () => {
    const text = `${samples[0][1]}\n\n${samples[1][1]}`;
    let earlier = analyze(text);
    expect(earlier.reports).toHaveLength(2);
    for (const at of [text.indexOf('三、'), text.lastIndexOf('三、'), samples[0][1].length]) {
      const edited = `${text.slice(0, at)}另，${text.slice(at)}`;
      earlier = analyze(edited, { earlier });
      expect(earlier.findings.map((finding) => told(finding, edited)).sort()).toEqual(findingsOf(edited));
    }
  });

  it('a sentence is compared with the table of its own report', () => {
    const claim = (text: string, count: number): string => text.replace(
      '三、收到和处理政府信息公开申请情况\n', `三、收到和处理政府信息公开申请情况\n\n本年新收政府信息公开申请${count}件。\n`,
    );
    const rules = (first: number, second: number): string[] => analyze(
      `${claim(reportOf('report-2021', 2021, 'pipes'), first)}\n${claim(reportOf('report-2021', 2022, 'pipes'), second)}`,
    )
      .findings.map(({ rule }) => rule);
    const newOf = (year: number): number => Number(/本年新收政府信息公开申请数量[^\n]*\| (\d+) \|/.exec(reportOf('report-2021', year, 'pipes'))![1]);
    expect(newOf(2021)).not.toBe(newOf(2022));
    expect(rules(newOf(2021), newOf(2022))).toEqual([]);
    expect(rules(newOf(2021), newOf(2021))).toEqual(['prose-table-mismatch']);
  });
});

describe('one report', () => {
  const report = reportOf('report-2021', 2022, 'pipes');

  it('that stands there twice is told to', () => {
    const rules = new Set(analyze(`${report}\n${report}`).findings.map(({ rule }) => rule));
    expect(rules).toContain('duplicate-table');
    expect(rules).toContain('duplicate-section');
  });

  it('that has its title in two wordings is one, and told to stand there twice', () => {
    const lucheng = readFileSync(new URL('lucheng-2021.txt', SAMPLES), 'utf8');
    const { reports, findings } = analyze(`${lucheng}\n\n${lucheng}`);
    expect(reports).toHaveLength(1);
    expect(findings.map(({ rule }) => rule)).toContain('duplicate-table');
  });

  it('with its title at the head of each page stays one', () => {
    expect(findingsOf(report.replace('五、', () => `${TITLE}\n\n五、`).replace('一、', () => `${TITLE}\n\n一、`))).toEqual([]);
  });

  it('with a cover and a table of contents before its title stays one', () => {
    const headings = report.match(/^[一二三四五六]、(?!本年|上年|结转).*$/gm)!;
    expect(headings).toHaveLength(6);
    expect(findingsOf(`某某市某某局\n\n政府信息公开工作年度报告\n\n目录\n\n${headings.join('\n')}\n\n${report}`)).toEqual([]);
  });
});
