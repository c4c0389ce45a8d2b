/**
 * What a figure is in the equations of its table: the total of some, a part of others. Invariant: only equations of the form
 * count, and only cells that stand in the text are ever led to.
 */
import type { Cell } from '../model/cell';
import type { EquationSpec } from '../model/form';
import { totalPlace } from '../rules/shared/equationText';
import type { TableContext } from '../rules/rule';
import type { Spot } from './spot';

export interface Figure {
  readonly context: TableContext;
  readonly place: number;
  /** Numbers of the equations it is the total of. */
  readonly totals: readonly number[];
  /** Numbers of the other equations it takes part in. */
  readonly others: readonly number[];
}

/** Null for a cell that no equation reads. */
export function figureIn({ table: { context }, meaning }: Spot): Figure | null {
  if (context === null || meaning.kind !== 'figure' || meaning.place < 0) { return null; }
  return figureOf(context, meaning.place);
}

export function figureOf(context: TableContext, place: number): Figure {
  const totals: number[] = [];
  const others: number[] = [];
  for (const number of context.form.equationsAt[place]) {
    (isTotal(context.form.equations[number], place) ? totals : others).push(number);
  }
  return { context, place, totals, others };
}

/** A sum with this place alone on its left. An inequality has no total. */
export function isTotal(equation: EquationSpec, place: number): boolean {
  return equation.relation === '=' && totalPlace(equation) === place;
}

/** Places that sum up to the figure. */
export function partsOf({ context, totals }: Figure): number[] {
  return unique(totals.flatMap((number) => context.form.equations[number].right.map((term) => term.place)));
}

/** Places of the totals that the figure goes into. */
export function wholesOf({ context, place, others }: Figure): number[] {
  return unique(others.flatMap((number) => {
    const equation = context.form.equations[number];
    const total = equation.relation === '=' ? totalPlace(equation) : null;
    return total === null || total === place ? [] : [total];
  }));
}

/** All places of the equations of the given numbers. */
export function placesOf(context: TableContext, numbers: readonly number[]): number[] {
  return unique(numbers.flatMap((number) => {
    const { left, right } = context.form.equations[number];
    return [...left, ...right].map((term) => term.place);
  }));
}

/** Those of the places that stand in the text. */
export function cellsAt({ table }: TableContext, places: readonly number[]): { readonly place: number; readonly cell: Cell }[] {
  return places.flatMap((place) => {
    const cell = table.places[place];
    return cell === null ? [] : [{ place, cell }];
  });
}

function unique(places: readonly number[]): number[] {
  return [...new Set(places)];
}
