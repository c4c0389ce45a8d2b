/**
 * Where sentences, clauses and items of a text begin and end. Invariant: spans ascend, do not overlap and hold no
 * separator of their own kind; a comma within a number separates nothing.
 */
import type { Span } from '../text/span';

const SENTENCE = '。！？!?';
const CLAUSE = '，,；;：:（）()';
const ITEM = '、';

export function sentencesOf(text: string): Span[] { return parts(text, 0, text.length, SENTENCE); }

export function clausesOf(text: string): Span[] { return parts(text, 0, text.length, CLAUSE); }

/** The parts of a clause that 、 separates. */
export function itemsOf(text: string, clause: Span): Span[] { return parts(text, clause.start, clause.end, ITEM); }

function parts(text: string, start: number, end: number, separators: string): Span[] {
  const found: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && (!separators.includes(text[at]) || isInNumber(text, at))) { continue; }
    if (at > from) { found.push({ start: from, end: at }); }
    from = at + 1;
  }
  return found;
}

/** 1,499 */
function isInNumber(text: string, at: number): boolean {
  return (text[at] === ',' || text[at] === '，') && isDigit(text.charCodeAt(at - 1))
    && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2)) && isDigit(text.charCodeAt(at + 3)) && !isDigit(text.charCodeAt(at + 4));
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** What stands in brackets right at `at`, '' where none open there. */
export function bracketAt(text: string, at: number): string {
  if (text[at] !== '（' && text[at] !== '(') { return ''; }
  const close = text.slice(at).search(/[）)]/);
  return close < 0 ? '' : text.slice(at, at + close + 1);
}
