/** A column header that is recognised by its place but not worded as the form has it. */
import type { Cell } from '../model/cell';
import { message } from '../messages';
import { oddityRule } from './shared/oddityRule';

interface Facts {
  readonly cell: Cell;
  readonly official: string;
}

export const columnLabelWording = oddityRule<'column-wording', Facts>({
  id: 'column-label-wording',
  level: 'hint',
  kind: 'column-wording',
  found: (oddity) => ({ span: oddity.cell, facts: oddity }),
  explain: ({ facts: { cell, official } }) => message('column-label-wording', { found: cell.content.text, official }),
  *repairs({ facts: { cell, official } }) {
    yield {
      title: message('column-label-wording.repair', { official }), kind: 'safe', preferred: true,
      changes: [{ kind: 'setCell', cell, text: official }],
    };
  },
});
