/**
 * What the rules about shares and changes have in common. Invariant: a finding stands at the percentage, says what the
 * figures beside it give, and offers that as a repair for a person to look at.
 */
import type { Inference } from '../equations/infer/infer';
import type { WrongRate } from '../equations/infer/rates';
import { cellAt } from '../equations/infer/sheet';
import { writtenAs } from '../equations/infer/writing';
import type { Cell } from '../model/cell';
import { message, type MessageKey } from '../messages';
import Big from 'big.js';
import { totalsRule, type TotalsRule } from './rule';

export interface RateFacts {
  readonly place: string;
  readonly found: string;
  readonly value: string;
  /** Names of the columns it is worked out from. */
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
        const width = sheet.columns.length;
        const name = `${sheet.rows[(place / width) | 0].name} · ${sheet.columns[place % width].name}`;
        const facts = {
          place: name, found: cell.content.text, value: writtenAs(sheet, place, new Big(due)), cell,
          from: from.map((column) => sheet.columns[column].name).join(' → '),
        };
        yield { rule: id, span: cell, facts };
      }
    },
    explain: ({ facts: { place, found, value, from } }) => message(key, { place, found, value, from }),
    *repairs({ facts: { place, value, cell } }) {
      yield { title: message('totals.set', { place, value }), kind: 'review', preferred: false, changes: [{ kind: 'setCell', cell, text: value }] };
    },
  });
}
