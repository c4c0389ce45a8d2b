/**
 * What a document says to Gouji in comments: `<!-- gouji: verb … -->`. Invariant: one pass, at once where the text holds no
 * comment; comments inside code fences and code spans are examples, not said to Gouji; what a verb means is decided by whoever owns it.
 */
import type { Span } from './span';
import { skipBlank, trimBlankEnd } from './blank';
import { fencesOf } from './fences';
import { Lines } from './lines';

/** A comment to Gouji; its own span is that of the whole comment. */
export interface Directive extends Span {
  /** First word, as written; '' where there is none. */
  readonly verb: string;
  readonly verbSpan: Span;
  /** What follows the verb, without blanks around it. */
  readonly body: Span;
  /** False where `-->` is missing; the comment then ends with its line, or where another begins. */
  readonly isClosed: boolean;
}

const OPEN = '<!--';
const CLOSE = '-->';
const NAME = /^gouji\s*[:：]/i;
const WORD = /^[^\s:：“"]*/;

const NONE: readonly Directive[] = [];

export function directivesOf(text: string): readonly Directive[] {
  let at = text.indexOf(OPEN);
  if (at < 0) { return NONE; }
  const found: Directive[] = [];
  let close = 0;
  while (at >= 0) {
    const from = skipBlank(text, at + OPEN.length, text.length);
    const name = NAME.exec(text.slice(from, from + LONGEST_NAME));
    if (name === null || text[at - 1] === '`') {
      at = text.indexOf(OPEN, at + OPEN.length);
      continue;
    }
    // Once there is no further `-->`, none is looked for again.
    if (close >= 0) { close = text.indexOf(CLOSE, from); }
    const directive = readDirective(text, at, from + name[0].length, close);
    found.push(directive);
    at = text.indexOf(OPEN, directive.end);
  }
  return found.length > 0 ? outsideFences(text, found) : NONE;
}

const LONGEST_NAME = 40;

function outsideFences(text: string, found: readonly Directive[]): readonly Directive[] {
  const lines = Lines.of(text);
  const fences = fencesOf(lines);
  if (fences.length === 0) { return found; }
  let next = 0;
  return found.filter(({ start }) => {
    while (next < fences.length && lines.ends[fences[next].last] < start) { next++; }
    return next === fences.length || start < lines.starts[fences[next].first];
  });
}

function readDirective(text: string, start: number, from: number, close: number): Directive {
  const lineEnd = text.indexOf('\n', from);
  const next = text.indexOf(OPEN, from);
  const isClosed = close >= 0 && (next < 0 || close < next);
  const stop = isClosed ? close : trimBlankEnd(text, from, Math.min(...[lineEnd, next, text.length].filter((end) => end >= 0)));
  const verbStart = skipBlank(text, from, stop);
  const verb = WORD.exec(text.slice(verbStart, stop))![0];
  const verbEnd = verbStart + verb.length;
  const bodyStart = skipBlank(text, verbEnd, stop);
  return {
    start, end: isClosed ? close + CLOSE.length : stop, verb, verbSpan: { start: verbStart, end: verbEnd },
    body: { start: bodyStart, end: Math.max(bodyStart, trimBlankEnd(text, bodyStart, stop)) }, isClosed,
  };
}
