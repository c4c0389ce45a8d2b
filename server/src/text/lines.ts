/**
 * The lines of a text, found in one pass. Invariant: line i is text.slice(starts[i], ends[i]) without its line end
 * (LF or CRLF); starts is strictly ascending, and the last line may be empty.
 */
export class Lines {
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  constructor(readonly text: string) {
    let from = 0;
    while (from <= text.length) {
      const lf = lineFeedAt(text, from);
      const end = lf < 0 ? text.length : lf;
      this.add(from, end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end);
      if (lf < 0) { break; }
      from = lf + 1;
    }
  }

  private add(start: number, end: number): void {
    this.starts.push(start);
    this.ends.push(end);
  }

  get count(): number { return this.starts.length; }

  /** Start of the line after this one; the end of the text after the last. */
  next(line: number): number {
    return line + 1 < this.starts.length ? this.starts[line + 1] : this.text.length;
  }

  /** The line that holds the offset (binary search). */
  at(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= offset) { low = middle; } else { high = middle - 1; }
    }
    return low;
  }
}

/** Where looking at the characters one by one costs less than a search. */
const SHORT_LINE = 16;

/** The first line feed from `from` on, or -1. Quick on the short lines that cells make. */
export function lineFeedAt(text: string, from: number): number {
  const to = Math.min(text.length, from + SHORT_LINE);
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) === 10) { return at; }
  }
  return text.indexOf('\n', to);
}

/** The line end a text uses: that of its first line. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const lf = text.indexOf('\n');
  return lf > 0 && text.charCodeAt(lf - 1) === 13 ? '\r\n' : '\n';
}

/** Start of the line that holds the offset. */
export function lineStartAt(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
