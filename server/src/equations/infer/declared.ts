/**
 * Sums that the author declares in a comment above a table: `total row "合计" = "甲" + "乙" - "丙"`. Invariant: what is not
 * understood, or names nothing or several things in the table, is a mistake that is told, never a guess.
 */
import type { Span } from '../../text/span';
import { partsOf, type Relation } from './relation';
import type { Sheet } from './sheet';
import { View, type Orientation } from './view';
import { plainLabel } from './words';

/** Offsets within the declaration's own text. */
interface Name extends Span { readonly name: string }
interface Term extends Name { readonly sign: 1 | -1 }

export interface Declaration {
  readonly orientation: Orientation;
  readonly total: Name;
  readonly terms: readonly Term[];
}

export interface Mistake extends Span {
  readonly kind: 'syntax' | 'unknown' | 'ambiguous' | 'no-figures';
  readonly name: string;
}

const HEAD = /^\s*(row|column|行|列)\s*/i;
const QUOTED = /\s*(?:"([^"]*)"|“([^”]*)”|'([^']*)')\s*/y;

/** @param text what follows the word `total` */
export function readDeclaration(text: string): Declaration | Mistake {
  const head = HEAD.exec(text);
  if (head === null) { return { kind: 'syntax', name: '', start: 0, end: text.length }; }
  let at = head[0].length;
  const nameAt = (): Name | null => {
    QUOTED.lastIndex = at;
    const found = QUOTED.exec(text);
    if (found === null) { return null; }
    const start = at + found[0].search(/["“']/);
    at += found[0].length;
    const name = found[1] ?? found[2] ?? found[3];
    return { name, start, end: start + name.length + 2 };
  };
  const total = nameAt();
  const terms: Term[] = [];
  if (total !== null && '=＝'.includes(text[at] ?? '?')) {
    at++;
    let sign: 1 | -1 = 1;
    if ('-−－'.includes(text[at] ?? '?')) { sign = -1; at++; }
    for (let term = nameAt(); term !== null; term = nameAt()) {
      terms.push({ ...term, sign });
      if (at >= text.length) { break; }
      if (!'+＋-−－'.includes(text[at])) { break; }
      sign = '+＋'.includes(text[at]) ? 1 : -1;
      at++;
      if (text.slice(at).trim() === '') { return { kind: 'syntax', name: '', start: at - 1, end: text.length }; }
    }
  }
  if (total === null || terms.length === 0 || at < text.length) {
    return { kind: 'syntax', name: '', start: Math.min(at, text.length), end: text.length };
  }
  return { orientation: /^(?:row|行)$/i.test(head[1]) ? 'rows' : 'columns', total, terms };
}

/** The declared relation of one of the sheets, or what is wrong with it. */
export function relationOf({ orientation, total, terms }: Declaration, sheets: readonly Sheet[]): Relation | Mistake {
  for (const sheet of sheets) {
    const view = new View(sheet, orientation);
    const own = lineNamed(view, total);
    if (typeof own !== 'number') { if (own.kind === 'unknown' && sheet !== sheets[sheets.length - 1]) { continue; } return own; }
    const lines: number[] = [];
    const minus = new Set<number>();
    for (const term of terms) {
      const line = lineNamed(view, term);
      if (typeof line !== 'number') { return line; }
      lines.push(line);
      if (term.sign < 0) { minus.add(line); }
    }
    const parts = { ...partsOf(view, lines), minus };
    return { view, total: own, parts, vote: view.vote(own, parts), kind: 'total', fromLevels: false, isWhole: false };
  }
  return { ...total, kind: 'no-figures' };
}

function lineNamed(view: View, { name, start, end }: Name): number | Mistake {
  const wanted = plainLabel(name);
  const found: number[] = [];
  for (let line = 0; line < view.count; line++) {
    if (view.lines[line].labels.some(({ content }) => plainLabel(content.text) === wanted)) { found.push(line); }
  }
  return found.length === 1 ? found[0] : { kind: found.length === 0 ? 'unknown' : 'ambiguous', name, start, end };
}
