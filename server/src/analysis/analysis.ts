/**
 * The one Analysis that diagnostics, fixes, hover, panel and command line all read, so that they cannot disagree.
 * Invariant: an Analysis is a pure value of (text, language, settings, others); spans here are offsets of the document.
 */
import type { Ledger } from '../model/equation';
import type { Exception } from '../model/exception';
import type { Level, Related } from '../model/finding';
import type { Form } from '../model/form';
import type { Message } from '../model/message';
import type { OtherReport } from '../model/otherReport';
import type { LayoutId } from '../model/reading';
import type { TextEdit } from '../model/repair';
import type { Table } from '../model/table';
import type { Lines } from '../text/lines';
import type { Span } from '../text/span';
import type { ReportProse } from '../prose/report';
import type { RoundingNote } from '../prose/roundingNotes';
import type { TableContext } from '../rules/rule';
import type { Settings } from './settings';
import type { BlockAnalysis } from './blocks';

export interface AnalysedTable {
  /** Offset of the block the table's own offsets count from. */
  readonly start: number;
  readonly span: Span;
  readonly layout: LayoutId;
  readonly table: Table;
  /** A comment says that it is not to be checked. */
  readonly isOff: boolean;
  /** Null for a table without equations. */
  readonly context: TableContext | null;
  readonly ledger: Ledger;
}

export interface AnalysedRepair {
  readonly title: Message;
  readonly kind: 'safe' | 'review';
  readonly preferred: boolean;
  /** Ascending, not overlapping. */
  readonly edits: readonly TextEdit[];
}

export interface AnalysedFinding {
  /** Unique within the Analysis, stable for the same text. */
  readonly id: string;
  readonly rule: string;
  readonly level: Exclude<Level, 'off'>;
  readonly span: Span;
  readonly message: Message;
  readonly related: readonly Related[];
  /** What states it to be correct as it stands; such a finding is information and counted apart. */
  readonly exception: Exception | null;
  /** Worked out when asked for. */
  repairs(): readonly AnalysedRepair[];
}

/** used: covers a finding. stale: its figures have changed. unused: there is nothing to cover. off: its rule is, or could not look. */
export interface AnalysedException extends Exception {
  readonly state: 'used' | 'stale' | 'unused' | 'off';
  /** Its comment; null where the settings file holds it. */
  readonly span: Span | null;
  /** What is reported of it, where it covers nothing. */
  readonly finding: AnalysedFinding | null;
}

export interface Analysis {
  readonly text: string;
  readonly lines: Lines;
  /** That figures may not add up due to rounding, in document order. */
  readonly notes: readonly RoundingNote[];
  /** 'csv' where the text was read as comma-separated values. */
  readonly language: string;
  readonly settings: Settings;
  /** What was known of other reports. */
  readonly others: readonly OtherReport[];
  /** The one of them that is last year's report of the same body. */
  readonly lastYear: OtherReport | null;
  /** The form the document's tables follow, if they agree on one. */
  readonly form: Form | null;
  readonly tables: readonly AnalysedTable[];
  /** In document order. */
  readonly findings: readonly AnalysedFinding[];
  /** Those of its comments in document order, then those of the settings file. */
  readonly exceptions: readonly AnalysedException[];
  readonly ledger: Ledger;
  /** In document order. What an analysis of an edited text may use again, as are `lines`, `notes`, `prose` and `reports`. */
  readonly blocks: readonly BlockAnalysis[];
  /** The text between the tables; null where the document is no report. */
  readonly prose: ReportProse | null;
  /** The reports in it, each by itself; none where the document is no report. */
  readonly reports: readonly ReportProse[];
}
