/**
 * An Analysis in the shapes that leave the process. Invariant: the editor's diagnostics and the command line's JSON are both
 * made from what these functions return, so they cannot differ.
 */
import type { AnalysedException, AnalysedFinding, AnalysedRepair, AnalysedTable, Analysis } from '../analysis/analysis';
import { INTERNAL_ERROR } from '../analysis/guarded';
import { say, type Language } from '../messages';
import type { Cell } from '../model/cell';
import type { Related } from '../model/finding';
import type { TableRow } from '../model/table';
import type {
  DocumentReport, DocumentSummary, ExceptionReport, FindingCounts, FindingReport, RelatedReport, RepairReport, RowReport, TableReport,
} from '../protocol/report';
import { positionsOf, type Positions } from './position';

export function reportFinding(finding: AnalysedFinding, positions: Positions, language: Language): FindingReport {
  return {
    rule: finding.rule,
    severity: finding.level,
    message: say(finding.message, language),
    range: positions.range(finding.span),
    related: finding.related.map((related) => reportRelated(related, positions, language)),
  };
}

function reportRelated({ span, message, elsewhere }: Related, positions: Positions, language: Language): RelatedReport {
  const said = say(message, language);
  return elsewhere === undefined ? { message: said, range: positions.range(span) }
    : { message: said, range: positionsOf(elsewhere).range(span), source: elsewhere.source };
}

export function reportRepair(repair: AnalysedRepair, positions: Positions, language: Language): RepairReport {
  return {
    title: say(repair.title, language), kind: repair.kind, preferred: repair.preferred,
    edits: repair.edits.map((edit) => ({ range: positions.range(edit), newText: edit.newText })),
  };
}

export function reportDocument(path: string, analysis: Analysis, language: Language): DocumentReport {
  const positions = positionsOf(analysis);
  return {
    path,
    lastYear: analysis.lastYear?.source ?? null,
    tables: analysis.tables.map((table) => reportTable(table, positions)),
    equations: analysis.ledger,
    findings: analysis.findings.map((finding) => ({
      ...reportFinding(finding, positions, language),
      exception: finding.exception?.reason ?? null,
      repairs: finding.repairs().map((repair) => reportRepair(repair, positions, language)),
    })),
    exceptions: analysis.exceptions.map((exception) => reportException(exception, positions)),
  };
}

function reportException({ rule, place, figures, reason, state, span }: AnalysedException, positions: Positions): ExceptionReport {
  return { rule, place, figures, reason, state, range: span && positions.range(span) };
}

function reportTable({ start, span, layout, table, ledger }: AnalysedTable, positions: Positions): TableReport {
  return {
    layout, form: table.form?.key ?? null, range: positions.range(span), equations: ledger,
    rows: table.rows.map((row) => reportRow(row, start, positions)),
  };
}

function reportRow(row: TableRow, start: number, positions: Positions): RowReport {
  const first = row.label[0] ?? row.cells[0];
  return {
    label: row.label.map((cell) => cell.content.text).join(''),
    line: positions.at(start + first.start).line,
    values: (row.spec === null ? row.slots : row.values).map(valueOf),
  };
}

function valueOf(cell: Cell | null): string | null {
  return cell === null || cell.content.amount.kind === 'blank' ? null : cell.content.text;
}

/** Without those that are excepted. */
export function countFindings(findings: readonly Pick<AnalysedFinding, 'level' | 'exception'>[]): FindingCounts {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { level, exception } of findings) { if (exception === null) { counts[level]++; } }
  return counts;
}

export function summarize(uri: string, version: number, analysis: Analysis, language: Language): DocumentSummary {
  return {
    uri, version, tables: analysis.tables.length, form: analysis.form?.title[language] ?? null,
    equations: analysis.ledger, findings: countFindings(analysis.findings),
    excepted: analysis.findings.filter(({ exception }) => exception !== null).length,
  };
}

/** Stacks of the rules that failed in an Analysis. */
export function failuresOf(analysis: Analysis): string[] {
  return analysis.findings.filter(({ rule }) => rule === INTERNAL_ERROR).map(({ message: { facts } }) => String(facts.stack));
}
