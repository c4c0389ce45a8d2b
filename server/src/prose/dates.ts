/**
 * Dates as reports write them: 2021年1月18日, ２０２１ 年…, 二〇二二年一月十八日, 2022-01-18. Invariant: what is not
 * written as a date gives null, never a guess; a date that no calendar has says so; offsets count from the start of the given text.
 */
import { readChineseNumeral } from '../text/numerals';
import type { Span } from '../text/span';

export interface DateFound extends Span {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** The calendar has such a day. */
  readonly exists: boolean;
  /** Where the year's digits stand. */
  readonly yearSpan: Span;
}

const DIGITS = '[0-9０-９]';
const NUMERAL = '[〇○零一二三四五六七八九十]';
const WRITTEN = `(${DIGITS}{4}|${NUMERAL}{4})\\s*年\\s*(${DIGITS}{1,2}|${NUMERAL}{1,3})\\s*月\\s*(${DIGITS}{1,2}|${NUMERAL}{1,3})\\s*日`;
const PLAIN = `(${DIGITS}{4})\\s*[-./．－]\\s*(${DIGITS}{1,2})\\s*[-./．－]\\s*(${DIGITS}{1,2})`;
const ALONE = new RegExp(`^[（(]?\\s*(?:(?:发布|公布|报告)?(?:日期|时间)[:：]\\s*)?(?:${WRITTEN}|${PLAIN})\\s*[）)]?[。.]?$`);

const CLOSING = /\s*[）)]?[。.]?$/;

/** The date of a line that holds nothing else. */
export function dateAlone(line: string): DateFound | null {
  if (line.length < 8 || line.length > 40) { return null; }
  const found = ALONE.exec(line);
  if (found === null) { return null; }
  const [year, month, day] = found[1] === undefined ? [found[4], found[5], found[6]] : [found[1], found[2], found[3]];
  const start = line.indexOf(year);
  const date = dateOf(year, month, day, start, line.replace(CLOSING, '').length);
  // Numbers parted by signs may be anything; with 年, 月 and 日 they are meant as a date.
  return date !== null && (date.exists || found[1] !== undefined) ? date : null;
}

/** Days of the months of a common year. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dateOf(year: string, month: string, day: string, start: number, end: number): DateFound | null {
  const [y, m, d] = [numberOf(year), numberOf(month), numberOf(day)];
  if (y < 1990 || y > 2100 || m < 0 || d < 0) { return null; }
  const isLeap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  const exists = m >= 1 && m <= 12 && d >= 1 && d <= DAYS[m - 1] + (m === 2 && isLeap ? 1 : 0);
  return { year: y, month: m, day: d, exists, start, end, yearSpan: { start, end: start + year.length } };
}

/** −1 for what is no number. */
export function numberOf(digits: string): number {
  const plain = digits.normalize('NFKC');
  return /^\d+$/.test(plain) ? Number(plain) : readChineseNumeral(digits) ?? -1;
}

export interface Period extends Span {
  readonly from: DateFound;
  readonly to: DateFound;
  /** The second year is written out. */
  readonly secondYear: boolean;
}

const RANGE = new RegExp(
  `${WRITTEN}\\s*(?:起|开始)?\\s*[，,]?\\s*(?:至|到|—+|－|-|~|～)\\s*(?:(${DIGITS}{4}|${NUMERAL}{4})\\s*年\\s*)?(${DIGITS}{1,2}|${NUMERAL}{1,3})\\s*月\\s*(${DIGITS}{1,2}|${NUMERAL}{1,3})\\s*日`,
);
const ABOUT_FIGURES = /统计|期限|时限|数据/;
/** In the body, where other ranges of dates stand too. */
const ABOUT_PERIOD = /统计(?:数据)?的?(?:期限|时限|时间|期间|区间)|所列数据/;

/**
 * The period a report covers: a range of dates in a sentence that speaks of figures or of the period.
 * @param inBody the sentence is not one of the preamble and has to say plainly that it is about the period
 */
export function periodIn(text: string, inBody = false): Period | null {
  const about = inBody ? ABOUT_PERIOD : ABOUT_FIGURES;
  if (!about.test(text)) { return null; }
  const found = RANGE.exec(text);
  if (found === null || !about.test(text.slice(text.lastIndexOf('。', found.index) + 1, found.index))) { return null; }
  const start = found.index;
  const end = start + found[0].length;
  const from = dateOf(found[1], found[2], found[3], start, end);
  const secondYear = found[4] !== undefined;
  const rest = found[0].slice(found[1].length);
  const second = secondYear ? start + found[1].length + rest.indexOf(found[4]) : start;
  const to = dateOf(secondYear ? found[4] : found[1], found[5], found[6], second, end);
  return from && to && { start, end, from, to, secondYear };
}

const YEAR = new RegExp(`(${DIGITS}{4}|二${NUMERAL}{3})\\s*年`);

/** The year a title names. */
export function yearIn(title: string): { readonly year: number; readonly span: Span } | null {
  const found = YEAR.exec(title);
  if (found === null) { return null; }
  const year = numberOf(found[1]);
  return year < 1990 || year > 2100 ? null : { year, span: { start: found.index, end: found.index + found[1].length } };
}
