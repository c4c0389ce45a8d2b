/**
 * Code fences. Invariant: a fence that is never closed is no fence: the rest of a report must not fall silent.
 */
import type { Lines } from './lines';

/** First and last line, the marks included. */
export interface Fence { readonly first: number; readonly last: number }

const NONE: readonly Fence[] = [];

/** Whether a text holds what could open a fence: one look, and never wrong where there is one. */
export function mayHoldFence(text: string): boolean { return text.includes('```') || text.includes('~~~'); }

/** @param lines of the whole text */
export function fencesOf(lines: Lines): readonly Fence[] {
  const { text } = lines;
  if (!mayHoldFence(text)) { return NONE; }
  const found: Fence[] = [];
  let open = -1;
  let mark = '';
  for (let line = 0; line < lines.count; line++) {
    const marks = marksAt(text, lines.starts[line], lines.ends[line]);
    if (marks === '') { continue; }
    if (open < 0) { open = line; mark = marks; continue; }
    if (marks[0] === mark[0] && marks.length >= mark.length) { found.push({ first: open, last: line }); open = -1; }
  }
  return found;
}

/** The run of ` or ~ (three or more) that opens or closes a fence on this line, or ''. */
function marksAt(text: string, start: number, end: number): string {
  const first = start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
  let at = first;
  while (at < end && at - first < 3 && text.charCodeAt(at) === 32) { at++; }
  const mark = text.charCodeAt(at);
  if (mark !== 96 && mark !== 126) { return ''; }
  let to = at;
  while (to < end && text.charCodeAt(to) === mark) { to++; }
  return to - at >= 3 ? text.slice(at, to) : '';
}
