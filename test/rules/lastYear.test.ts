// What last year's report of the same body adds: which report that is, what it says of this one, and one cause told once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import type { AnalysedFinding, Analysis } from '../../server/src/analysis/analysis';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { readOtherReport } from '../../server/src/analysis/otherReport';
import { commentEdit } from '../../server/src/features/exceptionEdit';
import { say } from '../../server/src/messages';
import type { OtherReport } from '../../server/src/model/otherReport';
import { identityOf } from '../../server/src/prose/identity';
import { applyEdits, checkInvariants } from '../harness/invariants';
import { reportBefore, wronglyCarried } from '../harness/lastYear';

const sample = (name: string): string => readFileSync(join(import.meta.dirname, '../../samples', name), 'utf8');
const ZHENGZHOU = sample('zhengzhou-2021.md');
const WRONGLY_CARRIED = wronglyCarried(ZHENGZHOU);
const lastYear = ({ forward = 5, source = 'zhengzhou-2020.md' } = {}): OtherReport | null => readOtherReport(
  reportBefore(ZHENGZHOU, forward), source,
);

const checked = (text: string, ...others: (OtherReport | null)[]): Analysis => analyze(
  text, { others: others.flatMap((other) => other ?? []) },
);
const ofRules = ({ findings }: Analysis, ...rules: string[]): readonly AnalysedFinding[] => (
  findings.filter(({ rule }) => rules.includes(rule))
);

const all = ({ findings }: Analysis): string[] => findings.map(({ rule, level, span, message, related }) =>
  [rule, level, span.start, span.end, say(message, 'zh'), ...related.map((one) => say(one.message, 'zh'))].join(' '));

describe('whose report a text is, and about which year', () => {
  it.each([
    ['ningbo-2021.txt', '宁波市公安局', 2021], ['lucheng-2021.txt', '温州市公安局鹿城区分局', 2021], ['baoji-2020.txt', '宝鸡市公安局', 2020],
    ['zhengzhou-2021.md', '郑州市公安局', 2021], ['baoshan-2023.txt', '宝山公安分局', 2023],
  ])('%s', (name, body, year) => { expect(identityOf(sample(name))).toEqual({ body, year }); });

  it.each([
    ['某县民政局2022年政府信息公开工作年度报告', '某县民政局', 2022],
    ['# 某县民政局 2022 年度政府信息公开工作年度报告', '某县民政局', 2022],
    ['2022年某县民政局政府信息公开年报', '某县民政局', 2022],
    ['某县民政局\n2022年政府信息公开工作年度报告', '某县民政局', 2022],
    ['某县民政局关于2022年度政府信息公开工作的报告', '某县民政局', 2022],
    ['某县民政局2022年政府信息公开工作年度报告（征求意见稿）', '某县民政局', 2022],
    ['市中区民政局2022年政府信息公开工作年度报告', '市中区民政局', 2022],
    ['某市人民政府\n2022年政府信息公开工作年度报告\n\n本报告由某市人民政府编制。\n\n某市人民政府\n2023年1月12日\n', '某市人民政府', 2022],
    ['某县民政局二〇二二年政府信息公开工作年度报告', '某县民政局', 2022],
    ['<h1>某县（新区）民政局2022年政府信息公开工作年度报告</h1>', '某县(新区)民政局', 2022],
    ['2022年政府信息公开工作年度报告\n\n全年平稳。\n\n某县民政局\n2023年1月12日\n', '某县民政局', 2022],
    ['某县民政局政府信息公开工作年度报告\n\n本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。\n', '某县民政局', 2022],
  ])('%j', (text, body, year) => { expect(identityOf(text)).toEqual({ body, year }); });

  it.each([
    '县教育局2022年政府信息公开工作年度报告', '市公安局2022年政府信息公开工作年度报告', '2022年政府信息公开工作年度报告\n\n全年平稳。\n\n区教育局\n2023年1月12日\n',
    '某市人民政府\n2022年政府信息公开工作年度报告\n\n全年平稳。\n\n某市教育局\n2023年1月12日\n',
    '某市人民政府\n2022年政府信息公开工作年度报告\n\n本报告由某市教育局编制。\n',
    '', '某县民政局2022年工作报告', '2022年政府信息公开工作年度报告', '本机关2022年政府信息公开工作年度报告', '某县民政局政府信息公开工作年度报告',
    '某县民政局2022年上半年政府信息公开工作报告', '某县民政局2022年第三季度政府信息公开工作报告',
    '某县民政局2022年政府信息公开工作年度报告\n某县教育局2022年政府信息公开工作年度报告',
    '某县民政局2022年政府信息公开工作年度报告\n某县民政局2021年政府信息公开工作年度报告',
    '某县民政局2022年政府信息公开工作年度报告\n\n本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。\n',
    '某县民政局2022年政府信息公开工作年度报告\n\n本报告所列数据的统计期限自2022年1月1日起至2022年6月30日止。\n',
  ])('not plainly said: %j', (text) => { expect(identityOf(text)).toBeNull(); });
});

