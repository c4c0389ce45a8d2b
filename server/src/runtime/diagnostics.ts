/**
 * Diagnostics in the client's language, and the way to send them. Invariant: a client that can no longer be told is no reason to end.
 */
import type { Diagnostic } from 'vscode-languageserver';
import type { Analysis } from '../analysis/analysis';
import { diagnosticsOf, failureDiagnostic } from '../features/diagnostics';
import type { Host } from './host';

/** A text and what was found in it. */
export interface Shown {
  readonly uri: string;
  /** Null where no editor has it open. */
  readonly version: number | null;
  readonly analysis: Analysis;
}

export class Diagnostics {
  /** @param rulePages as in `Runtime` */
  constructor(private readonly host: Pick<Host, 'connection' | 'language' | 'report'>, private readonly rulePages: string | null) {}

  of({ uri, version, analysis }: Shown): Diagnostic[] {
    return diagnosticsOf(uri, version ?? 0, analysis, { language: this.host.language(), rulePages: this.rulePages });
  }

  /** What stands where a document could not be checked. */
  ofFailure(reason: Error): Diagnostic[] { return [failureDiagnostic(reason, this.host.language())]; }

  /** @param version null for none in particular */
  send(uri: string, version: number | null, diagnostics: Diagnostic[]): void {
    this.host.connection.sendDiagnostics({ uri, ...(version === null ? {} : { version }), diagnostics })
      .catch((reason) => this.host.report(reason));
  }

  clear(uri: string): void { this.send(uri, null, []); }
}
