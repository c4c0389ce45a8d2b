/**
 * How rows, columns and cells are called in messages: in the form's own words. Invariant: names are the same in every
 * rule, short enough for one line, and never empty.
 */
import type { Cell } from '../../model/cell';
import { figureColumns, type ColumnSpec, type EquationSpec, type FormTable, type RowSpec } from '../../model/form';

const ASIDE = /（[^）]{4,}）/g;
const LONGEST = 24;

/** A row as the form prints it, without long asides: （二）部分公开. */
export function rowName(row: RowSpec): string {
  const name = row.label.replace(ASIDE, '');
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}

/** 四、结转下年度继续办理 · 自然人; the column alone in a table without row labels. */
export function placeName(table: FormTable, place: number): string {
  const row = table.rowAt[place];
  const column = columnName(table.columnAt[place]);
  if (row.label === '') { return column; }
  return figureColumns(table.blocks[row.block]).length === 1 ? rowName(row) : `${rowName(row)} · ${column}`;
}

/** A column's header; the heading above it is named where several columns of the table share that header. */
export function columnName(column: ColumnSpec): string {
  return column.title;
}

/** What one equation of a family is about: a row's or a column's name. */
export function subjectName(equation: EquationSpec): string {
  const { row, column } = equation.subject;
  return row ? rowName(row) : column ? columnName(column) : '';
}

/** A cell's figure as written, for messages. */
export function written(cell: Cell | null): string {
  return cell === null ? '' : cell.content.text;
}
