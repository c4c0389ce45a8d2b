/**
 * How the lines of a pipe table make rows. Invariant: most tables have a row a line; a line break is taken for one within a cell only where
 * bars open or close the rows of the table and none stands on either side of it, and never where bars do neither.
 */
import { skipBlank, trimBlankEnd } from '../../text/blank';
import { eachLine } from '../../text/lines';
import { lineEnd } from '../lineRows';
import { endsWithBar, isDelimiter, startsWithBar } from './rows';

/** What the bars of a table say. */
export interface BarStyle {
  readonly isDelimited: boolean;
  /** A bar at the head of a line opens its row; else it closes an empty cell, as where text made of web pages has a bar behind each cell. */
  readonly isLed: boolean;
  /** A line that no bar leads goes on with the row above. */
  readonly opens: boolean;
  /** A row goes on to the line that a bar ends. */
  readonly closes: boolean;
}

/** So many of the rows at least have a bar at this end, where others are wrapped. */
const LEAST_SHARE = 1 / 3;
const DELIMITED: BarStyle = { isDelimited: true, isLed: true, opens: false, closes: false };

export function styleOf(text: string): BarStyle {
  const second = text.indexOf('\n') + 1;
  if (second > 0 && isDelimiter(text, second, lineEnd(text, second), true)) { return DELIMITED; }
  let isDelimited = false;
  let rows = 0;
  let led = 0;
  let closed = 0;
  let isOpen = false;
  /** Some row has no bar before it though the one above is whole; some whole row has none behind it. */
  let beginsBare = false;
  let endsBare = false;
  eachLine(text, (start, end) => {
    isDelimited ||= isDelimiter(text, start, end, start === second);
    const isLed = startsWithBar(text, start, end);
    const isClosed = endsWithBar(text, start, end);
    if (!isLed && !isClosed && !text.slice(start, end).includes('|')) { isOpen &&= skipBlank(text, start, end) < end; return; }
    const isWhole = isClosed || endsWithFigure(text, start, end);
    rows++;
    if (isLed) { led++; } else if (!isOpen) { beginsBare = true; }
    if (isClosed) { closed++; } else if (isWhole) { endsBare = true; }
    isOpen = !isWhole;
  });
  if (isDelimited) { return DELIMITED; }
  return {
    isDelimited, isLed: led * 2 > rows || closed < rows, opens: !beginsBare && led >= rows * LEAST_SHARE,
    closes: !endsBare && closed >= rows * LEAST_SHARE,
  };
}

function endsWithFigure(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(trimBlankEnd(text, start, end) - 1);
  return code >= 0x30 && code <= 0x39;
}
