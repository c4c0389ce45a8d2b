/**
 * The cells that words in the prose can mean (the admissible sets). Invariant: every meaning of a claim could be evaluated;
 * where one cannot, there is none at all, since the words might have meant that one. Sums are whole and exact.
 */
import type { Cell } from '../../model/cell';
import { waysToRepair } from '../../model/equation';
import type { Level, Related } from '../../model/finding';
import type { FormTable } from '../../model/form';
import type { Denial } from '../../prose/denials';
import type { LabelId } from '../../prose/labels';
import type { Claim } from '../../prose/claims';
import type { Span } from '../../text/span';
import { figureAt } from '../../equations/problem';
import { message } from '../../messages';
import { placeName, rowName, written } from './names';
import { cellSpan } from './reportTables';
import type { PlacedTable, TableContext } from '../rule';
import { openPlace } from './sumRule';

export interface Meaning {
  readonly places: readonly number[];
  readonly sum: number;
  /** In the words of the form. */
  readonly name: string;
}

export interface Setting {
  /** The sentence. */
  readonly text: string;
  readonly includesCarry: boolean;
  /** The paragraph says what was carried over. */
  readonly mentionsCarry: boolean;
}

/** Row ids (a trailing dot: all rows of the group), and the columns to add: 总计 unless said. */
interface Part { readonly rows: readonly string[]; readonly columns?: readonly string[] }

const NEW: Part = { rows: ['new'] };
const CARRY: Part = { rows: ['carry'] };
const NEW_AND_CARRY: Part = { rows: ['new', 'carry'] };
const TOTAL: Part = { rows: ['total'] };
const FORWARD: Part = { rows: ['fwd'] };
const ORGANISATIONS = ['business', 'research', 'welfare', 'legal', 'other'];
const REVIEW: Part = { rows: ['cases'], columns: ['review.total'] };
const DIRECT: Part = { rows: ['cases'], columns: ['direct.total'] };
const AFTER: Part = { rows: ['cases'], columns: ['after.total'] };
const LITIGATION: Part = { rows: ['cases'], columns: ['direct.total', 'after.total'] };

const FIXED: Readonly<Partial<Record<LabelId, readonly Part[]>>> = {
  new: [NEW], carry: [CARRY], carried: [FORWARD, CARRY], forward: [FORWARD],
  r1: [{ rows: ['r1'] }], r2: [{ rows: ['r2'] }], r1r2: [{ rows: ['r1', 'r2'] }], r3: [{ rows: ['r3.'] }], r5: [{ rows: ['r5.'] }],
  r6: [{ rows: ['r6.'] }],
  'r4.1': [{ rows: ['r4.1'] }, { rows: ['r4.'] }], withdrawn: [{ rows: ['r6.3'] }, { rows: ['r6.'] }], unamended: [{ rows: ['r6.1'] }],
  natural: applicants(['natural']), business: applicants(['business']), legal: applicants(['legal']),
  organisations: applicants(ORGANISATIONS),
  review: [REVIEW], litigation: [LITIGATION, DIRECT, AFTER], direct: [DIRECT], after: [AFTER],
};

function applicants(columns: readonly string[]): Part[] {
  return [{ rows: ['new'], columns }, { rows: ['new', 'carry'], columns }, { rows: ['total'], columns }];
}

/** 办理 and 处理 are said of what was on the desk too, whether it was done or not. */
const ALL_DONE = /办结|答复|回复/;

function partsOf({ label, words }: Claim, { text, includesCarry, mentionsCarry }: Setting): readonly Part[] {
  if (label === 'received') { return includesCarry ? [NEW_AND_CARRY] : [NEW, NEW_AND_CARRY]; }
  if (label === 'done') { return mentionsCarry && ALL_DONE.test(words) ? [TOTAL] : [TOTAL, NEW, NEW_AND_CARRY]; }
  if (label === 'r4') { return text.includes('不掌握') ? [{ rows: ['r4.'] }, { rows: ['r4.1'] }] : [{ rows: ['r4.'] }]; }
  return FIXED[label] ?? [{ rows: [label.slice('row:'.length)] }];
}

