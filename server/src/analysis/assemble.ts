/**
 * The last step of an analysis: what was found in each block and what is found in the reports as wholes, made one Analysis. Invariant:
 * findings of tables come first, since those of the report may join them; exceptions are judged over all of them, and only then are
 * findings of one cause brought together.
 */
import type { Block } from '../layouts/layout';
import { addLedgers, EMPTY_LEDGER, type Ledger } from '../model/equation';
import type { Form } from '../model/form';
import { readReport, type ReportProse } from '../prose/report';
import { reportsIn } from '../prose/reports';
import type { DocumentContext, PlacedTable } from '../rules/rule';
import { LAST_YEAR_RULES } from '../rules/shared/lastYear';
import { spanOf } from '../rules/shared/reportTables';
import { shifted } from '../text/span';
import { agreedForm } from './agreedForm';
import type { AnalysedFinding, AnalysedTable, Analysis } from './analysis';
import type { BlockAnalysis } from './blocks';
import { declarationFindings } from './declarations';
import { NO_RULES, withExceptions } from './exceptions';
import { addDocumentFindings, tableFindings, takeIn, type Taker } from './findings';
import { lastYearOf } from './lastYear';
import type { Said } from './said';
import type { Settings } from './settings';

/** What was given to the analysis or is known of the text at once. */
type Given = Pick<Analysis, 'text' | 'lines' | 'notes' | 'language' | 'settings' | 'others'>;

/** The blocks of a document, what their authors say of each, and what was found in each: three lists in step. */
export interface AnalysedBlocks {
  readonly blocks: readonly Block[];
  readonly said: readonly Said[];
  readonly analysed: readonly BlockAnalysis[];
}

/**
 * @param form what the tables agree on
 * @param forms all that are known
 * @param earlier what may be used again
 */
export function assemble(
  given: Given, { blocks, said, analysed }: AnalysedBlocks, form: Form | null, forms: readonly Form[], earlier: Analysis | undefined,
): Analysis {
  const { text, settings, others } = given;
  const tables = placedTables(blocks, analysed);
  const found = tableFindings(blocks, analysed);
  found.push(...declarationFindings(text, said, analysed, settings));
  const official = officialTables(tables);
  const spans = tables.map(({ span }) => span);
  const prose = readReport(text, spans, official.length > 0, earlier?.prose);
  const reports = prose === null ? [] : reportsIn(prose, spans, earlier?.reports);
  const lastYear = prose === null ? null : lastYearOf(text, others);
  const takers = addReportFindings(found, reports, official, { text, form, forms, lastYear }, settings);
  found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const { findings, exceptions } = withExceptions(
    text, found, tables, settings, { idle: lastYear === null ? LAST_YEAR_RULES : NO_RULES, takers },
  );
  for (const taker of takers) { takeIn(findings, taker); }
  return { ...given, lastYear, form, tables, findings, exceptions, ledger: ledgerOf(tables), blocks: analysed, prose, reports };
}

/** The tables of all blocks, where they stand in the document. */
function placedTables(blocks: readonly Block[], analysed: readonly BlockAnalysis[]): AnalysedTable[] {
  const tables: AnalysedTable[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const { start, layout } = blocks[i];
    const { isOff } = analysed[i].said;
    for (const { table, context } of analysed[i].tables) {
      const ledger = context ? context.ledger : EMPTY_LEDGER;
      tables.push({ start, span: shifted(table.span, start), layout, table, isOff, context, ledger });
    }
  }
  return tables;
}

function officialTables(tables: readonly AnalysedTable[]): PlacedTable[] {
  const official: PlacedTable[] = [];
  for (const { start, table, context } of tables) { if (context && table.form !== null) { official.push({ start, context }); } }
  return official;
}

/**
 * Adds what is found in each report, seen by itself, to what the tables gave. Last year's report is compared with the first.
 * @param official in document order, as are the reports
 * @returns the findings that take in others
 */
function addReportFindings(
  found: AnalysedFinding[], reports: readonly ReportProse[], official: readonly PlacedTable[],
  document: Pick<DocumentContext, 'text' | 'form' | 'forms' | 'lastYear'>, settings: Settings,
): Taker[] {
  const takers: Taker[] = [];
  let next = 0;
  reports.forEach((report, i) => {
    const tables: PlacedTable[] = [];
    for (; next < official.length && spanOf(official[next]).start < report.within.end; next++) { tables.push(official[next]); }
    const form = reports.length === 1 ? document.form : agreedForm(tables.map(({ context }) => context.table));
    const lastYear = i === 0 ? document.lastYear : null;
    takers.push(...addDocumentFindings(found, { ...document, report, tables, form, lastYear }, settings));
  });
  return takers;
}

function ledgerOf(tables: readonly AnalysedTable[]): Ledger {
  let ledger = EMPTY_LEDGER;
  for (const own of tables) { ledger = addLedgers(ledger, own.ledger); }
  return ledger;
}
