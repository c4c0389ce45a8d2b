/** Figures of one column with different units, in a column that a total adds up. */
import { readFigure } from '../equations/infer/figure';
import { cellAt } from '../equations/infer/sheet';
import { message } from '../messages';
import { totalsRule } from './rule';

interface MixedFacts { readonly column: string; readonly units: readonly string[] }

const MOST_UNITS = 4;

export const mixedUnits = totalsRule<MixedFacts>({
  id: 'mixed-units',
  level: 'hint',
  *find({ inference: { sheets, relations } }) {
    for (const sheet of sheets) {
      for (let column = 0; column < sheet.columns.length; column++) {
        const relation = relations.find(({ view, vote }) => view.sheet === sheet && view.orientation === 'rows' && vote.says[column] !== 0);
        if (sheet.units[column] !== null || relation === undefined) { continue; }
        const cells = [relation.total, ...relation.parts.lines].map((row) => cellAt(sheet, relation.view.place(row, column)));
        const units = [...new Set(cells.map((cell) => readFigure(cell?.content.text ?? '')?.unit ?? '').filter((unit) => unit !== ''))];
        if (units.length >= 2) { yield { rule: 'mixed-units', span: cells[0], facts: { column: sheet.columns[column].name, units } }; }
      }
    }
  },
  explain: ({ facts: { column, units } }) => message(
    'mixed-units', { column, units: { items: units.slice(0, MOST_UNITS).map((unit) => `“${unit}”`), more: units.length > MOST_UNITS } },
  ),
});
