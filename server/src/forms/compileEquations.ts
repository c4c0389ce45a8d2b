/**
 * Compiles the equations of a form table. Syntax: terms and signs parted by spaces, one relation, `r3.*` for all rows
 * whose id begins so, a bare 0: `valid + repealed >= issued`. `over: rows` reads the terms as columns, once for each row
 * of the block; `over: columns` reads them as rows, once for each column that holds figures. Invariant: a term that names nothing is
 * refused, never left out.
 */
import {
  figureColumns, type BlockSpec, type ColumnSpec, type EquationSpec, type Relation, type RowSpec, type TermSpec,
} from '../model/form';
import type { EquationNode, TableNode } from './schema';

interface Written { readonly name: string; readonly sign: 1 | -1 }
interface Sides { readonly left: Written[]; readonly relation: Relation; readonly right: Written[] }

/** @throws Error with the equation's text where a term names nothing. */
export function compileEquations(table: TableNode, blocks: readonly BlockSpec[]): EquationSpec[] {
  return table.equations.flatMap((node) => {
    const block = node.block === undefined ? blocks[0] : blocks.find((b) => b.id === node.block);
    if (block === undefined) { throw new Error(`${table.id}: no block ${node.block} (${node.holds})`); }
    const sides = parseSides(node.holds);
    return node.over === 'rows'
      ? block.rows.map((row) => equation(node, sides, block, row, null))
      : figureColumns(block).map((column) => equation(node, sides, block, null, column));
  });
}

function equation(node: EquationNode, sides: Sides, block: BlockSpec, row: RowSpec | null, column: ColumnSpec | null): EquationSpec {
  const places = (written: readonly Written[]): TermSpec[] => written.flatMap(({ name, sign }) => {
    const found = row ? columnPlaces(block, row, name) : rowPlaces(block, column!, name);
    if (found.length === 0) { throw new Error(`equation "${node.holds}": nothing is named ${name}`); }
    return found.map((place) => ({ place, sign }));
  });
  return {
    rule: node.rule, relation: sides.relation, left: places(sides.left), right: places(sides.right),
    status: node.status, rounded: false, level: node.level, subject: { row, column, block },
  };
}

function columnPlaces(block: BlockSpec, row: RowSpec, name: string): number[] {
  return block.columns.flatMap((column, i) => (named(name, column.id) ? [row.base + i] : []));
}

function rowPlaces(block: BlockSpec, column: ColumnSpec, name: string): number[] {
  const at = block.columns.indexOf(column);
  return block.rows.filter((row) => named(name, row.id)).map((row) => row.base + at);
}

function named(name: string, id: string): boolean {
  return name.endsWith('.*') ? id.startsWith(name.slice(0, -1)) : id === name;
}

function parseSides(text: string): Sides {
  const sides: [Written[], Written[]] = [[], []];
  let relation: Relation | undefined;
  let sign: 1 | -1 = 1;
  for (const token of text.split(/\s+/)) {
    if (token === '+') { sign = 1; continue; }
    if (token === '-') { sign = -1; continue; }
    if (token === '=' || token === '<=' || token === '>=') {
      if (relation) { throw new Error(`equation "${text}": two relations`); }
      relation = token; sign = 1; continue;
    }
    if (token !== '0') { sides[relation ? 1 : 0].push({ name: token, sign }); }
    sign = 1;
  }
  if (!relation) { throw new Error(`equation "${text}": no relation (=, <= or >=)`); }
  return { left: sides[0], relation, right: sides[1] };
}
