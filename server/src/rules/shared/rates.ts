/**
 * What the rules about shares and changes have in common. Invariant: a finding stands at the percentage, says what the
 * figures beside it give, and offers that as a repair for a person to look at.
 */
import type { WrongRate } from '../../equations/infer/fit';
import type { Inference } from '../../equations/infer/infer';
import { cellAt, type Sheet } from '../../equations/infer/sheet';
import { writtenAs } from '../../equations/infer/writing';
import type { Cell } from '../../model/cell';
import { message, type MessageKey } from '../../messages';
import Big from 'big.js';
import { totalsRule, type TotalsRule } from '../rule';

export interface RateFacts {
  readonly place: string;
  readonly found: string;
  readonly value: string;
  /** The figures it is worked out from, as written. */
  readonly from: string;
  readonly cell: Cell;
}

export function rateRule(id: string, key: MessageKey, wrongIn: (inference: Inference) => readonly WrongRate[]): TotalsRule<RateFacts> {
  return totalsRule<RateFacts>({
    id,
    level: 'information',
    *find({ inference }) {
      for (const { sheet, place, due, from } of wrongIn(inference)) {
        const cell = cellAt(sheet, place);
        const basis = from.map((one) => cellAt(sheet, one));
        yield {
          rule: id, span: cell,
          facts: {
            place: nameAt(sheet, place), found: cell.content.text, value: writtenAs(sheet, place, new Big(due)), cell,
            from: basis.map(({ content }) => content.text).join(' → '),
          },
          related: basis.map((one, i) => ({
            span: one, message: message('sum.term', { place: nameAt(sheet, from[i]), found: one.content.text }),
          })),
        };
      }
    },
    explain: ({ facts: { place, found, value, from } }) => message(key, { place, found, value, from }),
    *repairs({ facts: { place, value, cell } }) {
      yield {
        title: message('totals.set', { place, value }), kind: 'review', preferred: false, changes: [{ kind: 'setCell', cell, text: value }],
      };
    },
  });
}

function nameAt(sheet: Sheet, place: number): string {
  const width = sheet.columns.length;
  return `${sheet.rows[(place / width) | 0].name} · ${sheet.columns[place % width].name}`;
}
