/**
 * Marks in fixtures: ⟦…⟧ around an expected span (they may nest), ␠ ␉ ␍ ␣ for characters one cannot see. Invariant: taking
 * the marks out gives the document, and every span slices the marked text in it.
 */
import type { Span } from '../../server/src/text/span';

export interface Marked {
  readonly text: string;
  /** In order of their opening bracket. */
  readonly spans: readonly Span[];
}

const VISIBLE: Readonly<Record<string, string>> = { '␠': ' ', '␉': '\t', '␍': '\r', '␣': '\u00a0' };

/** @throws Error where brackets do not pair. */
export function readMarks(marked: string): Marked {
  let text = '';
  const spans: { start: number; end: number }[] = [];
  const open: number[] = [];
  for (const c of marked) {
    if (c === '⟦') { open.push(spans.length); spans.push({ start: text.length, end: -1 }); continue; }
    if (c === '⟧') {
      const at = open.pop();
      if (at === undefined) { throw new Error(`⟧ without ⟦ after: ${text.slice(-40)}`); }
      spans[at].end = text.length;
      continue;
    }
    text += VISIBLE[c] ?? c;
  }
  if (open.length > 0) { throw new Error(`⟦ is not closed: ${text.slice(spans[open[0]].start, spans[open[0]].start + 40)}`); }
  return { text, spans };
}
