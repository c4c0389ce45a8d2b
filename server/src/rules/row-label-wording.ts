/** A row label that is recognised but not letter for letter the form's: 上年转结, or a word of an earlier form. */
import type { Cell } from '../model/cell';
import { message } from '../messages';
import { normalForm } from '../text/normal';
import { splitItem } from '../text/item';
import { officialIn } from './shared/labels';
import { oddityRule } from './shared/oddityRule';

interface Facts {
  readonly cell: Cell;
  readonly official: string;
}

export const rowLabelWording = oddityRule<'label-wording', Facts>({
  id: 'row-label-wording',
  level: 'hint',
  kind: 'label-wording',
  found: ({ cell, official, slip }) => ({
    span: cell, facts: { cell, official }, level: slip && isSlip(cell, official) ? 'warning' : 'hint',
  }),
  explain: ({ facts: { cell, official } }) => message('row-label-wording', { found: cell.content.text, official }),
  *repairs({ facts: { cell, official } }) {
    yield {
      title: message('row-label-wording.repair', { official }), kind: 'safe', preferred: true,
      changes: [{ kind: 'setCell', cell, text: officialIn(cell.content, official) }],
    };
  },
});

/** A character that is swapped or replaced is a slip; one that is lost, or a word of another edition, is a matter of wording. */
function isSlip(cell: Cell, official: string): boolean {
  return normalForm(splitItem(official).rest).length === cell.content.key.length;
}
