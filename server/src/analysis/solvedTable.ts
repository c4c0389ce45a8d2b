/**
 * A matched table with its equations judged. Invariant: verdicts are worked out at once (the ledger needs them all);
 * diagnoses and deductions only when a rule asks, which in a clean table is never.
 */
import { deduce, type Deductions } from '../equations/deduce';
import { evaluate, ledgerOf } from '../equations/evaluate';
import { localise } from '../equations/localise';
import { problemOf, type Problem } from '../equations/problem';
import type { Diagnosis, Ledger, Verdict } from '../model/equation';
import type { FormTable } from '../model/form';
import type { Table } from '../model/table';
import type { Inference } from '../equations/infer/infer';
import { faultyCells, type FaultyCell } from '../rules/shared/cellFaults';
import type { TableContext, TotalsContext } from '../rules/rule';

export class SolvedTable implements TableContext {
  readonly problem: Problem;
  readonly verdicts: readonly Verdict[];
  readonly ledger: Ledger;
  private filledPlaces = -1;
  private faulty: readonly FaultyCell[] | undefined;
  private found: readonly Diagnosis[] | undefined;
  private deduced: Deductions | undefined;

  constructor(readonly text: string, readonly table: Table, readonly form: FormTable) {
    this.problem = problemOf(form, table.places);
    this.verdicts = evaluate(this.problem);
    this.ledger = ledgerOf(this.verdicts);
  }

  get filled(): number {
    if (this.filledPlaces < 0) {
      this.filledPlaces = 0;
      for (const cell of this.table.places) { if (cell !== null) { this.filledPlaces++; } }
    }
    return this.filledPlaces;
  }

  get faults(): readonly FaultyCell[] { return this.faulty ??= faultyCells(this.table, this.form); }

  get diagnoses(): readonly Diagnosis[] { return this.found ??= localise(this.problem, this.verdicts); }

  get deductions(): Deductions { return this.deduced ??= deduce(this.problem, this.verdicts); }
}

/** A table of no official form, judged by the equations found in it. */
export class InferredTable extends SolvedTable implements TotalsContext {
  constructor(text: string, table: Table, readonly inference: Inference) {
    super(text, table, inference.form);
  }
}
