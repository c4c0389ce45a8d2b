/**
 * Ways to lay a row that has a cell too many or too few over its columns. Invariant: figures keep their order; ways that
 * give the same figures are one way; only the way that makes strictly more equations hold than any other, and breaks
 * none, is told.
 */
import type { Cell } from '../../model/cell';
import { deduce } from '../../equations/deduce';
import { evaluate, ledgerOf } from '../../equations/evaluate';
import type { Problem } from '../../equations/problem';
import type { TableRow } from '../../model/table';
import type { TableContext } from '../rule';
import { supposing } from './supposed';

export interface Alignment {
  readonly values: readonly string[];
  /** Figures of the row that are left out. */
  readonly dropped: readonly Cell[];
  /** Columns that the row has no figure for. */
  readonly added: readonly number[];
  /** Equations that hold then, and that hold now. */
  readonly held: number;
  readonly heldNow: number;
}

/** More than this many cells too many or too few leave too many ways. */
const MOST_ODD = 2;

/** The one alignment under which the most equations hold, or null where none or several do. */
export function bestAlignment(context: TableContext, row: TableRow): Alignment | null {
  const due = context.form.blocks[row.spec!.block].columns.length;
  const figures = row.slots.filter((cell) => cell.content.amount.kind !== 'blank');
  const odd = figures.length - due;
  if (odd === 0 || Math.abs(odd) > MOST_ODD || figures.length === 0) { return null; }
  const now = ledgerOf(context.verdicts);
  let best: Alignment | null = null;
  let rivals = 0;
  const seen = new Set<string>();
  for (const one of odd > 0 ? withoutSome(figures, odd) : withSome(context, row, figures, -odd)) {
    const key = one.values.join(' ');
    if (seen.has(key)) { continue; }
    seen.add(key);
    const { held, broken } = ledgerOf(evaluate(problemWith(context, row, one.values)));
    if (held <= now.held || broken > now.broken || (best !== null && held < best.held)) { continue; }
    rivals = best !== null && held === best.held ? rivals + 1 : 0;
    best = { ...one, held, heldNow: now.held };
  }
  return rivals === 0 ? best : null;
}

type Way = Pick<Alignment, 'values' | 'dropped' | 'added'>;

function* withoutSome(figures: readonly Cell[], count: number): Iterable<Way> {
  for (const left of choices(figures.length, count)) {
    yield {
      values: figures.filter((_, i) => !left.includes(i)).map((cell) => cell.content.text),
      dropped: left.map((i) => figures[i]), added: [],
    };
  }
}

/** A lost figure is what at least two equations make of it, else 0. */
function* withSome(context: TableContext, row: TableRow, figures: readonly Cell[], count: number): Iterable<Way> {
  for (const added of choices(figures.length + count, count)) {
    let next = 0;
    const known = Array.from({ length: figures.length + count }, (_, i) => (added.includes(i) ? '' : figures[next++].content.text));
    const problem = problemWith(context, row, known);
    const deductions = deduce(problem, evaluate(problem));
    const values = known.map((text, i) => {
      const deduced = added.includes(i) ? deductions.get(row.spec!.base + i) : undefined;
      return deduced && deduced.equations.length > 1 ? deduced.value.toFixed() : text || '0';
    });
    yield { values, dropped: [], added };
  }
}

/** All ways to take `count` (1 or 2) of the numbers below `from`, ascending. The last come first: what is odd is mostly at the end. */
function* choices(from: number, count: number): Iterable<number[]> {
  for (let a = from - 1; a >= 0; a--) {
    if (count === 1) { yield [a]; continue; }
    for (let b = from - 1; b > a; b--) { yield [a, b]; }
  }
}

function problemWith(context: TableContext, row: TableRow, values: readonly string[]): Problem {
  return supposing(context, new Map(values.map((value, i) => [row.spec!.base + i, value])), row.slots[0]);
}
