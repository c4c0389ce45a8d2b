// Outline and folding: sections, tables, row groups; never a row taken for a heading.
import { describe, expect, it } from 'vitest';
import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver';
import { analyze } from '../../server/src/analysis/analyze';
import type { Analysis } from '../../server/src/analysis/analysis';
import { foldingRangesOf } from '../../server/src/features/folding';
import { symbolsOf } from '../../server/src/features/symbols';
import { inEveryLayout, knownReport } from '../harness/knownReport';

/** The tree as indented names, down to a depth. */
function tree(symbols: readonly DocumentSymbol[], depth: number, indent = ''): string[] {
  return depth === 0 ? [] : symbols.flatMap((one) => [indent + one.name, ...tree(one.children ?? [], depth - 1, `${indent}  `)]);
}

const compares = (a: { line: number; character: number }, b: { line: number; character: number }): number => a.line - b.line
  || a.character - b.character;

function mustNest(symbols: readonly DocumentSymbol[], within: DocumentSymbol | null): void {
  for (const one of symbols) {
    expect(one.name).not.toBe('');
    expect(compares(one.range.start, one.selectionRange.start), one.name).toBeLessThanOrEqual(0);
    expect(compares(one.selectionRange.end, one.range.end), one.name).toBeLessThanOrEqual(0);
    if (within) {
      expect(compares(within.range.start, one.range.start), `${within.name} > ${one.name}`).toBeLessThanOrEqual(0);
      expect(compares(one.range.end, within.range.end), `${within.name} > ${one.name}`).toBeLessThanOrEqual(0);
    }
    mustNest(one.children ?? [], one);
  }
}

describe.each(inEveryLayout())('the outline in $layout', ({ analysis, text }) => {
  const symbols = symbolsOf(analysis, 'zh');

  it('has the sections with their tables', () => {
    expect(tree(symbols, 2)).toEqual([
      '一、总体情况', '二、主动公开政府信息情况', '  表格 · 主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况', '  表格 · 收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况', '  表格 · 政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况', '六、其他需要报告的事项',
    ]);
  });

  it('has the rows below their groups', () => {
    const requests = symbols[2].children![0];
    expect(requests.detail).toBe('39/39');
    expect(tree(requests.children!, 1)).toEqual(['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '三、本年度办理结果', '四、结转下年度继续办理']);
    expect(tree(requests.children![2].children!, 2)).toEqual([
      '（一）予以公开', '（二）部分公开',
      '（三）不予公开', ...['1.属于国家秘密', '2.其他法律行政法规禁止公开', '3.危及“三安全一稳定”', '4.保护第三方合法权益', '5.属于三类内部事务信息',
        '6.属于四类过程性信息', '7.属于行政执法案卷', '8.属于行政查询事项'].map((name) => `  ${name}`),
      '（四）无法提供', '  1.本机关不掌握相关政府信息', '  2.没有现成信息需要另行制作', '  3.补正后申请内容仍不明确',
      '（五）不予处理', '  1.信访举报投诉类申请', '  2.重复申请', '  3.要求提供公开出版物', '  4.无正当理由大量反复申请', '  5.要求行政机关确认或重新出具已获取信息',
      '（六）其他处理', '  1.申请人无正当理由逾期不补正、行政机关不再处…', '  2.申请人逾期未按收费通知要求缴纳费用、行政机…', '  3.其他',
      '（七）总计',
    ]);
    expect(tree(symbols[1].children![0].children!, 2)).toEqual([
      '第二十条第（一）项', '  规章', '  行政规范性文件', '第二十条第（五）项', '  行政许可',
      '第二十条第（六）项', '  行政处罚', '  行政强制', '第二十条第（八）项', '  行政事业性收费',
    ]);
  });

  it('leads to the title of a block', () => {
    const { start, end } = symbols[1].children![0].children![1].selectionRange;
    expect(text.split('\n')[start.line].slice(start.character, end.character)).toBe('第二十条第（五）项');
  });

  it('nests', () => mustNest(symbols, null));

  it('folds each section and each table', () => {
    const lines = text.split('\n');
    const ranges = foldingRangesOf(analysis);
    const folded = ranges.map(({ startLine }) => lines[startLine]);
    expect(folded.filter((line) => /^[二三四五]、.*情况$/.test(line))).toHaveLength(4);
    expect(ranges.every(({ startLine, endLine }) => endLine > startLine && lines[endLine].trim() !== '')).toBe(true);
    expect(new Set(ranges.map(({ startLine }) => startLine)).size).toBe(ranges.length);
    const group = ranges.find(({ startLine }) => lines[startLine].includes('（三）不予公开'))!;
    const inside = lines.slice(group.startLine, group.endLine + 1).join('\n');
    const table = ranges.find(({ startLine }) => startLine === symbols[1].children![0].selectionRange.start.line)!;
    expect(lines.slice(table.startLine, table.endLine + 1).join('\n'), 'the widest of those that begin here').toContain('行政事业性收费');
    expect(inside).toContain('8.属于行政查询事项');
    expect(inside).not.toContain('（四）无法提供');
  });
});

describe('the outline of prose', () => {
  const nested = (text: string): string[] => tree(symbolsOf(analyze(text) as Analysis, 'zh'), 9);

  it('nests 一、（一）1. and keeps list sentences out', () => {
    expect(nested([
      '一、总体情况', '（一）主动公开', '1.政策文件', '本年公开文件12件。', '2.会议信息', '（二）依申请公开', '做好答复工作，共办理6件。',
      '二、主动公开政府信息情况', '（一）机构职能',
    ].join('\n\n'))).toEqual(['一、总体情况', '  （一）主动公开', '    1.政策文件', '    2.会议信息', '  （二）依申请公开', '二、主动公开政府信息情况', '  （一）机构职能']);
  });

  it('knows a heading that its text follows at once', () => {
    expect(nested('一、总体情况\n\n(一)主动公开。严格按照要求公开,共12件。\n\n(二)依申请公开。共办理6件。\n\n（三）今年新增3件，办结2件。\n')).toEqual(
      ['一、总体情况', '  (一)主动公开', '  (二)依申请公开']);
  });

  it('is empty for an empty text', () => expect(symbolsOf(analyze(''), 'zh')).toEqual([]));
});

describe('symbols', () => {
  it('say table in English', () => {
    const [, first] = symbolsOf(knownReport('tabs').analysis, 'en');
    expect(first.children![0].name).toBe('Table · 主动公开政府信息情况');
    expect(first.children![0].kind).toBe(SymbolKind.Struct);
  });
});
