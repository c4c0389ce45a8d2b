// What stands outside a table and changes its analysis: notes on rounding and page breaks. Typed or deleted, the answer is that of a fresh
// analysis.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import type { Analysis } from '../../server/src/analysis/analysis';
import { say } from '../../server/src/messages';

const NOTE = '注：由于四舍五入，分项之和与合计可能不等。';
const OFF_BY_ONE = '| 地区 | 2023 | 2024 | 2025 |\n|---|---|---|---|\n| 北 | 14 | 24 | 10 |\n| 南 | 14 | 24 | 12 |\n| 合计 | 29 | 48 | 22 |\n';
const PART = '| 项目 | 金额 | 件数 |\n|---|---|---|\n| 甲 | 14 | 3 |\n| 乙 | 28 | 4 |\n';
const LAST = '| 项目 | 金额 | 件数 |\n|---|---|---|\n| 丙 | 1 | 2 |\n| 合计 | 43 | 9 |\n';

function told({ text, findings, ledger, tables }: Analysis): unknown {
  return {
    ledger, tables: tables.map(({ span }) => [span.start, span.end]),
    findings: findings.map(({ level, span, message }) => `${level} ${text.slice(span.start, span.end)} ${say(message, 'zh')}`),
  };
}

/** The analyses after each keystroke, the last of which is returned; each must be what a fresh one would be. */
function typed(text: string, at: number, added: string): Analysis {
  let analysis = analyze(text);
  for (let i = 1; i <= added.length; i++) {
    const now = text.slice(0, at) + added.slice(0, i) + text.slice(at);
    analysis = analyze(now, { earlier: analysis });
    expect(told(analysis), now).toEqual(told(analyze(now)));
  }
  return analysis;
}

function deleted(analysis: Analysis, at: number, length: number): Analysis {
  const now = analysis.text.slice(0, at) + analysis.text.slice(at + length);
  const after = analyze(now, { earlier: analysis });
  expect(told(after), now).toEqual(told(analyze(now)));
  return after;
}

describe('a note on rounding in the text', () => {
  it('typed, silences the table it stands by, and that one alone', () => {
    const text = `${OFF_BY_ONE}\n\n## 二\n\n${OFF_BY_ONE}`;
    const at = OFF_BY_ONE.length + 1;
    expect(analyze(text).findings.length).toBe(2);
    const noted = typed(text, at, NOTE);
    expect(noted.findings.map(({ span }) => span.start > at)).toEqual([true]);
    expect(noted.ledger).toEqual({ declared: 6, held: 5, broken: 1, notEvaluated: 0 });
    expect(deleted(noted, at, NOTE.length).findings.length).toBe(2);
  });

  it('far from any table, or speaking of the whole report, silences them all', () => {
    const text = `# 说明\n\n\n\n# 一\n\n${OFF_BY_ONE}\n# 二\n\n${OFF_BY_ONE}`;
    expect(typed(text, '# 说明\n\n'.length, NOTE).findings).toEqual([]);
    expect(typed(`${OFF_BY_ONE}\n\n\n${OFF_BY_ONE}`, OFF_BY_ONE.length + 1, '本报告数据经四舍五入，合计与分项之和略有出入').findings).toEqual([]);
  });

  it('leaves the tables it does not speak of as they were', () => {
    const first = analyze(`${OFF_BY_ONE}\n\n## 二\n\n${OFF_BY_ONE.replace('29', '30')}`);
    const text = first.text.replace('\n\n## 二', `\n${NOTE}\n\n## 二`);
    const second = analyze(text, { earlier: first });
    expect(second.tables[1].context).toBe(first.tables[1].context);
    expect(second.tables[0].context).not.toBe(first.tables[0].context);
  });
});

describe('a page break', () => {
  it('typed between two parts, joins and parts them as a fresh analysis does', () => {
    const text = `${PART}\n\n\n${LAST}`;
    const joined = typed(text, PART.length + 1, '续表');
    expect(joined.tables.length).toBe(1);
    expect(joined.ledger.held).toBe(2);
    expect(typed(text, PART.length + 1, '另一个表').tables.length).toBe(2);
  });

  it('between two complete tables parts them', () => {
    expect(analyze(`${LAST.replace('43', '1').replace('9', '2')}\n续表\n\n${LAST}`).tables.length).toBe(2);
  });

  it('within an official table leaves all its equations to be checked, wherever it falls behind two rows', () => {
    const report = readFileSync(join(import.meta.dirname, '../../samples/zhengzhou-2021.md'), 'utf8');
    const whole = analyze(report);
    const lines = report.split('\n');
    const first = lines.findIndex((line) => line.startsWith('| (本列数据的勾稽关系为'));
    const end = first + lines.slice(first).findIndex((line) => !line.startsWith('|'));
    expect(end - first).toBeGreaterThan(25);
    for (let cut = first + 6; cut < end; cut += 3) {
      const broken = analyze([...lines.slice(0, cut), '', '续表', '', ...lines.slice(first, first + 2), ...lines.slice(cut)].join('\n'));
      expect(broken.tables.length, broken.text).toBe(whole.tables.length);
      expect(broken.ledger, broken.text).toEqual(whole.ledger);
      expect(broken.findings.filter(({ rule }) => rule === 'missing-row')).toEqual([]);
    }
  });
});
