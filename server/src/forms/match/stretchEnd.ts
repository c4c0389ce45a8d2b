/**
 * Where a stretch ends: what follows the last label that is known, up to the next table, may be figures, blanks, or text that is no
 * part of it. Invariant: the last label itself always belongs to the stretch; text behind the last figure does not, unless it can
 * only stand for a figure or be a label of the form.
 */
import type { Cell } from '../../model/cell';
import type { FormTable } from '../../model/form';
import type { Catalogue } from '../catalogue';
import { nearestRow } from './labels';
import { rowIndex } from './meanings';
import type { Open, Stretch } from './stretch';

/** A word that stands where a figure is due (若干) is short; what follows a table without geometry is longer. */
export const LONGEST_WORD_FOR_A_FIGURE = 2;

/** One past the last cell that still belongs to the table: figures, and blanks in the row of what was kept last. */
export function endOf(cells: readonly Cell[], open: Open, before: number, catalogue: Catalogue): number {
  const lastAnchor = lastLabel(cells, open, before, catalogue);
  const last = cells[lastAnchor].row < 0 ? lastInSequence(cells, lastAnchor, before) : lastInRows(cells, lastAnchor, before);
  return 1 + (open.figures === 0 && !namesRows(open) ? blankRowBelow(cells, last, before) : last);
}

function lastInRows(cells: readonly Cell[], lastAnchor: number, before: number): number {
  let last = before - 1;
  const keptRow = rowOfLastKept(cells, last, lastAnchor);
  while (last > lastAnchor) {
    const { content, row, loose } = cells[last];
    if (!loose && (content.amount.kind === 'number' || (row >= 0 && row === keptRow))) { break; }
    last--;
  }
  return last;
}

/** The last figure, and the blanks and short words right behind it: blanks behind other words are none of the table's. */
function lastInSequence(cells: readonly Cell[], lastAnchor: number, before: number): number {
  let last = before - 1;
  while (last > lastAnchor && (cells[last].loose || cells[last].content.amount.kind !== 'number')) { last--; }
  while (last + 1 < before && !cells[last + 1].loose && mayBeDue(cells[last + 1], last === lastAnchor)) { last++; }
  return last;
}

function mayBeDue({ content: { key, text } }: Cell, isBehindLabel: boolean): boolean {
  return key === '' || text.length <= LONGEST_WORD_FOR_A_FIGURE || (isBehindLabel && standsForFigure(text));
}

/** The last anchor, or what stands below it as the misspelt label of a row that the form has farther down: it may bear no figure. */
export function lastLabel(
  cells: readonly Cell[], open: Pick<Stretch, 'anchors' | 'meanings' | 'family'>, before: number, catalogue: Catalogue,
): number {
  let last = open.anchors[open.anchors.length - 1];
  const above = rowIndex(open.meanings[open.meanings.length - 1]);
  if (above < 0) { return last; }
  for (let at = last + 1; at < before; at++) {
    const { content, loose } = cells[at];
    if (content.key === '') { continue; }
    if (loose || !isDueBelow(above, content.key, catalogue.editions.get(open.family)!)) { return last; }
    last = at;
  }
  return last;
}

function isDueBelow(above: number, key: string, editions: readonly FormTable[]): boolean {
  return editions.some((table) => (nearestRow(key, table, above, Infinity)?.index ?? -1) > above);
}

function namesRows({ meanings, family }: Open): boolean {
  return meanings.some((one) => one.some(({ kind, table }) => kind === 'row' && table.id === family));
}

/** Headers without a figure and without row labels: the row right below them that holds nothing but blanks and nil signs is the table's. */
function blankRowBelow(cells: readonly Cell[], last: number, before: number): number {
  const row = cells[last + 1]?.row ?? -1;
  let at = last + 1;
  while (row >= 0 && at < before && cells[at].row === row && !cells[at].loose && isNil(cells[at])) { at++; }
  return at < cells.length && cells[at].row === row ? last : at - 1;
}

function isNil({ content: { amount } }: Cell): boolean { return amount.kind === 'blank' || amount.kind === 'dash'; }

/** Right behind a label: a short word (见附件), or a figure with a letter in it. */
function standsForFigure(text: string): boolean {
  return text.length <= 4 || (text.length <= 12 && /^[!-~]*\d[!-~]*$/.test(text));
}

function rowOfLastKept(cells: readonly Cell[], from: number, lastAnchor: number): number {
  for (let i = from; i > lastAnchor; i--) {
    if (cells[i].content.amount.kind === 'number' && !cells[i].loose) { return cells[i].row; }
  }
  return cells[lastAnchor].row;
}