describe('zhengzhou-2021.md with 6 carried in', () => {
  it('alone: only balances break, three rows are suspect, nothing is preferred', () => {
    const [finding, ...more] = ofRules(checked(WRONGLY_CARRIED), 'request-balance', 'carry-over');
    expect(more).toEqual([]);
    expect(finding.rule).toBe('request-balance');
    expect(finding.repairs().some(({ preferred }) => preferred)).toBe(false);
  });

  it('beside last year’s report: one finding at the cell, the balances and the sentence along, and the repair is preferred', () => {
    const analysis = checked(WRONGLY_CARRIED, lastYear());
    const [finding, ...more] = ofRules(analysis, 'request-balance', 'carry-over', 'prose-table-mismatch', 'stock-rollforward');
    expect(more).toEqual([]);
    expect([finding.rule, finding.level, WRONGLY_CARRIED.slice(0, finding.span.start).split('\n').length])
      .toEqual(['carry-over', 'error', 54]);
    const along = finding.related.map(({ message }) => say(message, 'zh')).join('\n');
    expect(along).toContain('“自然人”列的第一项加第二项之和为92，第三项加第四项之和为91');
    expect(along).toContain('“总计”列：第一项加第二项之和 92（86 + 6） ≠ 第三项加第四项之和 91（90 + 1）');
    expect(along).toContain('正文称“上年结转”5件');
    const [repair, ...others] = finding.repairs();
    expect([repair.preferred, repair.kind, others.length]).toEqual([true, 'review', 0]);
    expect(applyEdits(WRONGLY_CARRIED, repair.edits)).toBe(ZHENGZHOU);
  });

  it('points to the cells of last year’s report', () => {
    const [finding] = ofRules(checked(WRONGLY_CARRIED, lastYear()), 'carry-over');
    const elsewhere = finding.related.flatMap(({ span, elsewhere: other }) => (other
      ? [[other.source, other.lines.text.slice(span.start, span.end)]]
      : []));
    expect(elsewhere).toEqual([['zhengzhou-2020.md', '5'], ['zhengzhou-2020.md', '5']]);
  });

  it('the balance is told by itself where carry-over is off, and never loses weight', () => {
    const withLevel = (level: 'off' | 'hint'): readonly AnalysedFinding[] => ofRules(
      analyze(WRONGLY_CARRIED, { settings: { rules: { 'carry-over': level } }, others: [lastYear()!] }), 'request-balance', 'carry-over');
    expect(withLevel('off').map(({ rule }) => rule)).toEqual(['request-balance']);
    expect(withLevel('hint').map(({ rule, level }) => [rule, level])).toEqual([['carry-over', 'error']]);
  });

  it('is told apart from the balance where last year’s figure does not explain it', () => {
    const found = ofRules(checked(WRONGLY_CARRIED, lastYear({ forward: 8 })), 'request-balance', 'carry-over');
    expect(found.map(({ rule, level }) => `${rule} ${level}`)).toEqual(['request-balance error', 'carry-over warning']);
    expect(found.flatMap((finding) => finding.repairs()).some(({ preferred }) => preferred)).toBe(false);
  });
});

