/**
 * Item numbers of rows and headings, and the style in which the document writes them. Invariant: siblings are the items
 * that the form prints in one style (`（一）` of the whole table are siblings); the style most of them have is theirs.
 */
import type { Cell } from '../../model/cell';
import type { Content } from '../../model/content';
import { onceFor } from '../../model/onceFor';
import type { Change } from '../../model/repair';
import type { Table } from '../../model/table';
import { splitItem, type Item } from '../../text/item';
import { writeChineseNumeral } from '../../text/numerals';

export interface Numbered {
  readonly cell: Cell;
  readonly item: Item;
  /** What the form prints. */
  readonly official: Item;
}

export interface Misnumbered extends Numbered {
  readonly want: number;
  /** A sibling that has the style of most. */
  readonly model: Content;
}

const NUMERAL = /[一二三四五六七八九十]+|[\d０-９]+|[①-⑳]/;
const OUTER_FIRST: readonly Item['mark'][] = ['comma', 'brackets', 'dot', 'close', 'none'];

/** Whether every item is written as the form prints it; then there is nothing more to look at. */
export function isNumberedAsPrinted(table: Table): boolean {
  for (const { spec, label } of table.rows) {
    if (spec !== null && label.length > 0 && differs(label[0].content.item, spec.item)) { return false; }
  }
  for (const { spec, cell } of table.headings) {
    if (differs(cell.content.item, spec.item)) { return false; }
  }
  return true;
}

function differs(item: Item | null, official: Item | null): boolean {
  return item !== null && official !== null
    && (item.value !== official.value || item.mark !== official.mark || item.script !== official.script);
}

/** Groups of siblings, each in document order. */
export const siblingsOf = onceFor((table: Table): readonly Numbered[][] => groupsOf(inOrder(rowItems(table), headingItems(table))));

function rowItems({ rows }: Table): Numbered[] {
  const items: Numbered[] = [];
  for (const { spec, label } of rows) {
    if (spec !== null && label.length > 0) { addItem(items, label[0], spec.item); }
  }
  return items;
}

function headingItems({ headings }: Table): Numbered[] {
  const items: Numbered[] = [];
  for (const { spec, cell } of headings) { addItem(items, cell, spec.item); }
  return items;
}

function addItem(items: Numbered[], cell: Cell, official: Item | null): void {
  const { item } = cell.content;
  if (item !== null && official !== null) { items.push({ cell, item, official }); }
}

/** Both ascend already. */
function inOrder(a: readonly Numbered[], b: readonly Numbered[]): Numbered[] {
  const merged: Numbered[] = [];
  let next = 0;
  for (const one of a) {
    while (next < b.length && b[next].cell.start < one.cell.start) { merged.push(b[next++]); }
    merged.push(one);
  }
  while (next < b.length) { merged.push(b[next++]); }
  return merged;
}

function groupsOf(items: readonly Numbered[]): Numbered[][] {
  const groups: Numbered[][] = OUTER_FIRST.map(() => []);
  for (const one of items) { groups[OUTER_FIRST.indexOf(one.official.mark)].push(one); }
  return groups.filter((group) => group.length > 0);
}

/** The sibling whose style most of them have; where styles are equally frequent, that of the form. */
export function modelOf(siblings: readonly Numbered[]): Numbered {
  const counts = new Uint32Array(2 * OUTER_FIRST.length);
  for (const { item } of siblings) { counts[styleOf(item)]++; }
  let best = siblings[0];
  let most = 0;
  for (const one of siblings) {
    const style = styleOf(one.item);
    const weight = counts[style] + (style === styleOf(one.official) ? 0.5 : 0);
    if (weight > most) { best = one; most = weight; }
  }
  return best;
}

function styleOf({ script, mark }: Item): number {
  return OUTER_FIRST.indexOf(mark) + (script === 'arabic' ? OUTER_FIRST.length : 0);
}

/** Items of an official table whose number is not the form's, or whose numeral is of another kind than their siblings'. */
export const misnumbered = onceFor((table: Table): readonly Misnumbered[] => {
  const found: Misnumbered[] = [];
  const due = table.form!.rowsAreDue ? null : dueInSequence(table);
  for (const siblings of siblingsOf(table)) {
    const model = modelOf(siblings);
    for (const one of siblings) {
      const want = one.item.value === one.official.value || due === null ? one.official.value : due.get(one.cell)!;
      if (one.item.value !== want || one.item.script !== model.item.script) { found.push({ ...one, want, model: model.cell.content }); }
    }
  }
  return found;
});

/** A block taken out of a form may number its rows on its own: each item follows the sibling before, within what is above them. */
function dueInSequence(table: Table): Map<Cell, number> {
  const due = new Map<Cell, number>();
  const last = OUTER_FIRST.map(() => 0);
  for (const { cell, item, official } of inOrder(rowItems(table), headingItems(table))) {
    const level = OUTER_FIRST.indexOf(official.mark);
    due.set(cell, last[level] + 1);
    last[level] = item.value === official.value ? item.value : last[level] + 1;
    last.fill(0, level + 1);
  }
  return due;
}

/** The head of a label in the style of `model`: `（二） ` and 3 give `（三） `. */
export function headLike(model: Content, value: number): string {
  const { script, mark } = model.item!;
  const numeral = script === 'chinese'
    ? writeChineseNumeral(value)
    : mark === 'none' ? String.fromCharCode(0x2460 + value - 1) : String(value);
  return model.text.slice(0, model.itemLength).replace(NUMERAL, numeral);
}

/** A label of the form with its number written as most of its siblings in the table write theirs. */
export function inStyleOf(table: Table, label: string, item: Item | null): string {
  const siblings = item && siblingsOf(table).find(([first]) => first.official.mark === item.mark);
  if (!siblings) { return label; }
  return headLike(modelOf(siblings).cell.content, item.value) + splitItem(label).rest;
}

/** Puts another head before a label; only the head is touched where it stands in the text as it reads. */
export function renumber(text: string, cell: Cell, head: string): Change {
  const { content, start } = cell;
  const old = content.text.slice(0, content.itemLength);
  return text.startsWith(old, start)
    ? { kind: 'replaceText', span: { start, end: start + old.length }, text: head }
    : { kind: 'setCell', cell, text: head + content.text.slice(content.itemLength) };
}
