/**
 * A table of a form as it is handed out: titles, headers and labels where the form prints them, and nothing where figures are due.
 * Invariant: it has every row and column of the form, in its order; blocks narrower than the widest are filled up with blank cells.
 */
import type { BlockSpec, ColumnSpec, FormTable, RowSpec } from '../model/form';
import type { Grid, GridCell } from '../model/grid';

export function blankGrid(table: FormTable): Grid {
  const depth = stubDepth(table);
  const width = depth + Math.max(...table.blocks.map(({ columns }) => columns.length));
  return table.blocks.flatMap((block) => [
    ...(block.title === '' ? [] : [[cell(block.title, width)]]),
    ...[...headerRows(block, depth), ...dataRows(block, depth)].map((row) => [...row, ...padding(width - depth - block.columns.length)]),
  ]);
}

function cell(text: string, columns = 1, rows = 1): GridCell { return { text, rows, columns, isFiller: false }; }

function padding(columns: number): GridCell[] { return Array.from({ length: columns }, () => ({ ...cell(''), isFiller: true })); }

/** Columns that labels take; none in a table whose rows have no labels. */
function stubDepth({ rows }: FormTable): number {
  return rows.every(({ label }) => label === '') ? 0 : 1 + Math.max(...rows.map(({ groups }) => groups.length));
}

/** The corner stands in the first of them and reaches over all. */
function headerRows({ corner, columns }: BlockSpec, depth: number): GridCell[][] {
  const levels = 1 + Math.max(...columns.map(({ groups }) => groups.length));
  return Array.from({ length: levels }, (_, level) => [
    ...(level === 0 && depth > 0 ? [cell(corner, depth, levels)] : []),
    ...columns.flatMap((column, i) => headerAt(columns, i, column, level, levels)),
  ]);
}

/** What begins at this level above column `i`: its own header, a heading that it is the first of, or nothing. */
function headerAt(columns: readonly ColumnSpec[], i: number, { label, groups }: ColumnSpec, level: number, levels: number): GridCell[] {
  if (groups.length < level) { return []; }
  if (groups.length === level) { return [cell(label, 1, levels - level)]; }
  const isSame = (other: ColumnSpec | undefined): boolean => other !== undefined
    && groups.slice(0, level + 1).every((group, at) => other.groups[at] === group);
  if (isSame(columns[i - 1])) { return []; }
  let end = i + 1;
  while (isSame(columns[end])) { end++; }
  return [cell(groups[level], end - i)];
}

/** Headings of rows span what stands under them; a label takes what is left of the stub. */
function dataRows({ rows, columns }: BlockSpec, depth: number): GridCell[][] {
  return rows.map((row, i) => [
    ...(depth === 0 ? [] : labelsOf(row, rows[i - 1], rows, depth)),
    ...columns.map((column) => cell(column.kind === 'unit' ? row.unit : '')),
  ]);
}

function labelsOf({ label, groups }: RowSpec, above: RowSpec | undefined, rows: readonly RowSpec[], depth: number): GridCell[] {
  return [
    ...groups.filter((group) => !above?.groups.includes(group))
      .map((group) => cell(group.label, 1, rows.filter((row) => row.groups.includes(group)).length)),
    cell(label, depth - groups.length),
  ];
}
