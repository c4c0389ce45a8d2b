/**
 * Text in, Analysis out. Invariant: total (any string gives an Analysis, nothing throws), pure, and the same whether it
 * is worked out afresh or from the Analysis of an earlier text: blocks that did not change are taken over as they are.
 */
import { builtInCatalogue } from '../forms';
import type { Catalogue } from '../forms/catalogue';
import { findBlocks } from '../layouts';
import type { Block } from '../layouts/layout';
import { addLedgers, EMPTY_LEDGER } from '../model/equation';
import type { Form } from '../model/form';
import type { OtherReport } from '../model/otherReport';
import { CLOSE_CALL, type Table } from '../model/table';
import type { PlacedTable } from '../rules/rule';
import { LAST_YEAR_RULES } from '../rules/shared/lastYear';
import { roundingNotesOf } from '../prose/roundingNotes';
import { readReport } from '../prose/report';
import { reportsIn } from '../prose/reports';
import { KnownParts } from '../text/knownParts';
import { Lines } from '../text/lines';
import type { AnalysedTable, Analysis } from './analysis';
import { analyseBlock, preferenceOf, readBlock, type BlockAnalysis, type BlockReading } from './blocks';
import { joinContinued } from './continued';
import { declarationFindings, saidAbove, type Said } from './declarations';
import { NO_RULES, withExceptions } from './exceptions';
import { addDocumentFindings, tableFindings, takeIn, type Taker } from './findings';
import { lastYearOf } from './lastYear';
import { withRoundingNotes } from './notedTables';
import { DEFAULT_SETTINGS, type Settings } from './settings';

/** How a text is to be analysed; whatever is left out is taken from `earlier`, or by default. */
export interface AnalysisOptions {
  readonly settings?: Settings;
  /** An Analysis whose unchanged blocks may be taken over, as long as its settings are the same. */
  readonly earlier?: Analysis;
  /** By default the forms that come with Gouji. */
  readonly catalogue?: Catalogue;
  /** 'csv' for comma-separated values; no other matters. */
  readonly language?: string;
  /** What is known of other reports, last year's perhaps among them. */
  readonly others?: readonly OtherReport[];
}

export function analyze(text: string, options: AnalysisOptions = {}): Analysis {
  const steps = analysisSteps(text, options);
  for (;;) {
    const step = steps.next();
    if (step.done) { return step.value; }
  }
}

const NO_OTHERS: readonly OtherReport[] = [];

/** The same in steps, one a block, so that a caller may pause or give up in between. */
export function* analysisSteps(text: string, options: AnalysisOptions): Generator<void, Analysis> {
  const {
    earlier, settings = earlier?.settings ?? DEFAULT_SETTINGS, catalogue = builtInCatalogue(), language = earlier?.language ?? '',
    others = earlier?.others ?? NO_OTHERS,
  } = options;
  const usable = earlier?.settings === settings ? earlier : undefined;
  const known = new KnownParts(usable?.blocks ?? []);
  const lines = Lines.of(text, earlier?.lines);
  const blocks = joinContinued(text, findBlocks(text, language, lines), catalogue);
  const notes = roundingNotesOf(lines, earlier);
  const said = withRoundingNotes(text, blocks, saidAbove(text, blocks), notes);
  const before: (BlockAnalysis | undefined)[] = [];
  const read: BlockReading[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    const own = text.slice(block.start, block.end);
    const unchanged = known.find(own, ({ layout, above }) => layout === block.layout && above === said[i].text);
    before.push(unchanged);
    read.push(unchanged ?? readBlock(block, own, said[i].text, catalogue));
    yield;
  }
  const form = agreedForm(read.flatMap(({ matched }) => matched));
  const analysed: BlockAnalysis[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const preferred = preferenceOf(read[i], form);
    const unchanged = before[i];
    analysed.push(unchanged?.preferred === preferred ? unchanged : analyseBlock(read[i], preferred, catalogue, settings, said[i]));
    yield;
  }
  return assemble({ text, lines, notes, language, settings, others }, blocks, analysed, said, form, catalogue.forms, usable);
}

/** The language that a file's name tells of, as `analyze` wants it. */
export function languageOfFile(name: string): string {
  return /\.csv$/i.test(name) ? 'csv' : '';
}

/** The form that most tables follow beyond doubt. */
function agreedForm(tables: readonly Table[]): Form | null {
  const votes = new Map<Form, number>();
  for (const { form, margin } of tables) {
    if (form === null || margin < CLOSE_CALL || margin === Infinity) { continue; }
    votes.set(form.form, (votes.get(form.form) ?? 0) + 1);
  }
  let best: Form | null = null;
  for (const [form, count] of votes) { if (best === null || count > votes.get(best)!) { best = form; } }
  return best;
}

type Given = Pick<Analysis, 'text' | 'lines' | 'notes' | 'language' | 'settings' | 'others'>;

function assemble(
  given: Given, blocks: readonly Block[], analysed: readonly BlockAnalysis[], said: readonly Said[], form: Form | null, forms: readonly Form[],
  earlier: Analysis | undefined,
): Analysis {
  const { text, settings, others } = given;
  const tables: AnalysedTable[] = [];
  let ledger = EMPTY_LEDGER;
  for (let i = 0; i < blocks.length; i++) {
    const { start } = blocks[i];
    for (const { table, context } of analysed[i].tables) {
      const own = context ? context.ledger : EMPTY_LEDGER;
      ledger = addLedgers(ledger, own);
      tables.push({
        start, span: { start: start + table.span.start, end: start + table.span.end }, layout: blocks[i].layout, table, context, ledger: own,
      });
    }
  }
  const found = tableFindings(blocks, analysed);
  found.push(...declarationFindings(text, said, analysed, settings));
  const official = tables.flatMap(({ start, table, context }) => (context && table.form !== null ? [{ start, context }] : []));
  const spans = tables.map(({ span }) => span);
  const report = readReport(text, spans, official.length > 0, earlier?.prose);
  const lastYear = report === null ? null : lastYearOf(text, others);
  const takers: Taker[] = [];
  let next = 0;
  const reports = report === null ? [] : reportsIn(report, spans, earlier?.reports);
  reports.forEach((one, i) => {
    const own: PlacedTable[] = [];
    for (; next < official.length && official[next].start + official[next].context.table.span.start < one.within.end; next++) { own.push(official[next]); }
    const ownForm = reports.length === 1 ? form : agreedForm(own.map(({ context }) => context.table));
    takers.push(...addDocumentFindings(found, { text, report: one, form: ownForm, forms, tables: own, lastYear: i === 0 ? lastYear : null }, settings));
  });
  found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const { findings, exceptions } = withExceptions(text, found, tables, settings, { idle: lastYear === null ? LAST_YEAR_RULES : NO_RULES, takers });
  for (const taker of takers) { takeIn(findings, taker); }
  return { ...given, lastYear, form, tables, findings, exceptions, ledger, blocks: analysed, prose: report, reports };
}
