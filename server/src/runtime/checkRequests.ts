/**
 * Answers what was found in a document and what can be done about it. Invariant: both are of the document's current version; where a
 * document could not be checked, that is said, since no diagnostics would look like a clean report.
 */
import { DocumentDiagnosticReportKind, type CodeAction, type DocumentDiagnosticReport } from 'vscode-languageserver';
import { codeActionsOf } from '../features/codeActions';
import { isSettingsFile } from '../settings/lookup';
import { answerSafely } from './cancelled';
import type { Client } from './client';
import type { Diagnostics } from './diagnostics';
import type { Host } from './host';
import type { SettingsFileInForce } from './settingsFiles';

export interface CheckHost extends Host {
  readonly diagnostics: Diagnostics;
  client(): Client;
  /** A settings file that is open, as it stands; undefined for any other document. */
  openSettings(uri: string): SettingsFileInForce | undefined;
}

export function answerChecks({ connection, analyses, diagnostics, client, openSettings, report }: CheckHost): void {
  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) => answerSafely<DocumentDiagnosticReport>(
    token,
    async () => {
      if (isSettingsFile(uri)) { return { kind: DocumentDiagnosticReportKind.Full, items: [] }; }
      const checked = await analyses.of(uri);
      const resultId = String(checked.serial);
      if (resultId === previousResultId) { return { kind: DocumentDiagnosticReportKind.Unchanged, resultId }; }
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnostics.of(checked) };
    },
    (reason) => ({ kind: DocumentDiagnosticReportKind.Full, items: diagnostics.ofFailure(reason) }),
    report,
  ));

  connection.onCodeAction(({ textDocument: { uri }, context }, token) => answerSafely<CodeAction[]>(
    token,
    async () => {
      const file = openSettings(uri);
      if (file !== undefined) {
        return codeActionsOf(uri, file.version ?? 0, file.analysis, context, { ...client(), canTurnOffRules: false });
      }
      const checked = await analyses.of(uri);
      return codeActionsOf(uri, checked.version, checked.analysis, context, client());
    },
    () => [],
    report,
  ));
}
