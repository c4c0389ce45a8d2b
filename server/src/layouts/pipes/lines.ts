/**
 * How the lines of a pipe table make rows. Invariant: most tables have a row a line; a line break is taken for one within a cell only where
 * bars open or close the rows of the table and none stands on either side of it, and never where bars do neither.
 */
import { skipBlank, trimBlankEnd } from '../../text/blank';
import { eachLine } from '../../text/lines';
import { lineEnd } from '../lineRows';
import { BAR, endsWithBar, isDelimiter, startsWithBar } from './rows';

/** What the bars of a table say. */
export interface BarStyle {
  readonly isDelimited: boolean;
  /** A bar at the head of a line opens its row; else it closes an empty cell, as in text made of web pages, with a bar behind each cell. */
  readonly isLed: boolean;
  /** A line that no bar leads goes on with the row above. */
  readonly opens: boolean;
  /** A row goes on to the line that a bar ends. */
  readonly closes: boolean;
  /** Rows end without a bar: one at the end of a line leads an empty cell. */
  readonly endsOpen: boolean;
}

const DELIMITED: BarStyle = { isDelimited: true, isLed: true, opens: false, closes: false, endsOpen: false };

export function styleOf(text: string): BarStyle {
  const second = text.indexOf('\n') + 1;
  if (second > 0 && isDelimiter(text, second, lineEnd(text, second), true)) { return delimitedStyle(text, second); }
  const bars = new BarCount();
  let isDelimited = false;
  eachLine(text, (start, end) => {
    isDelimited ||= isDelimiter(text, start, end, start === second);
    bars.add(text, start, end);
  });
  return isDelimited ? DELIMITED : bars.style;
}

/** Where the delimiter row has no bars around it, rows may have none either. @param delimiter where its line starts */
function delimitedStyle(text: string, delimiter: number): BarStyle {
  const end = lineEnd(text, delimiter);
  if (startsWithBar(text, delimiter, end) || endsWithBar(text, delimiter, end)) { return DELIMITED; }
  const bars = new BarCount();
  eachLine(text, (from, to) => { if (from !== delimiter) { bars.add(text, from, to); } });
  return bars.endsBareOften ? { ...DELIMITED, endsOpen: true } : DELIMITED;
}

/** Where the bars of the lines stand. A line is whole where a bar or a figure ends it. */
class BarCount {
  private rows = 0;
  private led = 0;
  private closed = 0;
  private whole = 0;
  /** Bars of the lines above, up to the last that is whole; -1 right behind that. */
  private open = -1;
  /** Some line has no bar before it though the one above is whole. */
  private beginsBare = false;
  /** Rows without a bar behind them: whole lines, and those above a row that a bar begins. */
  private endsBare = 0;
  /** The most bars of a whole line by itself, and of one with what is open above it. */
  private widest = 0;
  private widestJoined = 0;

  add(text: string, start: number, end: number): void {
    const count = barsIn(text, start, end);
    if (count === 0) {
      if (skipBlank(text, start, end) === end) { this.open = -1; }
      return;
    }
    const isLed = startsWithBar(text, start, end);
    const isClosed = endsWithBar(text, start, end);
    this.rows++;
    if (isLed) {
      this.led++;
      if (this.open >= 0) { this.endsBare++; }
      this.open = -1;
    } else if (this.open < 0) { this.beginsBare = true; }
    if (isClosed) { this.closed++; }
    if (!isClosed && !endsWithFigure(text, start, end)) { this.open = Math.max(this.open, 0) + count; return; }
    this.whole++;
    if (!isClosed) { this.endsBare++; }
    if (this.open < 0) {
      this.widest = Math.max(this.widest, count);
    } else {
      this.widestJoined = Math.max(this.widestJoined, this.open + count);
    }
    this.open = -1;
  }

  get style(): BarStyle {
    const { rows, led, closed, whole, endsBare, endsBareOften } = this;
    const mayJoin = this.widestJoined <= this.widest;
    return {
      isDelimited: false, isLed: led * 2 > rows || closed < rows,
      opens: mayJoin && !this.beginsBare && led >= LEAST_ROWS && led * 2 >= whole,
      closes: mayJoin && endsBare === 0 && closed >= LEAST_ROWS,
      endsOpen: !mayJoin || endsBareOften,
    };
  }

  get endsBareOften(): boolean { return this.endsBare >= LEAST_ROWS && this.endsBare * 4 >= this.closed; }
}

const LEAST_ROWS = 2;

function barsIn(text: string, start: number, end: number): number {
  let bars = 0;
  for (let at = start; at < end; at++) { if (text.charCodeAt(at) === BAR) { bars++; } }
  return bars;
}

function endsWithFigure(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(trimBlankEnd(text, start, end) - 1);
  return code >= 0x30 && code <= 0x39;
}
