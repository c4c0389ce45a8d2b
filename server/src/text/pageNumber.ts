/**
 * Page numbers as documents print them, alone on a line. Invariant: what `isSurePageNumber` takes can be nothing else, and what
 * `isPageNumberAmongCells` takes no cell of a count, so that a reader of tables may pass over it; a bare number is a page number only where
 * the place says so (`isPageNumber`).
 */
import { isDigit } from './characters';

const NUMBER = '[\\d０-９]{1,4}';
const SIGN = '[-–—―－~～=＝_·.\\s]';
const CHINESE_NUMBER = '[\\d０-９一二三四五六七八九十]{1,5}';
const ALL_PAGES = '共\\s*[\\d０-９]{1,4}\\s*页';
const BETWEEN = '[，,、\\s/]*';

/** Signs on both sides, or a word for the page. */
const SURE: readonly string[] = [
  `([-–—―－~～·])\\1?\\s*${NUMBER}\\s*\\1\\1?`, // - 3 -
  `第\\s*${CHINESE_NUMBER}\\s*页(?:${BETWEEN}${ALL_PAGES}|${BETWEEN}[（(]\\s*${ALL_PAGES}\\s*[）)])?`, // 第 3 页 共 8 页
  `${ALL_PAGES}${BETWEEN}第\\s*${CHINESE_NUMBER}\\s*页`, // 共 8 页 第 3 页
  'p(?:age|\\.)\\s*\\d{1,4}(?:\\s*(?:of|\\/)\\s*\\d{1,4})?', // Page 3 of 8
  'seite\\s+\\d{1,4}(?:\\s*(?:von|\\/)\\s*\\d{1,4})?', // Seite 3 von 8
];

/** What may as well be a figure, an item or a share. */
const UNSURE: readonly string[] = [
  `${SIGN}*${NUMBER}${SIGN}*`, // 3, .3.
  '[（(【\\[]\\s*\\d{1,4}\\s*[)）】\\]]', // (3)
  '\\d{1,4}\\s*(?:\\/|of)\\s*\\d{1,4}', // 3/8
];

const LONGEST = 40;
/** UTF-16 units; a bare one may be shorter. */
export const SHORTEST_PAGE_NUMBER = 3;
const SURE_ONE = new RegExp(`^(?:${SURE.join('|')})$`, 'i');
const ANY_ONE = new RegExp(`^(?:${[...SURE, ...UNSURE].join('|')})$`, 'i');

/** @param line without blanks at its ends; the place has to say that no figure can stand there */
export function isPageNumber(line: string): boolean {
  return line.length <= LONGEST && ANY_ONE.test(line);
}

/** Whether [start, end), the whole of a line without blanks at its ends, is a page number and nothing else. Cheap on any other line. */
export function isSurePageNumber(text: string, start: number, end: number): boolean {
  const length = end - start;
  return length >= SHORTEST_PAGE_NUMBER && length <= LONGEST && mayBeginOne(text.charCodeAt(start))
    && SURE_ONE.test(text.slice(start, end));
}

/** The same, and `3/8`: the third of eight pages. */
export function isPageNumberAmongCells(text: string, start: number, end: number): boolean {
  return isSurePageNumber(text, start, end) || isPageOfPages(text, start, end);
}

const OF_PAGES = /^(\d{1,3})\s*\/\s*(\d{1,3})$/;

function isPageOfPages(text: string, start: number, end: number): boolean {
  if (end - start < SHORTEST_PAGE_NUMBER || end - start > LONGEST || !isDigit(text.charCodeAt(start))
    || !isDigit(text.charCodeAt(end - 1))) {
    return false;
  }
  let slash = start + 1;
  while (slash < end && text.charCodeAt(slash) !== 0x2f) { slash++; }
  if (slash === end) { return false; }
  const found = OF_PAGES.exec(text.slice(start, end));
  return found !== null && Number(found[1]) >= 1 && Number(found[1]) <= Number(found[2]);
}

/** The signs, 第, 共, and the first letters of the words. */
function mayBeginOne(code: number): boolean {
  switch (code) {
    case 0x2d: case 0x2013: case 0x2014: case 0x2015: case 0xff0d: case 0x7e: case 0xff5e: case 0xb7:
    case 0x7b2c: case 0x5171:
    case 0x70: case 0x50: case 0x73: case 0x53: return true;
    default: return false;
  }
}
