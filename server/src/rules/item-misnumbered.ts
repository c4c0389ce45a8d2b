/** An item number inside a table that is not the one due: （3） among （二） and （四）, or 2. twice. */
import { message } from '../messages';
import { headLike, isNumberedAsPrinted, misnumbered, renumber, type Misnumbered } from './shared/numbering';
import { tableRule } from './rule';

export const itemMisnumbered = tableRule<Misnumbered>({
  id: 'item-misnumbered',
  level: 'warning',
  *find({ table }) {
    if (isNumberedAsPrinted(table)) { return; }
    for (const facts of misnumbered(table)) { yield { rule: 'item-misnumbered', span: facts.cell, facts }; }
  },
  explain: ({ facts }) => message('item-misnumbered', headsOf(facts)),
  *repairs({ facts }, { text }) {
    yield {
      title: message('item-misnumbered.repair', headsOf(facts)), kind: 'safe', preferred: true,
      changes: [renumber(text, facts.cell, headLike(facts.model, facts.want))],
    };
  },
});

function headsOf({ cell, want, model }: Misnumbered): { found: string; want: string } {
  const { text, itemLength } = cell.content;
  return { found: text.slice(0, itemLength).trim(), want: headLike(model, want).trim() };
}
