/**
 * A document as the layouts share it out: its lines, and which of them are taken. Invariant: a line is claimed by one
 * layout at most; lines inside closed code fences and tables of MediaWiki are taken from the start, so no layout reads them.
 */
import { skipBlank } from '../text/blank';
import { directivesOf } from '../text/directives';
import { fencesOf } from '../text/fences';
import { Lines, On } from '../text/lines';
import { wikiTablesOf } from '../text/wikiTables';

export class Source {
  private readonly taken: Uint8Array;

  constructor(readonly text: string, readonly lines = Lines.of(text)) {
    this.taken = new Uint8Array(this.lines.count);
    for (const { first, last } of fencesOf(this.lines)) { this.take(first, last); }
    for (const { first, last } of wikiTablesOf(this.lines)) { this.take(first, last); }
  }

  isFree(line: number): boolean { return this.taken[line] === 0; }

  take(from: number, to: number): void { this.taken.fill(1, from, to + 1); }

  isBlankLine(line: number): boolean {
    return !this.lines.bears(line, On.Text);
  }

  /** A comment to Gouji that has its lines to itself is no cell. */
  takeDirectives(): void {
    const { text, lines } = this;
    for (const { start, end } of directivesOf(text)) {
      const first = lines.at(start);
      const last = lines.at(end - 1);
      if (skipBlank(text, lines.starts[first], start) === start && skipBlank(text, end, lines.ends[last]) === lines.ends[last]) {
        this.take(first, last);
      }
    }
  }
}
