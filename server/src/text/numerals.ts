/**
 * Chinese numerals, read and written. Invariant: what is not wholly a numeral gives null, never a guess.
 * Source: GB/T 15835-2011 for the writing; 两, 廿, 〇 as reports have them for the reading.
 */
const DIGITS = new Map([...'零一二三四五六七八九'].map((c, i): [string, number] => [c, i]));
for (const [c, n] of [
  ['〇', 0], ['○', 0], ['两', 2], ['壹', 1], ['贰', 2], ['叁', 3], ['肆', 4], ['伍', 5], ['陆', 6], ['柒', 7], ['捌', 8], ['玖', 9],
] as const) {
  DIGITS.set(c, n);
}
const UNITS = new Map([['十', 10], ['拾', 10], ['百', 100], ['佰', 100], ['千', 1000], ['仟', 1000]]);
const MYRIADS = new Map([['万', 1e4], ['亿', 1e8]]);

/** 一百零三 → 103, 二〇二一 → 2021, 廿 → 20; null when a character is no numeral. Whole numbers below 10¹². */
export function readChineseNumeral(text: string): number | null {
  if (text === '' || text.length > 20) { return null; }
  const expanded = text.replace('廿', '二十').replace('卅', '三十');
  const chars = [...expanded];
  if (chars.length > 1 && chars.every((c) => DIGITS.has(c))) {
    return chars.reduce((sum, c) => sum * 10 + DIGITS.get(c)!, 0);
  }
  let total = 0;
  let section = 0;
  let digit = -1;
  for (const c of chars) {
    if (DIGITS.has(c)) { digit = DIGITS.get(c)!; continue; }
    const unit = UNITS.get(c);
    if (unit !== undefined) { section += (digit < 0 ? 1 : digit) * unit; digit = -1; continue; }
    const myriad = MYRIADS.get(c);
    if (myriad === undefined) { return null; }
    total = (total + section + Math.max(digit, 0)) * myriad;
    section = 0;
    digit = -1;
  }
  return total + section + Math.max(digit, 0);
}

const WRITTEN = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 … 99 as an item number is written: 七, 十, 十二, 二十一. */
export function writeChineseNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const head = tens === 0 ? '' : tens === 1 ? '十' : WRITTEN[tens] + '十';
  return head + WRITTEN[value % 10];
}
