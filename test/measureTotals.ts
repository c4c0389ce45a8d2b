/**
 * npm run measure -- <folder>: how inference of totals does on real tables that people have labelled. Reads `labels.jsonl` (one
 * line a table: file, table_start_line, orientation, total_line, verdict) beside the documents it names, prints rates as a
 * Markdown table, then plants slips in the recognised tables and counts what becomes of them. Writes nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../server/src/analysis/analyze';
import type { AnalysedFinding, AnalysedTable, Analysis } from '../server/src/analysis/analysis';
import { say } from '../server/src/messages';
import { Lines } from '../server/src/text/lines';
import { below, seeded } from './harness/random';

interface Label {
  readonly file: string;
  readonly table_start_line: number;
  readonly orientation: 'row' | 'column';
  readonly total_line?: number;
  readonly verdict: 'balanced' | 'not-a-sum' | 'rounding' | 'unbalanced-true-error' | 'uncertain';
}

interface Document { readonly text: string; readonly lines: Lines; readonly analysis: Analysis }

const SEED = 2024;
const TRIALS_PER_TABLE = 8;

function main(): void {
  const [folder, ...flags] = process.argv.slice(2);
  const list = folder === undefined ? '' : path.join(folder, 'labels.jsonl');
  if (!existsSync(list)) { throw new Error('npm run measure -- <folder>: the folder must hold labels.jsonl and the files it names.'); }
  const labels = readFileSync(list, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Label);
  const documents = new Map<string, Document>();
  for (const { file } of labels) {
    if (!documents.has(file)) { documents.set(file, read(readFileSync(path.join(folder, file), 'utf8'))); }
  }
  score(labels, documents, flags.includes('--details'));
  plantSlips(labels, documents, flags.includes('--details'));
}

function read(text: string): Document {
  return { text, lines: Lines.of(text), analysis: analyze(text) };
}

/** Tables of the document that begin at or around the labelled line. */
function tableAt({ analysis, lines }: Document, line: number): AnalysedTable | undefined {
  const start = lines.starts[line - 1] ?? 0;
  return analysis.tables.find(({ span }) => span.start <= start && start < span.end)
    ?? analysis.tables.find(({ span }) => span.start >= start && lines.at(span.start) <= line + 2);
}

function findingsIn(table: AnalysedTable | undefined, { analysis }: Document): AnalysedFinding[] {
  return table === undefined ? [] : analysis.findings.filter(({ span }) => span.start >= table.span.start && span.start < table.span.end);
}

function isLoud({ level }: AnalysedFinding): boolean {
  return level === 'error' || level === 'warning';
}

/** An equation of the table holds whose total stands in the labelled row, or in some row for a labelled column. */
function isRecognised(label: Label, document: Document): boolean {
  const table = tableAt(document, label.table_start_line);
  return table?.context?.verdicts.some(({ state, spec }) => {
    if (state !== 'held') { return false; }
    if (label.orientation === 'column') { return spec.subject.row !== null; }
    const cell = table.table.places[spec.left[0].place];
    return spec.subject.column !== null && cell !== null
      && (label.total_line === undefined || document.lines.at(table.start + cell.start) + 1 === label.total_line);
  }) ?? false;
}

function score(labels: readonly Label[], documents: ReadonlyMap<string, Document>, details: boolean): void {
  const wrong = new Set(
    labels.filter(({ verdict }) => verdict === 'unbalanced-true-error').map(({ file, table_start_line }) => `${file}:${table_start_line}`),
  );
  const tally = { errors: 0, errorsFound: 0, quiet: 0, alarms: 0, soft: 0, rounding: 0, roundingLoud: 0, balanced: 0, recognised: 0 };
  for (const label of labels) {
    const document = documents.get(label.file)!;
    const findings = findingsIn(tableAt(document, label.table_start_line), document);
    const loud = findings.filter(isLoud);
    const isWrong = wrong.has(`${label.file}:${label.table_start_line}`);
    const tell = (what: string): void => {
      if (!details) { return; }
      console.log(`${what}: ${label.file}:${label.table_start_line} ${label.orientation} ${label.total_line ?? ''}`);
      for (const { level, message } of findings) { console.log(`    ${level}: ${say(message, 'en')}`); }
    };
    if (label.verdict === 'unbalanced-true-error') {
      tally.errors++;
      if (findings.length > 0) { tally.errorsFound++; tell('found'); } else { tell('missed'); }
    } else if (label.verdict === 'rounding') {
      tally.rounding++;
      if (loud.length > 0) { tally.roundingLoud++; tell('rounding reported'); }
    } else if (label.verdict !== 'uncertain') {
      tally.quiet++;
      if (loud.length > 0 && !isWrong) {
        tally.alarms++;
        tell('false alarm');
      } else if (findings.length > 0 && !isWrong) {
        tally.soft++;
        tell('soft');
      }
    }
    if (label.verdict === 'balanced') {
      tally.balanced++;
      if (isRecognised(label, document)) { tally.recognised++; } else { tell('not recognised'); }
    }
  }
  console.log('| measure | value |\n|---|---|');
  console.log(`| true errors reported | ${tally.errorsFound} of ${tally.errors} |`);
  console.log(`| balanced and not-a-sum tables with a warning or error | ${share(tally.alarms, tally.quiet)} |`);
  console.log(`| the same with information or a hint only | ${share(tally.soft, tally.quiet)} |`);
  console.log(`| rounding reported as error or warning | ${tally.roundingLoud} of ${tally.rounding} |`);
  console.log(`| balanced totals recognised (held in the ledger) | ${share(tally.recognised, tally.balanced)} |`);
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;
}

