/**
 * The figures at the end of a line, in layouts where nothing but blanks parts the cells. Invariant: a unit belongs to the figure before it,
 * and a single character that may as well be the scrap of a word is no sign of nil.
 */
import { contentIn, contentOf, type Content } from '../model/content';
import { isBlankCode, trimBlankEnd } from '../text/blank';
import { isChinese } from '../text/characters';

const LONGEST_FIGURE = 24;
const DOT = 0x2e;

/** The figures that [start, end) ends with, each parted by blanks from what stands before it: where the first begins, and how many. */
export function figuresAtEnd(text: string, start: number, end: number): { readonly from: number; readonly count: number } {
  const last = trimBlankEnd(text, start, end);
  let from = last;
  let count = 0;
  for (let to = last; to > start; to = trimBlankEnd(text, start, from)) {
    const at = figureStart(text, start, to);
    if (at < 0) { break; }
    from = at;
    count++;
  }
  return count === 1 && text.charCodeAt(last - 1) === DOT ? { from: last, count: 0 } : { from, count };
}

/** Where the figure begins that [start, end) ends with, its unit perhaps parted from it; -1 where it ends with none. */
function figureStart(text: string, start: number, end: number): number {
  const at = wordStart(text, start, end);
  if (isFigure(text, at, end)) { return at; }
  const before = trimBlankEnd(text, start, at);
  const figure = wordStart(text, start, before);
  return figure < before && isFigure(text, figure, before) && isUnitOf(text, figure, end) ? figure : -1;
}

/** Whether what stands between a figure and `end` is its unit: `299.8145 万元`. */
export function isUnitOf(text: string, figure: number, end: number): boolean {
  if (end - figure > LONGEST_FIGURE || !isChinese(text.charCodeAt(end - 1))) { return false; }
  const { amount } = contentOf(text.slice(figure, end));
  return amount.kind === 'number' && amount.unit !== '';
}

export function isFigure(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_FIGURE) { return false; }
  const first = text.charCodeAt(start);
  if (end - start === 1 && first >= 0x30 && first <= 0x39) { return true; }
  const last = text.charCodeAt(end - 1);
  return last !== 0x29 && last !== 0xff09 && isValue(contentIn(text, start, end));
}

/** A figure or a sign of none; a single character that may as well be the scrap of a word is no sign. */
function isValue({ text, amount }: Content): boolean {
  return amount.kind === 'number' || (amount.kind === 'dash' && (text === '无' || !isChinese(text.charCodeAt(0))));
}

/** Where the word begins that ends at `end`. */
export function wordStart(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && !isBlankCode(text.charCodeAt(at - 1))) { at--; }
  return at;
}
