/**
 * What a rule is: detect, say, mend. Invariant: a rule sees one table (or one document) through its context, yields
 * facts, and knows neither layouts nor the editor; `explain` and `repairs` work on what `find` found and nothing else.
 */
import type { Diagnosis, Verdict } from '../model/equation';
import type { Finding, Level } from '../model/finding';
import type { Form, FormTable } from '../model/form';
import type { Message } from '../model/message';
import type { Repair } from '../model/repair';
import type { Table } from '../model/table';
import type { Deductions } from '../equations/deduce';
import type { Problem } from '../equations/problem';

/** One table of an official form, read, matched and solved. Offsets are into `text`, the block the table stands in. */
export interface TableContext {
  readonly text: string;
  readonly table: Table;
  readonly form: FormTable;
  readonly problem: Problem;
  readonly verdicts: readonly Verdict[];
  /** Worked out when first asked for. */
  readonly diagnoses: readonly Diagnosis[];
  readonly deductions: Deductions;
}

interface RuleBase<Context, Facts> {
  readonly id: string;
  /** Default level. */
  readonly level: Level;
  find(context: Context): Iterable<Finding<Facts>>;
  explain(finding: Finding<Facts>): Message;
  repairs?(finding: Finding<Facts>, context: Context): Iterable<Repair>;
}

/** A rule about a table of an official form. */
export interface TableRule<Facts> extends RuleBase<TableContext, Facts> {
  readonly scope: 'table';
}

/** A table within the document: offsets of its own plus `start` are offsets of the document. */
export interface PlacedTable {
  readonly start: number;
  readonly context: TableContext;
}

/** The whole document: prose, headings, and the official tables in it. Offsets are into `text`. */
export interface DocumentContext {
  readonly text: string;
  readonly tables: readonly PlacedTable[];
  /** The form that its tables follow, if they agree on one. */
  readonly form: Form | null;
}

export interface DocumentRule<Facts> extends RuleBase<DocumentContext, Facts> {
  readonly scope: 'document';
}

export type Rule<Facts = unknown> = TableRule<Facts> | DocumentRule<Facts>;

/** Types the facts of a rule by example; the object itself is unchanged. */
export function tableRule<Facts>(rule: Omit<TableRule<Facts>, 'scope'>): TableRule<Facts> {
  return { ...rule, scope: 'table' };
}

export function documentRule<Facts>(rule: Omit<DocumentRule<Facts>, 'scope'>): DocumentRule<Facts> {
  return { ...rule, scope: 'document' };
}
