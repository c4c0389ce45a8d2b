/**
 * What stands raised behind a word or a figure: the mark of a note, `<sup>1</sup>`, `[^1]`. Invariant: raised digits never become digits of
 * the figure before them; they are written as the raised digits that Unicode has.
 */
const DIGITS = /^\s*[[(（]?\^?(\d{1,3})[\])）]?\s*$/;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The mark of a note behind a label: 总计①, 总计*, 总计², 总计[1]. */
const NOTE_MARK = /(?<=\S)(?:[¹²³⁰⁴-⁹]+|[①-⑳]|[*＊†‡]{1,3}|\[\^?\d{1,2}\])$/;
const ENDS = new Set('¹²³⁰⁴⁵⁶⁷⁸⁹①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳*＊†‡]');

export function withoutNoteMark(label: string): string {
  return ENDS.has(label[label.length - 1]) ? label.replace(NOTE_MARK, '') : label;
}

/** Raised text in characters that say so themselves; the same where it is more than a number. */
export function raised(text: string): string {
  const found = DIGITS.exec(text);
  return found === null ? text : found[1].replace(/\d/g, (digit) => RAISED[Number(digit)]);
}
