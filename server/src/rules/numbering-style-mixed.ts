/** Siblings that write their item numbers in two ways: `1、` among `1.`. One finding for all of them. */
import { message } from '../messages';
import { headLike, isNumberedAsPrinted, misnumbered, modelOf, renumber, siblingsOf, type Numbered } from './shared/numbering';
import { tableRule, type TableContext } from './rule';

interface Facts {
  readonly odd: readonly Numbered[];
  readonly model: Numbered;
}

export const numberingStyleMixed = tableRule<Facts>({
  id: 'numbering-style-mixed',
  level: 'hint',
  *find(context) {
    if (isNumberedAsPrinted(context.table)) { return; }
    for (const facts of mixtures(context)) {
      const [first, ...others] = facts.odd;
      yield {
        rule: 'numbering-style-mixed', span: first.cell, facts,
        related: others.map((one) => ({ span: one.cell, message: message('numbering-style-mixed.also', { found: headOf(one) }) })),
      };
    }
  },
  explain: ({ facts: { odd, model } }) => message(
    'numbering-style-mixed', { found: headOf(odd[0]), usual: headOf(model), count: odd.length },
  ),
  *repairs({ facts: { odd, model } }, { text }) {
    yield {
      title: message('numbering-style-mixed.repair', { usual: headOf(model), count: odd.length }), kind: 'safe', preferred: true,
      changes: odd.map(({ cell, item }) => renumber(text, cell, headLike(model.cell.content, item.value))),
    };
  },
});

/** Items that carry a wrong number are left to `item-misnumbered`, which writes them in the usual style. */
function* mixtures({ table }: TableContext): Iterable<Facts> {
  const wrong = new Set(misnumbered(table).map(({ cell }) => cell));
  for (const siblings of siblingsOf(table)) {
    const model = modelOf(siblings);
    const odd = siblings.filter(({ cell, item }) => item.mark !== model.item.mark && !wrong.has(cell));
    if (odd.length > 0) { yield { odd, model }; }
  }
}

function headOf({ cell: { content } }: Numbered): string {
  return content.text.slice(0, content.itemLength).trim();
}
