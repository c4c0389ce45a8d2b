/**
 * How labels of the form are written into a document. Invariant: what is only style (the document's own item number and
 * the space after it) stays as it is; the words are the form's.
 */
import type { Content } from '../../model/content';
import { splitItem } from '../../text/item';

/** The official label behind the item number the cell has; without a number where the document's label has none. */
export function officialIn(content: Content, official: string): string {
  return content.text.slice(0, content.itemLength) + splitItem(official).rest;
}
