/**
 * Rows that are put into a table, shaped like a row that stands there. Invariant: labels are the form's, numbered as the
 * document numbers them; a figure is written only where the equations leave no other (0, or a value that at least two of
 * them give), else the cell is blank.
 */
import type { Cell } from '../../model/cell';
import type { HeadingSpec, RowSpec } from '../../model/form';
import type { Change, RowsLike } from '../../model/repair';
import type { Table, TableRow } from '../../model/table';
import { inStyleOf } from './numbering';
import type { TableContext } from '../rule';

export type Side = 'before' | 'after';

export interface NewRows {
  readonly changes: readonly Change[];
  /** Every cell got a figure. */
  readonly complete: boolean;
  readonly allZero: boolean;
}

/** Null where no row stands there whose shape could be taken. */
export function newRows(context: TableContext, specs: readonly RowSpec[], beside: TableRow, side: Side): NewRows | null {
  const pattern = patternFor(context, specs, beside, side);
  if (pattern === null) { return null; }
  const figures = specs.map((spec) => figuresOf(context, spec));
  const rows = specs.map((spec, i) => ({
    name: inStyleOf(context.table, spec.label, spec.item), figures: figures[i],
    headings: headingsDue(context, spec).map((heading) => inStyleOf(context.table, heading.label, heading.item)),
  }));
  const changes = (side === 'after' ? groupBelow(context, specs, beside, pattern, rows) : null)
    ?? rows.flatMap((row) => insertions(pattern, row));
  const written = figures.flat();
  return { changes, complete: !written.includes(''), allZero: written.every((figure) => figure === '0') };
}

/** A row that stands in the table, and where its label and its values are. */
interface Pattern {
  readonly cells: readonly Cell[];
  readonly label: Cell;
  readonly values: readonly (Cell | null)[];
  readonly side: Side;
  /** Headings that the table repeats in each of their rows, the new one included. */
  readonly repeated: readonly Cell[];
}

/** What is to be written: label, figures, and the headings that begin with the row. */
interface NewRow {
  readonly name: string;
  readonly figures: readonly string[];
  readonly headings: readonly string[];
}

/** The row itself; before it, where the pattern has no cells for them, its headings as cells of their own. */
function insertions({ cells, label, values, side, repeated }: Pattern, { name, figures, headings }: NewRow): Change[] {
  const at = cells.indexOf(label);
  const stub = cells.slice(Math.max(0, at - headings.length), at);
  const apart = stub.length < headings.length ? headings : [];
  const texts = cells.map((cell) => {
    if (cell === label) { return name; }
    if (repeated.includes(cell)) { return cell.content.text; }
    const column = values.indexOf(cell);
    if (column >= 0) { return figures[column] ?? ''; }
    return apart.length > 0 ? '' : headings[stub.indexOf(cell)] ?? '';
  });
  const edge = side === 'after' ? cells[cells.length - 1] : cells[0];
  return [
    ...apart.map((heading) => ({ kind: 'insertRow' as const, like: [edge], values: [heading], side })),
    { kind: 'insertRow', like: cells, values: texts, side },
  ];
}

/**
 * Where a heading spans the rows of its group, the row below which a group is missing has no cell for it: the first row of the group above
 * has. Null where the pattern has such cells.
 */
function openerFor(context: TableContext, first: RowSpec, { spec }: TableRow, { cells, label }: Pattern): TableRow | null {
  const due = headingsDue(context, first).length;
  const { geometry } = context.table.reading;
  if (geometry !== 'grid' || due === 0 || cells.indexOf(label) >= due ) { return null; }
  const opener = context.table.rows.findLast((row) => row.spec !== null && row.spec.block === first.block
    && row.spec.index <= spec!.index && row.headings.length > 0);
  const isLike = opener?.spec!.groups.length === first.groups.length && opener.headings.length === due
    && opener.label.length === 1 && !opener.values.includes(null);
  return isLike ? opener : null;
}

/**
 * Whole groups, and the rows that close them, which are shaped like another row at their own depth. Null where no such rows stand there.
 */
function groupBelow(
  context: TableContext, specs: readonly RowSpec[], beside: TableRow, pattern: Pattern, rows: readonly NewRow[],
): Change[] | null {
  const depth = specs[0].groups.length;
  const end = specs.findIndex(({ groups }) => groups.length !== depth);
  const opener = openerFor(context, specs[0], beside, pattern);
  if (opener === null) { return null; }
  if (end < 0) { return [{ kind: 'insertGroup', parts: [partLike(opener, rows)], beside: beside.cells }]; }
  const closer = rowAtDepth(context.table, specs.slice(end));
  return closer
    && [{ kind: 'insertGroup', parts: [partLike(opener, rows.slice(0, end)), partLike(closer, rows.slice(end))], beside: beside.cells }];
}