describe('what is known of other reports', () => {
  it('changes nothing where none of them is last year’s, or last year’s agrees', () => {
    const alone = checked(ZHENGZHOU);
    const others = ['ningbo-2021.txt', 'baoji-2020.txt', 'zhengzhou-2021.md'].map((name) => readOtherReport(sample(name), name));
    for (const analysis of [checked(ZHENGZHOU, ...others), checked(ZHENGZHOU, lastYear())]) {
      expect(all(analysis)).toEqual(all(alone));
      expect(analysis.ledger).toEqual(alone.ledger);
    }
    expect(checked(ZHENGZHOU, ...others).lastYear).toBeNull();
    expect(checked(ZHENGZHOU, lastYear()).lastYear?.source).toBe('zhengzhou-2020.md');
  });

  it('does not depend on the order in which it is given', () => {
    const others = [lastYear({ source: 'b.md' }), lastYear({ source: 'a.md' })];
    expect(checked(WRONGLY_CARRIED, ...others).lastYear?.source).toBe('a.md');
    expect(all(checked(WRONGLY_CARRIED, ...others))).toEqual(all(checked(WRONGLY_CARRIED, ...others.reverse())));
  });

  it('gives the same incrementally as afresh, when it comes, changes and goes', () => {
    let earlier = checked(WRONGLY_CARRIED);
    for (const others of [[lastYear()!], [lastYear({ forward: 8 })!], []]) {
      earlier = analyze(WRONGLY_CARRIED, { earlier, others });
      expect(all(earlier)).toEqual(all(checked(WRONGLY_CARRIED, ...others)));
    }
    const edited = analyze(`${WRONGLY_CARRIED}\n附注。\n`, { settings: earlier.settings, earlier: checked(WRONGLY_CARRIED, lastYear()) });
    expect(all(edited)).toEqual(all(checked(`${WRONGLY_CARRIED}\n附注。\n`, lastYear())));
  });

  it('reaches over the change of forms: carried forward in 2020 on the form of 2019', () => {
    const text = ZHENGZHOU.replaceAll('郑州市公安局', '宝鸡市公安局');
    const [finding] = ofRules(
      checked(text, readOtherReport(sample('baoji-2020.txt'), 'baoji-2020.txt')), 'carry-over', 'stock-rollforward',
    );
    expect(say(finding.message, 'zh')).toContain('总计 5 ≠ 0');
    expect(finding.rule).toBe('carry-over');
  });

  it('is none for a draft, beside which the final version counts', () => {
    const draft = (title: string): OtherReport | null => readOtherReport(
      reportBefore(ZHENGZHOU, 7).replace('年度报告', `年度报告${title}`), 'draft.md',
    );
    expect(draft('')).not.toBeNull();
    expect(draft('（征求意见稿）')).toBeNull();
    expect(draft('\n（草稿）')).toBeNull();
    expect(ofRules(checked(WRONGLY_CARRIED, draft('（征求意见稿）'), lastYear()), 'carry-over').length).toBe(1);
    expect(ofRules(checked(WRONGLY_CARRIED, draft(''), lastYear()), 'carry-over')).toEqual([]);
  });

  it('is none for a report with two request tables, or without any', () => {
    const twice = (text: string): string => `${text}\n${text.slice(text.indexOf('| '))}`;
    expect(readOtherReport(twice(reportBefore(ZHENGZHOU)), 'a.md')).toBeNull();
    expect(readOtherReport('某县民政局2022年政府信息公开工作年度报告\n', 'a.md')).toBeNull();
  });
});

