// The real reports with one thing changed by hand: exactly one new finding where something is wrong, none where nothing is.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import type { AnalysedFinding, Analysis } from '../../server/src/analysis/analysis';
import { say } from '../../server/src/messages';
import { applyEdits } from '../harness/invariants';

const ZHENGZHOU = 'zhengzhou-2021.md';
const NINGBO = 'ningbo-2021.txt';

function sample(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../samples', name), 'utf8');
}

/** The sample with its lines changed; `lines[70]` is line 70. */
function changed(name: string, change: (lines: string[]) => void): string {
  const lines = ['', ...sample(name).split('\n')];
  change(lines);
  return lines.slice(1).join('\n');
}

function replaced(name: string, line: number, from: string, to: string): string {
  return changed(name, (lines) => {
    expect(lines[line]).toContain(from);
    lines[line] = lines[line].replaceAll(from, to);
  });
}

const lineOf = (text: string, { span }: AnalysedFinding): number => text.slice(0, span.start).split('\n').length;

/** `line rule marked text` of every finding of a rule the untouched sample has not. */
function fresh(name: string, text: string): string[] {
  const known = new Set(analyze(sample(name)).findings.map((finding) => finding.rule));
  return analyze(text).findings.filter((finding) => !known.has(finding.rule))
    .map((finding) => `${lineOf(text, finding)} ${finding.rule} ${text.slice(finding.span.start, finding.span.end)}`);
}

function findingOf(analysis: Analysis, rule: string): AnalysedFinding {
  const found = analysis.findings.filter((finding) => finding.rule === rule);
  expect(found).toHaveLength(1);
  return found[0];
}

/** Applies the preferred repair of the only finding of a rule. */
function repaired(text: string, rule: string): string {
  const repair = findingOf(analyze(text), rule).repairs().find((one) => one.preferred);
  expect(repair, `preferred repair of ${rule}`).toBeDefined();
  return applyEdits(text, repair!.edits);
}

const relatedTo = (text: string, rule: string): string[] => findingOf(analyze(text), rule).related.map((one) => say(one.message, 'zh'));

describe('rows', () => {
  it('a deleted row is missing, and comes back with zeros', () => {
    const text = changed(ZHENGZHOU, (lines) => { lines.splice(70, 1); });
    expect(fresh(ZHENGZHOU, text)).toEqual(['69 missing-row 2.重复申请']);
    const { message, level } = findingOf(analyze(text), 'missing-row');
    expect(level).toBe('error');
    expect(say(message, 'zh')).toContain('缺少行“3.要求提供公开出版物”，应在“2.重复申请”之后');
    expect(repaired(text, 'missing-row')).toBe(sample(ZHENGZHOU));
  });

  it('a deleted row with figures comes back with what the equations give', () => {
    const text = changed(ZHENGZHOU, (lines) => { lines.splice(75, 1); });
    expect(fresh(ZHENGZHOU, text)).toEqual(['74 missing-row 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请']);
    expect(repaired(text, 'missing-row')).toBe(sample(ZHENGZHOU));
  });

  it('rows that changed places are told once and change back', () => {
    const text = changed(ZHENGZHOU, (lines) => { [lines[65], lines[66]] = [lines[66], lines[65]]; });
    expect(fresh(ZHENGZHOU, text)).toEqual(['66 row-out-of-order 1.本机关不掌握相关政府信息']);
    expect(repaired(text, 'row-out-of-order')).toBe(sample(ZHENGZHOU));
  });

  it('a row that was copied is told at the copy, and the copy goes', () => {
    const text = changed(ZHENGZHOU, (lines) => { lines.splice(58, 0, lines[58]); });
    expect(fresh(ZHENGZHOU, text)).toEqual(['59 duplicate-row 2.其他法律行政法规禁止公开']);
    expect(repaired(text, 'duplicate-row')).toBe(sample(ZHENGZHOU));
  });

  it('a copy with other figures is told, and nothing is deleted', () => {
    const text = changed(ZHENGZHOU, (lines) => { lines.splice(60, 0, lines[60].replace('| 2 |', '| 3 |')); });
    const finding = findingOf(analyze(text), 'duplicate-row');
    expect(say(finding.message, 'zh')).toContain('数据不同');
    expect(finding.repairs()).toEqual([]);
  });

  it('a figure that is lost among cells in a row: the equations say where it stood, and which it was', () => {
    for (const [line, name] of [[164, NINGBO], [166, NINGBO], [178, 'baoshan-2023.txt']] as const) {
      const text = changed(name, (lines) => {
        expect(lines[line].trim()).toMatch(/^\d+$/);
        lines.splice(line, 1);
      });
      expect(fresh(name, text).map((one) => one.split(' ')[1])).toEqual(['row-cell-count']);
      expect(repaired(text, 'row-cell-count')).toBe(sample(name));
    }
  });

  it('rows do not merge where the blank line between them is lost', () => {
    const text = changed(NINGBO, (lines) => {
      expect(lines[307].trim()).toBe('');
      lines.splice(307, 1);
    });
    const before = analyze(sample(NINGBO));
    const after = analyze(text);
    expect(after.findings.map((f) => f.rule)).toEqual(before.findings.map((f) => f.rule));
    expect(after.ledger).toEqual(before.ledger);
  });

  it('a table of the 2019 form lacks no row in a report about 2022', () => {
    const text = sample('baoji-2020.txt').replaceAll('2020', '2022');
    expect(text).toContain('2022');
    expect(analyze(text).findings.filter((f) => f.rule === 'missing-row')).toEqual([]);
  });

  it('but is told to be of the wrong edition, once', () => {
    const text = sample('baoji-2020.txt').replaceAll('2020', '2022');
    expect(fresh('baoji-2020.txt', text).map((one) => one.split(' ')[1]).sort())
      .toEqual(['fee-statement', 'mixed-form-years', 'signature-date']);
  });

  it('nor where the rest of the report follows the 2021 form', () => {
    const requests = sample('baoji-2020.txt').split('\n').slice(54, 84).join('\n');
    const text = changed(ZHENGZHOU, (lines) => { lines.splice(47, 31, ...requests.split('\n')); });
    const analysis = analyze(text);
    expect(analysis.tables.map((t) => t.table.form?.key))
      .toEqual(['report-2021/disclosure', 'report-2019/requests', 'report-2021/reviews']);
    expect(analysis.findings.filter((f) => f.rule === 'missing-row')).toEqual([]);
  });
});

