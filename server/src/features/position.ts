/**
 * Offsets to lines and columns: the protocol edge. Invariant: lines end as the Language Server Protocol says (LF, CRLF or
 * CR), columns count UTF-16 units; building is linear in the text, a look-up logarithmic in its lines.
 */
import { onceFor } from '../model/onceFor';
import type { Position, Range } from '../protocol/report';
import { On, type Lines } from '../text/lines';
import { firstThat } from '../text/ordered';
import type { Span } from '../text/span';

const CARRIAGE_RETURN = '\r';

export class Positions {
  private readonly starts: ArrayLike<number>;
  /** Number of lines; `starts` may have room for more. */
  private readonly count: number;
  private readonly length: number;
  /** The line last found: what is asked for next is mostly near. */
  private last = 0;

  constructor(lines: Lines) {
    this.length = lines.text.length;
    const starts = (lines.onAny & On.LoneReturn) === 0 ? lines.starts : startsWithReturns(lines);
    this.starts = starts;
    this.count = starts === lines.starts ? lines.count : starts.length;
  }

  at(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.length));
    this.last = firstThat(this.count, (at) => this.starts[at] > inside, this.last) - 1;
    return { line: this.last, character: inside - this.starts[this.last] };
  }

  /** The offset of a position; one behind the end of its line counts as the end of that line, its break included. */
  offset({ line, character }: Position): number {
    if (line >= this.count) { return this.length; }
    const next = line + 1 < this.count ? this.starts[line + 1] : this.length;
    return Math.min(this.starts[line] + character, next);
  }

  range(span: Span): Range {
    return { start: this.at(span.start), end: this.at(span.end) };
  }
}

/** A carriage return without a line feed ends a line for the protocol, though not for us. */
function startsWithReturns({ text, count, starts, marks }: Lines): number[] {
  const found: number[] = [];
  for (let line = 0; line < count; line++) {
    found.push(starts[line]);
    if ((marks[line] & On.LoneReturn) === 0) { continue; }
    const end = line + 1 < count ? starts[line + 1] : text.length;
    for (let at = text.indexOf(CARRIAGE_RETURN, starts[line]); at >= 0 && at < end; at = text.indexOf(CARRIAGE_RETURN, at + 1)) {
      if (text[at + 1] !== '\n') { found.push(at + 1); }
    }
  }
  return found;
}

/** The positions of an Analysis' text. */
export const positionsOf = onceFor(({ lines }: { readonly lines: Lines }) => new Positions(lines));
