/**
 * What the summary panel is told of a document, and what it may ask for. Invariant: a summary is whole and names the document
 * and version it is of; every sentence in it is already in the client's language; nothing refers to an earlier summary.
 */
import type { EditReport, EquationCounts, FindingCounts, Range } from './report';

/** Request with `SummaryParams`, answered with a `Summary`. */
export const SUMMARY_REQUEST = 'gouji/summary';
/** Request with `CellEditParams`, answered with a `CellEditAnswer`. */
export const CELL_EDIT_REQUEST = 'gouji/cellEdit';
/** Request with `RepairParams`, answered with a `RepairAnswer`. */
export const REPAIR_REQUEST = 'gouji/repair';
/** Request with `PreviewParams`, answered with a `PreviewAnswer`. */
export const PREVIEW_REQUEST = 'gouji/repairPreviews';
/** Request with `RecordParams`, answered with a `RecordAnswer`. */
export const RECORD_REQUEST = 'gouji/reviewRecord';

export interface SummaryParams {
  readonly uri: string;
  /** Number of the table to show in full, or null for the one that most needs looking at. */
  readonly table: number | null;
}

export interface Summary {
  readonly uri: string;
  readonly version: number;
  /** Title of the form. */
  readonly form: string | null;
  /** The year the report is about; null where it does not say, and in what is no report. */
  readonly year: number | null;
  /** A sentence: what last year's report it was compared with, or that there was none; null where nothing carries over. */
  readonly lastYear: string | null;
  readonly equations: EquationCounts;
  readonly findings: FindingCounts;
  /** What could not be checked and why, gravest first. */
  readonly unchecked: readonly UncheckedReport[];
  /** What was stated to be correct, or was once: place, figures, reason, state; a whole sentence each. */
  readonly exceptions: readonly string[];
  readonly tables: readonly TableHead[];
  /** Null in a document without tables. */
  readonly shown: ShownTable | null;
}

export interface UncheckedReport {
  /** A whole sentence: what, how many, why. */
  readonly reason: string;
  readonly count: number;
}

export interface TableHead {
  readonly title: string;
  readonly range: Range;
  readonly equations: EquationCounts;
  readonly findings: FindingCounts;
}

/** One table in full. */
export interface ShownTable {
  /** Its number among the summary's tables. */
  readonly index: number;
  readonly blocks: readonly GridBlock[];
  readonly causes: readonly CauseReport[];
  readonly charts: readonly ChartReport[];
}

/**
 * held: all of its equations hold. broken: part of one that does not. suspect: may be the figure at fault. open: one of its
 * equations could not be evaluated. free: no equation takes it in. absent: the text has no such cell.
 */
export type CellState = 'held' | 'broken' | 'suspect' | 'blank' | 'unreadable' | 'open' | 'free' | 'absent';

export interface GridCell {
  readonly text: string;
  readonly state: CellState;
  /** Its number among the cells read; -1 where the text has none. */
  readonly cell: number;
  readonly range: Range | null;
  /** What was found at it, one line for each finding; '' for nothing. */
  readonly note: string;
}

export interface GridRow {
  readonly kind: 'group' | 'figures';
  readonly label: string;
  readonly depth: number;
  /** Where its label stands in the text. */
  readonly range: Range | null;
  /** Rows the form asks for and the text has not, the text has and the form has not, or has twice. */
  readonly oddity: 'missing' | 'unknown' | 'duplicate' | null;
  /** What was found at its label, one line for each finding; '' for nothing. */
  readonly note: string;
  readonly cells: readonly GridCell[];
}

/** A header, placed as the form prints it; rows and columns count from zero, without the row labels. */
export interface HeaderCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface GridBlock {
  readonly title: string;
  readonly corner: string;
  readonly headerRows: number;
  readonly header: readonly HeaderCell[];
  readonly columns: number;
  readonly rows: readonly GridRow[];
}

/** Where a figure stands, for a way to it. */
export interface CellReference {
  readonly name: string;
  readonly text: string;
  readonly cell: number;
  readonly range: Range | null;
}

/** One cause of broken equations, or one reason why equations were not evaluated. */
export interface CauseReport {
  readonly id: string;
  readonly state: 'broken' | 'unevaluated';
  readonly title: string;
  readonly equations: readonly EquationDetail[];
  /** Likeliest first; several cells of one suspect are wrong together. */
  readonly suspects: readonly SuspectReport[];
  /** Whether the only suspect is certain. */
  readonly sure: boolean;
  readonly repairs: readonly RepairOffer[];
}

export interface EquationDetail {
  readonly number: number;
  readonly sentence: string;
  readonly relation: '=' | '<=' | '>=';
  readonly left: EquationSide;
  readonly right: EquationSide;
  /** Left minus right where both are known, without sign; else ''. */
  readonly difference: string;
  /** Cells without a figure, on which it depends. */
  readonly lacking: readonly CellReference[];
}

export interface EquationSide {
  /** Zeros are left out, and counted. */
  readonly terms: readonly TermReport[];
  readonly zeros: number;
  readonly sum: string;
}

export interface TermReport extends CellReference {
  readonly sign: '+' | '−';
  readonly isKnown: boolean;
  readonly isSuspect: boolean;
  /** Sum of the side up to here. */
  readonly running: string;
  /** The other equations it takes part in. */
  readonly others: { readonly held: number; readonly broken: number; readonly open: number };
}

export interface SuspectReport {
  readonly cells: readonly SuspectCell[];
}

export interface SuspectCell extends CellReference {
  readonly value: string;
  /** What each equation it takes part in says, as it stands; broken ones would hold after the change. */
  readonly evidence: readonly EvidenceReport[];
}

export interface EvidenceReport {
  readonly sentence: string;
  readonly state: 'held' | 'broken' | 'open';
}

/** A repair, by the finding it belongs to and its number there. */
export interface RepairReference {
  readonly finding: string;
  readonly repair: number;
}

export interface RepairOffer extends RepairReference {
  readonly title: string;
  readonly preferred: boolean;
}

/** Bars of one chart; null is a figure that is not known. */
export interface ChartReport {
  readonly title: string;
  readonly bars: readonly { readonly label: string; readonly value: number | null }[];
}

interface VersionParams {
  readonly uri: string;
  readonly version: number;
}

export interface CellEditParams extends VersionParams {
  readonly table: number;
  readonly cell: number;
  readonly text: string;
}

/** Edits for that version and no other, or why there are none. */
export type CellEditAnswer = { readonly edits: readonly EditReport[] } | { readonly refused: string };

export interface RepairParams extends VersionParams, RepairReference {}
export type RepairAnswer = CellEditAnswer;

export interface PreviewParams extends VersionParams {
  readonly findings: readonly string[];
}

/** What changes once a repair is made: equations that newly hold, and that newly do not. */
export interface RepairPreview extends RepairReference {
  readonly held: number;
  readonly broken: number;
}

export interface PreviewAnswer extends VersionParams {
  readonly previews: readonly RepairPreview[];
}

export interface RecordParams extends VersionParams {
  readonly file: string;
  /** Of the bytes of the saved file, or of the unsaved text in UTF-8. */
  readonly sha256: string;
  readonly isSaved: boolean;
  /** Local time as it should be printed. */
  readonly time: string;
}

export type RecordAnswer = { readonly markdown: string; readonly html: string } | { readonly refused: string };