const ABOUT_TOTALS = /^(?:new|received|carry|carried|forward|done|r\d(?:r2)?)$/;

/** Totals and groups of results are said plainly; reasons, applicants and reviews in looser words. */
export function levelOf(label: LabelId): Level {
  return ABOUT_TOTALS.test(label) ? 'warning' : 'information';
}

export function meaningsOf(claim: Claim, table: PlacedTable, setting: Setting): readonly Meaning[] | null {
  const found: Meaning[] = [];
  for (const part of partsOf(claim, setting)) {
    const meaning = meaningOf(part, table.context);
    if (meaning === null) { return null; }
    found.push(meaning);
  }
  return found;
}

export function meaningOfDenial({ denied }: Denial, { context }: PlacedTable): Meaning | null {
  switch (denied) {
    case 'requests': return meaningOf(NEW, context);
    case 'carry': return meaningOf(CARRY, context);
    case 'forward': return meaningOf(FORWARD, context);
    case 'organisations': return meaningOf({ rows: ['new'], columns: ORGANISATIONS }, context);
    case 'review': return meaningOf(REVIEW, context);
    case 'litigation': return meaningOf(LITIGATION, context);
  }
}

/** The figure of a group of results by its label; null where it cannot be told. */
export function groupMeaning(label: LabelId, { context }: PlacedTable): Meaning | null {
  return meaningOf(label === 'r4' ? { rows: ['r4.'] } : FIXED[label]![0], context);
}

/** 总计, 新收, and 新收 with 上年结转: what a share can be of. Null where one cannot be told. */
export function requestTotals({ context }: PlacedTable): readonly Meaning[] | null {
  const totals = [TOTAL, NEW, NEW_AND_CARRY].map((part) => meaningOf(part, context));
  return totals.includes(null) ? null : totals as Meaning[];
}

function meaningOf(part: Part, context: TableContext): Meaning | null {
  const { places, name } = cellsOf(part, context.form);
  let sum = 0;
  for (const place of places) {
    const figure = figureAt(context.problem, place);
    if (figure === null || Number.isNaN(figure.whole)) { return null; }
    sum += figure.whole;
  }
  return places.length === 0 ? null : { places, sum, name };
}

type Cells = Pick<Meaning, 'places' | 'name'>;
const cellsByForm = new WeakMap<FormTable, Map<string, Cells>>();

/** The places of a part in a form's table and what they are called, worked out once. */
function cellsOf({ rows, columns = ['total'] }: Part, form: FormTable): Cells {
  let known = cellsByForm.get(form);
  if (known === undefined) { cellsByForm.set(form, known = new Map()); }
  const key = `${rows.join()}/${columns.join()}`;
  let cells = known.get(key);
  if (cells === undefined) {
    const places: number[] = [];
    for (let place = 0; place < form.places; place++) {
      if (columns.includes(form.columnAt[place].id) && rows.some((row) => isRow(form.rowAt[place].id, row))) { places.push(place); }
    }
    cells = { places, name: places.length === 0 ? '' : nameOf(form, rows, places) };
    known.set(key, cells);
  }
  return cells;
}

/** `r3.` is every row of the group, or the row r3 where the form does not divide it. */
function isRow(id: string, wanted: string): boolean {
  return wanted.endsWith('.') ? id.startsWith(wanted) || id === wanted.slice(0, -1) : id === wanted;
}

function nameOf(form: FormTable, rows: readonly string[], places: readonly number[]): string {
  if (places.length === 1 && form.rowAt[places[0]].label === '') { return placeName(form, places[0]); }
  if (form.rowAt[places[0]].label === '') { return places.map((place) => placeName(form, place)).join('＋'); }
  const columns = [...new Set(places.map((place) => form.columnAt[place]))];
  const names = rows.map((wanted) => {
    const row = form.rowAt[places.find((place) => isRow(form.rowAt[place].id, wanted))!];
    return wanted.endsWith('.') ? row.groups.at(-1)?.label ?? rowName(row) : rowName(row);
  });
  const column = columns.length > 1 ? '法人或其他组织' : columns[0].isTotal ? '' : columns[0].title;
  return names.join('＋') + (column === '' ? '' : ` · ${column}`);
}

