/**
 * All documents of a run in numbers. Invariant: sums of what was reported of each document, nothing else; what could not be
 * read is named, so that a run that checked less never reads like one that checked all.
 */
import { addLedgers, EMPTY_LEDGER } from '../model/equation';
import type { DocumentFinding, DocumentReport, EquationCounts, FindingCounts } from '../protocol/report';

export interface Unreadable { readonly path: string; readonly message: string }

export interface Summary {
  readonly documents: number;
  readonly tables: number;
  readonly equations: EquationCounts;
  /** Without those that are excepted. */
  readonly findings: FindingCounts;
  /** Findings that are excepted with a reason. */
  readonly excepted: number;
  /** Findings with a repair that `gouji fix` makes. */
  readonly safeRepairs: number;
  readonly unreadable: readonly Unreadable[];
}

export class Tally {
  private documents = 0;
  private tables = 0;
  private equations: EquationCounts = EMPTY_LEDGER;
  private readonly findings = { error: 0, warning: 0, information: 0, hint: 0 };
  private excepted = 0;
  private safeRepairs = 0;

  add({ tables, equations, findings }: DocumentReport): void {
    this.documents++;
    this.tables += tables.length;
    this.equations = addLedgers(this.equations, equations);
    this.count(findings);
  }

  count(findings: readonly DocumentFinding[]): void {
    for (const { severity, exception, repairs } of findings) {
      if (exception !== null) { this.excepted++; continue; }
      this.findings[severity]++;
      if (repairs.some(({ kind }) => kind === 'safe')) { this.safeRepairs++; }
    }
  }

  summary(unreadable: readonly Unreadable[]): Summary {
    const { documents, tables, equations, findings, excepted, safeRepairs } = this;
    return { documents, tables, equations, findings, excepted, safeRepairs, unreadable };
  }
}
