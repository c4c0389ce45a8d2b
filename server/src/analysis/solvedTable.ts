/**
 * A matched table with its equations judged. Invariant: verdicts are worked out at once (the ledger needs them all);
 * diagnoses and deductions only when a rule asks, which in a clean table is never.
 */
import { deduce, type Deductions } from '../equations/deduce';
import { evaluate } from '../equations/evaluate';
import { localise } from '../equations/localise';
import { problemOf, type Problem } from '../equations/problem';
import type { Diagnosis, Verdict } from '../model/equation';
import type { FormTable } from '../model/form';
import type { Table } from '../model/table';
import type { TableContext } from '../rules/rule';

export class SolvedTable implements TableContext {
  readonly problem: Problem;
  readonly verdicts: readonly Verdict[];
  private found: readonly Diagnosis[] | undefined;
  private deduced: Deductions | undefined;

  constructor(readonly text: string, readonly table: Table, readonly form: FormTable) {
    this.problem = problemOf(form, table.places);
    this.verdicts = evaluate(this.problem);
  }

  get diagnoses(): readonly Diagnosis[] { return this.found ??= localise(this.problem, this.verdicts); }

  get deductions(): Deductions { return this.deduced ??= deduce(this.problem, this.verdicts); }
}
