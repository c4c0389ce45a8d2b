/**
 * Names the cells at fault from the pattern of broken and held equations. Invariant: whatever it proposes, as sure or as
 * a suspect, repairs every equation the diagnosis lists and breaks no other, and every broken '=' is listed once.
 * Inequalities take no part; an equation open for blanks only rules out what no blank could make up.
 */
import type { Diagnosis, Proposal, Verdict } from '../model/equation';
import type { EquationSpec, TermSpec } from '../model/form';
import { Board, scaleOf, speaks, type Budget, type Line } from './board';
import { causesOf, type Cause } from './causes';
import { figureAt, type Problem } from './problem';
import { smallestSets, type ChangeSet } from './search';
import { singleRepairs } from './singleRepairs';
import { slipCost } from './slips';

/** Steps for one table: about 50 ms at most. */
const STEPS = 250_000;
/** Share of the budget kept for what is left once the clear cases are out of the way. */
const RESERVE = 0.25;
/** A cause of more cells than this is never sure: by then figures fit together by chance too often. */
const MOST_SURE = 3;

/** One diagnosis for each independent cause, in the order of their leading equations. `steps`: the work allowed, see `Budget`. */
export function localise(problem: Problem, verdicts: readonly Verdict[], steps = STEPS): Diagnosis[] {
  const broken = verdicts.flatMap((verdict, number) => (verdict.state === 'broken' && verdict.spec.relation === '=' ? [number] : []));
  if (broken.length === 0) { return []; }
  const scale = scaleOf(problem);
  const regions = regionsOf(problem, verdicts, broken).sort((a, b) => a.length - b.length);
  const budget: TableBudget = { steps: steps * (1 - RESERVE), reserve: steps * RESERVE };
  const diagnoses = regions.flatMap((region) => {
    const board = new Board(problem, verdicts, scale, budget);
    for (const number of region) { board.line(number); }
    return new Localiser(problem, board, budget).diagnose();
  });
  return diagnoses.sort((a, b) => a.broken[0] - b.broken[0]);
}

/** Broken equations in groups that share no figure, not even by way of others: they cannot have a cause in common. */
function regionsOf(problem: Problem, verdicts: readonly Verdict[], broken: readonly number[]): number[][] {
  const seen = new Uint8Array(verdicts.length);
  const regions: number[][] = [];
  for (const start of broken) {
    if (seen[start] === 1) { continue; }
    const queue = [start];
    seen[start] = 1;
    for (let i = 0; i < queue.length; i++) {
      const { left, right } = verdicts[queue[i]].spec;
      reachOn(problem, verdicts, left, seen, queue);
      reachOn(problem, verdicts, right, seen, queue);
    }
    regions.push(queue.filter((number) => verdicts[number].state === 'broken'));
  }
  return regions;
}

/** Adds the equations not yet seen that speak about a figure of one side to the queue. */
function reachOn(problem: Problem, verdicts: readonly Verdict[], side: readonly TermSpec[], seen: Uint8Array, queue: number[]): void {
  for (const { place } of side) {
    if (figureAt(problem, place) === null) { continue; }
    for (const next of problem.equationsAt[place]) {
      if (seen[next] === 1 || !speaks(verdicts[next])) { continue; }
      seen[next] = 1;
      queue.push(next);
    }
  }
}

interface TableBudget extends Budget { reserve: number }

class Localiser {
  constructor(private readonly problem: Problem, private readonly board: Board, private readonly budget: TableBudget) {}

  diagnose(): Diagnosis[] {
    const { sets, complete } = smallestSets(this.board);
    if (sets.length === 0) { return this.diagnoseInParts(complete); }
    return causesOf(this.board, sets).map((cause) => this.certain(cause, complete) ?? this.uncertain(cause, !complete));
  }

  /** Where no set repairs all: what one cell alone explains, then the rest. In such a tangle nothing is sure. */
  private diagnoseInParts(complete: boolean): Diagnosis[] {
    this.budget.steps = Math.max(0, this.budget.steps) + this.budget.reserve;
    this.budget.reserve = 0;
    const clear = singleRepairs(this.board);
    const diagnoses = clear.map((cause) => this.uncertain(cause, !complete));
    for (const { alternatives: [[{ place, by }]] } of clear) { this.board.settle(place, by); }
    if (this.board.off.size === 0) { return diagnoses; }
    const rest = clear.length > 0 ? smallestSets(this.board) : { sets: [], complete };
    if (rest.sets.length > 0) {
      return [...diagnoses, ...causesOf(this.board, rest.sets).map((cause) => this.uncertain(cause, !complete || !rest.complete))];
    }
    const broken = ascending([...this.board.off]);
    return [...diagnoses, { broken, sure: null, suspects: [], undecided: !complete || !rest.complete }];
  }

  /** The diagnosis of a cause with only one explanation; null where it cannot be sure. */
  private certain({ lines, alternatives }: Cause, complete: boolean): Diagnosis | null {
    const [only] = alternatives;
    if (!complete || alternatives.length > 1 || only.length > MOST_SURE || !isDetermined(this.board, lines, only)) { return null; }
    const numbers = ascending(lines);
    const lead = numbers.find((number) => only.some(({ place }) => isTotalIn(this.problem.equations[number], place))) ?? numbers[0];
    return { broken: [lead, ...numbers.filter((number) => number !== lead)], sure: this.proposals(only), suspects: [], undecided: false };
  }

  private uncertain({ lines, alternatives }: Cause, undecided: boolean): Diagnosis {
    return { broken: ascending(lines), sure: null, suspects: this.ranked(alternatives, lines.length === 1), undecided };
  }

  private proposals(changes: ChangeSet): Proposal[] {
    return changes.map(({ place, by }) => ({ place, value: this.board.valueAfter(place, by) }));
  }

  /** The most human slips first; in a lone equation, where nothing else can speak for a term, its total before all. */
  private ranked(alternatives: readonly ChangeSet[], lone: boolean): Proposal[][] {
    const scored = alternatives.map((changes) => {
      const proposals = this.proposals(changes);
      const totals = changes.filter(({ place }) => this.isTotal(place)).length;
      return { proposals, totals, cost: proposals.reduce((sum, proposal) => sum + this.cost(proposal), 0) };
    });
    scored.sort((a, b) => (lone && b.totals - a.totals) || a.cost - b.cost || b.totals - a.totals
      || a.proposals[0].place - b.proposals[0].place);
    return scored.map(({ proposals }) => proposals);
  }

  private cost({ place, value }: Proposal): number {
    return slipCost(figureAt(this.problem, place)!.value, value, this.isTotal(place));
  }

  private isTotal(place: number): boolean {
    return this.board.usesOf(place).some(({ line }) => isTotalIn(this.problem.equations[line.number], place));
  }
}

function ascending(lines: readonly Line[]): number[] {
  return lines.map((line) => line.number).sort((a, b) => a - b);
}

/** The place stands alone on one side. */
function isTotalIn({ left, right }: EquationSpec, place: number): boolean {
  return (left.length === 1 && left[0].place === place) || (right.length === 1 && right[0].place === place);
}

/** Each value follows from equations without blanks; otherwise it is only one of many that would do. */
function isDetermined(board: Board, lines: readonly Line[], changes: ChangeSet): boolean {
  return lines.some(isBounded) && changes.every(({ place }) => board.usesOf(place).some(({ line }) => isBounded(line)));
}

function isBounded({ low, high }: Line): boolean {
  return low !== null && high !== null;
}