describe('an exception from carry-over', () => {
  const excepted = (level: string): [string, Analysis] => {
    const balanced = ZHENGZHOU.replace('| 86 | 0 | 0 | 0 | 0 | 0 | 86 |', '| 85 | 0 | 0 | 0 | 0 | 0 | 85 |').replaceAll(
      '| 5 | 0 | 0 | 0 | 0 | 0 | 5 |', '| 6 | 0 | 0 | 0 | 0 | 0 | 6 |',
    );
    const analysis = checked(balanced, lastYear());
    const [finding] = ofRules(analysis, 'carry-over');
    expect(finding.level).toBe(level);
    return [applyEdits(balanced, [commentEdit(analysis, finding, '机构合并', 'markdown', 'zh')]), analysis];
  };

  it('holds while the figures of both reports stay, and is stale once last year’s changes', () => {
    const [text] = excepted('warning');
    const states = (...others: (OtherReport | null)[]): string[] => checked(text, ...others).exceptions.map(({ state }) => state);
    expect(states(lastYear())).toEqual(['used']);
    expect(states(lastYear({ forward: 4 }))).toEqual(['stale']);
    expect(states(lastYear({ forward: 6 }))).toEqual(['unused']);
    expect(states()).toEqual(['off']);
    expect(ofRules(checked(text), 'exception-unused')).toEqual([]);
  });
});

describe('an exception from a balance that last year’s report explains', () => {
  const alone = checked(WRONGLY_CARRIED);
  const [balance] = ofRules(alone, 'request-balance');
  const text = applyEdits(WRONGLY_CARRIED, [commentEdit(alone, balance, '系统口径', 'markdown', 'zh')]);
  const told = (analysis: Analysis): string[] => ofRules(analysis, 'request-balance', 'carry-over')
    .map(({ rule, level, exception }) => `${rule} ${level} ${exception?.reason ?? ''}`);
  const states = ({ exceptions }: Analysis): string[] => exceptions.map(({ state }) => state);

  it('is used with that report and without it: the balance stays told, and gives the other finding none of its weight', () => {
    const without = checked(text);
    expect([states(without), told(without)]).toEqual([['used'], ['request-balance information 系统口径']]);
    const beside = checked(text, lastYear());
    expect(states(beside)).toEqual(['used']);
    expect(told(beside)).toEqual(['request-balance information 系统口径', 'carry-over warning ']);
    expect(ofRules(beside, 'exception-unused', 'exception-stale')).toEqual([]);
    checkInvariants(text, DEFAULT_SETTINGS, [lastYear()!]);
  });

  it('is used where the settings file holds it', () => {
    const { rule, place, figures, reason } = checked(text).exceptions[0];
    const settings = { rules: {}, exceptions: [{ rule, place, figures, reason }] };
    expect(states(analyze(WRONGLY_CARRIED, { settings, others: [lastYear()!] }))).toEqual(['used']);
  });

  it('is stale, not unused, once the figures of the balance change, which then is told with its cause', () => {
    const changed = text.replace('92≠91', '93≠91');
    expect(changed).not.toBe(text);
    const analysis = checked(changed, lastYear());
    expect(states(analysis)).toEqual(['stale']);
    expect(told(analysis)).toEqual(['carry-over error ']);
  });

  it.each([
    ['used', text], ['stale', text.replace('92≠91', '93≠91')],
  ])('goes with the repair that takes last year’s figure, %s', (_, before) => {
    const [carried] = ofRules(checked(before, lastYear()), 'carry-over');
    expect(applyEdits(before, carried.repairs()[0].edits)).toBe(ZHENGZHOU);
  });

  it('leaves the balance told where it is last year’s figure that is excepted', () => {
    const beside = checked(WRONGLY_CARRIED, lastYear());
    const [carried] = ofRules(beside, 'carry-over');
    const other = checked(applyEdits(WRONGLY_CARRIED, [commentEdit(beside, carried, '上年数已更正', 'markdown', 'zh')]), lastYear());
    expect(states(other)).toEqual(['used']);
    expect(told(other)).toEqual(['request-balance error ', 'carry-over information 上年数已更正']);
  });
});
