/**
 * Labels that are not letter for letter those of the form: split over cells, cut by a page break, misspelt. Invariant:
 * a guess is made only within a bounded edit distance, nearest place first.
 */
import type { Cell } from '../../model/cell';
import type { ColumnSpec, FormTable, RowSpec } from '../../model/form';
import { distanceWithin } from '../../text/distance';
import { normalForm } from '../../text/normal';
import type { Catalogue } from '../catalogue';
import type { Draft } from './draft';
import type { Place } from './roles';

/** Shortest beginning of a label that is taken for a part of it. */
const SHORTEST_PART = 3;

/** A row whose label was cut in two. */
export interface SplitRow {
  readonly row: RowSpec;
  /** Positions of the cells that hold the parts. */
  readonly label: number[];
}

/**
 * A label whose rest stands in the next text cell: `4. 保护第三方合法` … `权益`. Its figures may stand in the line of the
 * first part.
 */
export function splitRow(cells: readonly Cell[], at: number, to: number, table: FormTable, lastRow: number): SplitRow | null {
  const head = cells[at].content.key;
  if (head.length < SHORTEST_PART) { return null; }
  let next = at + 1;
  while (next < to && cells[next].content.key === '' && (cells[next].content.amount.kind === 'blank' || inLineOf(cells[next], cells[at]))) {
    next++;
  }
  if (next >= to || cells[next].content.key === '') { return null; }
  const whole = head + normalForm(cells[next].content.text);
  for (const row of table.rows) {
    if (row.index > lastRow && (row.key === whole || row.aliases.includes(whole))) { return { row, label: [at, next] }; }
  }
  return null;
}

function inLineOf(cell: Cell, other: Cell): boolean { return cell.row >= 0 && cell.row === other.row; }

/** A header of one character a cell, as narrow columns have it, is no longer in parts. */
const MOST_PARTS = 5;

/**
 * A column not met yet whose header stands in several cells, one after the other, where nothing tells rows: `商业`, `企业`. Of columns of
 * one name the one nearest to where the header stands in the order of the form.
 */
export function splitColumn(
  cells: readonly Cell[], at: number, to: number, table: FormTable, place: Place,
): { block: number; index: number; next: number } | null {
  if (cells[at].row >= 0) { return null; }
  let whole = cells[at].content.key;
  const end = Math.min(to, at + MOST_PARTS);
  for (let next = at + 1; next < end && cells[next].content.key !== ''; next++) {
    whole += normalForm(cells[next].content.text);
    for (let block = place.block; block < table.blocks.length && block <= place.block + 1; block++) {
      const index = columnOf(whole, table.blocks[block].columns, place.headers[block], block === place.block ? place.lastColumn + 1 : 0);
      if (index >= 0) { return { block, index, next: next + 1 }; }
    }
  }
  return null;
}

function columnOf(key: string, columns: readonly ColumnSpec[], headers: readonly (Cell | null)[], due: number): number {
  let best = -1;
  for (let index = 0; index < columns.length; index++) {
    if (headers[index] !== null || !columns[index].keys.includes(key)) { continue; }
    if (best < 0 || Math.abs(index - due) < Math.abs(best - due)) { best = index; }
  }
  return best;
}

/** Whether the cell at `at` is the rest of the current row's label (which was known by its beginning already). */
export function completesLabel(cells: readonly Cell[], current: Draft, at: number): boolean {
  const head = current.label.map((i) => cells[i].content.key).join('');
  return current.spec!.key === head + normalForm(cells[at].content.text);
}

/** Edits allowed in a label of this length: two from eight characters on, one from four on. */
function slack(length: number): number {
  return length >= 8 ? 2 : length >= 4 ? 1 : 0;
}

/** The row whose label is nearest: first among those due between the rows around it, then anywhere in the table. */
export function nearestRow(key: string, table: FormTable, lastRow: number, nextRow: number): RowSpec | null {
  let best: RowSpec | null = null;
  let least = Infinity;
  for (const row of table.rows) {
    if (row.label === '') { continue; }
    const bound = slack(Math.max(row.key.length, key.length));
    const distance = distanceWithin(key, row.key, bound);
    if (distance > bound) { continue; }
    const cost = distance + (row.index > lastRow && row.index < nextRow ? 0 : 0.5);
    if (cost < least) { best = row; least = cost; }
  }
  return best;
}

/** Whether it is nearly the label of a row of any form. */
export function isNearRow(key: string, catalogue: Catalogue): boolean {
  for (const tables of catalogue.editions.values()) {
    for (const table of tables) { if (nearestRow(key, table, -1, Infinity) !== null) { return true; } }
  }
  return false;
}

const SHORTEST_CUT = 2;
/** No figure or item number in it; brackets, commas and quotes only behind a character. */
const WORDS = /^[\u4e00-\u9fff][\u4e00-\u9fff(),"]*$/;

/** The one row due between `lastRow` and `nextRow` of whose label this is the beginning or the end; null where there are several. */
export function cutRow(key: string, table: FormTable, lastRow: number, nextRow: number): RowSpec | null {
  if (!table.rowsAreDue || key.length < SHORTEST_CUT || !WORDS.test(key)) { return null; }
  let found: RowSpec | null = null;
  for (let index = lastRow + 1; index < nextRow; index++) {
    const row = table.rows[index];
    if (row.key.length <= key.length || !(row.key.startsWith(key) || row.key.endsWith(key))) { continue; }
    if (found !== null) { return null; }
    found = row;
  }
  return found;
}

/** Of rows known to be missing, the one whose label is most like this: at least half of it. */
export function nearestMissing(key: string, rows: readonly RowSpec[]): RowSpec | null {
  let best: RowSpec | null = null;
  let least = Infinity;
  for (const row of rows) {
    const bound = Math.floor(Math.max(row.key.length, key.length) / 2);
    const distance = distanceWithin(key, row.key, bound);
    if (distance <= bound && distance < least) { best = row; least = distance; }
  }
  return best;
}

/** The column not met yet whose header is nearest, in the current block or the next. */
export function nearestColumn(key: string, table: FormTable, place: Place): { column: ColumnSpec; block: number; index: number } | null {
  for (const block of table.blocks) {
    if (block.index < place.block || block.index > place.block + 1) { continue; }
    for (let index = 0; index < block.columns.length; index++) {
      const column = block.columns[index];
      if (place.headers[block.index][index] !== null) { continue; }
      const bound = slack(column.keys[0].length);
      if (bound > 0 && distanceWithin(key, column.keys[0], bound) <= bound) { return { column, block: block.index, index }; }
    }
  }
  return null;
}
