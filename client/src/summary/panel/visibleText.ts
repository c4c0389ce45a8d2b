/**
 * Text of a document as it may be shown. Invariant: marks that hide or reorder text are named instead, and what is very long is
 * cut with a sign that says so; markup never comes of it, because it is only ever set as text.
 */
const HIDDEN = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const LONGEST = 240;

export function visibleText(text: string, longest = LONGEST): string {
  const named = text.slice(0, longest).replace(HIDDEN, (sign) => `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
  return text.length > longest ? `${named}…` : named;
}
