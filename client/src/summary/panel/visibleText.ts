/**
 * Text of a document as it may be shown. Invariant: marks that hide or reorder text are named instead, and what is very long is
 * cut with a sign that says so; markup never comes of it, because it is only ever set as text.
 */
import { unseenNamed } from '../../../../server/src/protocol/unseen';

const LONGEST = 240;

export function visibleText(text: string, longest = LONGEST): string {
  const named = unseenNamed(text.slice(0, longest));
  return text.length > longest ? `${named}…` : named;
}
