/**
 * One line of a pipe table. Invariant: cells are parted as GFM parts them: at every bar without a backslash before it,
 * inside code spans too; a bar at either end of the line bounds the row and makes no cell.
 */
import { isBlankCode, skipBlank, trimBlankEnd } from '../../text/blank';

export const BAR = 0x7c;
const BACKSLASH = 0x5c;
const PLUS = 0x2b;

/**
 * Puts the bounds of the row's cells (start and end of each, white space included) into `bounds` and returns the number
 * of cells. 0 where the line has no bar, or is a lone one.
 * @param isLed whether a bar leads the rows of the table; where none does, one at the head of a line closes an empty cell
 * @param endsOpen whether no bar ends the rows of the table; one at the end of a line leads an empty cell
 */
export function splitRow(text: string, start: number, end: number, bounds: number[], isLed = true, endsOpen = false): number {
  bounds.length = 0;
  let from = start;
  let hasBar = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) { at++; continue; }
    if (code !== BAR) { continue; }
    if (hasBar || !isLed || !isMargin(text, from, at)) { bounds.push(from, at); }
    hasBar = true;
    from = at + 1;
  }
  if (hasBar && (endsOpen || skipBlank(text, from, end) < end)) { bounds.push(from, end); }
  return hasBar ? bounds.length >> 1 : 0;
}

/** What may stand before the first bar without being a cell: white space and the marks of a quotation. */
function isMargin(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x3e && !isBlankCode(code)) { return false; }
  }
  return true;
}

/**
 * A line of dashes, bars and colons, or plus signs for the bars within. `isSecond`: the second line of a table may have single dashes,
 * anywhere else they would be nil signs.
 */
export function isDelimiter(text: string, start: number, end: number, isSecond: boolean): boolean {
  const from = skipBlank(text, start, end);
  const to = trimBlankEnd(text, from, end);
  let dashes = 0;
  let longest = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2d) { longest = Math.max(longest, ++dashes); continue; }
    const isBound = code === BAR || (code === PLUS && dashes > 0);
    if (!isBound && code !== 0x3a && code !== 0x3e && !isBlankCode(code)) { return false; }
    dashes = 0;
  }
  return longest >= (isSecond ? 1 : 3);
}

/** The line begins with a bar. */
export function startsWithBar(text: string, start: number, end: number): boolean {
  return text.charCodeAt(skipBlank(text, start, end)) === BAR;
}

/** The line ends with a bar. */
export function endsWithBar(text: string, start: number, end: number): boolean {
  return text.charCodeAt(trimBlankEnd(text, start, end) - 1) === BAR;
}
