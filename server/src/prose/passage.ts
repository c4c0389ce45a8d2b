/**
 * A passage: a run of prose with no table in it. Invariant: a Passage depends on its text alone, so one that has not
 * changed since an earlier Analysis may be taken over; its offsets count from its own start, and `plain` is the text with its markup
 * blanked.
 */
import { skipBlank, trimBlankEnd } from '../text/blank';
import { withoutMarkup } from './plain';
import { readHeading, type Heading } from './heading';

/** A line that holds something; start and end are those of what it holds. */
export interface ProseLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Stands behind blanks other than a tab. */
  readonly indented: boolean;
  /** A tab or a bar in it: a row or a cell that no table was read from. */
  readonly tabular: boolean;
  readonly heading: Heading | null;
}

export class Passage {
  readonly plain: string;
  readonly lines: readonly ProseLine[];
  private readonly kept = new Map<(passage: Passage) => unknown, unknown>();

  constructor(readonly text: string) {
    this.plain = withoutMarkup(text);
    this.lines = readLines(this.plain);
  }

  /** What a reader of passages makes of this one, worked out once. */
  read<Result>(reader: (passage: Passage) => Result): Result {
    if (!this.kept.has(reader)) { this.kept.set(reader, reader(this)); }
    return this.kept.get(reader) as Result;
  }
}

function readLines(plain: string): ProseLine[] {
  const lines: ProseLine[] = [];
  for (let from = 0; from <= plain.length;) {
    const lf = plain.indexOf('\n', from);
    const to = lf < 0 ? plain.length : lf;
    const start = skipBlank(plain, from, to);
    if (start < to) { lines.push(readLine(plain, from, start, trimBlankEnd(plain, start, to))); }
    if (lf < 0) { break; }
    from = lf + 1;
  }
  return lines;
}

function readLine(plain: string, from: number, start: number, end: number): ProseLine {
  const text = plain.slice(start, end);
  const tabular = plain.slice(from, start).includes('\t') || text.includes('\t') || text.includes('|');
  return {
    start, end, text, indented: start > from && plain.charCodeAt(start - 1) !== 0xfeff, tabular,
    heading: tabular ? null : readHeading(text),
  };
}
