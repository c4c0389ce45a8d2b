/**
 * What the equations say of each cell of a table. Invariant: one state for each place, the one that most needs a look:
 * suspect, unreadable, blank, broken, open, held, free.
 */
import type { Cell } from '../../model/cell';
import { waysToRepair } from '../../model/equation';
import type { EquationSpec } from '../../model/form';
import type { CellState } from '../../protocol/summary';
import type { TableContext } from '../../rules/rule';

/** By place, for places that have a cell; 'absent' for the others. */
export function placeStates(context: TableContext): CellState[] {
  const { verdicts, table } = context;
  const states = Array.from<CellState>({ length: table.places.length }).fill('free');
  for (const { spec, state } of verdicts) { if (state === 'held') { mark(states, spec, 'held'); } }
  for (const { spec, state } of verdicts) { if (state === 'unevaluated') { mark(states, spec, 'open'); } }
  for (const { spec, state } of verdicts) { if (state === 'broken') { mark(states, spec, 'broken'); } }
  for (let place = 0; place < states.length; place++) {
    const own = ownState(table.places[place]);
    if (own === 'absent' || context.form.columnAt[place].kind !== 'unit') { states[place] = own ?? states[place]; }
  }
  for (const place of suspectPlaces(context)) { if (table.places[place] !== null) { states[place] = 'suspect'; } }
  return states;
}

function mark(states: CellState[], { left, right }: EquationSpec, state: CellState): void {
  for (const { place } of left) { states[place] = state; }
  for (const { place } of right) { states[place] = state; }
}

/** What a cell's own text says, before any equation. */
export function ownState(cell: Cell | null): CellState | null {
  if (cell === null) { return 'absent'; }
  const { kind } = cell.content.amount;
  return kind === 'blank' ? 'blank' : kind === 'unreadable' || kind === 'dash' ? 'unreadable' : null;
}

/** Diagnoses are worked out only where something is broken. */
export function suspectPlaces(context: TableContext): Set<number> {
  const places = new Set<number>();
  if (!context.verdicts.some(({ state }) => state === 'broken')) { return places; }
  for (const diagnosis of context.diagnoses) {
    for (const set of waysToRepair(diagnosis)) { for (const { place } of set) { places.add(place); } }
  }
  return places;
}
