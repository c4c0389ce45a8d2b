/**
 * Finds the totals of a view: lines named so, parents by depth, lines that many columns prove to be sums, differences.
 * Invariant: its work is bounded by a constant times the cells of the sheet; what is found first keeps its lines.
 */
import { candidatesFor, children, parseByOrder, type Known } from './candidates';
import { isAddend, partsOf, type Candidate, type Relation } from './relation';
import { signedCandidates, type Evidence } from './signed';
import type { View, Vote } from './view';
import { saysTotal, type LabelKind } from './words';

/** Visits of a cell for each cell of the sheet, and for small sheets at least. */
const WORK_PER_CELL = 150;
const LEAST_WORK = 200_000;
const LONGEST_RUN = 120;
/** Crosses whose sums are followed to find a run; what holds in none of them is not looked for. */
const PROBES = 3;

export class Search {
  readonly byTotal = new Map<number, Relation>();
  readonly covered = new Set<number>();
  /** Visits after which a search stops. */
  readonly most: number;
  private readonly mayRound: boolean;
  private readonly probe = new Int32Array(PROBES);
  private readonly due = new Float64Array(PROBES);
  private readonly sum = new Float64Array(PROBES);
  private readonly canShrink = new Uint8Array(PROBES);

  constructor(readonly view: View, readonly levels: Int8Array | null) {
    this.most = Math.max(LEAST_WORK, WORK_PER_CELL * view.count * view.crosses);
    this.mayRound = view.mayRound;
  }

  find(): Relation[] {
    const named: number[] = [];
    for (let line = 0; line < this.view.count; line++) {
      if (saysTotal(this.view.lines[line].kind) && this.view.isBreak[line] === 0) { named.push(line); }
    }
    for (const line of named) { this.tryNamed(line); }
    for (let i = named.length - 1; i >= 0; i--) { if (!this.byTotal.has(named[i])) { this.tryNamed(named[i]); } }
    if (this.levels !== null) { for (let line = 0; line < this.view.count; line++) { this.tryParent(line, this.levels); } }
    this.findDifferences();
    if (this.view.crosses >= LEAST_STRONG) { this.findUnnamed(); }
    return [...this.byTotal.values()];
  }

  get known(): Known { return this; }

  private get isSpent(): boolean { return this.view.work > this.most; }

  private tryNamed(total: number): void {
    if (this.isSpent) { return; }
    const { kind } = this.view.lines[total];
    const voters = this.votersOf(total);
    let best: { candidate: Candidate; vote: Vote } | null = null;
    for (const step of [-1, 1] as const) {
      for (const candidate of candidatesFor(this.view, total, step, this)) {
        if (this.isSpent) { return; }
        const vote = this.view.vote(total, candidate.parts);
        if (vote.balanced > 0 && (best === null || isBetter(vote, best.vote))) { best = { candidate, vote }; }
        if (vote.strong === voters) { break; }
      }
      if (best !== null && best.vote.broken === 0) { break; }
    }
    best = this.betterByOrder(total, best);
    if (best === null || best.vote.broken > 0) { best = this.betterRun(total, best); }
    if (best !== null && isAcceptedByName(best.vote, best.candidate)) { this.accept(total, best.candidate, best.vote, kind); }
  }

  /** Crosses that can speak for or against a total: where all do, no other candidate is better. */
  private votersOf(total: number): number {
    let voters = 0;
    for (let cross = 0; cross < this.view.crosses; cross++) { const due = this.view.tick(total, cross); if (due === due) { voters++; } }
    return voters;
  }

