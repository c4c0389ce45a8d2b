/**
 * Text as Markdown that shows it as it is. Invariant: whatever a cell says is shown as text, never as markup, link, image or
 * command, and takes one line at most.
 */

const LONGEST = 160;
/** Every ASCII punctuation mark may be escaped in CommonMark; escaped, none has a meaning. */
const PUNCTUATION = /[!-/:-@[-`{-~]/g;
const LINE_BREAKS = /\s*[\r\n\u2028\u2029]\s*/g;
/** Marks that turn the direction of text, and what is not seen at all. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** @param longest in UTF-16 units of the text */
export function escapeMarkdown(text: string, longest = LONGEST): string {
  return oneLine(text, longest).replace(PUNCTUATION, '\\$&');
}

/** One line, cut where it is too long; what is not seen is shown by its number. */
export function oneLine(text: string, longest = LONGEST): string {
  const line = text.replace(LINE_BREAKS, ' ').replace(UNSEEN, (mark) => `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
