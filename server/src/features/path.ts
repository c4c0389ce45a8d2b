/**
 * How a cell is called: row › column. Invariant: in a table of a form the names are the form's; in any other table they are
 * what the table's own first column and first row say.
 */
import type { Cell } from '../model/cell';
import type { RowSpec } from '../model/form';
import type { Table, TableRow } from '../model/table';
import { columnName, rowName } from '../rules/shared/names';
import type { Spot } from './spot';

/** From the outermost heading inwards; empty for a cell that has no name. */
export function pathOf({ table: { table }, cell, meaning }: Spot): string[] {
  switch (meaning.kind) {
    case 'figure': return meaning.row.spec === null
      ? plainPath(table, meaning.row, cell)
      : [...rowPath(meaning.row.spec), columnName(meaning.column)];
    case 'label': return meaning.row.spec === null ? [] : labelPath(meaning.row.spec);
    case 'heading': return [meaning.heading.label];
    case 'header': return [columnName(meaning.column)];
    case 'title': return [meaning.block.title];
    case 'other': return table.form === null ? plainPath(table, meaning.row, cell) : [];
    case 'none': return [];
  }
}

/** （三）不予公开 › 1.属于国家秘密: the nearest heading tells apart what has the same number; names are short. */
function rowPath(row: RowSpec): string[] {
  if (row.label === '') { return []; }
  const heading = row.groups.at(-1);
  return heading === undefined ? [rowName(row)] : [heading.label, rowName(row)];
}

/** The label in full, below all of its headings. */
function labelPath(row: RowSpec): string[] {
  return [...row.groups.map((group) => group.label), row.label];
}

function plainPath({ rows }: Table, row: TableRow, cell: Cell): string[] {
  if (row === rows[0] || row.label.includes(cell)) { return []; }
  const above = rows[0].cells.find((header) => header.column <= cell.column && cell.column < header.column + header.columnSpan);
  return [...row.label, ...(above === undefined ? [] : [above])].map((one) => one.content.text).filter((text) => text !== '');
}
