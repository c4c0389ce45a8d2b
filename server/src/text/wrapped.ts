/**
 * Lines of one cell or sentence brought together. Invariant: joining adds no character but a space between words of Latin script.
 */
import { isBlankCode } from './blank';

/** Joins the lines of a wrapped cell: nothing between Chinese characters or signs, a space between other words. */
export function joinWrapped(before: string, after: string): string {
  if (before === '' || after === '') { return before + after; }
  const tight = isUnspaced(before.charCodeAt(before.length - 1)) || isUnspaced(after.charCodeAt(0));
  return tight ? before + after : `${before} ${after}`;
}

/** A Chinese character or any sign of full width: no blank stands beside it. */
function isUnspaced(code: number): boolean {
  return code >= 0x2e80 && !isBlankCode(code);
}
