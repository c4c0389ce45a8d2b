/**
 * Parts of an earlier text, found again in a later one. Invariant: asked for in the order in which the later text has them; a part
 * that is found is the one asked for, but one that was moved far, or to the front, may be missed and is then worked out anew.
 */
const FARTHEST = 200;

export class KnownParts<Part extends { readonly text: string }> {
  /** The part after the one found last: the next one asked for, where nothing changed. */
  private next = 0;

  constructor(private readonly parts: readonly Part[]) {}

  /** @param isSame what has to hold beside the text being the same */
  find(text: string, isSame: (part: Part) => boolean = () => true): Part | undefined {
    const { parts } = this;
    const end = Math.min(parts.length, this.next + FARTHEST);
    for (let at = this.next; at < end; at++) {
      const part = parts[at];
      if (part.text.length === text.length && part.text === text && isSame(part)) {
        this.next = at + 1;
        return part;
      }
    }
    return undefined;
  }
}
