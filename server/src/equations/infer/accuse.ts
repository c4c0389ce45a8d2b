/**
 * Which broken lines of accepted relations are mistakes, and how surely. Invariant: silence unless other lines of the same
 * relation prove it, or one plain slip explains the only line there is; nothing that a blank, a rounding, another reading
 * of the table or a rate could explain is ever accused.
 */
import Big from 'big.js';
import type { Cell } from '../../model/cell';
import type { Level } from '../../model/finding';
import { slipBetween } from '../slips';
import { candidatesFor, type Known } from './candidates';
import { Remark } from './figure';
import type { Relation } from './relation';
import { State, type Sheet } from './sheet';
import { signedCandidates } from './signed';
import { Say, type Parts, type View } from './view';
import { isEachPartHeld, isHalfHeld, isNamedWhole } from './unmatched';
import { mayBeTakenOff, saysEachOne, saysEachTime, saysElapsed, saysOnce, saysTotal, totalSaysOnce } from './words';

export interface Accusation {
  readonly cross: number;
  /** Null where it cannot be told: too much was to be compared, or too much of the total does not add up. */
  readonly level: Level | null;
}

/** For each cross of a view, in how many totals known by name it holds and is broken. */
export interface Columns { readonly held: Int32Array; readonly broken: Int32Array }

const LEAST_DIGITS_UNNAMED = 10;
/** Totals that must show a column to add up before most of another total is called wrong. */
const LEAST_HELD_ELSEWHERE = 2;

/**
 * @param known what the search found; its allowance of work bounds what is compared here
 * @param others how many other totals of the view hold by name
 */
export function accusations(relation: Relation, known: Known & { readonly isSpent: boolean }, others: number, columns: Columns): Accusation[] {
  const { vote, kind } = relation;
  if (vote.broken === 0 || relation.parts.times !== 1 || kind === 'difference' && vote.strong < 3) { return []; }
  const voting = vote.balanced + vote.broken;
  const isDoubtful = vote.broken * 3 > voting && !(vote.broken === 1 && vote.balanced === 1);
  if (isDoubtful && !saysTotal(kind)) { return []; }
  if (kind === 'none' && !relation.fromLevels && vote.digits < LEAST_DIGITS_UNNAMED) { return []; }
  const found: Accusation[] = [];
  const otherwise = otherReadings(relation, known);
  for (let cross = 0; cross < vote.says.length; cross++) {
    if (vote.says[cross] !== Say.Broken || !isPlausible(relation, cross)) { continue; }
    if (known.isSpent) { found.push({ cross, level: null }); continue; }
    if (readsOtherwise(relation, cross, otherwise())) { continue; }
    if (isDoubtful && columns.held[cross] === 0 && isAmongParts(relation, cross)) { continue; }
    const level = isDoubtful ? levelOfDoubtful(relation, cross, columns) : levelOf(relation, cross, others);
    if (level !== null || isDoubtful) { found.push({ cross, level }); }
  }
  return found;
}

/** All that the total may be the total of: the same for all its figures, and collected when the first of them needs it. */
function otherReadings({ view, total, kind }: Relation, known: Known): () => readonly Parts[] {
  let readings: Parts[] | undefined;
  return () => {
    if (readings === undefined) {
      readings = [];
      const signed = kind === 'difference' ? signedCandidates(view, total, []) : [];
      for (const { parts, evidence } of signed) { if (evidence !== 'none' || parts.lines.length > 2) { readings.push(parts); } }
      for (const step of [-1, 1] as const) { for (const { parts } of candidatesFor(view, total, step, known)) { readings.push(parts); } }
    }
    return readings;
  };
}

/** Another way to read the total balances the line. */
function readsOtherwise({ view, total }: Relation, cross: number, readings: readonly Parts[]): boolean {
  const due = view.tick(total, cross);
  return readings.some((parts) => {
    const sum = view.sum(parts, cross);
    view.work += parts.lines.length;
    return sum.figures > 0 && Math.abs(due - sum.ticks) <= view.room(total, parts.lines, cross, sum.figures);
  });
}

function levelOf(relation: Relation, cross: number, others: number): Level | null {
  const { vote, kind, view, parts, total, fromLevels, isWhole } = relation;
  const isNamed = kind === 'total' || kind === 'grand' || kind === 'subtotal' || kind === 'scoped';
  if (vote.balanced < 2 && !(isNamed && (fromLevels || isWhole))) { return null; }
  if (!isNamed && vote.strong < 2) { return null; }
  const sum = view.sum(parts, cross);
  if (isWithinRounding(relation, cross, Math.abs(sum.ticks - view.tick(total, cross)), sum.figures)) { return 'information'; }
  if (vote.balanced === 1 && explained(relation, cross) === null) { return others > 0 || isNear(relation, cross) ? 'information' : null; }
  if (vote.balanced === 1 && view.orientation === 'columns') { return 'information'; }
  return (kind === 'total' || kind === 'grand') && vote.strong >= 3 ? 'error' : 'warning';
}

