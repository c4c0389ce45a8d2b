/**
 * Whether the words of a reading in scraps are those of a form, at a look. Invariant: it may be wrong where it says yes, and is linear in
 * the words; characters that stand apart are taken together, as text of glyphs or of pictures has them.
 */
import type { Cell } from '../../model/cell';
import { contentOf } from '../../model/content';
import type { Reading } from '../../model/reading';
import type { Vocabulary } from './vocabulary';

/** So many different words that labels begin with say that it may be worth it. */
const LEAST_BEGINNINGS = 3;
const SHORTEST_BEGINNING = 2;

/** Whether words of a reading begin labels of the forms, enough of them that gathering may be worth it. */
export function bearsLabels({ cells }: Reading, { beginnings }: Vocabulary): boolean {
  const found = new Set<string>();
  for (let at = 0; at < cells.length;) {
    const next = behindCharacters(cells, at);
    if (next - at > 1) {
      const line = cells.slice(at, next).map(({ content }) => content.text).join('');
      for (const word of wordsIn(contentOf(line).key, beginnings)) { found.add(word); }
    } else {
      const { key } = cells[at].content;
      if (key.length >= SHORTEST_BEGINNING && beginnings.has(key)) { found.add(key); }
    }
    if (found.size >= LEAST_BEGINNINGS) { return true; }
    at = next;
  }
  return false;
}

/** The words that labels begin with, each as long as it goes, one behind the other in a line without blanks. */
function wordsIn(line: string, beginnings: ReadonlySet<string>): string[] {
  const words: string[] = [];
  for (let from = 0; from < line.length;) {
    let to = from + 1;
    while (to < line.length && beginnings.has(line.slice(from, to + 1))) { to++; }
    if (to - from >= SHORTEST_BEGINNING) { words.push(line.slice(from, to)); }
    from = to;
  }
  return words;
}

/** One past the last of the characters that stand apart in one line from a cell on; the cell behind where it is no such character. */
function behindCharacters(cells: readonly Cell[], from: number): number {
  let next = from;
  while (next < cells.length && cells[next].row === cells[from].row && isCharacter(cells[next])) { next++; }
  return Math.max(next, from + 1);
}

function isCharacter({ content: { text, amount } }: Cell): boolean { return text.length === 1 && amount.kind !== 'number'; }
