/**
 * What a cell says as a figure. Invariant: blank is not zero, dash is not zero, and what cannot be read is said to be
 * unreadable; values are exact decimals, never floats (`whole` is used only within the safe integers, where it is exact).
 */
import Big from 'big.js';

/** How a number was written, where that departs from plain digits. Bits, so that they can be combined. */
export const Mark = {
  FullWidth: 1, Grouped: 2, LeadingZero: 4, TrailingDot: 8, Spaced: 16, Approximate: 32, Bracketed: 64, Percent: 128,
  Footnote: 256, Currency: 512,
} as const;

export interface NumberAmount {
  readonly kind: 'number';
  /** As printed, before any unit: 1.47 of `1.47万元`. */
  readonly value: Big;
  /** The value where it is a whole number within ±2⁵³, else NaN. */
  readonly whole: number;
  /** Digits after the decimal point as printed. */
  readonly decimals: number;
  /** The unit written in the cell, scale included (`万元`, `件`), or ''. */
  readonly unit: string;
  /** Bits of `Mark`. */
  readonly marks: number;
}
export interface BlankAmount { readonly kind: 'blank' }
/** A nil sign: — - / 无 N/A … Its meaning is the form's to say. */
export interface DashAmount { readonly kind: 'dash'; readonly text: string }
export interface UnreadableAmount { readonly kind: 'unreadable'; readonly text: string }
export type Amount = NumberAmount | BlankAmount | DashAmount | UnreadableAmount;

/** What it counts where it is a number and no figure: `(3)` is the third. */
export function countOf({ whole, marks }: NumberAmount): number { return (marks & Mark.Bracketed) === 0 ? whole : -whole; }

export const BLANK: BlankAmount = { kind: 'blank' };

/** Signs that stand for "nothing here". */
const NIL = /^(?:[-‐‑‒–—―−－ー/／\\·…]+|\.{2,}|无|空|未|不适用|[nN]\/?[aA]|nil|NIL|[×xX*])$/;
/**
 * Units: a scale, a Chinese measure word, or Latin letters. A closed list for Chinese, because `2重复申请` is a label that
 * lost its dot and no number of 重复申请.
 */
const UNIT = '%|‰|[百千万亿]{0,2}(?:个百分点|平方公里|平方千米|平方米|立方米|人次|户次|件次|批次|公里|千米|公顷|公斤|千克|小时|分钟|美元|欧元|港元|日元|元|件|份|条|宗|项|次|起|人|个|篇|户|家|册|本|辆|台|套|名|位|所|处|座|间|幅|张|枚|吨|亩|米|克|升|天|日|月|年|岁|期|场|部|卷|页|字|票|笔|只|头|棵|株|里|度|瓦|例|床|届|类|种|批|节|门|艘|架|组|支|队|村|镇|乡|县|市|区|街|栋|幢|层|厘|分|秒)|[百千万亿]{1,2}|[A-Za-z]{1,6}(?:\\/[A-Za-z]{1,4})?';
const NUMBER = new RegExp(
  `^(约|近|逾|超过|超|不少于|大于|小于|[~≈<>≤≥])?([¥￥$€£])?([-−－+△])?([¥￥$€£])?(\\d[\\d, \u00a0\u202f]*?)(\\.\\d*)?(余|多)?\\s?(${UNIT})?(以上|左右|以下)?$`,
  'u',
);
const GROUPED = /^\d{1,3}([, \u00a0\u202f]\d{3})+$/;
/** The mark of a note behind a figure: 25①, 25*, 25². */
const FOOTNOTE = /(?<=[\d０-９])(?:[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|[\u2460-\u2473]|[*＊†‡]{1,3})$/;
/** A blank between two characters of a unit, as in a text whose characters all stand apart. */
const APART = /(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g;
const WIDE = /[０-９．，]/;
const DIGIT = /\d/;

/** Reads a cell's text. Total: any string gives an amount. */
export function readAmount(text: string): Amount {
  if (text === '') { return BLANK; }
  if (isPlainWhole(text)) { return plainWhole(text); }
  if (NIL.test(text)) { return { kind: 'dash', text }; }
  return readWrittenNumber(text) ?? { kind: 'unreadable', text };
}

function isPlainWhole(text: string): boolean {
  if (text.length > 15) { return false; }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) { return false; }
  }
  return true;
}

function plainWhole(text: string): NumberAmount {
  return new PlainWhole(Number(text), text.length > 1 && text.charCodeAt(0) === 48 ? Mark.LeadingZero : 0);
}

/** Most figures of most tables: their exact decimal is made only when asked for. */
class PlainWhole implements NumberAmount {
  readonly kind = 'number';
  readonly decimals = 0;
  readonly unit = '';
  private exact: Big | undefined = undefined;

  constructor(readonly whole: number, readonly marks: number) {}

  get value(): Big { return this.exact ??= new Big(this.whole); }
}

function readWrittenNumber(text: string): NumberAmount | null {
  if (text.length > 40) { return null; }
  let marks = WIDE.test(text) ? Mark.FullWidth : 0;
  const unmarked = text.replace(FOOTNOTE, '');
  if (unmarked !== text) { marks |= Mark.Footnote; }
  let plain = unmarked.normalize('NFKC').trim();
  if (plain.includes(' ')) { plain = plain.replace(APART, ''); }
  if (!DIGIT.test(plain)) { return null; }
  const bracketed = /^\((\d[\d,.]*)\)$/.exec(plain);
  if (bracketed) { plain = '-' + bracketed[1]; marks |= Mark.Bracketed; }
  const found = NUMBER.exec(plain);
  if (!found || (found[6] === '.' && found[8] !== undefined)) { return null; }
  const [, before, currencyA, sign, currencyB, digits, fraction = '', about, unit = '', after] = found;
  if (before || about || after) { marks |= Mark.Approximate; }
  if (currencyA || currencyB) { marks |= Mark.Currency; }
  if (unit === '%' || unit === '‰') { marks |= Mark.Percent; }
  const trimmedDigits = digits.trimEnd();
  if (/[^\d]/.test(trimmedDigits)) {
    if (!GROUPED.test(trimmedDigits)) { return null; }
    marks |= trimmedDigits.includes(',') ? Mark.Grouped : Mark.Spaced;
  }
  const whole = trimmedDigits.replace(/[^\d]/g, '');
  if (fraction === '.') { marks |= Mark.TrailingDot; }
  if (whole.length > 1 && whole[0] === '0') { marks |= Mark.LeadingZero; }
  const negative = sign !== undefined && sign !== '+';
  const decimal = fraction.length > 1 ? fraction : '';
  return numberAmount(`${negative ? '-' : ''}${whole}${decimal}`, Math.max(0, fraction.length - 1), unit, marks);
}

function numberAmount(digits: string, decimals: number, unit: string, marks: number): NumberAmount {
  const value = new Big(digits);
  const asNumber = decimals === 0 || value.mod(1).eq(0) ? Number(digits) : NaN;
  return { kind: 'number', value, whole: Number.isSafeInteger(asNumber) ? asNumber : NaN, decimals, unit, marks };
}
