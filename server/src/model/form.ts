/**
 * An official form as data: its tables, their row and column trees laid flat, and the equations that must hold.
 * Invariant: every due cell has one place number, dense from 0 within its table, row by row; equations name places only.
 */
import type { Item } from '../text/item';
import type { Level } from './finding';
import type { InBoth } from './message';

/** What a term means and where the law says so, in each language. */
export type About = InBoth;

export interface ColumnSpec {
  readonly id: string;
  readonly label: string;
  /** How messages call it: its header, with the heading above where several columns share it (行政复议·总计). */
  readonly title: string;
  /** Headings above it, outermost first. */
  readonly groups: readonly string[];
  readonly keys: readonly string[];
  /** Other wordings of its header, which are told. */
  readonly variants: readonly string[];
  /** The unit its header states, or ''. */
  readonly unit: string;
  /** unit: a text column that names the row's unit. count: whole numbers. amount: decimals allowed. */
  readonly kind: 'count' | 'amount' | 'unit';
  readonly mayBeNegative: boolean;
  readonly isTotal: boolean;
  readonly about?: About;
}

/** A heading above several columns, or above several rows. */
export interface HeadingSpec {
  readonly label: string;
  readonly keys: readonly string[];
  readonly item: Item | null;
  readonly depth: number;
  readonly about?: About;
}

export interface RowSpec {
  readonly id: string;
  /** Position among the data rows of the table. */
  readonly index: number;
  readonly block: number;
  /** As the form prints it, item number included; '' for the only row of a table without row labels. */
  readonly label: string;
  readonly key: string;
  /** Accepted in silence. */
  readonly aliases: readonly string[];
  /** Accepted, but reported as wording. */
  readonly variants: readonly string[];
  readonly item: Item | null;
  /** Headings above the row, outermost first. */
  readonly groups: readonly HeadingSpec[];
  /** Place of its first column; its columns follow. */
  readonly base: number;
  readonly unit: string;
  readonly kind: 'count' | 'amount';
  readonly about?: About;
}

export interface BlockSpec {
  readonly id: string;
  readonly index: number;
  /** Title row above the block, '' where there is none. */
  readonly title: string;
  readonly titleKeys: readonly string[];
  readonly about?: About;
  /** What stands in the corner above the row labels, as the form prints it, or ''. */
  readonly corner: string;
  /** What stands in the corner above the row labels, e.g. 信息内容; also notes that belong to the header. */
  readonly cornerKeys: readonly string[];
  /** Headings above several columns, e.g. 申请人情况. */
  readonly columnHeadings: readonly string[];
  readonly headings: readonly HeadingSpec[];
  /** The due columns, left to right. */
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
}

/** The columns of a block that figures are due in. */
export function figureColumns({ columns }: BlockSpec): ColumnSpec[] {
  return columns.filter(({ kind }) => kind !== 'unit');
}

export interface TermSpec { readonly place: number; readonly sign: 1 | -1 }
export type Relation = '=' | '<=' | '>=';

export interface EquationSpec {
  readonly rule: string;
  readonly relation: Relation;
  readonly left: readonly TermSpec[];
  readonly right: readonly TermSpec[];
  /**
   * printed: the form itself says so. implied: it follows from the names of rows and columns. inferred: by vote. declared: by the author.
   * unreached: a total whose parts (`right`) are not known, since most of its figures fit nothing, or the table is too large to look for
   * all of them.
   */
  readonly status: 'printed' | 'implied' | 'inferred' | 'declared' | 'unreached';
  /** Figures may be rounded: compared as intervals (XBRL Calculations 1.1). False: whole counts, exact. */
  readonly rounded: boolean;
  readonly level: Level | undefined;
  /** What one equation of a family is about: a row, or a column of a block. */
  readonly subject: { readonly row: RowSpec | null; readonly column: ColumnSpec | null; readonly block: BlockSpec };
}

export interface FormTable {
  readonly form: Form;
  readonly id: string;
  /** `form/table`, e.g. `report-2021/requests`: how a table is named to the outside. */
  readonly key: string;
  readonly title: string;
  readonly blocks: readonly BlockSpec[];
  readonly rows: readonly RowSpec[];
  readonly places: number;
  /** For each place: its row and its column. */
  readonly rowAt: readonly RowSpec[];
  readonly columnAt: readonly ColumnSpec[];
  readonly equations: readonly EquationSpec[];
  /** Numbers of the equations each place takes part in. */
  readonly equationsAt: readonly (readonly number[])[];
  /** Whether a row that is not there is a finding (a block of the 2014 table may be re-used alone). */
  readonly rowsAreDue: boolean;
}

export interface Form {
  readonly id: string;
  readonly title: InBoth;
  readonly source: string;
  /** Report years it is for, inclusive. */
  readonly firstYear: number;
  readonly lastYear: number;
  readonly tables: readonly FormTable[];
}
