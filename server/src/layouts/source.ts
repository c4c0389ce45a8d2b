/**
 * A document as the layouts share it out: its lines, and which of them are taken. Invariant: a line is claimed by one
 * layout at most; lines inside closed code fences are taken from the start, so no layout reads them.
 */
import { skipBlank } from '../text/blank';
import { directivesOf } from '../text/directives';
import { fencesOf } from '../text/fences';
import { Lines } from '../text/lines';

export class Source {
  readonly lines: Lines;
  private readonly taken: Uint8Array;

  constructor(readonly text: string) {
    this.lines = new Lines(text);
    this.taken = new Uint8Array(this.lines.count);
    for (const { first, last } of fencesOf(this.lines)) { this.take(first, last); }
  }

  isFree(line: number): boolean { return this.taken[line] === 0; }

  take(from: number, to: number): void { this.taken.fill(1, from, to + 1); }

  isBlankLine(line: number): boolean {
    const end = this.lines.ends[line];
    return skipBlank(this.text, this.lines.starts[line], end) === end;
  }

  /** A comment to Gouji that has its lines to itself is no cell. */
  takeDirectives(): void {
    const { text, lines } = this;
    for (const { start, end } of directivesOf(text)) {
      const first = lines.at(start);
      const last = lines.at(end - 1);
      if (skipBlank(text, lines.starts[first], start) === start && skipBlank(text, end, lines.ends[last]) === lines.ends[last]) { this.take(first, last); }
    }
  }
}
