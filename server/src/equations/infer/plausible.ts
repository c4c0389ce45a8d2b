/**
 * Whether a broken line of a relation can be a mistake at all. Invariant: what a blank, a rounding, units, signs, people counted once, a
 * figure merged over several rows or a shifted row could explain is never plausible.
 */
import Big from 'big.js';
import type { Cell } from '../../model/cell';
import { slipBetween } from '../slips';
import { Remark } from './figure';
import type { Relation } from './relation';
import { State, type Sheet } from './sheet';
import { Say, type View } from './view';
import { mayBeTakenOff, saysEachOne, saysEachTime, saysElapsed, saysOnce, saysTotal, totalSaysOnce } from './words';

/** Conditions under which a line that does not balance can be a mistake at all. */
export function isPlausible(relation: Relation, cross: number): boolean {
  const { view, total, parts, vote } = relation;
  const due = view.tick(total, cross);
  const sum = view.sum(parts, cross);
  if (sum.unknown > 0 || (sum.figures < 2 && !isLoneFigureWhole(relation))) { return false; }
  const isEmpty = due === 0 && vote.broken === 1 && vote.strong >= 3 && relation.kind !== 'none';
  const ratio = isEmpty ? 1 : sum.ticks / due;
  if (!(ratio > 0.5 && ratio < 2) && !(relation.kind === 'difference' && isSmallBeside(relation, cross, Math.abs(sum.ticks - due)))) {
    return false;
  }
  if (relation.kind === 'difference' && sum.ticks < 0 && !hasSigns(view, total)) { return false; }
  if (!unitsAgree(view, total, parts.lines, cross)) { return false; }
  if (sum.blank > 0 && ratio < 1 && !blanksAreNil(relation, vote.says)) { return false; }
  const off = sum.ticks - due;
  return !isShifted(view, total, parts.lines, cross) && !isCountedOnce(relation, cross) && !isPersonOnce(relation, cross, off)
    && !isTakenOff(relation, cross, off) && !isSideBySide(relation, cross, off) && !isWhereItEnds(relation, cross)
    && !isMergedInTotals(relation, cross, off);
}

/** No larger than the largest of its parts and no smaller than the least: so are weighted means. */
export function isAmongParts({ view, total, parts }: Relation, cross: number): boolean {
  const due = view.tick(total, cross);
  return parts.lines.some((part) => view.tick(part, cross) >= due) && parts.lines.some((part) => view.tick(part, cross) <= due);
}

/**
 * Of gains (+1.0, +1.7) the last may be what was reached in all, and the total says it again; other lines that add up say that this one
 * should.
 */
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

/**
 * One figure for several rows, as a merged cell has it, repeated in each of them by a conversion: in a column of totals it counts once, and
 * is what those rows have together.
 */
function isMergedInTotals(relation: Relation, cross: number, off: number): boolean {
  return relation.view.orientation === 'columns' ? isTotalOfRowsAround(relation, cross) : holdsOnceRepeated(relation, cross, off);
}

function isTotalOfRowsAround({ view, total, parts }: Relation, cross: number): boolean {
  const due = view.tick(total, cross);
  let sum = view.sum(parts, cross).ticks;
  for (const step of [-1, 1]) {
    for (let n = 1, next = cross + step; n <= MOST_MERGED && next >= 0 && next < view.crosses; n++, next += step) {
      if (view.tick(total, next) !== due) { break; }
      sum += view.sum(parts, next).ticks;
    }
  }
  return sum === due;
}

/** The total is short by what stands twice or more in rows that follow one another. */
function holdsOnceRepeated({ view, parts }: Relation, cross: number, off: number): boolean {
  if (off <= 0 || !saysTotal(view.crossLines[cross].kind)) { return false; }
  let repeated = 0;
  for (let i = 1; i < parts.lines.length; i++) {
    const value = view.tick(parts.lines[i], cross);
    if (value !== view.tick(parts.lines[i - 1], cross) || Math.abs(parts.lines[i] - parts.lines[i - 1]) !== 1) { continue; }
    if (value === off) { return true; }
    repeated += value;
  }
  return repeated === off;
}

/** Rows to either side. */
const MOST_MERGED = 20;

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
    && parts.lines.every((part) => !(view.tick(part, cross) > view.tick(total, cross)))
      && view.crossLines.some(({ labels }) => saysEachTime(labels));
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
  return unit !== null && unit !== '%'
    && parts.every((part) => view.sheet.units[part] === unit || view.sheet.units[part] === '' || unit === '');
}

/** Other lines show that the only figure among blank parts is the whole. */
function isLoneFigureWhole({ view, parts, vote }: Relation): boolean {
  let proofs = 0;
  for (let cross = 0; cross < vote.says.length && proofs < LEAST_LONE; cross++) {
    if (vote.says[cross] === Say.Balanced && view.sum(parts, cross).figures === 1) { proofs++; }
  }
  return proofs >= LEAST_LONE;
}

const LEAST_LONE = 3;

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
