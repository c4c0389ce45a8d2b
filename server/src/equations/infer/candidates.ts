/**
 * What a line with a word for total may be the total of, likeliest first. Invariant: candidates come from the order of
 * lines, their depths and the totals already accepted; none looks at a figure, but for hierarchies shown by order alone.
 */
import { areFew, type Totals } from './reach';
import { isAddend, partsOf, type Candidate } from './relation';
import type { View } from './view';
import { saysTotal } from './words';

export interface Known extends Totals {
  /** For each line, 1 where it is an accepted total. */
  readonly isTotal: Uint8Array;
  /** For each line, 1 where it is part of an accepted total. */
  readonly isCovered: Uint8Array;
  readonly levels: Int8Array | null;
}

/**
 * One at a time, since the first often proves to be it.
 * @param step −1: parts above (or left), 1: below (or right).
 * @param ends how many of the places are tried where the parts may end, the nearest first
 */
export function* candidatesFor(view: View, total: number, step: 1 | -1, known: Known, ends = ALL_ENDS): Generator<Candidate> {
  const seen = new Set<string>();
  for (const { lines, fromLevels, isWhole } of runsFor(view, total, step, known, ends)) {
    const key = `${lines.length}:${lines[0]}:${lines[lines.length - 1]}:${sumOf(lines)}`;
    if (lines.length === 0 || seen.has(key)) { continue; }
    seen.add(key);
    yield { parts: partsOf(view, lines, 1), fromLevels, isWhole };
  }
}

interface Run { readonly lines: readonly number[]; readonly fromLevels: boolean; readonly isWhole: boolean }

function* runsFor(view: View, total: number, step: 1 | -1, known: Known, ends: number): Generator<Run> {
  for (const end of endsOf(view, total, step, known, ends)) {
    const all = addends(view, total, end, step)
      .filter((line) => known.isTotal[line] === 0 || !known.byTotal.get(line)!.parts.lines.includes(total));
    const whole = all.filter((line) => view.lines[line].kind !== 'part');
    const open = whole.filter((line) => known.isCovered[line] === 0 || known.byTotal.get(total)?.parts.lines.includes(line) === true);
    const hasTotals = whole.some((line) => known.isTotal[line] === 1 || saysTotal(view.lines[line].kind));
    if (hasTotals) {
      yield wholeRun(open);
      if (known.levels !== null) { yield { lines: shallowest(open, known.levels), fromLevels: true, isWhole: true }; }
      yield wholeRun(withoutOpenSections(view, open, known));
      yield wholeRun(whole.filter((line) => known.isTotal[line] === 0 && !saysTotal(view.lines[line].kind)));
      yield wholeRun(whole.filter((line) => known.isTotal[line] === 1 || saysTotal(view.lines[line].kind)));
    }
    if (known.levels !== null) { yield { lines: shallowest(whole, known.levels), fromLevels: true, isWhole: true }; }
    yield wholeRun(whole);
    if (whole.some((line) => view.lines[line].kind === 'less')) { yield wholeRun(withoutNetted(view, open)); }
    if (all.length !== whole.length) { yield wholeRun(all); }
  }
  if (known.levels !== null) { yield { lines: children(view, total, step, known.levels), fromLevels: true, isWhole: false }; }
}

function wholeRun(lines: readonly number[]): Run { return { lines, fromLevels: false, isWhole: true }; }

/** Without the lines that stand between two totals, which the second of them sums whether or not it is right. */
function withoutOpenSections(view: View, lines: readonly number[], known: Known): number[] {
  const kept: number[] = [];
  let section: number[] = [];
  for (const line of lines) {
    const isNamed = saysTotal(view.lines[line].kind);
    if (!isNamed) { section.push(line); continue; }
    if (known.isTotal[line] === 1) { kept.push(...section); }
    section = [];
    kept.push(line);
  }
  return [...kept, ...section];
}

/** Without what a net line has worked out already: 原值, 减：折旧, 净值 are one figure, the last. */
function withoutNetted(view: View, lines: readonly number[]): number[] {
  const kept: number[] = [];
  let less = 0;
  for (const line of lines) {
    const { kind } = view.lines[line];
    if (kind === 'difference' && less > 0) { kept.length = Math.max(0, kept.length - less - 1); }
    less = kind === 'less' ? less + 1 : 0;
    kept.push(line);
  }
  return kept;
}

