/**
 * Lines that are drawn between the rows of a table: `+---+---+`, or in part where a cell spans rows: `|   +---+`. Invariant: a line of
 * words between bars is none, whatever signs they hold.
 */
const DRAWN = /^\s*\+(?:[-=:]{2,}\+)+\s*$/;
const STRETCH = /^[-=:]{2,}$/;

export function isDrawnLine(line: string): boolean { return DRAWN.test(line); }

/** Also a line that is drawn in part: a stretch from one crossing to the next, between words or blanks. */
export function isRule(line: string): boolean {
  if (!line.includes('+--') && !line.includes('+==') && !line.includes('--+') && !line.includes('==+')) { return false; }
  const own = line.trim();
  if (!isBound(own[0]) || !isBound(own[own.length - 1])) { return false; }
  let from = 1;
  for (let at = 1; at < own.length; at++) {
    if (!isBound(own[at])) { continue; }
    if ((own[at] === '+' || own[from - 1] === '+') && STRETCH.test(own.slice(from, at))) { return true; }
    from = at + 1;
  }
  return false;
}

function isBound(character: string | undefined): boolean { return character === '+' || character === '|'; }
