/**
 * Repairs as code actions. Invariant: an action is made for a finding of this very version or not at all; edits name the
 * version they are for, so that a client refuses them on any other.
 */
import {
  CodeActionKind, type CodeAction, type CodeActionContext, type Diagnostic, type TextEdit, type WorkspaceEdit,
} from 'vscode-languageserver';
import type { AnalysedFinding, Analysis } from '../analysis/analysis';
import { INTERNAL_ERROR } from '../analysis/guarded';
import { message, say, type Language } from '../messages';
import { Command, FIX_ALL_KIND, SOURCE, type FindingReference } from '../protocol/names';
import { mayExcept } from './exceptionEdit';
import { positionsOf } from './position';
import { reportRepair } from './report';
import { safeRepairs } from './safeRepairs';

export interface CodeActionOptions {
  readonly language: Language;
  readonly canTurnOffRules: boolean;
  readonly canStateReasons: boolean;
}

export function codeActionsOf(
  uri: string, version: number, analysis: Analysis, context: CodeActionContext, options: CodeActionOptions,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wants(context, CodeActionKind.QuickFix)) {
    const findings = new Map(analysis.findings.map((finding) => [finding.id, finding]));
    const meant = context.diagnostics.flatMap((diagnostic) => {
      const finding = findingOf(diagnostic, version, findings);
      return finding ? [{ diagnostic, finding }] : [];
    });
    for (const one of meant) { actions.push(...repairActions(uri, version, analysis, one.diagnostic, one.finding, options.language)); }
    if (options.canStateReasons) { actions.push(...exceptActions(uri, version, meant, options.language)); }
    if (options.canTurnOffRules) { actions.push(...turnOffActions(uri, meant, options.language)); }
  }
  if (context.only !== undefined && wants(context, FIX_ALL_KIND)) {
    actions.push(...fixAllActions(uri, version, analysis, options.language));
  }
  return actions;
}

/** A kind asked for stands for all kinds below it; without any, quick fixes are meant. */
function wants(context: CodeActionContext, kind: string): boolean {
  return context.only === undefined
    || context.only.some((asked) => asked === '' || asked === kind || kind.startsWith(`${asked}.`));
}

function findingOf(diagnostic: Diagnostic, version: number, findings: ReadonlyMap<string, AnalysedFinding>): AnalysedFinding | undefined {
  const reference = diagnostic.data as Partial<FindingReference> | undefined;
  if (diagnostic.source !== SOURCE || reference?.version !== version || reference.id === undefined) { return undefined; }
  return findings.get(reference.id);
}

function repairActions(
  uri: string, version: number, analysis: Analysis, diagnostic: Diagnostic, finding: AnalysedFinding, language: Language,
): CodeAction[] {
  const positions = positionsOf(analysis);
  return finding.repairs().map((repair) => {
    const { title, preferred, edits } = reportRepair(repair, positions, language);
    return {
      title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: preferred, edit: versionedEdit(uri, version, edits),
    };
  });
}

/** A finding and the diagnostic that it was shown as. */
interface Meant { readonly diagnostic: Diagnostic; readonly finding: AnalysedFinding }

function exceptActions(uri: string, version: number, meant: readonly Meant[], language: Language): CodeAction[] {
  const title = say(message('action.except'), language);
  return meant.filter(({ finding }) => mayExcept(finding)).map(({ diagnostic, finding }) => ({
    title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic],
    command: { title, command: Command.stateReason, arguments: [uri, version, finding.id] },
  }));
}

function turnOffActions(uri: string, meant: readonly Meant[], language: Language): CodeAction[] {
  const rules = new Set(meant.map(({ finding }) => finding.rule).filter((rule) => rule !== INTERNAL_ERROR));
  return [...rules].map((rule) => {
    const title = say(message('action.turn-off', { rule }), language);
    return {
      title, kind: CodeActionKind.QuickFix,
      diagnostics: meant.filter(({ finding }) => finding.rule === rule).map(({ diagnostic }) => diagnostic),
      command: { title, command: Command.turnOffRule, arguments: [rule, uri] },
    };
  });
}

function fixAllActions(uri: string, version: number, analysis: Analysis, language: Language): CodeAction[] {
  const { edits } = safeRepairs(analysis);
  if (edits.length === 0) { return []; }
  const positions = positionsOf(analysis);
  return [{
    title: say(message('action.fix-all'), language), kind: FIX_ALL_KIND,
    edit: versionedEdit(uri, version, edits.map((edit) => ({ range: positions.range(edit), newText: edit.newText }))),
  }];
}

function versionedEdit(uri: string, version: number, edits: readonly TextEdit[]): WorkspaceEdit {
  return { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] };
}
