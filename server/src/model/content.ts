/**
 * What a cell's text says, read once per distinct text. Invariant: a Content is immutable and depends on its text alone,
 * so the same object may serve every cell with that text; the store is bounded.
 */
import { readAmount, type Amount } from './amount';
import { splitItem, type Item } from '../text/item';
import { normalForm, withoutRadicals } from '../text/normal';
import { withoutBookmarks } from '../text/blank';
import { withoutNoteMark } from '../text/raised';

export interface Content {
  /** Decoded, trimmed, line breaks inside folded away. */
  readonly text: string;
  readonly amount: Amount;
  /**
   * Normal form without item number or the mark of a note, for matching labels; '' for figures and blanks. Of a label that goes on in
   * another cell, the whole label's.
   */
  readonly key: string;
  readonly item: Item | null;
  /** UTF-16 length of the item number at the head of `text`. */
  readonly itemLength: number;
}

const LIMIT = 20_000;
const LONGEST_KEPT = 200;
const store = new Map<string, Content>();

export function contentOf(text: string): Content {
  const known = store.get(text);
  if (known !== undefined) { return known; }
  const content = readContent(text);
  if (text.length <= LONGEST_KEPT && !isLongWhole(content)) {
    if (store.size >= LIMIT) { store.clear(); }
    store.set(text, content);
  }
  return content;
}

/** The content of [start, end) of a text. A single digit, as most cells of a report are, is found without being cut out. */
export function contentIn(text: string, start: number, end: number): Content {
  const code = end - start === 1 ? text.charCodeAt(start) : SINGLES.length;
  if (code >= SINGLES.length) { return contentOf(text.slice(start, end)); }
  return SINGLES[code] ??= readContent(text[start]);
}

const SINGLES = new Array<Content | undefined>(128).fill(undefined);

/** Long whole numbers seldom come again, and are read faster than they are found. */
function isLongWhole({ text, amount }: Content): boolean {
  return text.length >= 4 && amount.kind === 'number' && amount.marks === 0 && amount.unit === '' && amount.whole === amount.whole;
}

function readContent(raw: string): Content {
  const text = withoutBookmarks(raw);
  const amount = readAmount(text);
  if (amount.kind !== 'unreadable') { return { text, amount, key: '', item: null, itemLength: 0 }; }
  const { item, rest, length } = splitItem(withoutRadicals(text));
  return { text, amount, key: normalForm(withoutNoteMark(rest)), item, itemLength: length };
}
