// One wrong figure anywhere in the request table, in the text itself: found, at that cell, with the right figure offered.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { builtInForms } from '../../server/src/forms';
import { seeded } from '../harness/random';
import { consistentFigures } from '../harness/randomReport';
import { LAYOUTS } from '../harness/grid';
import { renderReport } from '../harness/renderReport';
import { slipsOf } from '../harness/slips';
import { applyEdits } from '../harness/invariants';

const form = builtInForms().find((f) => f.id === 'report-2021')!;
const requests = form.tables.find((t) => t.id === 'requests')!;

describe.each(LAYOUTS)('one wrong figure among the 175 of the request table, %s', (layout) => {
  it('is one error at that cell, and its preferred repair is the right figure', () => {
    const random = seeded(LAYOUTS.indexOf(layout) + 1);
    const figures = new Map(form.tables.map((table) => [table.id, consistentFigures(table, random).map(String)]));
    const right = renderReport(form.tables, figures, 2021, layout);
    let planted = 0;
    for (let place = 0; place < requests.places; place++) {
      for (const { value } of slipsOf(Number(figures.get('requests')![place]), random).slice(0, 3)) {
        const texts = figures.get('requests')!.with(place, String(value));
        const text = renderReport(form.tables, new Map(figures).set('requests', texts), 2021, layout);
        const [finding, ...others] = analyze(text).findings;
        expect(others, `place ${place}`).toEqual([]);
        expect(finding.level).toBe('error');
        expect(text.slice(finding.span.start, finding.span.end)).toBe(String(value));
        const [repair] = finding.repairs();
        expect(repair.preferred).toBe(true);
        expect(applyEdits(text, repair.edits)).toBe(right);
        planted++;
      }
    }
    expect(planted).toBeGreaterThan(400);
  });
});
