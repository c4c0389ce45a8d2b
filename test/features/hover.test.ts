// Hover: what a reader is told at a figure, a total, a label and a header, in every layout and both languages.
import { describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver';
import { analyze } from '../../server/src/analysis/analyze';
import { hoverOf } from '../../server/src/features/hover';
import { escapeMarkdown } from '../../server/src/features/markup';
import { positionsOf } from '../../server/src/features/position';
import type { Language } from '../../server/src/messages';
import { cellOf, inEveryLayout, knownReport, offsetOf, type KnownReport } from '../harness/knownReport';

function told({ analysis }: Pick<KnownReport, 'analysis'>, offset: number, language: Language = 'zh'): string | null {
  const hover = hoverOf(analysis, offset, { language, markdown: false });
  return hover && (hover.contents as MarkupContent).value;
}

/** Offset of a row label, heading or header cell with exactly this text. */
function labelled({ requests }: KnownReport, text: string): number {
  return requests.start
    + requests.table.reading.cells.find((cell) => cell.content.text === text && cell.start >= requests.table.span.start)!.start;
}

describe.each(inEveryLayout())('hover in $layout', (report) => {
  it('names a figure and its equations', () => {
    expect(told(report, offsetOf(report, 'r2 natural'))).toBe([
      '三、本年度办理结果 › （二）部分公开 › 自然人',
      '✓ “（二）部分公开”：总计 3 = 各列之和 3（2 + 1） — 成立',
      '✓ “自然人”列：办理结果总计 4 = 第（一）至（六）项之和 4（2 + 2） — 成立',
    ].join('\n'));
  });

  it('covers the cell and nothing else', () => {
    const hover = hoverOf(report.analysis, offsetOf(report, 'r2 natural'), { language: 'zh', markdown: true })!;
    const at = positionsOf(report.analysis);
    expect(report.text.slice(at.offset(hover.range!.start), at.offset(hover.range!.end))).toBe('2');
  });

  it('shows what a total adds up', () => {
    expect(told(report, offsetOf(report, 'total natural'))).toBe([
      '三、本年度办理结果 › （七）总计 › 自然人',
      '✓ “自然人”列：办理结果总计 4 = 第（一）至（六）项之和 4（2 + 2） — 成立',
      '  （一）予以公开 2',
      '  （二）部分公开 2',
      '  其余19项为0',
      '✓ “（七）总计”：总计 5 = 各列之和 5（4 + 1） — 成立',
      '✓ “自然人”列：第一项加第二项之和 5（4 + 1） = 第三项加第四项之和 5（4 + 1） — 成立',
    ].join('\n'));
  });

  it('explains an official row and where the law says so', () => {
    expect(told(report, labelled(report, '6.属于四类过程性信息'))).toBe([
      '三、本年度办理结果 › （三）不予公开 › 6.属于四类过程性信息',
      '四类：讨论记录、过程稿、磋商信函、请示报告。《政府信息公开条例》第十六条第二款。',
      '表式：2021年格式（国办公开办函〔2021〕30号）',
    ].join('\n'));
  });

  it('explains a row without a meaning of its own by its heading', () => {
    expect(told(report, labelled(report, '5.要求行政机关确认或重新出具已获取信息'))).toContain('第三十九条、第三十六条第（六）项、第三十五条');
  });

  it('explains a heading and a header', () => {
    expect(told(report, labelled(report, '（四）无法提供'))).toContain('第三十六条、第三十八条、第三十条');
    expect(told(report, labelled(report, '总计'))).toContain('同一行自然人与法人或其他组织各列之和。');
  });

  it('speaks English', () => {
    expect(told(report, offsetOf(report, 'r2 business'), 'en')).toBe([
      '三、本年度办理结果 › （二）部分公开 › 商业企业',
      '✓ “（二）部分公开”: total 3 = sum of the columns 3 (2 + 1) — holds',
      '✓ “商业企业”: total of outcomes 1 = sum of (1) to (6) 1 — holds',
    ].join('\n'));
    expect(told(report, labelled(report, '3.危及“三安全一稳定”'), 'en')).toContain('article 14');
  });

  it('is silent in prose', () => {
    expect(told(report, report.text.indexOf('本年度工作仍有不足'))).toBeNull();
  });
});

describe.each(inEveryLayout({ 'r1 natural': '7' }))('hover on a wrong figure in $layout', (report) => {
  it('says what does not hold and by how much', () => {
    expect(told(report, offsetOf(report, 'r1 natural'))).toBe([
      '三、本年度办理结果 › （一）予以公开 › 自然人',
      '≠ “（一）予以公开”：总计 2 ≠ 各列之和 7 — 不成立，相差5',
      '≠ “自然人”列：办理结果总计 4 ≠ 第（一）至（六）项之和 9（7 + 2） — 不成立，相差5',
    ].join('\n'));
  });
});

describe.each(inEveryLayout({ 'r1 natural': '若干' }))('hover beside a word in $layout', (report) => {
  it('says why an equation was not evaluated', () => {
    expect(told(report, offsetOf(report, 'r1 total'))).toContain('○ “（一）予以公开”：总计 2 ≟ 各列之和 0 — 未核：有的格不是数字\n  自然人 若干\n  其余5项为0');
    expect(told(report, offsetOf(report, 'r1 total'), 'en')).toContain('not evaluated: a cell is not a number');
  });
});

describe('hover on hostile text', () => {
  const HOSTILE = '[x](command:a)<img src=x onerror=alert(1)>**`$(sync~spin)`&lt;{{a}}\u202e9';
  const report = knownReport('tabs', { 'r1 natural': HOSTILE });
  const value = (hoverOf(
    report.analysis, offsetOf(report, 'r1 total'), { language: 'zh', markdown: true },
  )!.contents as MarkupContent).value;

  it('shows it as text', () => {
    expect(cellOf(report, 'r1 natural').content.text).toBe(HOSTILE);
    expect(value).toContain(escapeMarkdown(HOSTILE));
    expect(escapeMarkdown(HOSTILE)).toBe(
      '\\[x\\]\\(command\\:a\\)\\<img src\\=x onerror\\=alert\\(1\\)\\>\\*\\*\\`\\$\\(sync\\~spin\\)\\`\\&lt\\;\\{\\{a\\}\\}⟨U\\+202E⟩9');
  });

  it('cuts what is too long', () => {
    const long = knownReport('tabs', { 'r1 natural': '长'.repeat(10_000) });
    const shown = told(long, offsetOf(long, 'r1 total'))!;
    expect(shown.length).toBeLessThan(800);
    expect(shown).toContain('…');
  });
});

describe('hover in a table of no form', () => {
  it('names row and column as the table does', () => {
    const text = '| 部门 | 收入 | 支出 |\n|---|---|---|\n| 财务处 | 12 | 7 |\n| 人事处 | 30 | 9 |\n';
    expect(told({ analysis: analyze(text) }, text.indexOf('30'))?.split('\n')[0]).toBe('人事处 › 收入');
    expect(told({ analysis: analyze(text) }, text.indexOf('财务处'))).toBeNull();
  });

  it('shows the sums that the table has by itself', () => {
    const rows = [['一月', 12, 7], ['二月', 30, 9], ['三月', 8, 4], ['四月', 21, 6], ['五月', 5, 15]] as const;
    const text = `| 月份 | 收入 | 支出 | 合计 |\n|---|---|---|---|\n${rows.map(([name, a, b]) => `| ${name} | ${a} | ${b} | ${a + b} |`).join('\n')}\n| 合计 | 76 | 41 | 117 |\n`;
    const shown = told({ analysis: analyze(text) }, text.indexOf('117'))!;
    expect(shown.split('\n')[0]).toBe('合计 › 合计');
    expect(shown).toMatch(/✓ .*117 = 117（19 \+ 39 \+ 12 \+ 27 \+ 20）/);
    expect(shown).toMatch(/✓ .*117 = 117（76 \+ 41）/);
  });
});
