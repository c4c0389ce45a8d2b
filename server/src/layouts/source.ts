/**
 * A document as the layouts share it out: its lines, and which of them are taken. Invariant: a line is claimed by one
 * layout at most; lines inside closed code fences are taken from the start, so no layout reads them.
 */
import { skipBlank } from '../text/blank';
import { Lines } from '../text/lines';

export class Source {
  readonly lines: Lines;
  private readonly taken: Uint8Array;

  constructor(readonly text: string) {
    this.lines = new Lines(text);
    this.taken = new Uint8Array(this.lines.count);
    if (text.includes('```') || text.includes('~~~')) { this.takeFences(); }
  }

  isFree(line: number): boolean { return this.taken[line] === 0; }

  take(from: number, to: number): void { this.taken.fill(1, from, to + 1); }

  isBlankLine(line: number): boolean {
    const end = this.lines.ends[line];
    return skipBlank(this.text, this.lines.starts[line], end) === end;
  }

  /** A fence that is never closed is no fence: the rest of the report must not fall silent. */
  private takeFences(): void {
    let open = -1;
    let mark = '';
    for (let line = 0; line < this.lines.count; line++) {
      const found = fenceAt(this.text, this.lines.starts[line], this.lines.ends[line]);
      if (found === '') { continue; }
      if (open < 0) { open = line; mark = found; continue; }
      if (found[0] === mark[0] && found.length >= mark.length) { this.take(open, line); open = -1; }
    }
  }
}

/** The run of ` or ~ (three or more) that opens or closes a fence on this line, or ''. */
function fenceAt(text: string, start: number, end: number): string {
  let at = start;
  while (at < end && at - start < 3 && text.charCodeAt(at) === 32) { at++; }
  const mark = text.charCodeAt(at);
  if (mark !== 96 && mark !== 126) { return ''; }
  let to = at;
  while (to < end && text.charCodeAt(to) === mark) { to++; }
  return to - at >= 3 ? text.slice(at, to) : '';
}
