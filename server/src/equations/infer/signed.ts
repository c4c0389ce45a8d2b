/**
 * What a line named net, balance or difference may be worked out from, likeliest first. Invariant: the candidates come from the
 * order of lines and from words for "less" and "plus"; those that only a guess supports need more lines to prove them.
 */
import { isAddend, isSigned } from './relation';
import type { Parts, View } from './view';

export interface SignedCandidate {
  readonly parts: Parts;
  /** What points to it: words for "less" in its lines, its neighbours, nothing. */
  readonly evidence: Evidence;
}

export type Evidence = 'words' | 'place' | 'none';

type Add = (plus: readonly number[], minus: readonly number[], evidence: Evidence) => void;

const MOST_OPERANDS = 8;
const NONE: ReadonlySet<number> = new Set();

/** @param totals lines accepted as totals, the nearest before `total` first */
export function signedCandidates(view: View, total: number, totals: readonly number[]): SignedCandidate[] {
  const found: SignedCandidate[] = [];
  const add: Add = (plus, minus, evidence) => {
    const lines = [...plus, ...minus].sort((a, b) => a - b);
    found.push({ parts: { lines, minus: minus.length === 0 ? NONE : new Set(minus), times: 1 }, evidence });
  };
  const before = addendsBeside(view, total, -1);
  const behind = addendsBeside(view, total, 1);
  addSections(view, total, before, add);
  for (const [near, next] of [before, totals, behind]) {
    if (near === undefined || next === undefined) { continue; }
    add([next], [near], 'place');
    add([near], [next], 'place');
  }
  const [c, b, a] = before;
  if (a !== undefined) {
    add([a, b], [c], 'none');
    add([a, c], [b], 'none');
  }
  if (before.length >= 3) { add(before.slice(-1), before.slice(0, -1), 'none'); }
  const near = [...before, ...behind].slice(0, MOST_OPERANDS);
  for (const plus of near) { for (const minus of near) { if (plus !== minus) { add([plus], [minus], 'none'); } } }
  return found;
}

/**
 * All lines before the total, and those since the last total; from a word for "less" on they are taken off, from one for "plus" on added.
 */
function addSections(view: View, total: number, before: readonly number[], add: Add): void {
  if (!before.some((line) => view.lines[line].kind === 'less')) { return; }
  for (const from of sectionStarts(view, total, before[before.length - 1])) {
    const section = before.filter((line) => line >= from).reverse();
    const own = section.filter((line) => isSigned(view, line));
    if (section.length < 2 || !section.some((line) => view.lines[line].kind === 'less')) { continue; }
    add(section.filter((line) => !own.includes(line)), own, 'words');
    const taken = runsOfLess(view, section);
    if (taken.length !== own.length) { add(section.filter((line) => !taken.includes(line)), taken, 'words'); }
  }
}

/** Nearest first: headings, the net lines before, the first line there is. */
function sectionStarts(view: View, total: number, first: number): number[] {
  const starts: number[] = [];
  for (let line = total - 1; line > first && starts.length < MOST_SECTIONS; line--) {
    if (view.isBreak[line] === 1 || view.lines[line].kind === 'difference') { starts.push(line); }
  }
  starts.push(first);
  return starts;
}

const MOST_SECTIONS = 4;

function runsOfLess(view: View, section: readonly number[]): number[] {
  let isLess = false;
  return section.filter((line) => {
    const { kind } = view.lines[line];
    if (kind === 'less') { isLess = isSigned(view, line); } else if (kind === 'plus') { isLess = false; }
    return isLess;
  });
}

/** Nearest first. */
function addendsBeside(view: View, total: number, step: 1 | -1): number[] {
  const found: number[] = [];
  for (let line = total + step; line >= 0 && line < view.count && found.length < MOST_BESIDE; line += step) {
    if (isAddend(view, line)) { found.push(line); }
  }
  return found;
}

const MOST_BESIDE = 40;
