/**
 * The parts of an inferred sum in words. Invariant: what is named is exactly what the equation adds and takes off: lines that
 * follow one another are written by the first and the last of them, and nothing is said where all lines are meant.
 */
import { isAddend, type Relation } from '../../equations/infer/relation';

const LEAST_RUN = 4;

/** 甲 + … + 丁 − 己; '' where the equation adds every line of the table that can be added. */
export function partsInWords(relation: Relation, cross: number): string {
  const { view, parts } = relation;
  const known = parts.lines.filter((line) => view.tick(line, cross) === view.tick(line, cross));
  const lines = parts.minus.has(known[0])
    ? [...known.filter((line) => !parts.minus.has(line)), ...known.filter((line) => parts.minus.has(line))]
    : known;
  if (parts.minus.size === 0 && isEverything(relation, cross, lines.length)) { return ''; }
  const words: string[] = [];
  for (let i = 0; i < lines.length;) {
    let next = i + 1;
    const sign = parts.minus.has(lines[i]);
    while (next < lines.length && parts.minus.has(lines[next]) === sign && followsOn(relation, cross, lines[next - 1], lines[next])) {
      next++;
    }
    const plus = sign ? ' − ' : i === 0 ? '' : ' + ';
    const first = nameOf(view, lines[i]);
    if (next - i >= LEAST_RUN) {
      words.push(`${plus}${first}${sign ? ' − … − ' : ' + … + '}${nameOf(view, lines[next - 1])}`);
      i = next;
    } else {
      words.push(plus + first);
      i++;
    }
  }
  return words.join('').trim();
}

/** 减：成本 enters with its sign. */
const SIGN = /^(?:减|減|加|扣除|less|minus|add|plus)\s*[:：]\s*/i;

function nameOf(view: Relation['view'], line: number): string {
  const { name } = view.lines[line];
  return name.replace(SIGN, '') || name;
}

function isEverything({ view, total }: Relation, cross: number, count: number): boolean {
  let others = 0;
  for (let line = 0; line < view.count && others <= count; line++) { if (line !== total && counts(view, cross, line)) { others++; } }
  return others === count;
}

/** No line that could be added stands between the two. */
function followsOn({ view }: Relation, cross: number, before: number, line: number): boolean {
  for (let between = before + 1; between < line; between++) { if (counts(view, cross, between)) { return false; } }
  return line > before;
}

function counts(view: Relation['view'], cross: number, line: number): boolean {
  return isAddend(view, line) && view.lines[line].kind !== 'part' && view.tick(line, cross) === view.tick(line, cross);
}
