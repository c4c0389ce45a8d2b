// A label that is not quite the form's, and a word where its first figure is due: the row is told by what follows.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { builtInForms } from '../../server/src/forms';
import { LAYOUTS } from '../harness/grid';
import { renderReport } from '../harness/renderReport';

const form = builtInForms().find(({ id }) => id === 'report-2021')!;
const requests = form.tables.find(({ id }) => id === 'requests')!;

/** In spaced rows nothing parts a label that no form has from a word beside it: nothing is said of the row. */
const TOLD = LAYOUTS.filter((layout) => layout !== 'spaced-rows');

describe.each(TOLD)('%s', (layout) => {
  it.each(['carry', 'fwd'])('%s: a word in the first cell of a row whose label is misspelt', (id) => {
    const row = requests.rows.find((one) => one.id === id)!;
    const figures = new Map(form.tables.map((table) => [table.id, Array<string>(table.places).fill('0')]));
    figures.get('requests')![row.base] = '涉密';
    const text = renderReport(form.tables, figures, 2022, layout).replace('结转', '转结').replace('结转下年度', '转结下年度');
    const { findings } = analyze(text);
    expect(findings.map(({ rule }) => rule).filter((rule) => rule !== 'row-label-wording')).toEqual(['non-numeric-cell']);
  });
});