  /** Hierarchies shown by nothing but the order of rows, and figures that are counted two or three times. */
  private betterByOrder(total: number, best: { candidate: Candidate; vote: Vote } | null): { candidate: Candidate; vote: Vote } | null {
    if ((best !== null && best.vote.broken === 0) || this.isSpent) { return best; }
    for (const step of [-1, 1] as const) {
      const lines = this.wholeSide(total, step);
      if (lines.length < 3) { continue; }
      const { tops, parents } = parseByOrder(this.view, lines);
      const vote = this.view.vote(total, partsOf(this.view, tops));
      if (parents.length > 0 && vote.strong > 0 && (best === null || isBetter(vote, best.vote))) {
        best = { candidate: { parts: partsOf(this.view, tops), fromLevels: true, isWhole: true }, vote };
        if (vote.broken === 0) {
          for (const parent of parents) { this.acceptParent(parent.total, parent.lines); }
          return best;
        }
      }
      for (const times of [2, 3]) {
        const parts = partsOf(this.view, lines, times);
        const repeated = this.view.vote(total, parts);
        if (repeated.strong > 0 && repeated.digits >= 3 && (best === null || isBetter(repeated, best.vote))) {
          best = { candidate: { parts, fromLevels: false, isWhole: true }, vote: repeated };
        }
      }
    }
    return best;
  }

  private wholeSide(total: number, step: 1 | -1): number[] {
    const lines: number[] = [];
    for (let line = total + step; line >= 0 && line < this.view.count; line += step) {
      if (isAddend(this.view, line) && this.view.lines[line].kind !== 'part') { lines.push(line); }
    }
    return step < 0 ? lines.reverse() : lines;
  }

  /** Unbroken runs beside the total, of any length. */
  private betterRun(total: number, best: { candidate: Candidate; vote: Vote } | null): { candidate: Candidate; vote: Vote } | null {
    for (const step of [-1, 1] as const) {
      for (const lines of this.balancedRuns(total, step)) {
        const vote = this.view.vote(total, partsOf(this.view, lines));
        if (vote.strong >= 2 && (best === null || isBetter(vote, best.vote))) {
          best = { candidate: { parts: partsOf(this.view, lines), fromLevels: false, isWhole: false }, vote };
        }
      }
    }
    return best;
  }

  private tryParent(total: number, levels: Int8Array): void {
    if (this.byTotal.has(total) || !isAddend(this.view, total) || this.isSpent) { return; }
    const next = total + 1;
    if (next >= this.view.count || levels[next] <= levels[total]) { return; }
    this.acceptParent(total, children(this.view, total, 1, levels));
  }

  private acceptParent(total: number, lines: readonly number[]): void {
    if (lines.length === 0 || this.byTotal.has(total)) { return; }
    const parts = partsOf(this.view, lines);
    const vote = this.view.vote(total, parts);
    if (vote.balanced === 0 || vote.strong + (lines.length === 1 ? 1 : 0) < 1) { return; }
    if (vote.balanced * 2 < vote.balanced + vote.broken) { return; }
    this.accept(total, { parts, fromLevels: true, isWhole: false }, vote, 'none');
  }

  /** Lines without a word that three columns or more prove to be sums of the lines beside them. */
  private findUnnamed(): void {
    for (let total = 0; total < this.view.count && !this.isSpent; total++) {
      const { kind } = this.view.lines[total];
      if (this.byTotal.has(total) || !isAddend(this.view, total) || kind === 'part' || kind === 'difference') { continue; }
      for (const step of [-1, 1] as const) {
        let best: { lines: number[]; vote: Vote } | null = null;
        for (const lines of this.balancedRuns(total, step)) {
          const vote = this.view.vote(total, partsOf(this.view, lines));
          if (vote.strong < LEAST_STRONG || vote.digits < LEAST_DIGITS || vote.broken * 4 > vote.balanced) { continue; }
          if (best === null || isBetter(vote, best.vote)) { best = { lines, vote }; }
        }
        if (best !== null) {
          this.accept(total, { parts: partsOf(this.view, best.lines), fromLevels: false, isWhole: false }, best.vote, 'none');
          break;
        }
      }
    }
  }

