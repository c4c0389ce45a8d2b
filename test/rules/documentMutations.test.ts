// The real reports with one thing in their text changed by hand: the rule it is about speaks, and no other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { say } from '../../server/src/messages';

function sample(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../samples', name), 'utf8');
}

/** `rule ⟦marked⟧` of the findings that the change adds. */
function added(name: string, from: string, to: string): string[] {
  const text = sample(name);
  expect(text).toContain(from);
  const told = (of: string): string[] => analyze(of).findings.map(({ rule, span }) => `${rule} ⟦${of.slice(span.start, span.end)}⟧`);
  const known = told(text);
  return told(text.replace(from, to)).filter((line) => !known.includes(line));
}

describe('one thing changed', () => {
  it.each([
    ['baoji-2020.txt', '未收到依申请公开事项', '收到依申请公开事项3件', ['prose-table-mismatch ⟦收到依申请公开事项3件⟧']],
    ['baoshan-2023.txt', '宝山公安分局2023年政府信息公开工作\n', '宝山公安分局2022年政府信息公开工作\n', ['report-year-mismatch ⟦2022⟧']],
    ['baoshan-2023.txt', '等六部分组成', '等七部分组成', ['section-count-mismatch ⟦七⟧']],
    ['baoshan-2023.txt', '12月31日止', '11月30日止', ['period-incomplete ⟦2023年1月1日起至2023年11月30日⟧']],
    ['baoshan-2023.txt', '未受理依申请公开', '受理依申请公开2件', ['prose-table-mismatch ⟦受理依申请公开2件⟧']],
    ['zhengzhou-2021.md', '共受理依申请公开 86 件', '未收到依申请公开', ['prose-negation-mismatch ⟦未收到依申请公开⟧']],
    ['zhengzhou-2021.md', '部分公开 14 件', '部分公开 41 件', ['prose-table-mismatch ⟦部分公开 41 件⟧']],
    ['zhengzhou-2021.md', '无法提供 25 件，', '无法提供 25 件，不予处理 1 件，', []],
    ['zhengzhou-2021.md', '郑州市公安局 2021 年政府', '郑州市公安局 2019 年政府', ['mixed-form-years ⟦第二十条第（一）项⟧']],
    ['lucheng-2021.txt', '2021年1月18日', '2022年1月18日', []],
    ['lucheng-2021.txt', '未收取信息公开处理费,', '', ['fee-statement ⟦本年度本机关无其他需要报告的事项。⟧']],
    ['ningbo-2021.txt', '六、存在的主要问题及改进情况\n', '五、存在的主要问题及改进情况\n', ['section-misnumbered ⟦五⟧']],
    ['ningbo-2021.txt', '二、主动公开政府信息情况\n', '', ['missing-section ⟦总体情况⟧']],
  ])('%s: %s → %s', (name, from, to, expected) => { expect(added(name, from, to)).toEqual(expected); });
});

describe('without the sections two, three and four', () => {
  it.each([
    'baoji-2020.txt', 'baoshan-2023.txt', 'lucheng-2021.txt', 'zhengzhou-2021.md',
  ])('%s lacks three sections, and nothing else is new', (name) => {
    const text = sample(name);
    const { findings, prose } = analyze(text);
    const from = prose!.sections.find(({ official }) => official === 2)!.start;
    const to = prose!.sections.find(({ official }) => official === 5)!.start;
    const known = new Set(findings.map(({ rule }) => rule));
    expect(analyze(text.slice(0, from) + text.slice(to)).findings.map(({ rule }) => rule).filter((rule) => !known.has(rule)))
      .toEqual(['missing-section', 'missing-section', 'missing-section']);
  });
});

describe('the same text', () => {
  it('gives the same findings whether its passages were read before or not', () => {
    const text = sample('zhengzhou-2021.md');
    const edited = text.replace('86 件', '87 件');
    const before = analyze(text);
    const told = (findings: ReturnType<typeof analyze>['findings']): string[] => (
      findings.map(({ rule, span, message }) => `${rule} ${span.start} ${say(message, 'zh')}`)
    );
    expect(told(analyze(edited, { earlier: before }).findings)).toEqual(told(analyze(edited).findings));
    expect(told(analyze(text, { earlier: analyze(edited, { earlier: before }) }).findings)).toEqual(told(before.findings));
  });
  it('is silent as prose of another kind', () => {
    const prose = sample('zhengzhou-2021.md').split('\n').filter((line) => !line.startsWith('|')).slice(3).join('\n');
    expect(analyze(`会议纪要\n\n${prose.replaceAll('信息公开', '工作')}`).findings).toEqual([]);
  });
});
