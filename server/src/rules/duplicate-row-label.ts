/** Two parts of one total with the same name: one of them may be counted twice. */
import { message } from '../messages';
import { totalsRule } from './rule';

interface DuplicateFacts { readonly label: string }

export const duplicateRowLabel = totalsRule<DuplicateFacts>({
  id: 'duplicate-row-label',
  level: 'hint',
  *find({ inference: { relations } }) {
    const told = new Set<number>();
    for (const { view, parts, isWhole } of new Set(relations)) {
      if (view.orientation !== 'rows' || !isWhole) { continue; }
      const first = new Map<string, number>();
      for (const line of parts.lines) {
        const words = view.lines[line].labels;
        if (words.length === 0) { continue; }
        const label = words.length === 1 ? words[0].content.text : words.map(({ content }) => content.text).join('\n');
        const known = first.get(label);
        if (known === undefined) { first.set(label, line); continue; }
        if (told.has(line) || !sameFigures(view.crosses, (cross) => view.tick(line, cross) === view.tick(known, cross))) { continue; }
        told.add(line);
        yield { rule: 'duplicate-row-label', span: words[0], facts: { label: words[0].content.text } };
      }
    }
  },
  explain: ({ facts: { label } }) => message('duplicate-row-label', { label }),
});

/** Rows of one name are common (days, places); a row that says the same twice over is not. */
function sameFigures(crosses: number, isSame: (cross: number) => boolean): boolean {
  for (let cross = 0; cross < crosses; cross++) { if (!isSame(cross)) { return false; } }
  return true;
}
