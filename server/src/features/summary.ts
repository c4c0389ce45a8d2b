/**
 * An Analysis as the summary panel shows it: one whole snapshot. Invariant: pure; its counts are those of the Analysis, and one
 * table at a time is laid open, so that a snapshot of a large document stays small.
 */
import type { AnalysedFinding, AnalysedTable, Analysis } from '../analysis/analysis';
import { INTERNAL_ERROR } from '../analysis/guarded';
import { message, say, type Language } from '../messages';
import type { Gap } from '../model/equation';
import type { FindingCounts } from '../protocol/report';
import type { ShownTable, Summary, TableHead, UncheckedReport } from '../protocol/summary';
import { positionsOf, type Positions } from './position';
import { countFindings } from './report';
import { causesOf, GAPS } from './summary/causes';
import { suspectPlaces } from './summary/cellStates';
import { chartsOf } from './summary/charts';
import { cellNumbers, gridOf } from './summary/grid';

const REQUESTS = 'requests';

/** @param table number of the table to lay open, null for the one that most needs looking at */
export function summaryOf(uri: string, version: number, analysis: Analysis, table: number | null, language: Language): Summary {
  const positions = positionsOf(analysis);
  const findings = findingsByTable(analysis);
  const heads = analysis.tables.map((analysed, i) => headOf(analysed, i, findings[i], positions, language));
  const index = table !== null && table < heads.length ? table : neediest(heads);
  return {
    uri, version, year: analysis.prose?.year ?? null,
    form: analysis.form && analysis.form.title[language],
    lastYear: lastYearSaid(analysis, language),
    equations: analysis.ledger, findings: countFindings(analysis.findings), unchecked: uncheckedOf(analysis, language),
    exceptions: exceptionsOf(analysis, language),
    tables: heads,
    shown: index < 0 ? null : shownTable(analysis.tables[index], index, findings[index], positions, language),
  };
}

/** Only the table of requests names what was carried over. */
function lastYearSaid({ tables, lastYear }: Analysis, language: Language): string | null {
  if (!tables.some(({ table }) => table.form?.id === REQUESTS)) { return null; }
  return say(lastYear === null ? message('panel.last-year.none') : message('panel.last-year', { name: lastYear.name }), language);
}

/** The findings within each table; those of the text around belong to none. */
function findingsByTable({ tables, findings }: Analysis): AnalysedFinding[][] {
  const byTable = tables.map((): AnalysedFinding[] => []);
  let at = 0;
  for (const finding of findings) {
    while (at < tables.length && tables[at].span.end <= finding.span.start) { at++; }
    if (at === tables.length) { break; }
    if (finding.span.start >= tables[at].span.start) { byTable[at].push(finding); }
  }
  return byTable;
}

function headOf(
  analysed: AnalysedTable, index: number, findings: readonly AnalysedFinding[], positions: Positions, language: Language,
): TableHead {
  return {
    title: tableTitle(analysed, index, language), range: positions.range(analysed.span), equations: analysed.ledger,
    findings: countFindings(findings),
  };
}

export function tableTitle({ table }: AnalysedTable, index: number, language: Language): string {
  return table.form?.title || say(message('panel.table', { number: index + 1 }), language);
}

function neediest(heads: readonly TableHead[]): number {
  const first = (needs: (head: TableHead) => boolean): number => heads.findIndex(needs);
  const serious = ({ error, warning }: FindingCounts): boolean => error + warning > 0;
  const order = [
    first(({ equations }) => equations.broken > 0), first(({ findings }) => serious(findings)),
    first(({ equations }) => equations.notEvaluated > 0),
    first(({ equations }) => equations.declared > 0), heads.length - 1,
  ];
  return order.find((index) => index >= 0) ?? -1;
}

function shownTable(
  analysed: AnalysedTable, index: number, findings: readonly AnalysedFinding[], positions: Positions, language: Language,
): ShownTable {
  const { context, start, table } = analysed;
  return {
    index, blocks: gridOf(analysed, notesOf(findings, language), positions), charts: chartsOf(analysed, language),
    causes: context === null ? [] : causesOf({
      context, start, positions, language, numberOf: cellNumbers(table), suspects: suspectPlaces(context),
    }, findings),
  };
}

function notesOf(findings: readonly AnalysedFinding[], language: Language): Map<number, string> {
  const notes = new Map<number, string>();
  for (const { span, message: said } of findings) {
    const before = notes.get(span.start);
    const [line] = say(said, language).split('\n', 1);
    notes.set(span.start, before === undefined ? line : `${before}\n${line}`);
  }
  return notes;
}

const GRAVEST_FIRST: readonly Gap[] = ['missing', 'unreadable', 'disputed', 'shifted', 'dash', 'blank', 'unreached'];

/** Equations without a verdict by reason, tables without equations, tables that are not to be checked, checks that failed. */
export function uncheckedOf({ tables, findings }: Analysis, language: Language): UncheckedReport[] {
  const counts = new Map<Gap, number>();
  let unknown = 0;
  let off = 0;
  for (const { isOff, context, ledger } of tables) {
    if (isOff) { off++; } else if (ledger.declared === 0) { unknown++; }
    if (ledger.notEvaluated === 0 || context === null) { continue; }
    for (const { state, gap } of context.verdicts) {
      if (state === 'unevaluated' && gap !== null) { counts.set(gap, (counts.get(gap) ?? 0) + 1); }
    }
  }
  const failed = findings.filter(({ rule }) => rule === INTERNAL_ERROR).length;
  return [
    ...GRAVEST_FIRST.flatMap((gap) => (counts.has(gap)
      ? [{ count: counts.get(gap)!, reason: say(message(GAPS[gap], { count: counts.get(gap)! }), language) }]
      : [])),
    ...(unknown > 0 ? [{ count: unknown, reason: say(message('panel.unchecked.unknown', { count: unknown }), language) }] : []),
    ...(off > 0 ? [{ count: off, reason: say(message('panel.unchecked.off', { count: off }), language) }] : []),
    ...(failed > 0 ? [{ count: failed, reason: say(message('panel.unchecked.failed', { count: failed }), language) }] : []),
  ];
}

function exceptionsOf({ exceptions }: Analysis, language: Language): string[] {
  return exceptions.map(({ rule, place, figures, reason, state }) => say(message('panel.exception', {
    covers: [place, figures].filter((part) => part !== '').join(' ') || rule, rule, reason, state: message(`exception.state.${state}`),
  }), language));
}
