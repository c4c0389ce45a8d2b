/**
 * What a rule is: detect, say, mend. Invariant: a rule sees one table (or one document) through its context, yields
 * facts, and knows neither layouts nor the editor; `explain` and `repairs` work on what `find` found and nothing else.
 */
import type { Diagnosis, Ledger, Verdict } from '../model/equation';
import type { Finding, Level } from '../model/finding';
import type { Form, FormTable } from '../model/form';
import type { Message } from '../model/message';
import type { OtherReport } from '../model/otherReport';
import type { Repair } from '../model/repair';
import type { Table } from '../model/table';
import type { Deductions } from '../equations/deduce';
import type { Inference } from '../equations/infer/infer';
import type { Problem } from '../equations/problem';
import type { ReportProse } from '../prose/report';
import type { FaultyCell } from './shared/cellFaults';

/** One table of an official form, read, matched and solved. Offsets are into `text`, the block the table stands in. */
export interface TableContext {
  readonly text: string;
  readonly table: Table;
  readonly form: FormTable;
  readonly problem: Problem;
  readonly verdicts: readonly Verdict[];
  readonly ledger: Ledger;
  /** How many of the form's places have a cell. */
  readonly filled: number;
  /** Due cells that are not plain figures. */
  readonly faults: readonly FaultyCell[];
  /** Worked out when first asked for. */
  readonly diagnoses: readonly Diagnosis[];
  readonly deductions: Deductions;
}

interface RuleBase<Context, Facts> {
  readonly id: string;
  /** Default level. */
  readonly level: Level;
  /** Whether one look says that there is nothing to find; `find` is not called then. */
  idle?(context: Context): boolean;
  find(context: Context): Iterable<Finding<Facts>>;
  explain(finding: Finding<Facts>): Message;
  repairs?(finding: Finding<Facts>, context: Context): Iterable<Repair>;
}

/** A rule about a table of an official form. */
export interface TableRule<Facts> extends RuleBase<TableContext, Facts> {
  readonly scope: 'table';
}

/** A table of no official form in which sums were found: `form` is made of it, `table.form` is null. */
export interface TotalsContext extends TableContext {
  readonly inference: Inference;
}

/** A rule about the sums found in any other table. */
export interface TotalsRule<Facts> extends RuleBase<TotalsContext, Facts> {
  readonly scope: 'totals';
}

/** A table within the document: offsets of its own plus `start` are offsets of the document. */
export interface PlacedTable {
  readonly start: number;
  readonly context: TableContext;
}

/** A report: its prose and the official tables in it. Offsets are into `text`. Other documents are given to no document rule. */
export interface DocumentContext {
  readonly text: string;
  readonly report: ReportProse;
  readonly tables: readonly PlacedTable[];
  /** The form that its tables follow, if they agree on one. */
  readonly form: Form | null;
  /** All forms that are known, for the one of its year. */
  readonly forms: readonly Form[];
  /** Last year's report of the same body, where one is known. */
  readonly lastYear: OtherReport | null;
}

export interface DocumentRule<Facts> extends RuleBase<DocumentContext, Facts> {
  readonly scope: 'document';
}

export type Rule<Facts = unknown> = TableRule<Facts> | TotalsRule<Facts> | DocumentRule<Facts>;

export function hasNoFaults({ faults }: TableContext): boolean { return faults.length === 0; }

export function hasNothingBroken({ ledger }: TableContext): boolean { return ledger.broken === 0; }

/** Types the facts of a rule by example; the object itself is unchanged. */
export function tableRule<Facts>(rule: Omit<TableRule<Facts>, 'scope'>): TableRule<Facts> {
  return { ...rule, scope: 'table' };
}

export function totalsRule<Facts>(rule: Omit<TotalsRule<Facts>, 'scope'>): TotalsRule<Facts> {
  return { ...rule, scope: 'totals' };
}

export function documentRule<Facts>(rule: Omit<DocumentRule<Facts>, 'scope'>): DocumentRule<Facts> {
  return { ...rule, scope: 'document' };
}
