/**
 * Finds the totals of a view: lines named so, parents by depth, lines that many columns prove to be sums, differences.
 * Invariant: its work is bounded by a constant times the cells of the sheet; what is found first keeps its lines; a line that its
 * name calls a total is found, was looked at all round, or is among those that were not reached.
 */
import { isAcceptedAsDifference, isAcceptedByName, isBetter, LEAST_DIGITS, LEAST_STRONG } from './acceptance';
import { BalancedRuns, MOST_VISITS } from './balancedRuns';
import { ALL_ENDS, candidatesFor, children, parseByOrder } from './candidates';
import { linesNamedTotal, mayBeOfAll } from './reach';
import { isAddend, partsOf, type Candidate, type Relation } from './relation';
import { signedCandidates } from './signed';
import { isHalfHeld, isNamedWhole } from './unmatched';
import type { View, Vote } from './view';
import type { LabelKind } from './vocabulary';
import { saysTotal } from './words';

/** Visits of a cell for each cell of the sheet, and for small sheets at least. */
const WORK_PER_CELL = 500;
const LEAST_WORK = 200_000;

interface Scored { readonly candidate: Candidate; readonly vote: Vote }

export class Search {
  readonly byTotal = new Map<number, Relation>();
  readonly isTotal: Uint8Array;
  readonly isCovered: Uint8Array;
  /** Lines named totals or differences for which not all was tried that could have been. */
  readonly unreached = new Set<number>();
  readonly named: readonly number[];
  /** For lines named totals that nothing was found for: what fits most of their figures, if anything fits one. */
  readonly closest = new Map<number, Scored>();
  /** Visits that one phase of the search may make. */
  private readonly most: number;
  /** Count of visits at which the phase stops. */
  private end: number;
  readonly runs: BalancedRuns;

  constructor(readonly view: View, readonly levels: Int8Array | null) {
    this.most = Math.max(LEAST_WORK, WORK_PER_CELL * view.count * view.crosses);
    this.end = this.most;
    this.isTotal = new Uint8Array(view.count);
    this.isCovered = new Uint8Array(view.count);
    this.runs = new BalancedRuns(view, this.byTotal);
    this.named = linesNamedTotal(view);
  }

  find(): Relation[] {
    const { named } = this;
    for (const line of named) { this.tryNamed(line); }
    if (this.isSpent) { this.tryNearest(); }
    for (let i = named.length - 1; i >= 0; i--) { if (!this.byTotal.has(named[i])) { this.tryNamed(named[i]); } }
    if (this.levels !== null) { for (let line = 0; line < this.view.count; line++) { this.tryParent(line, this.levels); } }
    if (this.acceptHalfHeld()) { for (const line of named) { if (!this.byTotal.has(line)) { this.tryNamed(line); } } }
    this.startPhase();
    this.findDifferences();
    this.startPhase(this.view.count * MOST_VISITS);
    if (this.view.crosses >= LEAST_STRONG) { this.findUnnamed(); }
    return [...this.byTotal.values()];
  }

  /** Gives what follows an allowance of its own, so that it does not go short for what went before. */
  startPhase(more = 0): void { this.end = this.view.work + this.most + more; }

  get isSpent(): boolean { return this.view.work > this.end; }

  private tryNamed(total: number): void {
    if (!this.isSpent) {
      let best = this.bestByName(total, ALL_ENDS);
      if (best !== null || !this.isSpent) {
        best = this.betterByOrder(total, best);
        if (best === null || best.vote.broken > 0) { best = this.betterRun(total, best); }
        if (best !== null) { this.acceptNamed(total, best); }
      }
    }
    if (this.isSpent && !this.byTotal.has(total)) { this.unreached.add(total); }
  }

  /** What lies between a total and the next line that ends a section: little work for all of them, since sections do not overlap. */
  private tryNearest(): void {
    for (const total of this.unreached) {
      const best = this.bestByName(total, 1);
      if (best !== null) { this.acceptNamed(total, best); }
    }
    this.unreached.clear();
    this.startPhase();
  }

