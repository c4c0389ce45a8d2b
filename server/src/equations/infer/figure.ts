/**
 * A figure as people write it in any table: sign, currency, grouped digits, scale, unit, remark. Invariant: only the
 * writing is read here; what `.` and `,` mean is the table's to say (see locale.ts), so no value is given yet.
 */
export const Remark = { Approximate: 1, Percent: 2, Currency: 4, Negative: 8, Noted: 16, Plus: 32 } as const;

export interface Figure {
  /** Where the digits stand in the text, separators included, sign and brackets not. */
  readonly start: number;
  readonly end: number;
  /** Digits and separators as written, full-width ones folded. */
  readonly core: string;
  /** Bits of `Remark`. */
  readonly remarks: number;
  /** Power of ten of the scale written behind it: 3 of `14.4k`, 4 of 万. */
  readonly power: number;
  /** What else is written beside it, lower case, without the scale: `h`, `bytes`, `元`; '' for none. */
  readonly unit: string;
}

/** Parsed texts, by text; null for what is no figure. */
const known = new Map<string, Figure | null>();
const LIMIT = 20_000;
const LONGEST = 60;

export function readFigure(text: string): Figure | null {
  const signs = signsIn(text);
  if (signs === 0 || signs === 1) { return { start: 0, end: text.length, core: text, remarks: 0, power: 0, unit: '' }; }
  if (startsWithWord(text) || (text.length > LONGEST && !text.includes(']('))) { return null; }
  let figure = known.get(text);
  if (figure === undefined) {
    figure = scan(text);
    if (known.size >= LIMIT) { known.clear(); }
    known.set(text, figure);
  }
  return figure;
}

