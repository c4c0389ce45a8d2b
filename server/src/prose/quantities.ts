/**
 * Quantities in prose: 86件, ８６ 件, 1,499件, 三件, 1.2万条, 1100余条, 近300件. Invariant: a quantity is what a number with a
 * unit says, a whole number; ordinals, years and articles of law (第三条, 2021年) are none.
 */
import { readChineseNumeral } from '../text/numerals';
import type { Span } from '../text/span';

/** Offsets into the text that was searched: the whole of `86 件`. */
export interface Quantity extends Span {
  readonly value: number;
  /** Said as it is; false for 余, 近, 约, 以上 and 1.2万, which are no figures to compare with. */
  readonly exact: boolean;
  readonly unit: string;
  /** The number alone. */
  readonly number: Span;
}

const QUANTITY = /(?:(近|约|超过|超|逾|不少于|不足|至少)\s{0,12})?(?<![0-9０-９])([0-9０-９]{1,3}(?:[,，][0-9０-９]{3}){1,4}|[0-9０-９]{1,12}(?:[.．][0-9０-９]{1,6})?|[零〇一二两三四五六七八九十百千廿]{1,12})\s{0,12}(万|亿)?\s{0,12}(余|多)?\s{0,12}(件次|人次|件|份|条|宗|项|次|起|例)\s{0,12}(以上|左右|以内)?/g;
const ORDINAL = /[第〔\d.．]$/;

/** All quantities of a text, in order. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  if (!mayHoldQuantity(text)) { return found; }
  for (const match of text.matchAll(QUANTITY)) {
    const quantity = readQuantity(match, text);
    if (quantity) { found.push(quantity); }
  }
  return found;
}

/** Whether a unit stands behind something like a digit: one look at each character, and never wrong where there is a quantity. */
export function mayHoldQuantity(text: string): boolean {
  for (let at = 1; at < text.length; at++) {
    if (!isUnitSign(text.charCodeAt(at))) { continue; }
    let last = at - 1;
    while (last > 0 && BETWEEN.test(text[last])) { last--; }
    if (NUMBER_SIGN.test(text[last])) { return true; }
  }
  return false;
}

/** 件 人 份 条 宗 项 次 起 例 */
function isUnitSign(code: number): boolean {
  switch (code) {
    case 0x4ef6: case 0x4eba: case 0x4efd: case 0x6761: case 0x5b97: case 0x9879: case 0x6b21: case 0x8d77: case 0x4f8b: return true;
    default: return false;
  }
}

const BETWEEN = /[\s万亿余多]/;
const NUMBER_SIGN = /[0-9０-９零〇一二两三四五六七八九十百千廿]/;

function readQuantity(match: RegExpMatchArray, text: string): Quantity | null {
  const [all, before, digits, scale, about, unit, after] = match;
  const start = match.index!;
  const at = start + all.indexOf(digits, before ? before.length : 0);
  if (ORDINAL.test(text.slice(Math.max(0, start - 1), start))) { return null; }
  const number = readNumber(digits, scale === '万' ? 4 : scale === '亿' ? 8 : 0);
  if (number === null) { return null; }
  return {
    start, end: start + all.length, value: number.value, exact: number.isWhole && !before && !about && !after, unit,
    number: { start: at, end: at + digits.length },
  };
}

/** A number with a power of ten, null where it is not whole or too long to be a count. @returns whether it was written without decimals */
function readNumber(digits: string, power: number): { value: number; isWhole: boolean } | null {
  const plain = digits.normalize('NFKC').replaceAll(',', '');
  if (plain.length > 12) { return null; }
  const point = plain.indexOf('.');
  if (point >= 0) {
    const decimals = plain.length - point - 1;
    return decimals < power ? { value: Number(plain.replace('.', '')) * 10 ** (power - decimals), isWhole: false } : null;
  }
  const isArabic = plain.charCodeAt(0) < 0x80;
  const whole = isArabic ? Number(plain) : readChineseNumeral(digits);
  return whole === null ? null : { value: whole * 10 ** power, isWhole: true };
}
