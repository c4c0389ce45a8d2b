/**
 * Text of a document as it may be shown. Invariant: marks that hide text or turn its direction are named wherever text is shown, in
 * hover, panel and record alike: nothing may look like what it is not.
 */
const UNSEEN = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** ⟨U+202E⟩ for each such mark. @param kept control characters that are left as they are */
export function unseenNamed(text: string, kept = ''): string {
  return text.replace(
    UNSEEN, (mark) => (kept.includes(mark) ? mark : `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`),
  );
}