/** 14.12.2022, 1.2.3: a date or a version, where groups of digits are not of three. */
const DATE = /^\d+([.,])\d{1,2}\1\d+$|^\d+([.,])\d+\2\d{1,2}$|^\d+([.,])\d+\3\d{4}$/;
const DIGITS = /[0-9０-９]/;
const LINKED = /^(!?\[)([^\]]+)(\]\([^)]*\))$/;
const CORE = /[0-9０-９]+(?:[.,'’．，][0-9０-９]+|[ \u00a0\u202f\u2009][0-9０-９]{3}(?![0-9０-９])|'?[0-9０-９])*/;
const BEFORE = /^(?:~~)?[\s*_`"✅✔✓☑⚠️🔴🟢🟡❌↑↓]*(~|≈|≃|∼|～|约|約|ca\.?|c\.|circa|approx\.?|about|около|环|etwa|env\.?|aprox\.?|\+\/-|±)?[\s*_]*(?:([A-Za-z]{0,3}[$€£¥￥₹₽₩₺₴₫฿])|(USD|EUR|CHF|JPY|GBP|CNY|RMB|COP|MXN|BRL|CAD|AUD|INR|SEK|NOK|DKK|PLN|CZK|HUF|RUB|UAH|KRW|TWD|HKD|SGD|NTD|VND|THB|kr|Rs\.?|NT|US|Fr\.?)\s?)?\s*([-−–－+＋△▲]|\()?\s*(?:([A-Za-z]{0,3}[$€£¥￥₹₽₩₺₴₫฿]))?\s*$/iu;
const NOTE = /\s*(?:\[\^?[^\]]*\]|[¹²³⁰⁴-⁹]+$|[†‡§]+|\((?![^)]*\d{4,}\.\d)[^)]*\)|（[^）]*）)/gu;
const AFTER = /^[\s*_~`"]*(\+|＋)?\s*([%％‰])?[\s*_~`]*([^\d０-９]{0,24})$/u;
const FORBIDDEN = /[×x*^=<>:：~～\-–—/&|@#;]\s*$|[=<>&|@;]|\b(?:x|of|per|vs|and|to|bis|до|от)\b/iu;
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:bn|mrd|млрд|milliard[s]?|billions?)(?![a-z])\.?/iu, 9], [/^(?:mio|mn|mm|млн|millions?|mill)(?![a-z])\.?/iu, 6],
  [/^(?:тыс|tys|tsd|thousand|mil)(?![a-z])\.?/iu, 3],
  [/^百万/u, 6], [/^千万/u, 7], [/^亿/u, 8], [/^億/u, 8], [/^万/u, 4], [/^萬/u, 4], [/^千(?![克米瓦卡])/u, 3], [/^[kK](?![a-zA-Z])/u, 3],
  [/^M(?![a-zA-Z])/u, 6], [/^B(?![a-zA-Z])/u, 9], [/^T(?![a-zA-Z])/u, 12],
];
const CURRENCY = /[$€£¥￥₹₽₩₺₴₫฿元]|^(?:usd|eur|chf|jpy|gbp|cny|rmb|cop|kr|zł|pln|руб)/iu;
const DECORATION = /[*_~`✅✔✓☑⚠️🔴🟢🟡❌🎉⭐↑↓,，;。.!]|\p{Extended_Pictographic}|\ufe0f/gu;

function scan(raw: string): Figure | null {
  if (!DIGITS.test(raw)) { return null; }
  const link = LINKED.exec(raw);
  const offset = link ? link[1].length : 0;
  const text = link ? link[2] : raw;
  const core = CORE.exec(text);
  if (core === null) { return null; }
  const start = core.index;
  const end = start + core[0].length;
  const before = BEFORE.exec(text.slice(0, start));
  if (before === null) { return null; }
  let tail = text.slice(end);
  let negative = before[4] !== undefined && before[4] !== '+' && before[4] !== '＋' && before[4] !== '(';
  if (isEitherWay(before[0], before[4], tail)) { return null; }
  if (before[4] === '(') {
    if (!tail.startsWith(')')) { return null; }
    negative = true;
    tail = tail.slice(1);
  }
  if (text[start - 1] === '（') { return null; }
  const bare = tail.replace(NOTE, '');
  const after = AFTER.exec(bare);
  if (after === null || FORBIDDEN.test(after[3])) { return null; }
  const folded = core[0].normalize('NFKC');
  if (DATE.test(folded)) { return null; }
  if (folded.length > 1 && folded[0] === '0' && folded.charCodeAt(1) >= 48 && folded.charCodeAt(1) <= 57) { return null; }
  let rest = after[3].replace(DECORATION, '').trim();
  let power = 0;
  for (const [scale, tens] of SCALES) {
    const found = scale.exec(rest);
    if (found) { power = tens; rest = rest.slice(found[0].length).trim(); break; }
  }
  if (rest.split(/\s+/).length > 3) { return null; }
  const currency = before[2] ?? before[3] ?? before[5] ?? '';
  const percent = after[2] !== undefined;
  const remarks = (before[1] || after[1] || /est|approx|ca\.|约|tbd/i.test(tail) ? Remark.Approximate : 0) | (percent ? Remark.Percent : 0)
    | (currency !== '' || CURRENCY.test(rest) ? Remark.Currency : 0) | (negative ? Remark.Negative : 0) | (bare !== tail ? Remark.Noted : 0)
    | (before[4] === '+' || before[4] === '＋' ? Remark.Plus : 0);
  return { start: offset + start, end: offset + end, core: folded, remarks, power, unit: percent ? '%' : unitOf(currency, rest) };
}

/** ▲500 is a rise by 500, and −500 in accounts from Japan (where △500 is nothing else); ↓500 a fall by 500 or one to 500. */
function isEitherWay(before: string, sign: string | undefined, tail: string): boolean {
  return sign === '▲' || (before.includes('↓') && !/^\s*[%％]/.test(tail));
}

/** Four letters before anything else, and none of the few words that may stand before a figure. */
function startsWithWord(text: string): boolean {
  for (let i = 0; i < LETTERS; i++) {
    const code = text.charCodeAt(i) | 32;
    if (!(code >= 97 && code <= 122)) { return false; }
  }
  return !LEADING.test(text);
}

const LETTERS = 4;
const LEADING = /^(?:circa|approx|about|etwa|aprox)/i;

/** Points and commas in a text of nothing but digits and them, as most figures are; −1 where it is anything else. */
function signsIn(text: string): number {
  const last = text.length - 1;
  let signs = 0;
  for (let i = 0; i <= last; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) { continue; }
    if ((code !== 44 && code !== 46) || i === 0 || i === last) { return -1; }
    signs++;
  }
  return last < 0 || last >= LONGEST || (text.charCodeAt(0) === 48 && last > 0 && text.charCodeAt(1) >= 48) ? -1 : signs;
}

function unitOf(currency: string, rest: string): string {
  const unit = (currency.trim() + rest).toLowerCase();
  return unit.length > 3 && unit.endsWith('s') ? unit.slice(0, -1) : unit;
}
