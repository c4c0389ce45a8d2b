/**
 * The normal form under which labels are compared. Invariant: it is used for matching only; positions are
 * always those of the text as it stands, and normal(normal(x)) = normal(x).
 */
import { withoutBookmarks } from './blank';
import { simplified } from './traditional';

/** CJK radicals that PDF fonts map glyphs to and that NFKC leaves alone (Kangxi radicals it folds by itself). */
const RADICALS = new Map<string, string>(Object.entries({
  '⺠': '民', '⺟': '母', '⻅': '见', '⻆': '角', '⻉': '贝', '⻋': '车', '⻓': '长', '⻔': '门', '⻘': '青', '⻚': '页', '⻛': '风',
  '⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻩': '黄', '⻬': '齐', '⻮': '齿', '⻰': '龙',
  '⻳': '龟', '⻄': '西', '⺎': '兀', '⺢': '水', '⺧': '牛', '⺬': '示', '⺮': '竹', '⺰': '纟', '⺼': '月', '⻁': '虎', '⻨': '麦', '⼾': '户', '戶': '户',
}));
const RADICAL = /[⺀-⻳]/g;
const ANY_RADICAL = /[⺀-⻳⼀-⿕]/;
const EACH_RADICAL = /[⺀-⻳⼀-⿕]/g;
const QUOTES = /[“”‟„「」『』〝〞＂]/g;
/** What NFKC does not make round brackets. */
const OPENING = /[〔【]/g;
const CLOSING = /[〕】]/g;
const DASHES = /[‐‑‒–—―−－﹘﹣]+/g;
const INVISIBLE = /[\s\u00a0\u3000\u200b-\u200f\u2060\ufeff\u00ad]+/g;
const PLAIN = /^[\u4e00-\u9fff0-9a-zA-Z]*$/;

/** Radicals that stand for characters, as the text of a PDF has them, made those characters: ⼆、 becomes 二、. As long as before. */
export function withoutRadicals(text: string): string {
  return ANY_RADICAL.test(text) ? text.replace(EACH_RADICAL, (c) => RADICALS.get(c) ?? c.normalize('NFKC')) : text;
}

export function normalForm(text: string): string {
  if (PLAIN.test(text)) { return simplified(text); }
  return simplified(withoutBookmarks(text)
    .replace(QUOTES, '"')
    .normalize('NFKC')
    .replace(RADICAL, (c) => RADICALS.get(c) ?? c)
    .replace(INVISIBLE, '')
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
    .replace(DASHES, '-'));
}