  private bestByName(total: number, ends: number): Scored | null {
    const voters = this.votersOf(total);
    let best: Scored | null = null;
    for (const step of [-1, 1] as const) {
      for (const candidate of candidatesFor(this.view, total, step, this, ends)) {
        if (ends === ALL_ENDS && this.isSpent) { return null; }
        const vote = this.view.vote(total, candidate.parts);
        if (vote.balanced > 0 && (best === null || isBetter(vote, best.vote))) { best = { candidate, vote }; }
        if (vote.strong === voters) { break; }
      }
      if (best !== null && best.vote.broken === 0) { break; }
    }
    return best;
  }

  private acceptNamed(total: number, { candidate, vote }: Scored): void {
    if (isAcceptedByName(vote, candidate)) {
      this.accept(total, candidate, vote, this.view.lines[total].kind);
    } else {
      this.closest.set(total, { candidate, vote });
    }
  }

  /** Rows of which too many figures are off, while the others leave no doubt what they are the total of. */
  private acceptHalfHeld(): boolean {
    const before = this.byTotal.size;
    if (this.view.orientation === 'rows') {
      for (const [total, { candidate, vote }] of this.closest) {
        const { kind } = this.view.lines[total];
        if (isNamedWhole(kind) && (candidate.isWhole || candidate.fromLevels) && candidate.parts.times === 1
          && isHalfHeld(vote) && !this.byTotal.has(total)) {
          this.accept(total, candidate, vote, kind);
        }
      }
    }
    return this.byTotal.size > before;
  }

  /** Crosses that can speak for or against a total: where all do, no other candidate is better. */
  private votersOf(total: number): number {
    let voters = 0;
    for (let cross = 0; cross < this.view.crosses; cross++) { const due = this.view.tick(total, cross); if (due === due) { voters++; } }
    return voters;
  }

  /** Hierarchies shown by nothing but the order of rows, and figures that are counted two or three times. */
  private betterByOrder(total: number, best: Scored | null): Scored | null {
    if ((best !== null && best.vote.broken === 0) || this.isSpent || !mayBeOfAll(this.view, total, this)) { return best; }
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
  private betterRun(total: number, best: Scored | null): Scored | null {
    for (const step of [-1, 1] as const) {
      for (const lines of this.runs.beside(total, step)) {
        const vote = this.view.vote(total, partsOf(this.view, lines));
        if (vote.strong >= 2 && (best === null || isBetter(vote, best.vote))) {
          best = { candidate: { parts: partsOf(this.view, lines), fromLevels: false, isWhole: false }, vote };
        }
      }
    }
    return best;
  }

  private tryParent(total: number, levels: Int8Array): void {
    if (this.byTotal.has(total) || !isAddend(this.view, total)) { return; }
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
        for (const lines of this.runs.beside(total, step)) {
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

  /** 净, balance, difference: lines less others, as their names, their order or many votes say; totals that less-lines enter. */
  private findDifferences(): void {
    const { view } = this;
    const hasLess = view.lines.some(({ kind }) => kind === 'less');
    const totals: number[] = [];
    for (let total = 0; total < view.count; total++) {
      if (!this.byTotal.has(total)) {
        const { kind } = view.lines[total];
        if (view.isBreak[total] === 1 || !(kind === 'difference' || (hasLess && saysTotal(kind)))) { continue; }
        this.tryDifference(total, totals.slice(-2).reverse());
      }
      if (this.byTotal.has(total)) { totals.push(total); }
    }
  }

  private tryDifference(total: number, totals: readonly number[]): void {
    for (const { parts, evidence } of this.isSpent ? [] : signedCandidates(this.view, total, totals)) {
      if (this.isSpent) { break; }
      const vote = this.view.vote(total, parts);
      if (!isAcceptedAsDifference(vote, evidence)) { continue; }
      this.accept(total, { parts, fromLevels: false, isWhole: false }, vote, evidence === 'words' ? 'scoped' : 'difference');
      return;
    }
    if (this.isSpent) { this.unreached.add(total); }
  }

  private accept(total: number, candidate: Candidate, vote: Vote, kind: LabelKind): void {
    for (const part of candidate.parts.lines) { if (this.byTotal.get(part)?.parts.lines.includes(total) === true) { return; } }
    this.unreached.delete(total);
    this.closest.delete(total);
    this.byTotal.set(total, { view: this.view, total, vote, kind, ...candidate });
    this.isTotal[total] = 1;
    for (const part of candidate.parts.lines) { this.isCovered[part] = 1; }
  }
}
