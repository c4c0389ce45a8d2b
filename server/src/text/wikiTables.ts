/**
 * Tables of MediaWiki, `{|` to `|}`: their bars part no rows, so that no layout may take them for its own. Invariant: one that is never
 * closed is none.
 */
import type { Lines } from './lines';

const NONE: readonly { readonly first: number; readonly last: number }[] = [];

/** First and last line of each, the marks included. @param lines of the whole text */
export function wikiTablesOf(lines: Lines): readonly { readonly first: number; readonly last: number }[] {
  const { text } = lines;
  let at = text.indexOf('{|');
  if (at < 0) { return NONE; }
  const found: { first: number; last: number }[] = [];
  while (at >= 0) {
    const first = lines.at(at);
    const isFirst = text.slice(lines.starts[first], at).trim() === '';
    const close = isFirst ? endOf(text, at) : at;
    if (close < 0) { break; }
    if (isFirst) { found.push({ first, last: lines.at(close) }); }
    at = text.indexOf('{|', close + 2);
  }
  return found;
}

/** Where the next line begins with `|}`; -1 where none does. */
function endOf(text: string, from: number): number {
  CLOSING.lastIndex = from;
  return CLOSING.exec(text) === null ? -1 : CLOSING.lastIndex - 1;
}

const CLOSING = /\n[ \t]*\|\}/g;
