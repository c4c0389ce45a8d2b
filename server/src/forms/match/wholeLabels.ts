/**
 * Labels that are wrapped over lines in a layout that cannot tell the rest of a cell from the next one (`Reading.breaks`): `自`, `然`, `人`.
 * Invariant: lines are joined only where a form has the whole of them as a label; a line break within a cell parts no row, so the cells
 * beside the lines that are joined share one.
 */
import type { Cell } from '../../model/cell';
import { contentOf, type Content } from '../../model/content';
import type { Reading } from '../../model/reading';
import { joinWrapped } from '../../text/wrapped';
import type { Catalogue } from '../catalogue';
import { isNearRow } from './labels';

/** So many lines: headers of one character a line are no longer. */
const MOST_LINES = 10;
const LONGEST_LABEL = 60;
/** Where only the order of cells is known, fewer labels in parts are no habit of the text: a page broke them, and that is told. */
const LEAST_IN_SEQUENCE = 4;

/** The reading with its labels whole; the same where none of its cells may go on below. */
export function withWholeLabels(reading: Reading, catalogue: Catalogue): Reading {
  const { breaks, ...plain } = reading;
  if (breaks === undefined || breaks.length === 0) { return reading; }
  const cells: Cell[] = [];
  let next = 0;
  /** The row of the text that is the rest of another, which row that is, and how many columns stand before. */
  let rest = -2;
  let row = -1;
  let columns = 0;
  let wholes = 0;
  for (let at = 0; at < reading.cells.length; at++) {
    while (next < breaks.length && breaks[next] <= at) { next++; }
    let cell = inRow(reading.cells[at], rest, row, columns);
    const last = breaks[next] === at + 1 ? lastOfLabel(reading.cells, at, breaks, next, catalogue) : at;
    if (last > at) {
      wholes++;
      const end = reading.cells[last];
      cell = joined(reading.cells, at, last, cell);
      rest = end.row;
      row = cell.row;
      columns = cell.column - end.column;
      at = last;
    }
    if (!cell.loose) { cells.push(cell); }
  }
  return reading.geometry === 'sequence' && wholes < LEAST_IN_SEQUENCE ? plain : { ...plain, cells };
}

/**
 * The last of the cells that make a label together with the one at `at`, or nearly that of a row; `at` itself where none do. The longest
 * label is meant.
 */
function lastOfLabel(cells: readonly Cell[], at: number, breaks: readonly number[], next: number, catalogue: Catalogue): number {
  let last = at;
  let whole: Content = cells[at].content;
  /** What a bar leads is no label of a row, or a part of one that is known. */
  let isKnown = isLabel(whole, catalogue) || (at > 0 && breaks[next - 1] !== at && !cells[at].loose);
  for (let end = at + 1, i = next; breaks[i] === end && end < at + MOST_LINES; end++, i++) {
    const { content } = cells[end];
    if (!mayBePart(whole) || !mayBePart(content) || whole.text.length + content.text.length > LONGEST_LABEL) { break; }
    whole = contentOf(joinWrapped(whole.text, content.text));
    isKnown ||= isLabel(content, catalogue);
    if (isLabel(whole, catalogue) || (!isKnown && last === at && isNearRow(whole.key, catalogue))) { last = end; }
  }
  return last;
}

function isLabel({ key }: Content, catalogue: Catalogue): boolean { return catalogue.meanings(key).length > 0; }

/** A word, a sign that may by itself mean nil (未, /), or the number of an item. */
function mayBePart({ key, text, amount }: Content): boolean {
  return key !== '' || amount.kind === 'dash' || ITEM_NUMBER.test(text);
}

const ITEM_NUMBER = /^[1-9]\d?[.．、)）]$/;

function inRow(cell: Cell, rest: number, row: number, columns: number): Cell {
  return cell.row < 0 || cell.row !== rest ? cell : { ...cell, row, column: cell.column + columns };
}

function joined(cells: readonly Cell[], first: number, last: number, place: Cell): Cell {
  let text = place.content.text;
  for (let at = first + 1; at <= last; at++) { text = joinWrapped(text, cells[at].content.text); }
  const { slot, end } = cells[last];
  return { ...place, end, slot: { start: place.slot.start, end: slot.end }, content: contentOf(text), loose: false };
}
