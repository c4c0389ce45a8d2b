/**
 * What can be told of a table that was gathered from scraps. Invariant: what the conversion took away (blank cells, the places of headers,
 * labels in one piece) is never held against the table; where words or figures are left over, nothing is said of its rows but their sums.
 */
import type { Cell } from '../../model/cell';
import { contentOf } from '../../model/content';
import type { Oddity } from '../../model/table';
import { joined, type Span } from '../../text/span';
import type { Finished } from './rows';
import type { Stretch } from './stretch';

const NONE: readonly Oddity[] = [];

export function tellable(
  oddities: readonly Oddity[], cells: readonly Cell[], stretch: Stretch, finished: readonly Finished[],
): readonly Oddity[] {
  if (oddities.length === 0 || finished.some(isDoubtful) || hasLeftOvers(cells, stretch, finished)) { return NONE; }
  return oddities.filter((oddity) => isTellable(oddity, cells, finished));
}

/** Whether words or figures that belong to no row stand between the first row and the end. */
function hasLeftOvers(cells: readonly Cell[], { from, to }: Stretch, finished: readonly Finished[]): boolean {
  const first = finished[0]?.row.cells[0].start ?? 0;
  for (let at = from; at < to; at++) {
    const { loose, start, content: { key, amount } } = cells[at];
    if (loose && start > first && (key !== '' || amount.kind === 'number')) { return true; }
  }
  return false;
}

/** More figures than columns; or a label in several lines that no form has, with whatever came between them. */
function isDoubtful({ row: { spec, label, slots, values } }: Finished): boolean {
  return spec === null ? label.some(({ start, end, content }) => end - start > content.text.length) : slots.length > values.length;
}

function isTellable(oddity: Oddity, cells: readonly Cell[], finished: readonly Finished[]): boolean {
  switch (oddity.kind) {
    case 'missing-rows': return isMostlyWhole(finished) && !oddity.specs.some(({ key }) => isLeftOver(key, cells));
    case 'duplicate-row':
    case 'row-out-of-order': return true;
    case 'label-wording': return isWhole(oddity.cell, oddity.official);
    case 'unknown-row': return isAsWideAsRowAbove(oddity.row.slots.length, finished.findIndex(({ row }) => row === oddity.row), finished);
    default: return false;
  }
}

/** Whether half of the rows have all of their figures: where most have blanks, another edition of the form may be meant. */
function isMostlyWhole(finished: readonly Finished[]): boolean {
  let whole = 0;
  for (const { row } of finished) { if (row.spec !== null && !row.values.includes(null)) { whole++; } }
  return whole * 2 >= finished.length;
}

/** So many characters tell a label. */
const TELLING = 4;

/** Whether the label's beginning or end stands anywhere among the words that are left over. */
function isLeftOver(label: string, cells: readonly Cell[]): boolean {
  const beginning = label.slice(0, TELLING);
  const end = label.slice(-TELLING);
  return cells.some(({ loose, content: { key } }) => loose && (key.includes(beginning) || key.includes(end)));
}

/** Whether the cell has all words of its label and no others: another may have its end, and another's words may stand between its lines. */
function isWhole({ start, end, content: { text, key } }: Cell, official: string): boolean {
  return end - start <= text.length && contentOf(text).key === key && !contentOf(official).key.startsWith(key);
}

/** A line of words that ends in another number of figures is no row of the table. */
function isAsWideAsRowAbove(width: number, at: number, finished: readonly Finished[]): boolean {
  const above = finished[at - 1] ?? finished[at + 1];
  return above !== undefined && above.row.slots.length === width;
}

/** The cells of a stretch with the parts of headings right above it and of labels right below. */
export function spanWithScraps(cells: readonly Cell[], { from, to }: Stretch): Span {
  let first = from;
  while (first > 0 && isScrap(cells[first - 1])) { first--; }
  let last = to - 1;
  while (last + 1 < cells.length && isScrap(cells[last + 1])) { last++; }
  return joined(cells[first], cells[last]);
}

function isScrap({ loose, content: { key } }: Cell): boolean { return loose && key === ''; }
