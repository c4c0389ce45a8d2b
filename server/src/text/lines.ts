/**
 * The lines of a text, and what kinds of characters stand on each, found in one pass. Invariant: line i is
 * text.slice(starts[i], ends[i]) without its line end (LF or CRLF); starts is strictly ascending, and the last line may be empty.
 */
import { isBlankCode } from './blank';
import { firstThat } from './ordered';

/** What stands on a line, as bits, so that readers pass over lines that cannot be theirs without looking at them again. */
export const On = {
  /** Anything but blanks. */
  Text: 1,
  /** A blank that stands for an empty cell: NBSP or U+3000. */
  Filler: 2,
  Tab: 4,
  Bar: 8,
  /** Two spaces side by side. */
  Gap: 16,
  /** A carriage return that no line feed follows. */
  LoneReturn: 32,
} as const;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
/** From here on up to the BOM no character is blank. */
const AFTER_WIDE_SPACE = 0x3001;
const BOM = 0xfeff;

/** Of each ASCII character. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => (
  code === 9 ? On.Tab : code === 0x7c ? On.Bar | On.Text : isBlankCode(code) ? 0 : On.Text
));

export class Lines {
  private constructor(
    readonly text: string, readonly count: number, readonly starts: Int32Array, readonly ends: Int32Array,
    /** Bits of `On`, for each line. */
    readonly marks: Uint8Array,
    /** Bits of `On` that any line has. */
    readonly onAny: number,
    /** The lines that were not taken over from an earlier text: from the first to before the next one. */
    readonly fresh: { readonly first: number; readonly next: number },
  ) {}

  /** @param earlier lines of an earlier text: those that stand before and behind all that changed since are taken over */
  static of(text: string, earlier?: Lines): Lines {
    const scan = new LineScan(text);
    if (earlier === undefined) {
      scan.read(0, text.length, true);
    } else {
      scan.takeOver(earlier);
    }
    return new Lines(text, scan.count, scan.starts, scan.ends, scan.marks, scan.onAny, scan.fresh ?? { first: 0, next: scan.count });
  }

  /** Whether the line bears any of these bits of `On`. */
  bears(line: number, marks: number): boolean { return (this.marks[line] & marks) !== 0; }

  /** Start of the line after this one; the end of the text after the last. */
  next(line: number): number {
    return line + 1 < this.count ? this.starts[line + 1] : this.text.length;
  }

  /** The line that holds the offset. */
  at(offset: number): number {
    return firstThat(this.count, (line) => this.starts[line] > offset) - 1;
  }
}

class LineScan {
  starts: Int32Array;
  ends: Int32Array;
  marks: Uint8Array;
  count = 0;
  onAny = 0;
  fresh: Lines['fresh'] | undefined;

  constructor(private readonly text: string, room = (text.length >> 3) + 16) {
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.marks = new Uint8Array(room);
  }

  /** Reads the lines of [start, end); `end` is one past a line feed, or, where the last line is among them, that of the text. */
  read(start: number, end: number, toLast: boolean): void {
    const { text } = this;
    let marks = 0;
    let from = start;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code >= AFTER_WIDE_SPACE && code !== BOM) {
        marks |= On.Text;
      } else if (code === LINE_FEED) {
        this.add(from, at, marks);
        marks = 0;
        from = at + 1;
      } else if (code === SPACE) {
        if (at > from && text.charCodeAt(at - 1) === SPACE) { marks |= On.Gap; }
      } else if (code === CARRIAGE_RETURN) {
        if (text.charCodeAt(at + 1) !== LINE_FEED) { marks |= On.LoneReturn; }
      } else {
        marks |= code < 128 ? ASCII[code] : onBeyondAscii(code);
      }
    }
    if (toLast) { this.add(from, end, marks); }
  }

  takeOver(earlier: Lines): void {
    const { text } = this;
    const before = commonHead(earlier.text, text);
    const behind = commonTail(earlier.text, text, Math.min(text.length, earlier.text.length) - before);
    const moved = text.length - earlier.text.length;
    const first = earlier.at(before);
    const next = earlier.at(earlier.text.length - behind) + 1;
    this.copy(earlier, 0, first, 0);
    const toLast = next === earlier.count;
    this.read(earlier.starts[first], toLast ? text.length : earlier.starts[next] + moved, toLast);
    this.fresh = { first, next: this.count };
    this.copy(earlier, next, earlier.count, moved);
  }

  private copy(earlier: Lines, first: number, next: number, moved: number): void {
    this.makeRoom(this.count + next - first);
    for (let line = first; line < next; line++) {
      this.starts[this.count] = earlier.starts[line] + moved;
      this.ends[this.count] = earlier.ends[line] + moved;
      this.onAny |= this.marks[this.count++] = earlier.marks[line];
    }
  }

  private add(start: number, lineFeed: number, marks: number): void {
    this.makeRoom(this.count + 1);
    this.starts[this.count] = start;
    this.ends[this.count] = lineFeed > start && this.text.charCodeAt(lineFeed - 1) === CARRIAGE_RETURN ? lineFeed - 1 : lineFeed;
    this.marks[this.count++] = marks;
    this.onAny |= marks;
  }

  private makeRoom(lines: number): void {
    if (lines <= this.starts.length) { return; }
    const room = Math.max(lines, this.starts.length * 2);
    const { starts, ends, marks } = this;
    (this.starts = new Int32Array(room)).set(starts);
    (this.ends = new Int32Array(room)).set(ends);
    (this.marks = new Uint8Array(room)).set(marks);
  }
}

function onBeyondAscii(code: number): number {
  if (code === 0xa0 || code === 0x3000) { return On.Filler; }
  return isBlankCode(code) ? 0 : On.Text;
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

/**
 * Visits the lines of a text in order: [start, end) without the line end, and where the next one starts. What stands behind a last line
 * feed is a line only if it holds something.
 */
export function eachLine(text: string, visit: (start: number, end: number, next: number) => void): void {
  for (let start = 0; start < text.length;) {
    const lineFeed = lineFeedAt(text, start);
    const next = lineFeed < 0 ? text.length : lineFeed + 1;
    const end = lineFeed < 0 ? text.length : lineFeed;
    visit(start, end > start && text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end, next);
    start = next;
  }
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

/** Length of what two texts begin with alike. Halves are compared as wholes, which costs far less than character by character. */
export function commonHead(a: string, b: string): number {
  let low = 0;
  let high = Math.min(a.length, b.length);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.slice(low, middle) === b.slice(low, middle)) { low = middle; } else { high = middle - 1; }
  }
  return low;
}

/** Length of what two texts end with alike, at most `most`. */
export function commonTail(a: string, b: string, most: number): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (a.slice(a.length - middle, a.length - low) === b.slice(b.length - middle, b.length - low)) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}
