/**
 * Blocks of a document and what was found in each. Invariant: a block's analysis depends on its layout, its text, what
 * is said above it, the preferred form and the settings alone, so an unchanged block is never worked on twice; all offsets are the block's
 * own.
 */
import type { Catalogue } from '../forms/catalogue';
import { holdsOtherShape } from '../forms/match/carve';
import { withFormLabels } from '../forms/match/formLabels';
import { gathered } from '../forms/match/gather';
import { matchTables } from '../forms/match/match';
import { withoutPageNumbers } from '../forms/match/pageNumbers';
import { withWholeLabels } from '../forms/match/wholeLabels';
import { layoutOf } from '../layouts';
import type { Block } from '../layouts/layout';
import type { Form } from '../model/form';
import type { LayoutId, Reading } from '../model/reading';
import { CLOSE_CALL, type Table } from '../model/table';
import type { Mistake } from '../equations/infer/declared';
import { infer } from '../equations/infer/infer';
import { TABLE_RULES, TOTALS_RULES } from '../rules';
import type { TableContext, TotalsContext } from '../rules/rule';
import { judge, type JudgedFinding } from './judged';
import { mayHoldLabels } from './officialParts';
import { plainTables } from './plainTable';
import { withoutRunningHeads } from './runningHeads';
import type { Said } from './said';
import type { Settings } from './settings';
import { InferredTable, SolvedTable } from './solvedTable';

export interface TableAnalysis {
  readonly table: Table;
  readonly context: TableContext | null;
  readonly findings: readonly JudgedFinding[];
}

/** A block read and matched, before the rest of the document has had its say. */
export interface BlockReading {
  readonly layout: LayoutId;
  readonly text: string;
  readonly said: Said;
  readonly reading: Reading | null;
  /** Official tables, each in the edition that fits it best by itself. */
  readonly matched: readonly Table[];
}

export interface BlockAnalysis extends BlockReading {
  /** The form that close calls were given to, '' for none. */
  readonly preferred: string;
  readonly tables: readonly TableAnalysis[];
  /** What is wrong with each declaration above it, null where nothing is. */
  readonly mistakes: readonly (Mistake | null)[];
}

export function readBlock({ layout }: Block, text: string, said: Said, catalogue: Catalogue): BlockReading {
  const own = layoutOf(layout).read(text);
  if (own === null) { return { layout, text, said, reading: null, matched: [] }; }
  const read = own.scraps ? gathered(text, own, catalogue) : withWholeLabels(own, catalogue);
  if (read === null) { return { layout, text, said, reading: null, matched: [] }; }
  const cleared = withoutRunningHeads(read);
  const labelled = mayHoldLabels(text) ? withFormLabels(cleared, catalogue) : cleared;
  const matched = matchTables(labelled, catalogue);
  if (matched.length === 0) { return { layout, text, said, reading: cleared, matched }; }
  const reading = withoutPageNumbers(labelled, matched, said.pages);
  return { layout, text, said, reading, matched: reading === labelled ? matched : matchTables(reading, catalogue) };
}

/** The form this block has to prefer, where a close call of its could fall differently; else ''. */
export function preferenceOf(block: BlockReading, form: Form | null): string {
  const open = form !== null && block.matched.some((table) => table.form !== null && table.form.form !== form && table.margin < CLOSE_CALL);
  return open ? form.id : '';
}

export function analyseBlock(block: BlockReading, preferred: string, catalogue: Catalogue, settings: Settings): BlockAnalysis {
  const { reading, matched, said } = block;
  if (reading === null) { return { ...block, preferred, tables: [], mistakes: [] }; }
  if (said.isOff) {
    const tables = (matched.length > 0 ? matched : plainTables(reading)).map(unread);
    return { ...block, preferred, tables, mistakes: said.declarations.map(() => null) };
  }
  const { tables, mistakes } = tablesOf(block, reading, preferred, catalogue, settings);
  return { ...block, preferred, tables, mistakes };
}

function unread(table: Table): TableAnalysis { return { table, context: null, findings: [] }; }

type Tables = Pick<BlockAnalysis, 'tables' | 'mistakes'>;

function tablesOf(block: BlockReading, reading: Reading, preferred: string, catalogue: Catalogue, settings: Settings): Tables {
  const tables = preferred === '' ? block.matched : matchTables(reading, catalogue, preferred, block.matched);
  if (tables.length === 0 && mayHoldLabels(block.text) && holdsOtherShape(withFormLabels(reading, catalogue).cells, catalogue)) {
    return { tables: plainTables(reading).map(unread), mistakes: block.said.declarations.map(() => null) };
  }
  if (tables.length === 0) {
    const parts = plainTables(reading).map((plain, i) => inferred(plain, block, i === 0 ? block.said.declarations : [], settings));
    return { tables: parts.flatMap(({ tables: own }) => own), mistakes: parts.flatMap(({ mistakes }) => mistakes) };
  }
  return {
    tables: tables.map((table) => {
      const context = new SolvedTable(block.text, table, table.form!);
      return { table, context, findings: judge<TableContext>(TABLE_RULES, context, table.span, settings) };
    }),
    mistakes: [],
  };
}

/** A table of no official form, with the sums that it shows by itself. @param declarations those above it */
function inferred(
  plain: Table, { text, said: { isRounded } }: BlockReading, declarations: Said['declarations'], settings: Settings,
): Tables {
  const { inference, mistakes } = infer(plain.reading, text, declarations, isRounded);
  if (inference === null) { return { tables: [{ table: plain, context: null, findings: [] }], mistakes }; }
  const table: Table = { ...plain, places: inference.places };
  const context = new InferredTable(text, table, inference);
  return { tables: [{ table, context, findings: judge<TotalsContext>(TOTALS_RULES, context, table.span, settings) }], mistakes };
}
