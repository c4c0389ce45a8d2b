/**
 * Findings as diagnostics of the Language Server Protocol. Invariant: a diagnostic says what the finding's report says, and
 * its `data` leads back to the finding and to nothing else.
 */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Analysis } from '../analysis/analysis';
import { INTERNAL_ERROR } from '../analysis/guarded';
import { message, say, type Language } from '../messages';
import { SOURCE, type FindingReference } from '../protocol/names';
import type { Severity } from '../protocol/report';
import { positionsOf } from './position';
import { reportFinding } from './report';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information, hint: DiagnosticSeverity.Hint,
};

export interface DiagnosticOptions {
  readonly language: Language;
  /** URI of the folder with a page `<rule>.md` for each rule, or null where there is none. */
  readonly rulePages: string | null;
}

export function diagnosticsOf(uri: string, version: number, analysis: Analysis, { language, rulePages }: DiagnosticOptions): Diagnostic[] {
  const positions = positionsOf(analysis);
  return analysis.findings.map((finding) => {
    const { rule, severity, message: text, range, related } = reportFinding(finding, positions, language);
    const data: FindingReference = { id: finding.id, version };
    const shown: Diagnostic = { range, severity: SEVERITY[severity], code: rule, source: SOURCE, message: text, data };
    if (rulePages !== null && rule !== INTERNAL_ERROR) { shown.codeDescription = { href: `${rulePages}/${rule}.md` }; }
    if (related.length > 0) {
      shown.relatedInformation = related.map((one) => ({ location: { uri: one.source ?? uri, range: one.range }, message: one.message }));
    }
    return shown;
  });
}

/** Says that a document could not be checked: silence would look like a clean report. */
export function failureDiagnostic(reason: Error, language: Language): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start }, severity: DiagnosticSeverity.Information, code: INTERNAL_ERROR, source: SOURCE,
    message: say(message('check-failed', { reason: reason.message }), language),
  };
}
