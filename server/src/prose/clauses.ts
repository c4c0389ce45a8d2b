/**
 * Where sentences, clauses and items of a text begin and end. Invariant: spans ascend, do not overlap and hold no
 * separator of their own kind; a comma within a number separates nothing.
 */
import { isAnyDigit } from '../text/characters';
import type { Span } from '../text/span';

/** What a sign parts. Bits, so that they can be combined. */
const Parts = { Sentences: 1, Clauses: 2, Items: 4 } as const;

export function sentencesOf(text: string): Span[] { return parts(text, 0, text.length, Parts.Sentences); }

export function clausesOf(text: string): Span[] { return parts(text, 0, text.length, Parts.Clauses); }

/** The parts of a clause that 、 separates. */
export function itemsOf(text: string, clause: Span): Span[] { return parts(text, clause.start, clause.end, Parts.Items); }

function parts(text: string, start: number, end: number, separators: number): Span[] {
  const found: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && ((partedBy(text.charCodeAt(at)) & separators) === 0 || isInNumber(text, at))) { continue; }
    if (at > from) { found.push({ start: from, end: at }); }
    from = at + 1;
  }
  return found;
}

function partedBy(code: number): number {
  switch (code) {
    case 0x3002: case 0xff01: case 0xff1f: case 0x21: case 0x3f: return Parts.Sentences;
    case 0xff0c: case 0x2c: case 0xff1b: case 0x3b: case 0xff1a: case 0x3a: return Parts.Clauses;
    case 0xff08: case 0xff09: case 0x28: case 0x29: return Parts.Clauses;
    case 0x3001: return Parts.Items;
    default: return 0;
  }
}

/** 1,499 */
function isInNumber(text: string, at: number): boolean {
  return (text[at] === ',' || text[at] === '，') && isAnyDigit(text.charCodeAt(at - 1))
    && isAnyDigit(text.charCodeAt(at + 1)) && isAnyDigit(text.charCodeAt(at + 2)) && isAnyDigit(text.charCodeAt(at + 3))
      && !isAnyDigit(text.charCodeAt(at + 4));
}

/** What stands in brackets right at `at`, '' where none open there. */
export function bracketAt(text: string, at: number): string {
  if (text[at] !== '（' && text[at] !== '(') { return ''; }
  const close = text.slice(at).search(/[）)]/);
  return close < 0 ? '' : text.slice(at, at + close + 1);
}
