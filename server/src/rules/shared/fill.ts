/**
 * Values for cells that lack a good one. Invariant: a repair that fills in a figure is offered only if no equation is
 * broken by it, and preferred only if the equations prove every figure of it.
 */
import Big from 'big.js';
import type { Deduction } from '../../equations/deduce';
import type { Cell } from '../../model/cell';
import type { Message } from '../../model/message';
import type { Repair } from '../../model/repair';
import type { TableContext } from '../rule';
import { effectOf } from './supposed';

export interface Fill {
  readonly place: number;
  readonly cell: Cell;
  readonly value: Big;
}

export const ZERO = new Big(0);

/** Whether a value is certain: two equations give it apart from each other, or all that is known leaves only 0. */
function isProven(deduction: Deduction | undefined): boolean {
  return deduction !== undefined && (deduction.equations.length > 1 || deduction.value.eq(0));
}

/** Whether no equation that was not broken before is broken with these values, of which there is at least one. */
export function fits(context: TableContext, fills: readonly Fill[]): boolean {
  return !effectOf(context, new Map(fills.map(({ place, value }) => [place, value.toFixed()])), fills[0].cell).breaks;
}

/** Writes the values, or nothing where some equation speaks against them. */
export function* fillRepair(context: TableContext, fills: readonly Fill[], title: Message): Iterable<Repair> {
  if (fills.length === 0 || !fits(context, fills)) { return; }
  yield {
    title, kind: 'review',
    preferred: fills.every(({ place, value }) => {
      const deduction = context.deductions.get(place);
      return isProven(deduction) && deduction!.value.eq(value);
    }),
    changes: fills.map(({ cell, value }) => ({ kind: 'setCell', cell, text: value.toFixed() })),
  };
}
