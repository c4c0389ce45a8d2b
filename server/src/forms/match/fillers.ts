/**
 * What converters and editors write in cells that hold nothing: `NaN`, `None`, `Unnamed: 3`, `Col3`, and in those that a merged cell covers
 * `^^`, `<`, 〃, 同上; and item numbers in a cell of their own. Invariant: such a cell is blank and keeps its place; a mark that joins
 * it to its neighbour only in front of the row's first figure, a ditto mark, a nil sign and an item number only in front of a label, or the
 * signs behind a header, where none can stand for a figure.
 */
import { BLANK } from '../../model/amount';
import type { Cell } from '../../model/cell';
import type { Reading } from '../../model/reading';
import type { Catalogue } from '../catalogue';

const NOTHING: ReadonlySet<string> = new Set(['NaN', 'nan', 'NAN', 'None', 'none', 'null', 'NULL', '<NA>', 'NaT']);
/** A header made of the number of its column. */
const NUMBERED = /^(?:Unnamed: ?\d+(?:_level_\d+)?|Col(?:umn)? ?\d+)$/;
const JOINED: ReadonlySet<string> = new Set(['^', '^^', '<', '<<', '>']);
const DITTO: ReadonlySet<string> = new Set(['〃', '″', '"', '同上', '同左']);
const LONGEST = 24;
/** Columns that a merged header covers at most. */
const WIDEST = 16;
const ITEM = /^(?:\d{1,2}[.．、]|[（(][\d一二三四五六七八九]{1,2}[)）])$/;
const LONGEST_ITEM = 4;

/** The reading with such cells blank; the same where there are none. */
export function withoutFillers(reading: Reading, catalogue: Catalogue): Reading {
  const all = reading.cells;
  let cells: Cell[] | null = null;
  let rowOfFigure = -1;
  for (let at = 0; at < all.length; at++) {
    const cell = all[at];
    const { amount, text } = cell.content;
    if (amount.kind === 'blank' || text.length > LONGEST || cell.row < 0) { continue; }
    const isItem = text.length > 1 && text.length <= LONGEST_ITEM && isItemOfNext(all, at, catalogue);
    if (amount.kind === 'number' && !isItem) { rowOfFigure = cell.row; continue; }
    const isSign = amount.kind === 'dash' || DITTO.has(text);
    const mayRepeat = rowOfFigure !== cell.row
      && (JOINED.has(text) || (isSign && (isBeforeLabel(all, at, catalogue) || isBehindHeader(all, at, catalogue))));
    if (!mayRepeat && !isItem && !isNothing(text)) { continue; }
    cells ??= all.slice();
    cells[at] = { ...cell, content: { text, amount: BLANK, key: '', item: null, itemLength: 0 } };
  }
  return cells === null ? reading : { ...reading, cells };
}

function isNothing(text: string): boolean {
  return NOTHING.has(text) || (text.length > 3 && NUMBERED.test(text));
}

/** The number of an item in a cell of its own, right in front of the label; the first of a row may count the rows. */
function isItemOfNext(cells: readonly Cell[], at: number, catalogue: Catalogue): boolean {
  if (at === 0 || at + 1 === cells.length) { return false; }
  const [before, own, next] = [cells[at - 1], cells[at], cells[at + 1]];
  return before.row === own.row && next.row === own.row && next.content.key !== '' && ITEM.test(own.content.text)
    && catalogue.meanings(next.content.key).some(({ kind }) => kind === 'row');
}

/** Whether the last cell before in the row that says something is a label that can only stand in a header. */
function isBehindHeader(cells: readonly Cell[], at: number, catalogue: Catalogue): boolean {
  let before = at - 1;
  while (before >= 0 && at - before < WIDEST && cells[before].row === cells[at].row && cells[before].content.key === '') { before--; }
  if (before < 0 || cells[before].row !== cells[at].row) { return false; }
  const meanings = catalogue.meanings(cells[before].content.key);
  return meanings.length > 0 && meanings.every(({ kind }) => kind === 'header' || kind === 'column');
}

/** Whether the next cell of the row that says something is a label that a form knows. */
function isBeforeLabel(cells: readonly Cell[], at: number, catalogue: Catalogue): boolean {
  const { row } = cells[at];
  for (let next = at + 1; next < cells.length && next - at < WIDEST && cells[next].row === row; next++) {
    const { key, amount } = cells[next].content;
    if (amount.kind === 'number') { return false; }
    if (key !== '') { return catalogue.meanings(key).length > 0; }
  }
  return false;
}
