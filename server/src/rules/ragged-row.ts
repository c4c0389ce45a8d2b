/** A row with more or fewer cells than its header, in a table with totals: Markdown cuts it in silence; a
 * shorter row is fine where only words are left off. */
import type { Cell } from '../model/cell';
import { message } from '../messages';
import { totalsRule, type TotalsContext } from './rule';

interface RaggedFacts { readonly row: string; readonly found: number; readonly due: number }

export const raggedRow = totalsRule<RaggedFacts>({
  id: 'ragged-row',
  level: 'hint',
  *find({ table, inference, verdicts }: TotalsContext) {
    const { layout } = table.reading;
    if ((layout !== 'pipes' && layout !== 'csv') || !verdicts.some(({ state }) => state === 'held')) { return; }
    const [header, ...rows] = table.rows;
    const { rows: names, grid } = inference.sheets[0];
    for (const { cells } of rows) {
      if (cells.length === header.cells.length || cells.every(isBlank)) { continue; }
      const line = names[cells[0].row - grid.headerRows];
      if (cells.length < header.cells.length
        && !inference.sheets.some(({ gridColumn }) => gridColumn.some((column) => column >= cells.length))) {
        continue;
      }
      yield {
        rule: 'ragged-row', span: { start: cells[0].start, end: cells[cells.length - 1].end },
        facts: { row: line?.name ?? '', found: cells.length, due: header.cells.length },
      };
    }
  },
  explain: ({ facts: { row, found, due } }) => message('ragged-row', { row, found, due }),
});

function isBlank({ content }: Cell): boolean {
  return content.amount.kind === 'blank';
}
