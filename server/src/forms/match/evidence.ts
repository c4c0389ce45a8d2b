/**
 * Whether a stretch is an official table beyond doubt. Invariant: words that many tables have in common are never enough, nor are the
 * rows of a form without its headers and most of its figures.
 */
import type { Cell } from '../../model/cell';
import type { FormTable } from '../../model/form';
import type { Catalogue } from '../catalogue';
import { isHeaderOnly, meaningIn } from './meanings';
import { hasFewColumns, listsFigures } from './otherShapes';
import { liesOnItsSide, runsDownColumns } from './readingOrder';
import type { Stretch } from './stretch';

export function isSure(stretch: Stretch, cells: readonly Cell[], catalogue: Catalogue): boolean {
  const isTable = catalogue.editions.get(stretch.family)!.some((table) => hasLabelsDue(stretch, table)
    && (namesHeaders(stretch) || hasFiguresDue(stretch, cells, table)));
  return isTable && !runsDownColumns(stretch, cells) && !liesOnItsSide(stretch, cells) && !listsFigures(stretch, cells)
    && !hasFewColumns(stretch, cells, catalogue);
}

/** The labels of most rows, without the columns that are due: a list of figures, or of totals alone. */
export function hasOtherShape(stretch: Stretch, cells: readonly Cell[], catalogue: Catalogue): boolean {
  return cells[stretch.from].row >= 0 && catalogue.editions.get(stretch.family)!.some((table) => hasLabelsDue(stretch, table))
    && (listsFigures(stretch, cells) || liesOnItsSide(stretch, cells) || hasFewColumns(stretch, cells, catalogue));
}

function namesHeaders({ meanings, family }: Stretch): boolean {
  for (const one of meanings) { if (isHeaderOnly(one, family)) { return true; } }
  return false;
}

/**
 * The form's rows without its headers are its table only where half of the figures are there, or blank: else they are explained, or
 * compared.
 */
function hasFiguresDue({ from, to, meanings }: Stretch, cells: readonly Cell[], table: FormTable): boolean {
  let rows = 0;
  for (const one of meanings) { if (meaningIn(one, table)?.kind === 'row') { rows++; } }
  let figures = 0;
  for (let at = from; at < to; at++) { if (cells[at].content.amount.kind !== 'unreadable') { figures++; } }
  return figures * 2 * table.rows.length >= rows * table.places;
}

/**
 * Labelled rows: two fifths of them, six at most, and in a small table two headers as well (行政许可 and 行政处罚 stand in
 * many tables). A table without row labels is known by three fifths of its column headers.
 */
function hasLabelsDue({ meanings }: Stretch, table: FormTable): boolean {
  const isFound = new Uint8Array(table.rows.length);
  let rows = 0;
  let headers = 0;
  for (let i = 0; i < meanings.length; i++) {
    const meaning = meaningIn(meanings[i], table);
    if (meaning === undefined || meaning.kind === 'heading') { continue; }
    if (meaning.kind !== 'row') { headers++; } else if (isFound[meaning.row.index] === 0) { isFound[meaning.row.index] = 1; rows++; }
  }
  let labelled = 0;
  for (const row of table.rows) { if (row.label !== '') { labelled++; } }
  if (labelled === 0) { return headers >= table.places * 0.6; }
  if (labelled > 12) { return rows >= 6; }
  return rows >= Math.max(2, Math.ceil(labelled * 0.4)) && headers >= 2;
}
