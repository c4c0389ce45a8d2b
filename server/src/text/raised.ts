/**
 * What stands raised behind a word or a figure: the mark of a note, `<sup>1</sup>`, `[^1]`. Invariant: raised digits never become digits of
 * the figure before them; they are written as the raised digits that Unicode has.
 */
const DIGITS = /^\s*[[(（]?\^?(\d{1,3})[\])）]?\s*$/;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Raised text in characters that say so themselves; the same where it is more than a number. */
export function raised(text: string): string {
  const found = DIGITS.exec(text);
  return found === null ? text : found[1].replace(/\d/g, (digit) => RAISED[Number(digit)]);
}
