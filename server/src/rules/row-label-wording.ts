/** A row label that is recognised but not letter for letter the form's: 上年转结, or a word of an earlier form. */
import type { Cell } from '../model/cell';
import type { Finding } from '../model/finding';
import { message } from '../messages';
import { normalForm } from '../text/normal';
import { splitItem } from '../text/item';
import { officialIn } from './shared/labels';
import { hasNoOddities, tableRule } from './rule';

interface Facts {
  readonly cell: Cell;
  readonly official: string;
}

export const rowLabelWording = tableRule<Facts>({
  id: 'row-label-wording',
  level: 'hint',
  idle: hasNoOddities,
  *find({ table }) {
    for (const oddity of table.oddities) {
      if (oddity.kind === 'label-wording') { yield findingOf(oddity.cell, oddity.official, oddity.slip); }
    }
  },
  explain: ({ facts: { cell, official } }) => message('row-label-wording', { found: cell.content.text, official }),
  *repairs({ facts: { cell, official } }) {
    yield {
      title: message('row-label-wording.repair', { official }), kind: 'safe', preferred: true,
      changes: [{ kind: 'setCell', cell, text: officialIn(cell.content, official) }],
    };
  },
});

/** A character that is swapped or replaced is a slip; one that is lost, or a word of another edition, is a matter of wording. */
function findingOf(cell: Cell, official: string, slip: boolean): Finding<Facts> {
  const isSlip = slip && normalForm(splitItem(official).rest).length === cell.content.key.length;
  return { rule: 'row-label-wording', span: cell, facts: { cell, official }, level: isSlip ? 'warning' : 'hint' };
}
