// Inlay hints and the sum of a selection, in every layout.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { DEFAULT_HINTS, inlayHintsOf, type HintSettings } from '../../server/src/features/inlayHints';
import { positionsOf } from '../../server/src/features/position';
import { selectionSumOf } from '../../server/src/features/selectionSum';
import { cellOf, inEveryLayout, knownReport, offsetOf, type KnownReport } from '../harness/knownReport';

const ALL: HintSettings = { cells: true, totals: true };
const BARE = new Set(['cell-lines', 'paragraph-cells', 'bar-cells', 'closed-cells', 'led-cells']);

/** What a reader sees at a figure: hints before it, the figure, hints after it. */
function shownAt(report: KnownReport, name: string, wanted: HintSettings): string {
  const at = offsetOf(report, name);
  const end = at + cellOf(report, name).content.text.length;
  const positions = positionsOf(report.analysis);
  const hints = inlayHintsOf(report.analysis, { start: 0, end: report.text.length }, wanted, 'zh');
  const labels = (offset: number, before: boolean): string => hints
    .filter((hint) => positions.offset(hint.position) === offset && (hint.paddingRight === true) === before)
      .map(({ label }) => String(label)).join(' ');
  return [labels(at, true), report.text.slice(at, end), labels(end, false)].filter((part) => part !== '').join(' ');
}

describe.each(inEveryLayout())('hints in $layout', (report) => {
  it('tick off totals by default', () => {
    expect(shownAt(report, 'total natural', DEFAULT_HINTS)).toBe('4 ✓');
    expect(shownAt(report, 'r1 total', DEFAULT_HINTS)).toBe('2 ✓');
    expect(shownAt(report, 'r1 natural', DEFAULT_HINTS)).toBe('2');
  });

  it('name figures that stand bare, where that is wanted', () => {
    expect(shownAt(report, 'r1 natural', ALL)).toBe(BARE.has(report.layout) ? '（一）予以公开 · 自然人: 2' : '2');
    expect(shownAt(report, 'total total', ALL)).toBe(BARE.has(report.layout) ? '（七）总计 · 总计: 5 ✓' : '5 ✓');
  });

  it('can be switched off', () => {
    expect(inlayHintsOf(report.analysis, { start: 0, end: report.text.length }, { cells: false, totals: false }, 'zh')).toEqual([]);
  });

  it('stay within what is asked for', () => {
    const at = offsetOf(report, 'r1 total');
    const hints = inlayHintsOf(report.analysis, { start: at, end: at + 1 }, DEFAULT_HINTS, 'zh');
    expect(hints.map(({ position }) => positionsOf(report.analysis).offset(position))).toEqual([at + 1]);
    expect(hints[0].tooltip).toBe('“（一）予以公开”：总计 2 = 各列之和 2');
  });
});

describe.each(inEveryLayout({ 'r1 natural': '7' }))('hints at totals that do not hold in $layout', (report) => {
  it('show the sum', () => {
    expect(shownAt(report, 'r1 total', DEFAULT_HINTS)).toBe('2 ≠ 7');
    expect(shownAt(report, 'total natural', DEFAULT_HINTS)).toBe('4 ≠ 9');
    expect(shownAt(report, 'total total', DEFAULT_HINTS)).toBe('5 ✓');
  });
});

describe.each(inEveryLayout({ 'r1 natural': '若干' }))('hints at totals that cannot be worked out in $layout', (report) => {
  it('show what is known', () => expect(shownAt(report, 'r1 total', DEFAULT_HINTS)).toBe('2 ≟ 0'));
});

describe.each(inEveryLayout())('the sum of a selection in $layout', (report) => {
  it('adds up the figures it touches', () => {
    const start = offsetOf(report, 'r2 natural');
    const sum = selectionSumOf(report.analysis, [{ start, end: offsetOf(report, 'r2 total') }]);
    expect(sum).toEqual({ count: 6, sum: '3', average: '0.5', isRounded: false, unit: '' });
  });

  it('takes several selections, each figure once', () => {
    const cells = [
      'new natural', 'carry natural', 'new natural',
    ].map((name) => ({ start: offsetOf(report, name), end: offsetOf(report, name) + 1 }));
    expect(selectionSumOf(report.analysis, cells)).toEqual({ count: 2, sum: '5', average: '2.5', isRounded: false, unit: '' });
  });

  it('says nothing of a single figure, of a cursor and of prose', () => {
    const at = offsetOf(report, 'new natural');
    expect(selectionSumOf(report.analysis, [{ start: at, end: at + 1 }])).toBeNull();
    expect(selectionSumOf(report.analysis, [{ start: at, end: at }])).toBeNull();
    expect(selectionSumOf(report.analysis, [{ start: 0, end: 20 }])).toBeNull();
  });
});

describe('the sum of a selection', () => {
  const sum = (cells: readonly string[]): ReturnType<typeof selectionSumOf> => {
    const text = `| 名称 | 数 |\n|---|---|\n${cells.map((cell, i) => `| 第${i}行甲 | ${cell} |`).join('\n')}\n`;
    return selectionSumOf(analyze(text), [{ start: 0, end: text.length }]);
  };

  it('is exact', () => {
    expect(sum(['0.1', '0.2'])).toMatchObject({ sum: '0.3', average: '0.15', isRounded: false });
    expect(sum(['9007199254740991', '9007199254740991', '1'])).toMatchObject({ sum: '18014398509481983' });
    expect(sum(['1', '1', '2'])).toMatchObject({ sum: '4', average: '1.33', isRounded: true });
  });

  it('minds units', () => {
    expect(sum(['1.5万元', '2.5万元'])).toMatchObject({ sum: '4', unit: '万元' });
    expect(sum(['1.5万元', '2件'])).toEqual({ count: 2, sum: null, average: null, isRounded: false, unit: '' });
  });

  it('is that of a report in a table of another size', () => {
    const report = knownReport('html');
    const all = selectionSumOf(report.analysis, [{ start: 0, end: report.text.length }])!;
    expect(all.count).toBe(10 + 175 + 15);
  });
});