/**
 * Where many figures of a total are off, the rest must leave no doubt what it is the total of, the column must add up in all other totals,
 * and a slip must explain the figure, which is more than the parts have: less it may be where some are counted once. Else null.
 */
function levelOfDoubtful(relation: Relation, cross: number, { held, broken }: Columns): Level | null {
  const { view, vote, kind, parts, total } = relation;
  const sum = view.sum(parts, cross);
  const isProved = view.orientation === 'rows' && isNamedWhole(kind) && isHalfHeld(vote) && isEachPartHeld(relation, cross)
    && held[cross] >= LEAST_HELD_ELSEWHERE && broken[cross] === 1 && view.tick(total, cross) > sum.ticks && explained(relation, cross) !== null;
  if (!isProved) { return null; }
  return isWithinRounding(relation, cross, Math.abs(sum.ticks - view.tick(total, cross)), sum.figures) ? 'information' : 'warning';
}

/** |d| ≤ n·ulp: perhaps rounded one by one. */
function isWithinRounding({ view, total, parts }: Relation, cross: number, difference: number, n: number): boolean {
  const ulp = 10 ** (view.sheet.scale - view.decimals(total, cross));
  return view.room(total, parts.lines, cross, n) > 0 && difference <= n * ulp;
}

/** Conditions under which a line that does not balance can be a mistake at all. */
export function isPlausible(relation: Relation, cross: number): boolean {
  const { view, total, parts, vote } = relation;
  const due = view.tick(total, cross);
  const sum = view.sum(parts, cross);
  if (sum.figures < 2 || sum.unknown > 0) { return false; }
  const isEmpty = due === 0 && vote.broken === 1 && vote.strong >= 3 && relation.kind !== 'none';
  const ratio = isEmpty ? 1 : sum.ticks / due;
  if (!(ratio > 0.5 && ratio < 2) && !(relation.kind === 'difference' && isSmallBeside(relation, cross, Math.abs(sum.ticks - due)))) { return false; }
  if (relation.kind === 'difference' && sum.ticks < 0 && !hasSigns(view, total)) { return false; }
  if (!unitsAgree(view, total, parts.lines, cross)) { return false; }
  if (sum.blank > 0 && ratio < 1 && !blanksAreNil(relation, vote.says)) { return false; }
  return !isShifted(view, total, parts.lines, cross) && !isCountedOnce(relation, cross) && !isPersonOnce(relation, cross, sum.ticks - due) && !isTakenOff(relation, cross, sum.ticks - due)
    && !isSideBySide(relation, cross, sum.ticks - due) && !isWhereItEnds(relation, cross);
}

/** No larger than the largest of its parts and no smaller than the least: so are weighted means. */
function isAmongParts({ view, total, parts }: Relation, cross: number): boolean {
  const due = view.tick(total, cross);
  return parts.lines.some((part) => view.tick(part, cross) >= due) && parts.lines.some((part) => view.tick(part, cross) <= due);
}

/** Of gains (+1.0, +1.7) the last may be what was reached in all, and the total says it again; other lines that add up say that this one should. */
function isWhereItEnds({ view, total, parts, vote }: Relation, cross: number): boolean {
  if (vote.balanced >= 2 || (view.sheet.remarks[view.place(total, cross)] & Remark.Plus) === 0) { return false; }
  const nearest = parts.lines.reduce((a, b) => (Math.abs(b - total) < Math.abs(a - total) ? b : a));
  return view.tick(nearest, cross) === view.tick(total, cross);
}

/**
 * Time that passed while several went on at once: less than their sum, and no less than the longest, beside figures that do add up.
 * Where another column of times adds up, so should this.
 */
function isSideBySide({ view, total, parts, vote }: Relation, cross: number, off: number): boolean {
  const isTime = (line: number): boolean => saysElapsed(view.crossLines[line].labels);
  if (off <= 0 || view.orientation === 'columns' || vote.balanced === 0 || !isTime(cross)) { return false; }
  if (vote.says.some((said, line) => said === Say.Balanced && isTime(line))) { return false; }
  const due = view.tick(total, cross);
  return parts.lines.every((part) => !(view.tick(part, cross) > due));
}

/** A discount written without a sign: the total holds once it is taken off, and counts for twice itself in what the total is off by. */
function isTakenOff({ view, total, parts }: Relation, cross: number, off: number): boolean {
  if (off <= 0) { return false; }
  const room = view.room(total, parts.lines, cross, parts.lines.length);
  let all = 0;
  for (const part of parts.lines) {
    const value = view.tick(part, cross);
    if (!(value > 0) || parts.minus.has(part) || !mayBeTakenOff(view.lines[part].labels)) { continue; }
    if (Math.abs(off - 2 * value) <= room) { return true; }
    all += value;
  }
  return all > 0 && Math.abs(off - 2 * all) <= room;
}

