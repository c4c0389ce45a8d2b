// The findings that VS Code has been told of, as diagnostics. Invariant: only Gouji's own, each with its rule; in the order of
// the files' names and of the text.
import * as vscode from 'vscode';
import { SOURCE } from '../../server/src/protocol/names';

export interface Finding {
  readonly uri: vscode.Uri;
  readonly rule: string;
  readonly diagnostic: vscode.Diagnostic;
}

export function allFindings(): Finding[] {
  return vscode.languages.getDiagnostics().flatMap(([uri, diagnostics]) => ofDocument(uri, diagnostics))
    .sort((a, b) => a.uri.path.localeCompare(b.uri.path) || byPlace(a, b));
}

export function findingsIn(uri: vscode.Uri): Finding[] {
  return ofDocument(uri, vscode.languages.getDiagnostics(uri)).sort(byPlace);
}

function ofDocument(uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]): Finding[] {
  return diagnostics.filter(({ source }) => source === SOURCE).map((diagnostic) => ({ uri, rule: ruleOf(diagnostic), diagnostic }));
}

function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code ?? '');
}

function byPlace({ diagnostic: { range: a } }: Finding, { diagnostic: { range: b } }: Finding): number {
  return a.start.compareTo(b.start) || a.end.compareTo(b.end);
}
