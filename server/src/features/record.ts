/**
 * The review record: what was checked, what could not be and why, what was found; over which bytes, when, by which version.
 * Invariant: pure and made from the Analysis alone, so the same text gives the same record; how it is written is for `recordText`.
 */
import type { Analysis } from '../analysis/analysis';
import { inOneLine, message, say, type Language, type MessageKey } from '../messages';
import type { EquationCounts } from '../protocol/report';
import { positionsOf } from './position';
import { countFindings } from './report';
import { tableTitle, uncheckedOf } from './summary';

/** What only the client knows. */
export interface RecordedFile {
  readonly file: string;
  readonly sha256: string;
  /** Whether the hash is of the saved file rather than of unsaved text. */
  readonly isSaved: boolean;
  readonly time: string;
  /** Of Gouji. */
  readonly version: string;
}

export interface ReviewRecord {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly sections: readonly RecordSection[];
}

export interface RecordSection {
  readonly title: string;
  /** What is said where there are no rows. */
  readonly nothing: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function reviewRecord(analysis: Analysis, file: RecordedFile, language: Language): ReviewRecord {
  const words = (key: MessageKey, facts = {}): string => say(message(key, facts), language);
  return {
    title: words('record.title'),
    facts: factsOf(analysis, file, language, words),
    sections: [
      checkedSection(analysis, language, words), uncheckedSection(analysis, language, words), findingsSection(analysis, language, words),
      ...(analysis.exceptions.length > 0 ? [exceptionsSection(analysis, words)] : []),
    ],
  };
}

type Words = (key: MessageKey, facts?: Readonly<Record<string, string | number>>) => string;

function factsOf(
  { form, ledger, findings, prose, lastYear }: Analysis, { file, sha256, isSaved, time, version }: RecordedFile, language: Language,
  words: Words,
): [string, string][] {
  const counts = countFindings(findings);
  const year = prose?.year ?? null;
  return [
    [words('record.file'), file],
    [words(isSaved ? 'record.hash.file' : 'record.hash.text'), sha256],
    [words('record.form'), form?.title[language] ?? words('record.form.none')],
    ...(year === null ? [] : [[words('record.year'), String(year)] satisfies [string, string]]),
    ...(prose === null ? [] : [[words('record.last-year'), lastYear?.name ?? words('record.last-year.none')] satisfies [string, string]]),
    [words('record.verdict'), words('record.verdict.counts', countsOf(ledger))],
    [words('record.findings'), words('record.findings.counts', { ...counts })],
    [words('record.time'), time],
    [words('record.version'), `Gouji ${version}`],
  ];
}

function countsOf({ declared, held, broken, notEvaluated }: EquationCounts): Record<string, number> {
  return { declared, held, broken, notEvaluated };
}

function checkedSection({ tables }: Analysis, language: Language, words: Words): RecordSection {
  return {
    title: words('record.checked'), nothing: words('record.checked.none'),
    columns: [
      words('record.column.table'), words('record.column.declared'), words('record.column.held'), words('record.column.broken'),
      words('record.column.open'),
    ],
    rows: tables.map((table, i) => [
      tableTitle(table, i, language),
      ...[table.ledger.declared, table.ledger.held, table.ledger.broken, table.ledger.notEvaluated].map(String),
    ]),
  };
}

function uncheckedSection(analysis: Analysis, language: Language, words: Words): RecordSection {
  return {
    title: words('record.unchecked'), nothing: words('record.unchecked.none'), columns: [words('record.column.reason')],
    rows: uncheckedOf(analysis, language).map(({ reason }) => [reason]),
  };
}

function findingsSection(analysis: Analysis, language: Language, words: Words): RecordSection {
  const positions = positionsOf(analysis);
  return {
    title: words('record.findings'), nothing: words('record.findings.none'),
    columns: [words('record.column.line'), words('record.column.level'), words('record.column.finding'), words('record.column.rule')],
    rows: analysis.findings.filter(({ exception }) => exception === null).map(({ span, level, message: said, rule }) => [
      String(positions.at(span.start).line + 1), words(`level.${level}`), inOneLine(say(said, language), language), rule,
    ]),
  };
}

function exceptionsSection({ exceptions }: Analysis, words: Words): RecordSection {
  return {
    title: words('record.exceptions'), nothing: '',
    columns: ['place', 'figures', 'why', 'state', 'rule'].map((column) => words(`record.column.${column}` as MessageKey)),
    rows: exceptions.map(({ place, figures, reason, state, rule }) => [place, figures, reason, words(`exception.state.${state}`), rule]),
  };
}
