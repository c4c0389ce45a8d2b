/**
 * Single cells that explain some of the broken equations, where the whole pattern is too tangled to be explained.
 * Invariant: each repairs at least two equations, all that it takes part in, and no other single cell repairs any of them.
 */
import type { Board, Line } from './board';
import type { Cause } from './causes';
import type { Change } from './search';

/** None where the board's budget runs out. */
export function singleRepairs(board: Board): Cause[] {
  const candidates: { change: Change; lines: Line[] }[] = [];
  const seen = new Set<number>();
  for (const { terms } of [...board.off]) {
    for (const place of terms.keys()) {
      if (seen.has(place)) { continue; }
      seen.add(place);
      if (board.budget.steps < 0) { return []; }
      const lines = board.usesOf(place).map((use) => use.line).filter((line) => board.off.has(line));
      if (lines.length < 2) { continue; }
      for (const by of board.corrections(place)) {
        if (leavesNoneOff(board, place, by)) { candidates.push({ change: { place, by }, lines }); }
      }
    }
  }
  const claims = new Map<Line, number>();
  for (const { lines } of candidates) { for (const line of lines) { claims.set(line, (claims.get(line) ?? 0) + 1); } }
  return candidates
    .filter(({ lines }) => lines.every((line) => claims.get(line) === 1))
    .map(({ change, lines }) => ({ lines, alternatives: [[change]] }));
}

function leavesNoneOff(board: Board, place: number, by: bigint): boolean {
  board.change(place, by);
  const fine = board.usesOf(place).every(({ line }) => !board.off.has(line));
  board.change(place, -by);
  return fine;
}
