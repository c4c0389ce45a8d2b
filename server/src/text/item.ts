/**
 * Item numbers at the head of a label: 一、 （一） 1. (1) ①. Invariant: an item is split off only where a label follows
 * it, so a bare number stays a number.
 */
import { readChineseNumeral } from './numerals';

export type ItemScript = 'chinese' | 'arabic';
/** What encloses or ends the number: `（三）`, `三、`, `3.`, `3)`, or only white space. */
export type ItemMark = 'brackets' | 'comma' | 'dot' | 'close' | 'none';

export interface Item {
  readonly value: number;
  readonly script: ItemScript;
  readonly mark: ItemMark;
}

export interface Itemised {
  readonly item: Item | null;
  /** What is left of the label. */
  readonly rest: string;
  /** UTF-16 length of the item number and its mark in the given text. */
  readonly length: number;
}

const HEAD = /^(?:[(（〔【]\s*([一二三四五六七八九十]{1,3}|[\d０-９]{1,2})\s*[)）〕】]\s*[、.．]?|([一二三四五六七八九十]{1,3}|[\d０-９]{1,2})\s*([、，,]|[.．](?![\d０-９])|[)）]))\s*(?=\S)/;
const CIRCLED = /^[①-⑳]\s*(?=\S)/;

/** Splits the item number off a label. Works on raw text and on normal forms alike. */
export function splitItem(text: string): Itemised {
  const head = HEAD.exec(text);
  if (head) {
    const digits = head[1] ?? head[2];
    const script = /[\d０-９]/.test(digits) ? 'arabic' : 'chinese';
    const value = script === 'arabic' ? Number(digits.normalize('NFKC')) : readChineseNumeral(digits);
    if (value !== null) {
      return {
        item: { value, script, mark: head[1] === undefined ? markOf(head[3]) : 'brackets' }, rest: text.slice(head[0].length),
        length: head[0].length,
      };
    }
  }
  const circled = CIRCLED.exec(text);
  if (circled) {
    const value = circled[0].charCodeAt(0) - 0x2460 + 1;
    return { item: { value, script: 'arabic', mark: 'none' }, rest: text.slice(circled[0].length), length: circled[0].length };
  }
  return { item: null, rest: text, length: 0 };
}

function markOf(sign: string): ItemMark {
  if (sign === '、' || sign === '，' || sign === ',') { return 'comma'; }
  return sign === ')' || sign === '）' ? 'close' : 'dot';
}
