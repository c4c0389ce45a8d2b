/**
 * Turns a form file into the flat tables the matcher and the solver work on. Invariant: places are dense and ascend row
 * by row; every term of every equation names an existing place, or compiling fails with the equation's own text.
 */
import { parse } from 'yaml';
import type { BlockSpec, ColumnSpec, EquationSpec, Form, FormTable, HeadingSpec, RowSpec } from '../model/form';
import { splitItem } from '../text/item';
import { normalForm } from '../text/normal';
import {
  checkFormFile, checkTermsFile, type BlockNode, type ColumnNode, type RowNode, type TableNode, type TableTerms, type TermsFile,
} from './schema';
import { compileEquations } from './compileEquations';

/** The normal form of a label without its item number: how labels are compared. */
function keyOf(label: string): string {
  return normalForm(splitItem(label).rest);
}

const NO_TERMS: TableTerms = { titles: {}, headings: {}, rows: {}, columns: {} };

/** @throws Error naming the key at fault */
export function readTerms(name: string, yaml: string): TermsFile {
  return checkTermsFile(name, parse(yaml));
}

/** @param terms what terms mean, by table id @throws Error naming the key or equation at fault. */
export function compileForm(name: string, yaml: string, terms: TermsFile = {}): Form {
  const file = checkFormFile(name, parse(yaml));
  const form: Form = {
    id: file.id, title: file.title, source: file.source, firstYear: file.years.from, lastYear: file.years.to, tables: [],
  };
  const tables = file.tables.map((table) => compileTable(form, table, terms[table.id] ?? NO_TERMS));
  return Object.assign(form, { tables });
}

function compileTable(form: Form, node: TableNode, terms: TableTerms): FormTable {
  const blocks: BlockSpec[] = [];
  let places = 0;
  for (const block of node.blocks) {
    const compiled = compileBlock(block, blocks, places, terms);
    blocks.push(compiled);
    places += compiled.rows.length * compiled.columns.length;
  }
  const rows = blocks.flatMap((block) => block.rows);
  const equations = compileEquations(node, blocks);
  return {
    form, id: node.id, key: `${form.id}/${node.id}`, title: node.title, blocks, rows, places,
    rowAt: rows.flatMap((row) => blocks[row.block].columns.map(() => row)),
    columnAt: rows.flatMap((row) => blocks[row.block].columns),
    equations, equationsAt: placesToEquations(places, equations), rowsAreDue: node.rowsAreDue,
  };
}

function placesToEquations(places: number, equations: readonly EquationSpec[]): number[][] {
  const at: number[][] = Array.from({ length: places }, () => []);
  equations.forEach((equation, number) => {
    for (const term of [...equation.left, ...equation.right]) { at[term.place].push(number); }
  });
  return at;
}

function compileBlock(node: BlockNode, before: readonly BlockSpec[], base: number, terms: TableTerms): BlockSpec {
  const columns = titled(leafColumns(node.columns, [], terms));
  const headings: HeadingSpec[] = [];
  const rows: RowSpec[] = [];
  const firstIndex = before.reduce((sum, block) => sum + block.rows.length, 0);
  const addRow = (row: RowNode, groups: readonly HeadingSpec[]): void => {
    const item = splitItem(row.label).item;
    if (row.rows) {
      const heading = {
        label: row.label, keys: [row.label, ...row.aliases].map(keyOf), item, depth: groups.length, about: terms.headings[row.label],
      };
      headings.push(heading);
      for (const below of row.rows) { addRow(below, [...groups, heading]); }
      return;
    }
    rows.push({
      id: row.id!, index: firstIndex + rows.length, block: before.length, label: row.label, key: keyOf(row.label),
      aliases: row.aliases.map(keyOf), variants: row.variants.map(keyOf), item, groups,
      base: base + rows.length * columns.length, unit: row.unit, kind: row.kind,
      about: terms.rows[row.id!],
    });
  };
  for (const row of node.rows) { addRow(row, []); }
  return {
    id: node.id, index: before.length, title: node.title, titleKeys: node.title === '' ? [] : [keyOf(node.title)],
    about: terms.titles[node.title],
    corner: node.corner[0] ?? '', cornerKeys: node.corner.map(keyOf), columnHeadings: headingColumns(node.columns), headings, columns, rows,
  };
}

function leafColumns(nodes: readonly ColumnNode[], above: readonly string[], terms: TableTerms): ColumnSpec[] {
  return nodes.flatMap((node) => {
    if (node.columns) { return leafColumns(node.columns, [...above, node.label], terms); }
    return [{
      id: node.id!, label: node.label, title: [...above, node.label].slice(-2).join('·'), groups: above,
      keys: [node.label, ...node.aliases].map(keyOf), variants: node.variants.map(keyOf), unit: node.unit, kind: node.kind,
      mayBeNegative: node.negative, isTotal: node.total, about: terms.columns[node.id!],
    }];
  });
}

/** A column is called by its header alone unless another column has the same one. */
function titled(columns: readonly ColumnSpec[]): ColumnSpec[] {
  const count = (label: string): number => columns.filter((column) => column.label === label).length;
  return columns.map((column) => (count(column.label) > 1 ? column : { ...column, title: column.label }));
}

function headingColumns(nodes: readonly ColumnNode[]): string[] {
  return nodes.flatMap((node) => (node.columns ? [...[node.label, ...node.aliases].map(keyOf), ...headingColumns(node.columns)] : []));
}
