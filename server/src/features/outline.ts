/**
 * The document as a tree: sections, the tables in them, the row groups and rows of those. Invariant: every node lies within
 * the one above it and holds its own name; symbols and folding are both made from this tree, so they agree; what is below a
 * table counts from its block, so that it is worked out once for a table that does not change.
 */
import type { AnalysedTable, Analysis } from '../analysis/analysis';
import type { BlockSpec, HeadingSpec } from '../model/form';
import { onceFor } from '../model/onceFor';
import type { Table, TableRow } from '../model/table';
import { rowName } from '../rules/shared/names';
import { trimBlankEnd } from '../text/blank';
import { splitItem } from '../text/item';
import { joined, shifted, type Span } from '../text/span';
import { oneLine } from './markup';
import { sectionsAround, sectionsOf, type SectionNode } from './sections';
import { rowSpan } from './selection';
import { lastStarting } from './spot';

export interface OutlineNode {
  readonly kind: 'section' | 'table' | 'group' | 'row';
  /** One line; '' for a table of no form. */
  readonly title: string;
  readonly detail: string;
  readonly span: Span;
  /** What bears the name. */
  readonly named: Span;
  /** Offsets of what is below count from here, beside where those of the node itself count from. */
  readonly base: number;
  readonly below: readonly OutlineNode[];
}

/** The document's nodes, outermost first. */
export const outlineOf = onceFor((analysis: Analysis): readonly OutlineNode[] => {
  const tablesIn = new Map<SectionNode | undefined, OutlineNode[]>();
  for (const table of analysis.tables) {
    const section = sectionsAround(analysis, table.span.start).at(-1);
    const others = tablesIn.get(section);
    const node = tableNode(table, analysis.text);
    if (others === undefined) { tablesIn.set(section, [node]); } else { others.push(node); }
  }
  const sectionNode = (section: SectionNode): OutlineNode => ({
    kind: 'section', title: oneLine(section.title), detail: '', named: section.heading, base: 0,
    span: withoutBlankEnd(section, section.heading, analysis.text),
    below: inOrder([...section.below.map(sectionNode), ...(tablesIn.get(section) ?? [])]),
  });
  return inOrder([...sectionsOf(analysis).map(sectionNode), ...(tablesIn.get(undefined) ?? [])]);
});

function inOrder(nodes: OutlineNode[]): OutlineNode[] {
  return nodes.sort((a, b) => a.span.start - b.span.start);
}

/** Blank cells at the end of a table are no more part of it than blank lines at the end of a section. */
function withoutBlankEnd({ start, end }: Span, named: Span, text: string): Span {
  return { start, end: trimBlankEnd(text, named.end, end) };
}

function tableNode({ table, span, start, ledger }: AnalysedTable, text: string): OutlineNode {
  const named = shifted(table.reading.cells.find((cell) => cell.start >= table.span.start)!, start);
  return {
    kind: 'table', title: table.form === null ? '' : splitItem(table.form.title).rest, span: withoutBlankEnd(span, named, text), named,
    detail: ledger.declared === 0 ? '' : `${ledger.held}/${ledger.declared}`, base: start, below: rowsOf(table, start, text),
  };
}

const knownRows = new WeakMap<Table, readonly OutlineNode[]>();
const NO_NODES: readonly OutlineNode[] = [];

function rowsOf(table: Table, start: number, text: string): readonly OutlineNode[] {
  if (table.form === null) { return NO_NODES; }
  let rows = knownRows.get(table);
  if (rows === undefined) {
    rows = rowNodes(table, text.slice(start, start + table.reading.span.end));
    knownRows.set(table, rows);
  }
  return rows;
}

interface Group { readonly key: object; readonly title: string; readonly named: Span; span: Span; readonly below: OutlineNode[] }

/** Rows below their block and their headings, in document order. @param text the table's block, from which offsets count */
function rowNodes(table: Table, text: string): OutlineNode[] {
  const top: OutlineNode[] = [];
  const open: Group[] = [];
  const close = (to: number): void => {
    while (open.length > to) {
      const { title, span, named, below } = open.pop()!;
      (open.at(-1)?.below ?? top).push({ kind: 'group', title, detail: '', span, named, base: 0, below });
    }
  };
  for (const row of table.rows) {
    const path = row.spec === null ? [] : groupsOf(table, row);
    let shared = 0;
    while (shared < path.length && shared < open.length && open[shared].key === path[shared].key) { shared++; }
    if (row.spec !== null) { close(shared); }
    const label = row.label.length > 0 ? spanOf(row.label[0]) : null;
    const whole = rowSpan(row);
    const own = withoutBlankEnd(whole, label ?? whole, text);
    for (const { key, title } of path.slice(shared)) {
      const cell = headingCell(table, row, key);
      const named = cell === null ? own : spanOf(cell);
      open.push({ key, title, named, span: joined(named, own), below: [] });
    }
    for (let i = open.length - 1, inner = own; i >= 0; i--) { inner = open[i].span = joined(open[i].span, inner); }
    const node = rowNode(row, own, label ?? own);
    if (node !== null) { (open.at(-1)?.below ?? top).push(node); }
  }
  close(0);
  return top;
}

/** Not the cell itself, which would keep its reading. */
function spanOf({ start, end }: Span): Span { return { start, end }; }

function groupsOf({ form }: Table, row: TableRow): { key: BlockSpec | HeadingSpec; title: string }[] {
  const block = form!.blocks[row.spec!.block];
  return [
    ...(block.title === '' ? [] : [{ key: block, title: block.title }]),
    ...row.spec!.groups.map((spec) => ({ key: spec, title: spec.label })),
  ];
}

/** The cell of a heading or a block's title above the row, if it stands in the text. */
function headingCell(table: Table, row: TableRow, spec: BlockSpec | HeadingSpec): Span | null {
  if ('titleKeys' in spec) { return titleCell(table, row, spec); }
  const before = row.cells[row.cells.length - 1].end;
  return table.headings.findLast((one) => one.spec === spec && one.cell.start < before)?.cell ?? null;
}

/** Rows and padding of cells that may stand between a block's title and its first row. */
const TITLE_REACH = 3;

function titleCell({ reading: { cells }, span }: Table, row: TableRow, { titleKeys, columns }: BlockSpec): Span | null {
  const from = lastStarting(cells, row.cells[0].start, (cell) => cell.start);
  for (let i = from; i >= Math.max(0, from - TITLE_REACH * (columns.length + 4)) && cells[i].start >= span.start; i--) {
    if (titleKeys.includes(cells[i].content.key)) { return cells[i]; }
  }
  return null;
}

function rowNode(row: TableRow, span: Span, named: Span): OutlineNode | null {
  const title = row.spec === null ? oneLine(row.label.map((cell) => cell.content.text).join('')) : rowName(row.spec);
  return title === '' ? null : { kind: 'row', title, detail: '', span, named, base: 0, below: NO_NODES };
}
