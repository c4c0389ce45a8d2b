/**
 * The tags of an HTML text, one after the other, without a tree. Invariant: every tag's offsets are exact, the text runs
 * are what lies between two tags, and the whole walk is linear whatever the text holds. Follows the tokenizer of the HTML
 * standard (§13.2.5), but a `<` inside a tag, an unclosed comment or an unclosed script is taken as plain text, because
 * reports come as Markdown and half-typed HTML too. A full parser costs several times as much and its tree follows
 * neither the table model nor unclosed cells.
 */

/** What a tag means to a table. Break: parts two pieces of text. Ignored: comments, scripts, styles. */
export const Tag = {
  Other: 0, Table: 1, Row: 2, Cell: 3, Group: 4, Caption: 5, Body: 6, Break: 7, Void: 8, Ignored: 9, Raw: 10,
} as const;
export type TagKind = (typeof Tag)[keyof typeof Tag];

const KINDS = new Map<string, TagKind>([
  ['table', Tag.Table], ['tr', Tag.Row], ['br', Tag.Break],
  // Feishu writes the tables of its documents so.
  ['lark-table', Tag.Table], ['lark-tr', Tag.Row], ['lark-td', Tag.Cell],
]);
const NAMES: readonly [TagKind, string][] = [
  [Tag.Cell, 'td th'], [Tag.Group, 'thead tbody tfoot'], [Tag.Caption, 'caption colgroup col'], [Tag.Body, 'body html'],
  [Tag.Break, 'p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 hr pre blockquote section'], [Tag.Void, 'img input wbr link meta'],
  [Tag.Raw, 'script style'],
];
for (const [kind, names] of NAMES) {
  for (const name of names.split(' ')) { KINDS.set(name, kind); }
}

/** No report comes near these; the standard's own bounds are 1000 and 65534. */
const MOST_COLUMNS = 200;
export const MOST_ROWS = 1000;

export class Tags {
  kind: TagKind = Tag.Other;
  closes = false;
  start = 0;
  end = 0;
  nameEnd = 0;
  /** 1 … 1000; `rowspan=0` (to the end of the group) is 1000. */
  rowSpan = 1;
  columnSpan = 1;
  /** Where the value of `rowspan` stands; both -1 where there is none. */
  rowSpanStart = -1;
  rowSpanEnd = -1;
  /** Ends that are known not to come any more, so that no search is made twice. */
  private readonly missing = new Set<string>();

  constructor(private readonly text: string, private at = 0) { this.end = at; }

  /** Moves to the next tag; false (with start at the end of the text) when there is none. */
  next(): boolean {
    for (let lt = this.text.indexOf('<', this.at); lt >= 0; lt = this.text.indexOf('<', lt + 1)) {
      const end = this.endOfMarkup(lt);
      if (end < 0) { continue; }
      this.start = lt;
      this.end = this.at = end;
      return true;
    }
    this.start = this.end = this.at = this.text.length;
    return false;
  }

  /** The tag's name in lower case. */
  name(): string {
    return this.text.slice(this.start + (this.closes ? 2 : 1), this.nameEnd).toLowerCase();
  }

  private endOfMarkup(lt: number): number {
    const code = this.text.charCodeAt(lt + 1);
    if (isLetter(code)) { this.closes = false; return this.endOfTag(lt + 1); }
    if (code === 47 && isLetter(this.text.charCodeAt(lt + 2))) { this.closes = true; return this.endOfTag(lt + 2); }
    if (code !== 33 && code !== 63) { return -1; }
    this.kind = Tag.Ignored;
    this.closes = false;
    return this.after(code === 33 && this.text.startsWith('--', lt + 2) ? '-->' : '>', lt + 2);
  }

  private endOfTag(nameStart: number): number {
    let at = nameStart;
    while (isNameCode(this.text.charCodeAt(at))) { at++; }
    const name = this.text.slice(nameStart, at);
    this.kind = KINDS.get(name) ?? KINDS.get(name.toLowerCase()) ?? Tag.Other;
    this.nameEnd = at;
    const end = this.endOfAttributes(at);
    if (this.kind !== Tag.Raw || end < 0) { return end; }
    this.kind = Tag.Ignored;
    return this.closes ? end : this.endOfRawText(name.toLowerCase(), end);
  }

  /** The offset behind the `>` of the tag, or -1 when this is no tag. */
  private endOfAttributes(from: number): number {
    const { text } = this;
    this.rowSpan = this.columnSpan = 1;
    this.rowSpanStart = this.rowSpanEnd = -1;
    let at = from;
    for (;;) {
      let code = text.charCodeAt(at);
      while (isSpace(code) || code === 47) { code = text.charCodeAt(++at); }
      if (code === 62) { return at + 1; }
      if (code === 60 || at === from || at >= text.length) { return -1; }
      const nameStart = at;
      do { code = text.charCodeAt(++at); } while (isAttributeCode(code));
      const nameEnd = at;
      while (isSpace(code)) { code = text.charCodeAt(++at); }
      if (code !== 61) { continue; }
      do { code = text.charCodeAt(++at); } while (isSpace(code));
      const quoted = code === 34 || code === 39;
      const valueStart = quoted ? at + 1 : at;
      const valueEnd = quoted ? text.indexOf(code === 34 ? '"' : "'", valueStart) : this.endOfBareValue(at);
      if (valueEnd < 0) { return -1; }
      if (nameEnd - nameStart === 7) { this.noteSpan(text.slice(nameStart, nameEnd).toLowerCase(), valueStart, valueEnd); }
      at = quoted ? valueEnd + 1 : valueEnd;
    }
  }

  private endOfBareValue(from: number): number {
    let at = from;
    for (; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 62 || code === 60 || isSpace(code)) { break; }
    }
    return at;
  }

  private noteSpan(name: string, start: number, end: number): void {
    if (name === 'colspan') { this.columnSpan = Math.max(1, spanValue(this.text, start, end, MOST_COLUMNS)); }
    if (name !== 'rowspan' || this.rowSpanStart >= 0) { return; }
    this.rowSpanStart = start;
    this.rowSpanEnd = end;
    this.rowSpan = spanValue(this.text, start, end, MOST_ROWS) || MOST_ROWS;
  }

  private endOfRawText(name: string, from: number): number {
    if (this.missing.has(name)) { return from; }
    for (let at = this.text.indexOf('</', from); at >= 0; at = this.text.indexOf('</', at + 2)) {
      if (this.text.slice(at + 2, at + 2 + name.length).toLowerCase() !== name) { continue; }
      const close = this.text.indexOf('>', at);
      return close < 0 ? this.text.length : close + 1;
    }
    this.missing.add(name);
    return from;
  }

  private after(mark: string, from: number): number {
    const found = this.missing.has(mark) ? -1 : this.text.indexOf(mark, from);
    if (found < 0) { this.missing.add(mark); return -1; }
    return found + mark.length;
  }
}

/** The standard's rules for non-negative integers; 1 where there is no number. */
function spanValue(text: string, start: number, end: number, most: number): number {
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) { at++; }
  if (text.charCodeAt(at) === 43) { at++; }
  let value = -1;
  for (; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) { break; }
    value = Math.min(most, Math.max(value, 0) * 10 + digit);
  }
  return value < 0 ? 1 : value;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

function isNameCode(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 58) || code === 45 || code === 46 || code === 95;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** False for NaN, the end of the text, too. */
function isAttributeCode(code: number): boolean {
  return code >= 0 && code !== 61 && code !== 62 && code !== 60 && code !== 47 && !isSpace(code);
}
