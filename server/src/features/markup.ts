/**
 * Text as Markdown that shows it as it is. Invariant: whatever a cell says is shown as text, never as markup, link, image or
 * command, and takes one line at most.
 */
import { unseenNamed } from '../protocol/unseen';

const LONGEST = 160;
/** Every ASCII punctuation mark may be escaped in CommonMark; escaped, none has a meaning. */
const PUNCTUATION = /[!-/:-@[-`{-~]/g;
const LINE_BREAKS = /\s*[\r\n\u2028\u2029]\s*/g;

/** @param longest in UTF-16 units of the text */
export function escapeMarkdown(text: string, longest = LONGEST): string {
  return oneLine(text, longest).replace(PUNCTUATION, '\\$&');
}

/** One line, cut where it is too long; what is not seen is shown by its number. */
export function oneLine(text: string, longest = LONGEST): string {
  const line = unseenNamed(text.replace(LINE_BREAKS, ' '), '\t');
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
