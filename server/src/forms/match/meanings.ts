/**
 * What the meanings of one label tell of a family of tables. Invariant: each looks at the label alone; which row or column is meant
 * among several of one name is decided by place (`roles`).
 */
import type { FormTable } from '../../model/form';
import type { Meaning, MeaningOf } from '../catalogue';

/** Whether the label stands in any table of the family. */
export function speaksOf(meanings: readonly Meaning[], family: string): boolean {
  for (const meaning of meanings) { if (meaning.table.id === family) { return true; } }
  return false;
}

/** Index of the row it names first, in any table; -1 for none. */
export function rowIndex(meanings: readonly Meaning[]): number {
  for (const meaning of meanings) { if (meaning.kind === 'row') { return meaning.row.index; } }
  return -1;
}

/**
 * Index of the row that a label names in a family; -1 for none, and for a label that may head a column (总计, 其他).
 * @param edition the only one that counts, where it matters
 */
export function sureRow(meanings: readonly Meaning[], family: string, edition?: FormTable): number {
  let index = -1;
  for (const meaning of meanings) {
    if (meaning.table.id !== family || (edition !== undefined && meaning.table !== edition)) { continue; }
    if (meaning.kind === 'column') { return -1; }
    if (meaning.kind === 'row' && index < 0) { index = meaning.row.index; }
  }
  return index;
}

/** Whether it may name the last row of an edition. */
export function isLastRow(meanings: readonly Meaning[], family: string): boolean {
  for (const one of meanings) { if (one.table.id === family && isLast(one)) { return true; } }
  return false;
}

/** Whether all it may mean in the family are last rows. */
export function isLastOfAll(meanings: readonly Meaning[], family: string): boolean {
  for (const one of meanings) { if (one.table.id === family && !isLast(one)) { return false; } }
  return true;
}

function isLast(meaning: Meaning): boolean {
  return meaning.kind === 'row' && meaning.row.index === meaning.table.rows.length - 1;
}

/** Whether it can only stand in a header. */
export function isHeaderOnly(meanings: readonly Meaning[], family: string): boolean {
  let header = false;
  for (const meaning of meanings) {
    if (meaning.table.id !== family) { continue; }
    if (meaning.kind === 'row' || meaning.kind === 'heading') { return false; }
    header = true;
  }
  return header;
}

/** Whether it may name a row of so many columns, in any table. */
export function namesRowOf(columns: number, meanings: readonly Meaning[]): boolean {
  for (const meaning of meanings) { if (meaning.kind === 'row' && columnsOf(meaning) === columns) { return true; } }
  return false;
}

/** How many columns the row has that a label names. */
export function columnsOf({ table, row }: MeaningOf<'row'>): number { return table.blocks[row.block].columns.length; }

/** The first of its meanings in one edition. */
export function meaningIn(meanings: readonly Meaning[], table: FormTable): Meaning | undefined {
  for (const meaning of meanings) { if (meaning.table === table) { return meaning; } }
  return undefined;
}
