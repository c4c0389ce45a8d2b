// What must hold for any text: an Analysis comes back, spans slice, incremental equals full; hostile input included.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import type { Analysis } from '../../server/src/analysis/analysis';
import { INTERNAL_ERROR } from '../../server/src/analysis/guarded';
import { say } from '../../server/src/messages';
import { checkCells, checkLedger } from '../harness/invariants';

const SAMPLES = join(import.meta.dirname, '../../samples');
const samples = readdirSync(SAMPLES).map((name) => readFileSync(join(SAMPLES, name), 'utf8'));

/** Everything an Analysis says, as plain data. */
function said(analysis: Analysis): unknown {
  return {
    findings: analysis.findings.map((f) => ({
      id: f.id, rule: f.rule, level: f.level, span: { start: f.span.start, end: f.span.end }, message: say(f.message, 'zh'),
      related: f.related.map((r) => [r.span.start, r.span.end, say(r.message, 'zh')]),
      repairs: f.repairs().map((r) => [say(r.title, 'zh'), r.kind, r.preferred, r.edits.map((e) => [e.start, e.end, e.newText])]),
    })),
    ledger: analysis.ledger,
    tables: analysis.tables.map((t) => [t.layout, t.table.form?.key ?? null, t.span.start, t.span.end, t.table.reading.cells.length]),
  };
}

function checkSound(analysis: Analysis): void {
  checkCells(analysis);
  checkLedger(analysis);
  for (const finding of analysis.findings) {
    expect(finding.rule, say(finding.message, 'zh')).not.toBe(INTERNAL_ERROR);
    expect(finding.span.start).toBeGreaterThanOrEqual(0);
    expect(finding.span.end).toBeLessThanOrEqual(analysis.text.length);
    expect(finding.span.start).toBeLessThanOrEqual(finding.span.end);
    for (const repair of finding.repairs()) {
      for (const edit of repair.edits) { expect(edit.end).toBeLessThanOrEqual(analysis.text.length); }
    }
  }
}

const PIECES = ['|', '\t', '\n', '\n\n', '\r\n', '<table>', '<tr>', '<td rowspan=3>', '</table>', '```', '~~~', '⟦', '0', '12', '-', '—', '\u00a0', '\u3000',
  '\ufeff', '\0', '\ud800', '总计', '自然人', '一、', '（七）总计', '1.属于国家秘密', '行政许可', '[bookmark: x', ']', '&nbsp;', '，', '。', 'x', '<!--', '-->',
  '件', '%'];
const scraps = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 80 })
  .map((parts) => parts.join(''));

/** A report with a few random cuts, copies and insertions. */
const edited = fc.tuple(
  fc.nat(samples.length - 1),
  fc.array(fc.tuple(fc.nat(), fc.nat(60), fc.oneof(fc.constantFrom(...PIECES), fc.constant(''))), { maxLength: 6 }),
)
  .map(([which, edits]) => edits.reduce((text, [at, length, piece]) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + piece + text.slice(start + length);
  }, samples[which]));

describe('any text', () => {
  it('gives a sound Analysis', () => {
    fc.assert(fc.property(scraps, (text) => checkSound(analyze(text))), { numRuns: 400 });
  });

  it('gives a sound Analysis for reports with random damage', () => {
    fc.assert(fc.property(edited, (text) => checkSound(analyze(text))), { numRuns: 150 });
  });

  it('gives the same Analysis from an earlier one as afresh', () => {
    fc.assert(fc.property(edited, edited, (before, after) => {
      expect(said(analyze(after, { earlier: analyze(before) }))).toEqual(said(analyze(after)));
    }), { numRuns: 80 });
  });

  it('gives the same Analysis after every keystroke of a line typed into a report', () => {
    let text = samples[1];
    let analysis = analyze(text);
    const at = text.indexOf('(七)总计');
    for (const [i, c] of [...'\n\n9\n\n'].entries()) {
      text = text.slice(0, at + i) + c + text.slice(at + i);
      analysis = analyze(text, { earlier: analysis });
      expect(said(analysis)).toEqual(said(analyze(text)));
    }
  });
});

describe('hostile input', () => {
  const report = samples[2];
  const cases: Readonly<Record<string, string>> = {
    'empty': '',
    'only a BOM': '\ufeff',
    'a NUL in the middle': `${report.slice(0, 3000)}\0${report.slice(3000)}`,
    'cut surrogates': `${report.slice(0, 3000)}\ud83d${report.slice(3000)}\udc00`,
    'one line of 5 MB': `|${'0|'.repeat(2_500_000)}`,
    'one line of 5 MB with tabs': '0\t'.repeat(2_500_000),
    '100,000 cells in pipes': `${'| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 |\n'.repeat(10_000)}`,
    '100,000 cells, one a line': '\t12\n'.repeat(100_000),
    '100,000 paragraphs': '12\n\n'.repeat(100_000),
    'a table that never ends': `<table>${'<tr><td>1<td>2'.repeat(50_000)}`,
    'tables nested 2,000 deep': '<table><tr><td>'.repeat(2_000),
    'the same row label 20,000 times': `${'| （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n'.repeat(20_000)}`,
    'open brackets and quotes': '[bookmark: '.repeat(20_000),
    'rows of dashes': `${'|---|---|\n'.repeat(50_000)}`,
  };
  it.each(Object.keys(cases))('%s is read without a throw', (name) => {
    checkSound(analyze(cases[name]));
  });
});
