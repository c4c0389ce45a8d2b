/**
 * Looks for the smallest sets of changes that set every broken line of a board right and no other wrong. Invariant: a set
 * is recorded only when no line is off; all sets of one search have the same size, and each is recorded once.
 */
import type { Board, Line } from './board';

export interface Change { readonly place: number; readonly by: bigint }
export type ChangeSet = readonly Change[];

export interface Outcome {
  /** Every smallest set, as far as the budget went. */
  readonly sets: readonly ChangeSet[];
  /** False: the board's budget ran out, so there may be other sets. */
  readonly complete: boolean;
}

/** More alternatives than this help no one; the search is given up as undecided. */
const MOST_SETS = 200;

/**
 * Searches sets of 1, 2, … changes. A change always sets at least one broken equation right by itself, which finds every
 * set whose changes can be told apart one after the other, interacting ones included.
 */
export function smallestSets(board: Board): Outcome {
  const search = new Search(board);
  const largest = Math.max(2, board.off.size);
  for (let size = search.atLeast(); size <= largest && !search.stopped; size++) {
    search.extend(size);
    if (search.found.size > 0) { break; }
  }
  return { sets: [...search.found.values()], complete: !search.stopped };
}

class Search {
  readonly found = new Map<string, ChangeSet>();
  private readonly made: Change[] = [];

  constructor(private readonly board: Board) {}

  get stopped(): boolean { return this.board.budget.steps < 0 || this.found.size >= MOST_SETS; }

  /** No set is smaller: one place repairs no more broken lines than it takes part in. */
  atLeast(): number {
    return Math.ceil(this.board.off.size / this.coverage().most);
  }

  extend(room: number): void {
    const { off } = this.board;
    if (off.size === 0) { this.record(); return; }
    if (room === 0 || this.stopped) { return; }
    const { by, most } = this.coverage();
    if (off.size > room * most) { return; }
    for (const place of shortest(off).terms.keys()) {
      const covers = by.get(place);
      if (covers === undefined || covers + (room - 1) * most < off.size) { continue; }
      for (const change of this.board.corrections(place)) {
        if (this.stopped) { return; }
        this.tryChange({ place, by: change }, room);
      }
    }
  }

  private tryChange(change: Change, room: number): void {
    this.made.push(change);
    this.board.change(change.place, change.by);
    this.extend(room - 1);
    this.board.change(change.place, -change.by);
    this.made.pop();
  }

  /** How many broken lines each unchanged place takes part in. */
  private coverage(): { by: Map<number, number>; most: number } {
    const by = new Map<number, number>();
    let most = 1;
    for (const { terms } of this.board.off) {
      this.board.budget.steps -= terms.size;
      for (const place of terms.keys()) {
        if (this.made.some((change) => change.place === place)) { continue; }
        const count = (by.get(place) ?? 0) + 1;
        by.set(place, count);
        if (count > most) { most = count; }
      }
    }
    return { by, most };
  }

  private record(): void {
    const set = [...this.made].sort((a, b) => a.place - b.place);
    const rounded = set.some(({ place }) => this.board.usesOf(place).some(({ line }) => line.rounded));
    const key = set.map(({ place, by }) => (rounded ? `${place}` : `${place}:${by}`)).join(' ');
    if (!this.found.has(key)) { this.found.set(key, set); }
  }
}

function shortest(lines: Iterable<Line>): Line {
  let least: Line | undefined;
  for (const line of lines) {
    if (least === undefined || line.terms.size < least.terms.size) { least = line; }
  }
  return least!;
}
