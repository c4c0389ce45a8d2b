// Ways between parts and totals, and growing selections, in every layout.
import { describe, expect, it } from 'vitest';
import { DocumentHighlightKind, type Range } from 'vscode-languageserver';
import { highlightsOf } from '../../server/src/features/highlight';
import { callItemOf, definitionsOf, incomingOf, outgoingOf, referencesOf } from '../../server/src/features/navigation';
import { positionsOf } from '../../server/src/features/position';
import { selectionRangeOf } from '../../server/src/features/selection';
import type { FormTable } from '../../server/src/model/form';
import { placeName } from '../../server/src/rules/shared/names';
import { cellOf, inEveryLayout, knownReport, offsetOf, type KnownReport } from '../harness/knownReport';

const URI = 'file:///report.txt';
const OUTCOMES = ['r1', 'r2', ...below('r3', 8), ...below('r4', 3), ...below('r5', 5), ...below('r6', 3)];
const APPLICANTS = ['natural', 'business', 'research', 'welfare', 'legal', 'other'];
const column = (id: string): string[] => OUTCOMES.map((row) => `${row} ${id}`);
const row = (id: string): string[] => APPLICANTS.map((one) => `${id} ${one}`);

function below(group: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${group}.${i + 1}`);
}

/** The range's figure by row and column ids. */
function nameOf(report: KnownReport, range: Range): string {
  const { table, start } = report.requests;
  const offset = positionsOf(report.analysis).offset(range.start) - start;
  const place = table.places.findIndex((cell) => cell?.start === offset);
  const form: FormTable = table.form!;
  return place < 0
    ? report.text.slice(start + offset, positionsOf(report.analysis).offset(range.end))
    : `${form.rowAt[place].id} ${form.columnAt[place].id}`;
}

describe.each(inEveryLayout())('highlights in $layout', (report) => {
  const marked = (offset: number): Record<string, number> => Object.fromEntries(
    (highlightsOf(report.analysis, offset) ?? []).map(({ range, kind }) => [nameOf(report, range), kind!]));

  it('show the parts of a total', () => {
    expect(marked(offsetOf(report, 'total business'))).toEqual({
      'total business': DocumentHighlightKind.Write,
      ...Object.fromEntries(column('business').map((name) => [name, DocumentHighlightKind.Read])),
    });
  });

  it('show the totals and siblings of a part', () => {
    const shown = marked(offsetOf(report, 'r2 natural'));
    expect(Object.keys(shown).sort()).toEqual([...new Set([...column('natural'), 'total natural', ...row('r2'), 'r2 total'])].sort());
    expect(Object.keys(shown).filter((name) => shown[name] === DocumentHighlightKind.Write).sort()).toEqual(['r2 total', 'total natural']);
  });

  it('show the figures of a row and of a column', () => {
    const label = report.requests.table.rows.find(({ spec }) => spec?.id === 'fwd')!.label[0];
    expect(Object.keys(marked(report.requests.start + label.start))).toEqual(['四、结转下年度继续办理', ...row('fwd'), 'fwd total']);
    const header = report.requests.table.headers[0][1]!;
    expect(Object.keys(marked(report.requests.start + header.start))).toEqual(
      ['商业企业', ...['new', 'carry', ...OUTCOMES, 'total', 'fwd'].map((id) => `${id} business`)]);
  });

  it('leave prose to the editor', () => {
    expect(highlightsOf(report.analysis, report.text.indexOf('本年度工作'))).toBeNull();
  });
});

describe.each(inEveryLayout())('ways in $layout', (report) => {
  const to = (name: string): string[] => definitionsOf(URI, report.analysis, offsetOf(report, name))
    .map((link) => nameOf(report, link.targetSelectionRange));
  const from = (name: string, totals = false): string[] => referencesOf(URI, report.analysis, offsetOf(report, name), totals)
    .map(({ range }) => nameOf(report, range));

  it('lead from a part to its totals', () => {
    expect(to('r2 natural').sort()).toEqual(['r2 total', 'total natural']);
    expect(to('new natural')).toEqual(['new total']);
    expect(to('total natural')).toEqual(['total total']);
    expect(to('new total')).toEqual([]);
  });

  it('lead from a total to its parts', () => {
    expect(from('r1 total')).toEqual(row('r1'));
    expect(from('total legal', true)).toEqual(['total legal', ...column('legal')]);
    expect(from('total total').sort()).toEqual([...column('total'), ...row('total')].sort());
  });

  it('lead from a part to all that its totals add up', () => {
    expect(from('carry other')).toEqual(row('carry'));
  });

  it('roll up and down again', () => {
    const item = callItemOf(URI, report.analysis, offsetOf(report, 'total natural'))!;
    expect(item).toMatchObject({ name: '（七）总计 · 自然人', detail: '4', uri: URI });
    expect(incomingOf(URI, report.analysis, item).map(({ from: up }) => nameOf(report, up.range))).toEqual(['total total']);
    const down = outgoingOf(URI, report.analysis, item);
    expect(down.map(({ to: part }) => nameOf(report, part.range))).toEqual(column('natural'));
    expect(down[0].to.name).toBe('（一）予以公开 · 自然人');
    expect(incomingOf(URI, report.analysis, down[0].to).map(({ from: up }) => nameOf(report, up.range)).sort())
      .toEqual(['r1 total', 'total natural']);
  });

  it('are none in prose and on labels', () => {
    for (const offset of [0, report.requests.start + report.requests.table.rows[0].label[0].start]) {
      expect(definitionsOf(URI, report.analysis, offset)).toEqual([]);
      expect(referencesOf(URI, report.analysis, offset, true)).toEqual([]);
      expect(callItemOf(URI, report.analysis, offset)).toBeNull();
    }
  });
});

describe.each(inEveryLayout())('a growing selection in $layout', (report) => {
  const texts = (offset: number): string[] => {
    const at = positionsOf(report.analysis);
    const shown: string[] = [];
    for (let one: ReturnType<typeof selectionRangeOf> | undefined = selectionRangeOf(report.analysis, offset); one; one = one.parent) {
      shown.push(report.text.slice(at.offset(one.range.start), at.offset(one.range.end)));
    }
    return shown;
  };

  it('takes in cell, row, table, section, document', () => {
    const [cell, own, ...wider] = texts(offsetOf(report, 'fwd natural'));
    expect(cell).toBe('1');
    expect(own).toMatch(/^四、结转下年度继续办理[^]*1$/);
    expect(own).not.toContain('（七）总计');
    expect(wider.at(-1)).toBe(report.text);
    expect(wider.some((text) => text.startsWith('三、收到和处理政府信息公开申请情况') && !text.includes('结果维持'))).toBe(true);
  });

  it('takes in the block of a table that has several', () => {
    const { table, start } = report.analysis.tables.find((one) => one.table.form?.id === 'disclosure')!;
    const shown = texts(start + table.rows[0].values[0]!.start);
    expect(shown.some((text) => text.includes('规章') && text.includes('行政规范性文件') && !text.includes('行政许可'))).toBe(true);
  });

  it('only grows', () => {
    for (const name of ['r3.4 legal', 'new total']) {
      const shown = texts(offsetOf(report, name));
      for (let i = 1; i < shown.length; i++) {
        expect(shown[i]).toContain(shown[i - 1]);
        expect(shown[i].length).toBeGreaterThan(shown[i - 1].length);
      }
    }
    expect(texts(report.text.indexOf('本年度工作')).at(-1)).toBe(report.text);
  });
});

describe('names in the roll-up', () => {
  it('are those of findings', () => {
    const report = knownReport('tabs');
    const item = callItemOf(URI, report.analysis, offsetOf(report, 'r3.5 legal'))!;
    expect(item.name).toBe(placeName(report.requests.table.form!, report.requests.table.places.indexOf(cellOf(report, 'r3.5 legal'))));
  });
});
