/**
 * Random figures for an official table that satisfy all of its equations. Invariant: what `consistentFigures` returns is
 * whole, ≥ 0 and balanced; it throws rather than return anything else.
 */
import { problemOf, type Problem } from '../../server/src/equations/problem';
import type { Cell } from '../../server/src/model/cell';
import { contentOf } from '../../server/src/model/content';
import type { EquationSpec, FormTable, TermSpec } from '../../server/src/model/form';
import { below, type Random } from './random';

/** One figure for each place. Like real reports: most are 0, the others mostly below 100, some in the thousands. */
export function consistentFigures(table: FormTable, random: Random): number[] {
  const figures = Array.from({ length: table.places }, () => randomFigure(random));
  for (let round = 0; round < 40; round++) {
    const unsettled = table.equations.filter((equation) => !settled(equation, figures));
    if (unsettled.length === 0) { return figures; }
    for (const equation of table.equations) { if (!settled(equation, figures)) { settle(equation, figures, random); } }
  }
  throw new Error(`${table.key}: no consistent figures found`);
}

function randomFigure(random: Random): number {
  const kind = random();
  return kind < 0.6 ? 0 : kind < 0.85 ? below(random, 10) : kind < 0.96 ? below(random, 100) : below(random, 3000);
}

function sum(terms: readonly TermSpec[], figures: readonly number[]): number {
  return terms.reduce((total, { place, sign }) => total + sign * figures[place], 0);
}

function settled(equation: EquationSpec, figures: readonly number[]): boolean {
  const difference = sum(equation.left, figures) - sum(equation.right, figures);
  return equation.relation === '=' ? difference === 0 : equation.relation === '<=' ? difference <= 0 : difference >= 0;
}

/** Sets the first term of the left side; where that would make it negative, the other left terms become 0 first. */
function settle(equation: EquationSpec, figures: number[], random: Random): void {
  const [first, ...others] = equation.left;
  const due = sum(equation.right, figures);
  if (due < sum(others, figures) && equation.relation !== '>=') { for (const { place } of others) { figures[place] = 0; } }
  const least = due - sum(others, figures);
  figures[first.place] = equation.relation === '<=' ? below(random, least + 1) : least;
}

/** The table as a problem, each place with a cell of its own holding the text; null where there is no cell. */
export function problemWith(table: FormTable, texts: readonly (string | null)[]): Problem {
  return problemOf(table, texts.map((text, place) => (text === null ? null : cellHolding(text, place))));
}

/** The same problem with another text at one place. */
export function withText(problem: Problem, place: number, text: string | null): Problem {
  return { ...problem, places: problem.places.with(place, text === null ? null : cellHolding(text, place)) };
}

export function cellHolding(text: string, start: number): Cell {
  const span = { start, end: start + text.length };
  return {
    start: span.start, end: span.end, slot: span, content: contentOf(text), row: -1, column: -1, rowSpan: 1, columnSpan: 1, loose: false,
  };
}

/** The place of a cell by the ids of its row and column, e.g. `at(table, 'r3.1', 'natural')`. */
export function at(table: FormTable, row: string, column: string): number {
  const place = table.rowAt.findIndex((spec, p) => spec.id === row && table.columnAt[p].id === column);
  if (place < 0) { throw new Error(`${table.key} has no ${row} × ${column}`); }
  return place;
}
