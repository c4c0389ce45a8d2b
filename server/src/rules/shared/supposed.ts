/**
 * A table as it would be with other figures in it. Invariant: nothing of the table itself changes; the verdicts are those
 * that the text would have after the change.
 */
import type { Verdict } from '../../model/equation';
import { contentOf } from '../../model/content';
import { evaluate } from '../../equations/evaluate';
import { problemOf, type Problem } from '../../equations/problem';
import type { Cell } from '../../model/cell';
import type { TableContext } from '../rule';

/** @param figures text by place; @param like a cell to stand for those that the text has not */
export function supposing({ form, table }: TableContext, figures: ReadonlyMap<number, string>, like: Cell): Problem {
  const places = [...table.places];
  for (const [place, text] of figures) { places[place] = { ...like, content: contentOf(text) }; }
  return problemOf(form, places);
}

export interface Effect {
  /** Numbers of the equations that are broken now and would hold. */
  readonly repaired: readonly number[];
  /** An equation that is not broken now would be. */
  readonly breaks: boolean;
}

export function effectOf(context: TableContext, figures: ReadonlyMap<number, string>, like: Cell): Effect {
  const after = evaluate(supposing(context, figures, like));
  const isBroken = ({ state }: Verdict): boolean => state === 'broken';
  return {
    repaired: context.verdicts.flatMap((verdict, number) => (isBroken(verdict) && after[number].state === 'held' ? [number] : [])),
    breaks: after.some((verdict, number) => isBroken(verdict) && !isBroken(context.verdicts[number])),
  };
}