/** A whole row without headings in the innermost heading that all of these stand in. */
function rowAtDepth({ rows }: Table, specs: readonly RowSpec[]): TableRow | null {
  const heading = specs[0].groups.at(-1);
  if (heading === undefined || specs.some(({ groups }) => groups.at(-1) !== heading)) { return null; }
  return rows.find(({ spec, headings, label, values }) => spec?.groups.at(-1) === heading && headings.length === 0
    && label.length === 1 && !values.includes(null)) ?? null;
}

function partLike({ cells, label, headings, values }: TableRow, rows: readonly NewRow[]): RowsLike {
  const textsOf = (row: NewRow): string[] => cells.map((cell) => (
    cell === label[0] ? row.name : row.headings[headings.indexOf(cell)] ?? row.figures[values.indexOf(cell)] ?? ''
  ));
  return { like: cells, rows: rows.map(textsOf) };
}

/**
 * The neighbour of the same block whose depth is the same and that has headings of its own just where the new row has, if possible;
 * else the header of the block.
 */
function patternFor(context: TableContext, [spec]: readonly RowSpec[], beside: TableRow, side: Side): Pattern | null {
  const other = neighbour(context.table, beside, side);
  const rows: { row: TableRow; side: Side }[] = [{ row: beside, side }];
  if (other !== null) { rows.push({ row: other, side: side === 'after' ? 'before' : 'after' }); }
  const opensGroup = headingsDue(context, spec).length > 0;
  const likeness = ({ row }: { row: TableRow }): number =>
    (row.spec!.groups.length === spec.groups.length ? 4 : 0) + (row.shift === 0 ? 2 : 0)
      + ((row.headings.length === 0) === opensGroup ? 0 : 1);
  const usable = rows.filter(({ row }) => row.spec!.block === spec.block && row.label.length === 1 && !row.values.includes(null));
  if (usable.length === 0) { return headerPattern(context, spec); }
  const best = usable.reduce((likest, one) => (likeness(one) > likeness(likest) ? one : likest));
  return {
    cells: best.row.cells, label: labelCell(best.row, spec), values: best.row.values, side: best.side,
    repeated: repeatedHeadings(context.table, best.row, spec),
  };
}

/** The headings of a row, of those that the table has more than once, that a new row stands under as well. */
function repeatedHeadings({ headings }: Table, row: TableRow, { groups }: RowSpec): Cell[] {
  return row.headings.filter((cell) => {
    const spec = headings.find((heading) => heading.cell === cell)?.spec;
    return spec !== undefined && groups.includes(spec) && headings.filter((heading) => heading.spec === spec).length > 1;
  });
}

/** In a grid the label stands at its own depth of the stub, which may not be that of the pattern's label. */
function labelCell(pattern: TableRow, spec: RowSpec): Cell {
  const [own] = pattern.label;
  const depth = spec.groups.length;
  if (own.column < 0 || pattern.spec!.groups.length === depth) { return own; }
  const last = pattern.values[0]!.column - 1;
  return pattern.cells.find((cell) => cell.column === Math.min(depth, last)) ?? own;
}

function neighbour(table: Table, row: TableRow, side: Side): TableRow | null {
  const other = table.rows[table.rows.indexOf(row) + (side === 'after' ? 1 : -1)];
  return other?.spec ? other : null;
}

/** A header of one line: corner and column headers stand where label and values go. */
function headerPattern({ table, form }: TableContext, spec: RowSpec): Pattern | null {
  const values = table.headers[spec.block];
  const [first] = values;
  if (form.blocks[spec.block].columnHeadings.length > 0 || !first || values.includes(null)) { return null; }
  const { cells } = table.reading;
  const at = cells.indexOf(first);
  const line = first.row >= 0 ? cells.filter((cell) => cell.row === first.row) : cells.slice(at - 1, at + values.length);
  return at > 0 && line.includes(cells[at - 1]) ? { cells: line, label: cells[at - 1], values, side: 'after', repeated: [] } : null;
}

/** Headings that open with this row and stand nowhere in the table, outermost first. */
function headingsDue({ table, form }: TableContext, spec: RowSpec): HeadingSpec[] {
  const above = form.rows[spec.index - 1];
  return spec.groups.filter((group) => !above?.groups.includes(group) && !table.headings.some((heading) => heading.spec === group));
}

function figuresOf({ form, deductions }: TableContext, spec: RowSpec): string[] {
  return form.blocks[spec.block].columns.map((column, i) => {
    if (column.kind === 'unit') { return spec.unit; }
    const deduced = deductions.get(spec.base + i);
    return deduced && (deduced.value.eq(0) || deduced.equations.length > 1) ? deduced.value.toFixed() : '';
  });
}