const MOST_CELLS = 8;

/** The cells a meaning adds up, those of 0 left out where there are several. */
export function relatedCells({ places }: Meaning, table: PlacedTable): Related[] {
  const { form, table: { places: cells } } = table.context;
  const shown = places.filter((place) => cells[place] !== null && (places.length === 1 || written(cells[place]) !== '0'))
    .slice(0, MOST_CELLS);
  return shown.map((place) => ({
    span: cellSpan(table, cells[place]!), message: message('cell.is', { name: placeName(form, place), found: written(cells[place]) }),
  }));
}

/** More ways than this to repair what is broken are no longer gone through. */
const MOST_SUMS = 64;

/** What a meaning adds up to once the broken equations of its places hold, by each way to repair them; null where nobody can tell. */
export function sumsOnceRepaired({ places, sum }: Meaning, { context }: PlacedTable): readonly number[] | null {
  const { form, problem, verdicts } = context;
  const concerns = (number: number): boolean => places.some((place) => form.equationsAt[place].includes(number));
  let sums: readonly number[] = [sum];
  if (!places.some((place) => form.equationsAt[place].some((number) => verdicts[number].state === 'broken'))) { return sums; }
  for (const diagnosis of context.diagnoses) {
    if (!diagnosis.broken.some(concerns)) { continue; }
    const ways = waysToRepair(diagnosis);
    if (diagnosis.undecided || ways.length === 0) { return null; }
    const changes = ways.map((set) => set.reduce((by, { place, value }) => (
      places.includes(place) ? by + value.toNumber() - figureAt(problem, place)!.whole : by), 0));
    sums = [...new Set(sums.flatMap((one) => changes.map((by) => one + by)))];
    if (sums.length > MOST_SUMS) { return null; }
  }
  return sums;
}

/** The same where all ways to repair the table agree, else null: the figure is disputed. */
export function soleSum(meaning: Meaning, table: PlacedTable): number | null {
  const sums = sumsOnceRepaired(meaning, table);
  return sums?.length === 1 ? sums[0] : null;
}

/**
 * Where a statement is to be said that does not agree with the table: beside the findings about broken equations where a repair of those
 * may make it agree, else (null) by itself, since it would stand whatever is repaired.
 */
export function saidBeside(value: number, meanings: readonly Meaning[], table: PlacedTable): Span[] | null {
  const joins = brokenAt(meanings.flatMap(({ places }) => places), table);
  const mayAgree = joins !== null && joins.length > 0
    && meanings.some((meaning) => sumsOnceRepaired(meaning, table)?.includes(value) !== false);
  return mayAgree ? joins : null;
}

/** Where a statement is to be said that repeats a figure which is surely wrong: it is to be changed along. Null where it may be right. */
export function repeatsBeside(value: number, meanings: readonly Meaning[], table: PlacedTable): Span[] | null {
  const isWrong = meanings.every((meaning) => { const due = soleSum(meaning, table); return due !== null && due !== value; });
  return isWrong ? brokenAt(meanings[0].places, table) : null;
}

/** Where the findings stand that are about broken equations of these places; null where no such equation is broken. */
function brokenAt(places: readonly number[], { start, context }: PlacedTable): Span[] | null {
  const isBroken = (number: number): boolean => context.verdicts[number].state === 'broken';
  if (!places.some((place) => context.form.equationsAt[place].some(isBroken))) { return null; }
  const cells: Cell[] = [];
  for (const { broken, sure } of context.diagnoses) {
    if (!broken.some((number) => places.some((place) => context.form.equationsAt[place].includes(number)))) { continue; }
    const own = sure?.filter((proposal) => places.includes(proposal.place)) ?? [];
    const lead = context.form.equations[broken[0]];
    const at = sure === null ? [openPlace(lead)] : (own.length > 0 ? own : sure).map(({ place }) => place);
    for (const place of at) { if (context.table.places[place] !== null) { cells.push(context.table.places[place]!); } }
  }
  return cells.map((cell) => ({ start: start + cell.start, end: start + cell.end }));
}
