// A report with one of its tables wholly blank: that is said, or that the table could not be read, and nothing is missed that stands there.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { builtInForms } from '../../server/src/forms';
import { LAYOUTS, type RenderedLayout } from '../harness/grid';
import { renderReport } from '../harness/renderReport';

const FORMS = builtInForms().filter((form) => form.tables.some(({ id }) => id === 'requests'));
/** A paragraph below each heading of a section with a table, so that no table stands in one stretch of cells with another. */
const BETWEEN = '本年度有关数据统计如下，均为本年度发生数，不含往年结转。';
/** Nothing marks a cell there: what has hardly a figure is told from no other paragraphs. */
const UNMARKED = new Set<RenderedLayout>(['paragraph-cells', 'spaced-rows']);
/** Without the figures of the largest of them, no table is told from paragraphs. */
const UNREAD_AMONG_OTHERS = Array<string>(3).fill('unread-table');
/** Blanks leave no trace there: of a table without a figure nothing tells that it is one. */
const WITHOUT_BLANKS: RenderedLayout = 'spaced-rows';

describe.each(
  FORMS.flatMap((form) => LAYOUTS.map((layout) => ({ form, layout, name: `${form.id} as ${layout}` }))),
)('$name', ({ form, layout }) => {
  const reportWithout = (id: string): string =>
    renderReport(
      form.tables, new Map(form.tables.map((table) => [table.id, Array<string>(table.places).fill(table.id === id ? '' : '0')])),
      form.firstYear + 1, layout,
    );

  it.each(form.tables.map(({ id }) => id))('%s, the others beside it', (id) => {
    const rules = analyze(reportWithout(id)).findings.map(({ rule }) => rule);
    if (layout === WITHOUT_BLANKS) { expect(rules).toEqual(['unread-table']); return; }
    expect(rules).toEqual(layout === 'paragraph-cells' && id === 'requests' ? UNREAD_AMONG_OTHERS : ['blank-block']);
  });

  it.each(form.tables.map(({ id }) => id))('%s, apart from the others', (id) => {
    const text = form.tables.reduce((of, { title }) => of.replace(title, `${title}\n\n${BETWEEN}`), reportWithout(id));
    const isTold = !UNMARKED.has(layout) && !(layout === 'cell-lines' && id === 'disclosure');
    expect(analyze(text).findings.map(({ rule }) => rule)).toEqual(isTold ? ['blank-block'] : ['unread-table']);
  });
});