function sumOf(lines: readonly number[]): number {
  let sum = 0;
  for (const line of lines) { sum += line; }
  return sum;
}

/**
 * Where the parts may end: at the edge of the body, behind a heading, behind the total before. One past the last part. Beyond the nearest
 * only the next total of the same kind: sections of one kind do not overlap, so that a long table costs no more a row than a short one.
 */
function endsOf(view: View, total: number, step: 1 | -1, known: Known, most: number): number[] {
  const ends: number[] = [];
  const { kind } = view.lines[total];
  const edge = step < 0 ? -1 : view.count;
  let started = false;
  for (let line = total + step; line !== edge; line += step) {
    const isEnd = view.isBreak[line] === 1 || known.isTotal[line] === 1 || saysTotal(view.lines[line].kind);
    if (started && isEnd && ends[ends.length - 1] !== line) {
      if (ends.length < MOST_ENDS) { ends.push(line); } else if (view.lines[line].kind === kind) { ends.push(line); break; }
    }
    if (view.isBreak[line] === 0) { started = true; }
    if (ends.length >= most) { break; }
  }
  if (ends.length < most && (ends.length <= MOST_ENDS || areFew(known))) { ends.push(edge); }
  return ends;
}

const MOST_ENDS = 6;
/** The nearest, the next of the same kind, and the edge of the body. */
export const ALL_ENDS = MOST_ENDS + 2;

function addends(view: View, total: number, end: number, step: 1 | -1): number[] {
  const lines: number[] = [];
  for (let line = total + step; line !== end; line += step) { if (isAddend(view, line)) { lines.push(line); } }
  if (step < 0) { lines.reverse(); }
  return lines;
}

function shallowest(lines: readonly number[], levels: Int8Array): number[] {
  let least = Infinity;
  for (const line of lines) { least = Math.min(least, levels[line]); }
  return lines.filter((line) => levels[line] === least);
}

/** All lines one level deeper until the next line of the total's own level. */
export function children(view: View, total: number, step: 1 | -1, levels: Int8Array): number[] {
  const lines: number[] = [];
  for (let line = total + step; line >= 0 && line < view.count && levels[line] > levels[total]; line += step) {
    if (isAddend(view, line)) { lines.push(line); }
  }
  if (step < 0) { lines.reverse(); }
  return shallowest(lines, levels);
}

/**
 * Parents known by order alone: a line that all its columns show to be the sum of the lines behind it stands for them.
 * Returns the lines that remain, and each parent with its children.
 */
export function parseByOrder(view: View, lines: readonly number[]): { tops: number[]; parents: { total: number; lines: number[] }[] } {
  const tops: number[] = [];
  const parents: { total: number; lines: number[] }[] = [];
  const sums = new Float64Array(view.crosses);
  let i = 0;
  while (i < lines.length) {
    const length = childrenBehind(view, lines, i, sums);
    tops.push(lines[i]);
    if (length > 0) { parents.push({ total: lines[i], lines: lines.slice(i + 1, i + 1 + length) }); }
    i += length + 1;
  }
  return { tops, parents };
}

const LONGEST = 40;

/** How many of the lines behind one add up to it in every cross; 0 where none do. @param sums room for a sum in each cross */
function childrenBehind(view: View, lines: readonly number[], at: number, sums: Float64Array): number {
  const most = Math.min(LONGEST, lines.length - at - 1);
  sums.fill(0);
  for (let n = 1; n <= most; n++) {
    const line = lines[at + n];
    let voted = 0;
    let fits = true;
    let over = true;
    view.work += view.crosses;
    for (let cross = 0; cross < view.crosses; cross++) {
      const value = view.tick(line, cross);
      if (value === value) { sums[cross] += value; }
      const due = view.tick(lines[at], cross);
      if (due !== due) { continue; }
      if (sums[cross] !== due) { fits = false; } else if (due !== 0) { voted++; }
      if (sums[cross] <= due) { over = false; }
    }
    if (fits && voted > 0) { return n; }
    if (over) { return 0; }
  }
  return 0;
}
