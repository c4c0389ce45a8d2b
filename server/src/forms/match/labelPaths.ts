/**
 * Labels written with the headings they stand under, as tables without merged cells have them: `三、本年度办理结果 - （一）予以公开`; or
 * with a mark of their depth: `• 1.属于国家秘密`. Invariant: a label is read by its last part only where a form knows all parts before it as
 * headings, and the last as a row or a column, or nearly as a row, or where that has the number of an item; the text of the cell stays
 * whole.
 */
import type { Cell } from '../../model/cell';
import { contentOf } from '../../model/content';
import { onceFor } from '../../model/onceFor';
import type { Reading } from '../../model/reading';
import type { Item } from '../../text/item';
import type { Catalogue, Meaning } from '../catalogue';
import { isNearRow } from './labels';

const MARKS = '->–—―─→›»/／_：:·•├└│';
/** Marks; a full stop or a blank that belongs to no item number; or nothing at all in front of one. */
const PARTING = new RegExp(
  `\\s*(?:[${MARKS}]|(?<!\\d)\\.)+\\s*|(?<![\\d.．、)）])\\s+|(?<=[\\u4e00-\\u9fff])(?=[（(][一二三四五六七八九][）)]|\\d[.．、])`,
);
const SHORTEST_PATH = 3;
const SHORTEST_HEADING = 2;
const OF_WHICH = '其中';

/** The reading with such labels known by their last part; the same where there are none. */
export function withoutLabelPaths(reading: Reading, catalogue: Catalogue): Reading {
  const starts = startsOf(catalogue);
  let cells: Cell[] | null = null;
  reading.cells.forEach((cell, at) => {
    const { content: { key, text }, row } = cell;
    if (row < 0 || key.length < SHORTEST_PATH || !starts.has(key[0]) || catalogue.meanings(key).length > 0) { return; }
    const last = lastPart(text, catalogue) ?? partBehindHeadings(key, text, catalogue);
    if (last === null) { return; }
    cells ??= reading.cells.slice();
    cells[at] = { ...cell, content: { ...cell.content, key: last.key, item: last.item, itemLength: text.length - last.length } };
  });
  return cells === null ? reading : { ...reading, cells };
}

/** The part that names the row or column, its length in the label, and its item number where no heading stands before it. */
interface Part { readonly key: string; readonly length: number; readonly item: Item | null }

/** Null where the label is none of parts. */
function lastPart(label: string, catalogue: Catalogue): Part | null {
  const parts = label.split(PARTING);
  if (parts.length < 2) { return null; }
  const { key, item, text, itemLength } = contentOf(parts.pop()!);
  if (key === '' || !parts.every((part) => isHeading(contentOf(part).key, part, catalogue))) { return null; }
  if (item === null && !catalogue.meanings(key).some(isBody) && !(parts[0] !== '' && isNearRow(key, catalogue))) { return null; }
  return { key, length: text.length - itemLength, item: parts.every((part) => part === '') ? item : null };
}

/** Nothing stands in front of a mark of depth. */
function isHeading(key: string, part: string, catalogue: Catalogue): boolean {
  return part === '' || key === OF_WHICH || catalogue.meanings(key).some(isAbove);
}

/** Where nothing parts it from its headings, as when each stood on a line of its own. */
function partBehindHeadings(key: string, text: string, catalogue: Catalogue): Part | null {
  for (let length = key.length - 1; length >= SHORTEST_HEADING; length--) {
    if (!catalogue.meanings(key.slice(0, length)).some(isAbove)) { continue; }
    const rest = key.slice(length);
    if (text.endsWith(rest) && catalogue.meanings(rest).some(isBody)) { return { key: rest, length: rest.length, item: null }; }
    return partBehindHeadings(rest, text, catalogue);
  }
  return null;
}

function isBody({ kind }: Meaning): boolean { return kind === 'row' || kind === 'column'; }

function isAbove({ kind }: Meaning): boolean { return kind === 'heading' || kind === 'header'; }

/** The characters that such a label may begin with. */
const startsOf = onceFor(({ forms }: Catalogue): ReadonlySet<string> => {
  const starts = new Set([...MARKS, OF_WHICH[0]]);
  for (const { tables } of forms) {
    for (const { blocks } of tables) {
      for (const { titleKeys, cornerKeys, columnHeadings, headings } of blocks) {
        for (const key of [...titleKeys, ...cornerKeys, ...columnHeadings, ...headings.flatMap(({ keys }) => keys)]) { starts.add(key[0]); }
      }
    }
  }
  return starts;
});