/** One digit changed, or two neighbours swapped, in an addend or total of a recognised table. */
function plantSlips(labels: readonly Label[], documents: ReadonlyMap<string, Document>, details: boolean): void {
  const random = seeded(SEED);
  const tally = { trials: 0, found: 0, named: 0, unrelated: 0 };
  for (const label of labels) {
    const document = documents.get(label.file)!;
    if (label.verdict !== 'balanced' || !isRecognised(label, document)) { continue; }
    const table = tableAt(document, label.table_start_line)!;
    const places = labelledPlaces(label, document, table);
    for (let trial = 0; trial < TRIALS_PER_TABLE; trial++) {
      const cell = table.table.places[places[below(random, places.length)]]!;
      const at = table.start + cell.start;
      const end = table.start + cell.end;
      const planted = slip(document.text.slice(at, end), random);
      if (planted === null) { continue; }
      tally.trials++;
      const text = document.text.slice(0, at) + planted + document.text.slice(end);
      const before = new Set(document.analysis.findings.map(told));
      const fresh = analyze(text).findings.filter((finding) => !before.has(told(finding)));
      const near = fresh.filter(({ span }) => span.start >= table.span.start && span.start <= table.span.end);
      const names = near.some(({ span, related }) => (
        [span, ...related.map((one) => one.span)].some((place) => place.start <= at && at <= place.end)
      ));
      if (near.length > 0) { tally.found++; }
      if (names) { tally.named++; }
      if (fresh.length > near.length || (near.length > 0 && !names)) { tally.unrelated++; }
      if (details && (near.length === 0 || !names)) {
        console.log(
          `${near.length === 0 ? 'slip missed' : 'slip misplaced'}: ${label.file}:${label.table_start_line} ${document.text.slice(at, end)} → ${planted}`,
        );
      }
    }
  }
  console.log(`| slips planted in recognised tables, found | ${share(tally.found, tally.trials)} |`);
  console.log(`| found at the right cell or with it among the suspects | ${share(tally.named, tally.found)} |`);
  console.log(`| trials with an unrelated new finding | ${share(tally.unrelated, tally.trials)} |`);
}

/** Places of the equations that hold the labelled total. */
function labelledPlaces(label: Label, { lines }: Document, { table, context, start }: AnalysedTable): number[] {
  const places = new Set<number>();
  for (const { state, spec } of context!.verdicts) {
    const cell = table.places[spec.left[0].place];
    const isIt = label.orientation === 'column' ? spec.subject.row !== null
      : spec.subject.column !== null && cell !== null
        && (label.total_line === undefined || lines.at(start + cell.start) + 1 === label.total_line);
    if (state === 'held' && isIt) { for (const { place } of [...spec.left, ...spec.right]) { places.add(place); } }
  }
  return [...places];
}

function told({ rule, message }: AnalysedFinding): string {
  return `${rule} ${say(message, 'en')}`;
}

function slip(text: string, random: () => number): string | null {
  const digits = [...text].flatMap((c, i) => (c >= '0' && c <= '9' ? [i] : []));
  if (digits.length === 0) { return null; }
  const at = digits[below(random, digits.length)];
  const swap = digits.find((i) => i === at + 1 && text[i] !== text[at]);
  if (swap !== undefined && below(random, 2) === 0) { return text.slice(0, at) + text[swap] + text[at] + text.slice(swap + 1); }
  const digit = (Number(text[at]) + 1 + below(random, 9)) % 10;
  return text.slice(0, at) + String(digit) + text.slice(at + 1);
}

main();
