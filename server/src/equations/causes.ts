/**
 * Parts whole solutions into independent causes. Invariant: every broken equation belongs to exactly one cause; two
 * changes belong to one cause if they meet in an equation, or if they are alternatives for the same broken equation.
 */
import type { Board, Line } from './board';
import type { Change, ChangeSet } from './search';

export interface Cause {
  readonly lines: readonly Line[];
  /** Each repairs all of `lines`; in different ways. */
  readonly alternatives: readonly ChangeSet[];
}

/** @param sets solutions for all lines that are off on the board. */
export function causesOf(board: Board, sets: readonly ChangeSet[]): Cause[] {
  const parted = sets.map((set) => partsOf(board, set));
  const groups = new Groups([...board.off]);
  for (const parts of parted) {
    for (const part of parts) { groups.join(repairedBy(board, part)); }
  }
  return groups.all().map((lines) => {
    const alternatives = new Map<string, ChangeSet>();
    for (const parts of parted) {
      const changes = parts.filter((part) => repairedBy(board, part).some((line) => lines.includes(line))).flat();
      alternatives.set(changes.map(({ place, by }) => `${place}:${by}`).sort().join(' '), changes);
    }
    return { lines, alternatives: [...alternatives.values()] };
  });
}

function partsOf(board: Board, set: ChangeSet): Change[][] {
  const parts: { changes: Change[]; lines: Set<Line> }[] = [];
  for (const change of set) {
    const merged = { changes: [change], lines: new Set(board.usesOf(change.place).map((use) => use.line)) };
    for (let i = parts.length - 1; i >= 0; i--) {
      if (![...merged.lines].some((line) => parts[i].lines.has(line))) { continue; }
      const [part] = parts.splice(i, 1);
      merged.changes.unshift(...part.changes);
      for (const line of part.lines) { merged.lines.add(line); }
    }
    parts.push(merged);
  }
  return parts.map((part) => part.changes);
}

function repairedBy(board: Board, changes: readonly Change[]): Line[] {
  return changes.flatMap(({ place }) => board.usesOf(place).map((use) => use.line)).filter((line) => board.off.has(line));
}

class Groups {
  private readonly groupOf = new Map<Line, Line[]>();

  constructor(lines: readonly Line[]) {
    for (const line of lines) { this.groupOf.set(line, [line]); }
  }

  join(lines: readonly Line[]): void {
    const [first, ...others] = lines;
    for (const other of others) {
      const kept = this.groupOf.get(first)!;
      const given = this.groupOf.get(other)!;
      if (kept === given) { continue; }
      kept.push(...given);
      for (const line of given) { this.groupOf.set(line, kept); }
    }
  }

  all(): Line[][] { return [...new Set(this.groupOf.values())]; }
}