describe('figures', () => {
  it('a total of outcomes: one finding at the cell, the sum of its row and the balance along', () => {
    const text = replaced(ZHENGZHOU, 76, '| 90 | 0 |', '| 91 | 0 |');
    expect(fresh(ZHENGZHOU, text)).toEqual(['76 outcome-sum 91']);
    const along = relatedTo(text, 'outcome-sum').join('\n');
    expect(along).toContain('总计 90 ≠ 各列之和 91');
    expect(along).toContain('第一项加第二项之和 91（86 + 5） ≠ 第三项加第四项之和 92（91 + 1）');
    expect(repaired(text, 'outcome-sum')).toBe(sample(ZHENGZHOU));
  });

  it('one outcome: its row and its column are off by the same, so the cell is named', () => {
    const text = replaced(ZHENGZHOU, 60, '权益 | 2 |', '权益 | 3 |');
    expect(fresh(ZHENGZHOU, text)).toEqual(['60 row-sum 3']);
    expect(repaired(text, 'row-sum')).toBe(sample(ZHENGZHOU));
  });

  it('the same slip in a cell and its total: only balances fail, suspects are named, none is preferred', () => {
    const text = replaced(ZHENGZHOU, 54, '| 5 |', '| 6 |');
    const analysis = analyze(text);
    expect(analysis.ledger.broken).toBe(2);
    expect(fresh(ZHENGZHOU, text)).toEqual(['53 request-balance 86']);
    const repairs = findingOf(analysis, 'request-balance').repairs();
    expect(repairs.filter((repair) => repair.preferred)).toEqual([]);
    expect(repairs.map((repair) => applyEdits(text, repair.edits))).toContain(sample(ZHENGZHOU));
  });

  it('a total alone left blank is worked out', () => {
    const filled = changed('baoji-2020.txt', (lines) => {
      for (const line of [60, 62, 83]) { lines[line] = lines[line].replace(/\t\t(?=0)/, '\t0\t'); }
      lines[61] = lines[61].replace(/0(\t*)$/, '$1');
    });
    const blanks = analyze(filled).findings.filter(({ rule }) => rule === 'blank-cell');
    expect(blanks.map((finding) => lineOf(filled, finding))).toEqual([61]);
    expect(say(blanks[0].message, 'zh')).toContain('“二、上年结转政府信息公开申请数量 · 总计”为空，应为0');
    const [repair] = blanks[0].repairs();
    expect(repair.preferred).toBe(true);
    expect(analyze(applyEdits(filled, repair.edits)).findings.filter(({ rule }) => rule === 'blank-cell')).toEqual([]);
  });

  it('a total in the corner: three equations, one finding', () => {
    const text = replaced(NINGBO, 338, '47', '48');
    expect(analyze(text).ledger.broken).toBe(analyze(sample(NINGBO)).ledger.broken + 3);
    expect(fresh(NINGBO, text)).toEqual(['338 row-sum 48']);
    expect(repaired(text, 'row-sum')).toBe(sample(NINGBO));
  });
});

describe('what is told of wrong figures', () => {
  const inLine = (from: string, to: string, said = '31 件'): string => changed(ZHENGZHOU, (lines) => {
    const row = lines.findIndex((line) => line.includes('(一) 予以公开 |'));
    expect(lines[row]).toContain(from);
    lines[row] = lines[row].replace(from, to);
    const sentence = lines.findIndex((line) => line.includes('予以公开 31 件'));
    lines[sentence] = lines[sentence].replace('31 件', said);
  });

  it('a sentence that repeats a wrong total is named beside it, in both languages', () => {
    const text = inLine('| 0 | 31 |', '| 0 | 13 |', '13 件');
    const finding = findingOf(analyze(text), 'row-sum');
    expect(relatedTo(text, 'row-sum')).toContain('正文也称“予以公开”13件；表中“（一）予以公开”改为31后，正文应一并改正。');
    expect(finding.related.map((one) => say(one.message, 'en')).join('\n')).toContain(
      'is changed to 31, the text should be changed along with it',
    );
    expect(fresh(ZHENGZHOU, text).filter((one) => one.includes('prose-'))).toEqual([]);
  });

  it('a sentence that has the right total is not', () => {
    expect(relatedTo(inLine('| 0 | 31 |', '| 0 | 13 |'), 'row-sum').join('\n')).not.toContain('一并改正');
  });

  it('two cells that are wrong in one row each name the other, and claim no more than both together give', () => {
    const text = inLine('| 31 | 0 |', '| 13 | 4 |');
    const told = analyze(text).findings.filter(({ rule }) => rule === 'row-sum').map(({ message }) => say(message, 'zh'));
    expect(told).toEqual([
      '“（一）予以公开 · 自然人”为13，应为31，另有：“（一）予以公开 · 商业企业” → 0。一并改正后，不成立的3条勾稽关系全部成立。',
      '“（一）予以公开 · 商业企业”为4，应为0，另有：“（一）予以公开 · 自然人” → 31。一并改正后，不成立的3条勾稽关系全部成立。',
    ]);
  });
});
