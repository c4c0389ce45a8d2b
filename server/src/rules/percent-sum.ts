/** The shares of a whole add up to 100 within their rounding. Silent where a single share is shown to be wrong. */
import { sharesOff, wrongShares } from '../equations/infer/rates';
import { cellAt } from '../equations/infer/sheet';
import { message } from '../messages';
import { totalsRule } from './rule';

const MOST_PARTS = 30;

interface PercentSumFacts { readonly column: string; readonly sum: string }

export const percentSum = totalsRule<PercentSumFacts>({
  id: 'percent-sum',
  level: 'information',
  *find({ inference }) {
    const off = sharesOff(inference);
    if (off.length === 0) { return; }
    const wrong = wrongShares(inference);
    for (const { sheet, column, place, parts, sum } of off) {
      if (wrong.some((one) => one.sheet === sheet && one.place % sheet.columns.length === column)) { continue; }
      yield {
        rule: 'percent-sum', span: cellAt(sheet, place), facts: { column: sheet.columns[column].name, sum },
        related: parts.filter((part) => part !== place).slice(0, MOST_PARTS).map((part) => {
          const { name } = sheet.rows[(part / sheet.columns.length) | 0];
          return { span: cellAt(sheet, part), message: message('sum.term', { place: name, found: cellAt(sheet, part).content.text }) };
        }),
      };
    }
  },
  explain: ({ facts }) => message('percent-sum', { column: facts.column, sum: facts.sum }),
});
