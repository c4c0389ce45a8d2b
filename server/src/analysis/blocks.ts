/**
 * Blocks of a document and what was found in each. Invariant: a block's analysis depends on its layout, its text, the
 * preferred form and the settings alone, so an unchanged block is never worked on twice; all offsets are the block's own.
 */
import type { Catalogue } from '../forms/catalogue';
import { matchTables } from '../forms/match/match';
import { layoutOf } from '../layouts';
import type { Block } from '../layouts/layout';
import type { Finding } from '../model/finding';
import type { Reading } from '../model/reading';
import type { Table } from '../model/table';
import { TABLE_RULES } from '../rules';
import type { TableContext, TableRule } from '../rules/rule';
import { guarded } from './guarded';
import { plainTable } from './plainTable';
import type { Settings } from './settings';
import { SolvedTable } from './solvedTable';

export interface RuleFinding {
  readonly rule: TableRule<unknown>;
  readonly finding: Finding<unknown>;
}

export interface TableAnalysis {
  readonly table: Table;
  readonly context: TableContext | null;
  readonly findings: readonly RuleFinding[];
}

export interface BlockAnalysis {
  readonly text: string;
  readonly reading: Reading | null;
  /** The form the tables were matched under preference of, '' for none. */
  readonly preferred: string;
  readonly tables: readonly TableAnalysis[];
}

export function blockKey(layout: string, text: string): string {
  return layout + '\n' + text;
}

export function analyseBlock(block: Block, text: string, catalogue: Catalogue, settings: Settings): BlockAnalysis {
  const reading = layoutOf(block.layout).read(text);
  return { text, reading, preferred: '', tables: reading ? tablesOf(reading, text, catalogue, settings, undefined) : [] };
}

/** The same block under another preferred form; only where a close call could fall differently. */
export function preferForm(block: BlockAnalysis, catalogue: Catalogue, settings: Settings, form: string): BlockAnalysis {
  const open = block.tables.some(({ table }) => table.form !== null && table.form.form.id !== form && table.margin < CLOSE_CALL);
  if (!open || block.reading === null || block.preferred === form) { return block; }
  return { ...block, preferred: form, tables: tablesOf(block.reading, block.text, catalogue, settings, form) };
}

/** Margins below this leave the choice of edition to the document. */
export const CLOSE_CALL = 2.5;

function tablesOf(reading: Reading, text: string, catalogue: Catalogue, settings: Settings, preferred: string | undefined): TableAnalysis[] {
  const tables = matchTables(reading, catalogue, preferred);
  if (tables.length === 0) {
    const plain = plainTable(reading);
    return plain ? [{ table: plain, context: null, findings: [] }] : [];
  }
  return tables.map((table) => {
    const context = new SolvedTable(text, table, table.form!);
    return { table, context, findings: findingsOf(context, settings) };
  });
}

function findingsOf(context: TableContext, settings: Settings): RuleFinding[] {
  const found: RuleFinding[] = [];
  for (const rule of TABLE_RULES) {
    if (settings.rules[rule.id] === 'off') { continue; }
    for (const finding of guarded(rule, context, context.table.span)) { found.push({ rule, finding }); }
  }
  return found;
}
