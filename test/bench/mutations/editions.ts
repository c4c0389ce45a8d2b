/** The table of requests in the other edition of the form. Invariant: all sums stay as they were; blanks become 0. */
import { builtInForms } from '../../../server/src/forms';
import type { RowSpec } from '../../../server/src/model/form';
import type { Sheet } from '../../harness/sheet';
import type { TableDraft } from './draft';

/** Rows under （六）: one in 2019, three in 2021. */
const OTHER_HANDLING = /^r6/;

export function inOtherEdition(table: TableDraft): Sheet | null {
  const other = builtInForms().flatMap(({ tables }) => tables)
    .find(({ id, form }) => id === table.form.id && form.id !== table.form.form.id);
  if (other === undefined) { return null; }
  const figuresOf = (id: string): number[] => table.rows.filter((row) => row.id === id)
    .flatMap((row) => table.form.blocks[0].columns.map((_, i) => Number(table.figureAt(row.base + i)) || 0));
  const handled = table.rows.filter(({ id }) => OTHER_HANDLING.test(id)).map(({ id }) => figuresOf(id))
    .reduce((sums, figures) => sums.map((sum, i) => sum + figures[i]));
  const figures = (row: RowSpec): number[] => {
    if (!OTHER_HANDLING.test(row.id)) { return figuresOf(row.id); }
    return row.id === 'r6' || row.id === 'r6.1' ? handled : handled.map(() => 0);
  };
  return {
    form: other, titles: ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'],
    headers: [other.blocks[0].columns.map(({ label }) => label)],
    headings: new Map(other.blocks.flatMap((block) => block.headings).map((heading) => [heading, heading.label])),
    rows: other.rows.map((spec) => ({
      spec, block: 0, groups: spec.groups, label: spec.label, figures: figures(spec).map(String), labelAbove: '', padding: '', shift: 0,
    })),
  };
}
