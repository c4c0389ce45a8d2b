/**
 * Offsets to lines and columns: the protocol edge. Invariant: lines end as the Language Server Protocol says (LF, CRLF or
 * CR), columns count UTF-16 units; building is linear in the text, a look-up logarithmic in its lines.
 */
import type { Position, Range } from '../protocol/report';
import type { Span } from '../text/span';

export class Positions {
  private readonly starts: number[] = [0];
  private readonly length: number;
  /** The line last found: who asks next mostly asks nearby. */
  private last = 0;

  constructor(text: string) {
    this.length = text.length;
    let lf = text.indexOf('\n');
    let cr = text.indexOf('\r');
    while (lf >= 0 || cr >= 0) {
      if (cr >= 0 && (lf < 0 || cr < lf)) {
        if (lf !== cr + 1) { this.starts.push(cr + 1); }
        cr = text.indexOf('\r', cr + 1);
      } else {
        this.starts.push(lf + 1);
        lf = text.indexOf('\n', lf + 1);
      }
    }
  }

  at(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.length));
    const { starts } = this;
    let low = starts[this.last] <= inside ? this.last : 0;
    let high = starts.length - 1;
    for (let step = 1; low + step <= high; step *= 2) {
      if (starts[low + step] > inside) { high = low + step - 1; break; }
      low += step;
    }
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= inside) { low = middle; } else { high = middle - 1; }
    }
    this.last = low;
    return { line: low, character: inside - starts[low] };
  }

  /** The offset of a position; one behind the end of its line counts as the end of that line, its break included. */
  offset({ line, character }: Position): number {
    if (line >= this.starts.length) { return this.length; }
    const next = line + 1 < this.starts.length ? this.starts[line + 1] : this.length;
    return Math.min(this.starts[line] + character, next);
  }

  range(span: Span): Range {
    return { start: this.at(span.start), end: this.at(span.end) };
  }
}

const known = new WeakMap<object, Positions>();

/** The positions of an Analysis' text, worked out once. */
export function positionsOf(analysis: { readonly text: string }): Positions {
  let positions = known.get(analysis);
  if (positions === undefined) {
    positions = new Positions(analysis.text);
    known.set(analysis, positions);
  }
  return positions;
}