  /** Runs beside a line whose sum is its figure in one of the first crosses that speak. */
  balancedRuns(total: number, step: 1 | -1): number[][] {
    const { view } = this;
    const found: number[][] = [];
    let probes = 0;
    for (let cross = 0; cross < view.crosses && probes < PROBES; cross++) {
      const due = view.tick(total, cross);
      if (due !== due || due === 0) { continue; }
      this.probe[probes] = cross;
      this.due[probes] = due;
      this.sum[probes] = 0;
      this.canShrink[probes] = due < 0 ? 1 : 0;
      probes++;
    }
    if (probes === 0) { return found; }
    const run: number[] = [];
    for (let line = total + step; line >= 0 && line < view.count && run.length < LONGEST_RUN; line += step) {
      if (!isAddend(view, line) || view.lines[line].kind === 'part') { continue; }
      if (this.byTotal.size > 0 && this.byTotal.get(line)?.parts.lines.includes(total) === true) { break; }
      run.push(line);
      view.work += probes;
      let fits = false;
      let hopeless = true;
      for (let i = 0; i < probes; i++) {
        const value = view.tick(line, this.probe[i]);
        if (value === value) { this.sum[i] += value; if (value < 0) { this.canShrink[i] = 1; } }
        const over = this.sum[i] - this.due[i];
        if (over === 0 || (this.mayRound && Math.abs(over) <= view.room(total, run, this.probe[i], run.length))) { fits = true; }
        if (this.canShrink[i] === 1 || over <= this.due[i] * 0.01 + 10) { hopeless = false; }
      }
      if (fits && run.length >= 2) { found.push(step < 0 ? [...run].reverse() : [...run]); }
      if (hopeless) { break; }
    }
    return found;
  }

  /** 净, balance, difference: lines less others, as their names, their order or many votes say; totals that less-lines enter. */
  private findDifferences(): void {
    const { view } = this;
    const hasLess = view.lines.some(({ kind }) => kind === 'less');
    const totals: number[] = [];
    for (let total = 0; total < view.count && !this.isSpent; total++) {
      if (!this.byTotal.has(total)) {
        const { kind } = view.lines[total];
        if (view.isBreak[total] === 1 || !(kind === 'difference' || (hasLess && saysTotal(kind)))) { continue; }
        this.tryDifference(total, totals.slice(-2).reverse());
      }
      if (this.byTotal.has(total)) { totals.push(total); }
    }
  }

  private tryDifference(total: number, totals: readonly number[]): void {
    for (const { parts, evidence } of signedCandidates(this.view, total, totals)) {
      if (this.isSpent) { return; }
      const vote = this.view.vote(total, parts);
      if (!isAcceptedAsDifference(vote, evidence)) { continue; }
      this.accept(total, { parts, fromLevels: false, isWhole: false }, vote, evidence === 'words' ? 'scoped' : 'difference');
      return;
    }
  }

  private accept(total: number, candidate: Candidate, vote: Vote, kind: LabelKind): void {
    for (const part of candidate.parts.lines) { if (this.byTotal.get(part)?.parts.lines.includes(total) === true) { return; } }
    this.byTotal.set(total, { view: this.view, total, vote, kind, ...candidate });
    for (const part of candidate.parts.lines) { this.covered.add(part); }
  }
}

const LEAST_STRONG = 3;
const LEAST_DIGITS = 6;
/** Where one line speaks for a total and one against it. */
const LEAST_DIGITS_OF_ONE = 1;

function isAcceptedAsDifference({ strong, balanced, broken, digits }: Vote, evidence: Evidence): boolean {
  if (evidence === 'words') { return strong >= 2 && broken * 2 <= balanced; }
  if (evidence === 'none') { return strong >= LEAST_STRONG && digits >= LEAST_DIGITS && broken * 4 <= balanced; }
  return strong >= 2 && broken * (strong >= LEAST_STRONG && digits >= LEAST_STRONG ? 3 : 4) <= balanced;
}

function isBetter(a: Vote, b: Vote): boolean {
  const ratio = a.balanced * (b.balanced + b.broken) - b.balanced * (a.balanced + a.broken);
  return ratio !== 0 ? ratio > 0 : a.strong > b.strong;
}

function isAcceptedByName({ balanced, strong, broken, exact, digits }: Vote, { fromLevels, isWhole }: Candidate): boolean {
  if (balanced === 0) { return false; }
  if (strong === 0) { return isWhole && broken * 4 <= balanced && (exact === balanced || balanced >= 2); }
  if (isWhole && balanced === 1 && broken === 1) { return digits >= LEAST_DIGITS_OF_ONE; }
  return fromLevels ? balanced * 2 >= balanced + broken : balanced * 5 >= (balanced + broken) * 3;
}