/** A difference may be small beside what it is the difference of; what it is off by then is to be measured by those. */
function isSmallBeside({ view, parts }: Relation, cross: number, off: number): boolean {
  return parts.lines.some((line) => off < Math.abs(view.tick(line, cross)));
}

/** A line without any minus may give how far two figures are apart, whichever is larger, or only what is short. */
function hasSigns(view: View, line: number): boolean {
  for (let cross = 0; cross < view.crosses; cross++) { if (view.tick(line, cross) < 0) { return true; } }
  return false;
}

/** Said of the total, of the figures that cross it, or of the whole table: above its labels. */
function isCountedOnce({ view, total }: Relation, cross: number): boolean {
  return totalSaysOnce(view.lines[total].labels) || saysOnce(view.crossLines[cross].labels) || saysOnce(cornersOf(view.sheet));
}

/** Fewer people than the parts have, where another column counts how often they came. */
function isPersonOnce({ view, total, parts }: Relation, cross: number, off: number): boolean {
  return off > 0 && view.orientation === 'rows' && saysEachOne(view.crossLines[cross].labels)
    && parts.lines.every((part) => !(view.tick(part, cross) > view.tick(total, cross))) && view.crossLines.some(({ labels }) => saysEachTime(labels));
}

/** Header cells that stand over no column of figures. */
function cornersOf({ grid, from, to, gridColumn }: Sheet): Cell[] {
  const corners: Cell[] = [];
  for (let row = 0; row < grid.headerRows; row++) {
    for (let column = from; column < to; column++) {
      const cell = gridColumn.includes(column) ? null : grid.cell(row, column);
      if (cell !== null) { corners.push(cell); }
    }
  }
  return corners;
}

function unitsAgree(view: View, total: number, parts: readonly number[], cross: number): boolean {
  if (view.orientation === 'rows') { return view.sheet.units[cross] !== null && view.sheet.units[cross] !== '%'; }
  const unit = view.sheet.units[total];
  return unit !== null && unit !== '%' && parts.every((part) => view.sheet.units[part] === unit || view.sheet.units[part] === '' || unit === '');
}

/** Lines that balance although some of their parts are blank say what a blank means here. */
function blanksAreNil({ view, parts }: Relation, says: Uint8Array): boolean {
  let proofs = 0;
  for (let cross = 0; cross < says.length && proofs < 2; cross++) {
    if (says[cross] === Say.Balanced && view.sum(parts, cross).blank > 0) { proofs++; }
  }
  return proofs >= 2;
}

function isShifted(view: View, total: number, parts: readonly number[], cross: number): boolean {
  const { isShifted: shifted } = view.sheet;
  return view.orientation === 'rows' ? shifted[total] === 1 || parts.some((part) => shifted[part] === 1) : shifted[cross] === 1;
}

/** The one slip that would explain a broken line: in its total, in one of its parts, a part left out or counted twice. */
export function explained({ view, total, parts }: Relation, cross: number): 'total' | 'part' | 'omitted' | 'doubled' | null {
  const due = view.tick(total, cross);
  const sum = view.sum(parts, cross).ticks;
  const big = (ticks: number): Big => new Big(`${ticks}e-${view.sheet.scale}`);
  if (slipBetween(big(due), big(sum), true) !== null) { return 'total'; }
  const missing = sum - due;
  for (const part of parts.lines) {
    const value = view.tick(part, cross);
    if (value !== value || value === 0 || parts.minus.has(part)) { continue; }
    if (value === missing) { return 'omitted'; }
    if (value === -missing) { return 'doubled'; }
    if (slipBetween(big(value), big(value - missing), false) !== null) { return 'part'; }
  }
  return null;
}

/** Off by less than a tenth: a sum that went wrong rather than another figure. */
export function isNear({ view, total, parts }: Relation, cross: number): boolean {
  const due = view.tick(total, cross);
  return Math.abs(view.sum(parts, cross).ticks - due) <= 0.1 * Math.abs(due);
}

/** Whether nothing in a line is marked as approximate and every part holds a figure. */
export function isComplete({ view, total, parts }: Relation, cross: number): boolean {
  const clean = (line: number): boolean => {
    const place = view.place(line, cross);
    return view.sheet.states[place] === State.Figure && (view.sheet.remarks[place] & Remark.Approximate) === 0;
  };
  return clean(total) && parts.lines.every((part) => clean(part) || view.sheet.states[view.place(part, cross)] === State.Nil);
}
