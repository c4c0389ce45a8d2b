/**
 * What is told of a checked document, in the shapes that leave the process: the command line's JSON and the messages to
 * the client. Invariant: lines and characters count from zero, characters in UTF-16 units, as in the Language Server Protocol.
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

export interface Position { readonly line: number; readonly character: number }
export interface Range { readonly start: Position; readonly end: Position }

/** held + broken + notEvaluated = declared, always. */
export interface EquationCounts {
  readonly declared: number;
  readonly held: number;
  readonly broken: number;
  readonly notEvaluated: number;
}

export type FindingCounts = Readonly<Record<Severity, number>>;

export interface EditReport { readonly range: Range; readonly newText: string }

export interface RepairReport {
  readonly title: string;
  readonly kind: 'safe' | 'review';
  readonly preferred: boolean;
  readonly edits: readonly EditReport[];
}

export interface RelatedReport {
  readonly message: string;
  readonly range: Range;
  /** The other document that it stands in: its URI, or its path as shown. Absent where it is this one. */
  readonly source?: string;
}

export interface FindingReport {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly RelatedReport[];
}

export interface DocumentFinding extends FindingReport {
  /** The reason why it is correct as it stands; such a finding is counted apart. Null for all others. */
  readonly exception: string | null;
  readonly repairs: readonly RepairReport[];
}

/** used: covers a finding. stale: its figures have changed. unused: there is nothing to cover. off: its rule is, or could not look. */
export interface ExceptionReport {
  readonly rule: string;
  readonly place: string;
  readonly figures: string;
  readonly reason: string;
  readonly state: 'used' | 'stale' | 'unused' | 'off';
  /** Its comment; null where the settings file holds it. */
  readonly range: Range | null;
}

export interface RowReport {
  readonly label: string;
  readonly line: number;
  /** Due cells in form order, as read; null where blank or absent. Without a form: the cells after the label. */
  readonly values: readonly (string | null)[];
}

export interface TableReport {
  readonly layout: string;
  readonly form: string | null;
  readonly range: Range;
  readonly equations: EquationCounts;
  readonly rows: readonly RowReport[];
}

export interface DocumentReport {
  readonly path: string;
  /** Last year's report of the same body that it was compared with; null where none is known. */
  readonly lastYear: string | null;
  readonly tables: readonly TableReport[];
  readonly equations: EquationCounts;
  readonly findings: readonly DocumentFinding[];
  readonly exceptions: readonly ExceptionReport[];
}

/** One document in numbers, for the status item. */
export interface DocumentSummary {
  readonly uri: string;
  readonly version: number;
  readonly tables: number;
  /** Title of the form its tables follow, if they agree on one. */
  readonly form: string | null;
  readonly equations: EquationCounts;
  /** Without those that are excepted. */
  readonly findings: FindingCounts;
  /** Findings that are excepted with a reason. */
  readonly excepted: number;
}
