// The same report in each of the nine layouts gives the same findings: random figures, random single faults.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import type { AnalysedFinding } from '../../server/src/analysis/analysis';
import { builtInForms } from '../../server/src/forms';
import { say } from '../../server/src/messages';
import { seeded } from '../harness/random';
import { consistentFigures } from '../harness/randomReport';
import { LAYOUTS, type RenderedLayout } from '../harness/grid';
import { renderReport } from '../harness/renderReport';

const forms = builtInForms().filter((form) => form.id.startsWith('report-'));

/** What may stand in a cell by mistake; a digit slip is made from the right figure. */
const FAULTS: readonly ((right: string) => string)[] = [
  (right) => String(Number(right) + 1),
  (right) => `${right}0`.replace(/^00$/, '10'),
  (right) => (right.length > 1 ? right.slice(1).replace(/^0+(?=\d)/, '') : String(9 - Number(right))),
  (right) => `${right}件`,
  (right) => right.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
  (right) => `-${Number(right) + 1}`,
  (right) => `${right}.5`,
  () => '—',
  () => '若干',
  () => '',
];

function told(findings: readonly AnalysedFinding[], text: string): string[] {
  return findings.map((f) => (
    `${f.rule} ${f.level} ${say(f.message, 'zh')} ⟦${text.slice(f.span.start, f.span.end).replace(/<[^>]*>|[\s|]+/g, ' ').replace(/ +/g, ' ')}⟧`
  ));
}

function reportWith(
  form: (typeof forms)[number], seed: number, fault: { table: number; place: number; kind: number } | null, layout: RenderedLayout,
): string {
  const random = seeded(seed);
  const figures = new Map(form.tables.map((table) => [table.id, consistentFigures(table, random).map(String)]));
  if (fault) {
    const table = form.tables[fault.table % form.tables.length];
    const texts = figures.get(table.id)!;
    const place = fault.place % table.places;
    texts[place] = FAULTS[fault.kind](texts[place]);
  }
  return renderReport(form.tables, figures, form.firstYear, layout);
}

describe('the same report in every layout', () => {
  it('is clean where the figures are right', () => {
    fc.assert(fc.property(fc.nat(), fc.nat(forms.length - 1), (seed, number) => {
      const form = forms[number];
      for (const layout of LAYOUTS) {
        const text = reportWith(form, seed, null, layout);
        const analysis = analyze(text);
        expect(told(analysis.findings, text), layout).toEqual([]);
        expect(analysis.ledger.held, layout).toBe(analysis.ledger.declared);
        expect(analysis.tables.map((t) => t.table.form?.key), layout).toEqual(form.tables.map((t) => t.key));
      }
    }), { numRuns: 40 });
  });

  it('gives the same findings for any single fault', () => {
    const fault = fc.record({ table: fc.nat(2), place: fc.nat(174), kind: fc.nat(FAULTS.length - 1) });
    fc.assert(fc.property(fc.nat(), fc.nat(forms.length - 1), fault, (seed, number, planted) => {
      const form = forms[number];
      const first = reportWith(form, seed, planted, LAYOUTS[0]);
      const expected = told(analyze(first).findings, first);
      for (const layout of LAYOUTS.slice(1)) {
        const text = reportWith(form, seed, planted, layout);
        // In spaced rows a blank leaves no trace: the row is not evaluated.
        const isUnseen = layout === 'spaced-rows' && planted.kind === FAULTS.length - 1;
        expect(told(analyze(text).findings, text), layout).toEqual(isUnseen ? [] : expected);
      }
    }), { numRuns: 150 });
  });
});
