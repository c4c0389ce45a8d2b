/**
 * What stands between two parts of a table that a page break parts: blank lines, page numbers, running heads, the caption once more, 续表.
 * Invariant: any other line says that another table begins; so does a heading, but for one that repeats the head of the document.
 */
import { trimBlankEnd } from '../text/blank';
import { isPageNumber } from '../text/pageNumber';
import type { RunningHeads } from './runningHeads';

export const LONGEST_GAP = 400;
const LONGEST_MARK = 80;

const RULE = /^[-*_=]{3,}$/;
/** The unit of the figures, which each page repeats. */
const UNIT = /^[（(]?(?:计量)?单位\s*[:：].{1,20}$/;
/** Words that say that a table goes on, as patterns, anywhere in a line unless bound to its ends. */
const GOES_ON_WORDS: readonly string[] = [
  '(?<![持手连继后陆永延])续\\s*(?:上\\s*)?表(?![现明示述达演])', // 续表, 续上表; not 持续表现, 手续表明
  '[接续]上[表页]', // 接上页
  '^续$',
  '[（(\\[]\\s*续\\s*[一二三四五六七八九十\\d]*\\s*[)）\\]]', // （续二）
  '[（(]表?\\s*续\\s*[)）]', // （表续）
  '(?:表|tab).{0,12}续$', // 表3 收支 续
  '\\bcontinued(?: from\\b.*)?\\s*[)\\]:：.…]*$', // Table 3, continued from page 2
  '^continued\\b',
  "\\bcont(?:'d|d\\b|\\.)", // cont'd, contd, cont.
  '\\bfortsetzung\\b', // German
  '[（(]suite[)）]', '^suite\\b', // French
  '\\bcontinuaci[oó]n\\b', // Spanish
  '\\bcontinuação\\b', // Portuguese
  '\\bsegue\\b', // Italian
  '続き', 'つづき', // Japanese
];
const GOES_ON = new RegExp(GOES_ON_WORDS.join('|'), 'i');
const TAG = /<!--(?!\s*gouji)[\s\S]*?-->|<\/?(?:p|div|br|span|center|hr|b|strong|em|i|font|section)\b[^>]*>|&nbsp;/gi;
const HEADING = /^\s*#/;
const MARKS = /^[\s#>*_]+|[\s*_]+$/g;

/** What is known of the break: words say that the table goes on, a new page begins, or nothing stands there. */
export type PageBreak = 'said' | 'page' | 'blank';

/**
 * Null where other words stand between.
 * @param caption the line above the first part, which pages may repeat
 * @param heads the running heads of the text, where they may stand between
 * @param at where the gap begins in that text
 */
export function betweenParts(gap: string, caption: () => string, heads: RunningHeads | null = null, at = 0): PageBreak | null {
  if (gap.length > LONGEST_GAP) { return null; }
  let found: PageBreak = 'blank';
  for (const raw of linesOf(gap)) {
    const line = raw.replace(MARKS, '');
    if (line === '' || RULE.test(line) || UNIT.test(line)) { continue; }
    if (saysThatItGoesOn(line)) { found = 'said'; continue; }
    if (isPageNumber(line)) { if (found === 'blank') { found = 'page'; } continue; }
    const isHeading = HEADING.test(raw);
    if (heads !== null && (heads.repeatsHead(line) || (!isHeading && heads.standsOnPages(line, at)))) {
      found = found === 'blank' ? 'page' : found;
      continue;
    }
    if (isHeading || line !== caption()) { return null; }
  }
  return found;
}

/** 续表, (continued). */
export function saysThatItGoesOn(line: string): boolean {
  return line.length <= LONGEST_MARK && GOES_ON.test(line);
}

/** The last line before an offset that is not blank and states no unit, without its marks. */
export function lineBefore(text: string, offset: number): string {
  const first = Math.max(0, offset - LONGEST_GAP);
  for (let end = trimBlankEnd(text, first, offset); end > first;) {
    const start = Math.max(first, text.lastIndexOf('\n', end - 1) + 1);
    for (const raw of linesOf(text.slice(start, end)).reverse()) {
      const line = raw.replace(MARKS, '');
      if (line !== '' && !isPageNumber(line) && !RULE.test(line) && !UNIT.test(line)) { return line; }
    }
    end = trimBlankEnd(text, first, start);
  }
  return '';
}

/** Tags part lines as line ends do. */
export function linesOf(text: string): string[] {
  return (text.includes('<') || text.includes('&') ? text.replace(TAG, '\n') : text).split('\n');
}
