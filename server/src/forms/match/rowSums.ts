/**
 * Which of a row's figures is one too many, as far as the form says so of the row alone. Invariant: blanks count as 0, and figures that
 * are not whole say nothing.
 */
import type { Cell } from '../../model/cell';
import type { EquationSpec, FormTable } from '../../model/form';

/** A plain figure, or a blank. */
export function isWhole({ content: { amount } }: Cell): boolean {
  if (amount.kind === 'blank') { return true; }
  return amount.kind === 'number' && amount.marks === 0 && amount.unit === '' && Number.isSafeInteger(amount.whole);
}

export function figuresOf(slots: readonly Cell[]): number[] {
  return slots.map(({ content: { amount } }) => (amount.kind === 'number' ? amount.whole : 0));
}

/** What the form says of these places alone. */
export function equationsWithin(form: FormTable, base: number, due: number): EquationSpec[] {
  const isWithin = ({ place }: { readonly place: number }): boolean => place >= base && place < base + due;
  const numbers = new Set<number>();
  for (let place = base; place < base + due; place++) { for (const number of form.equationsAt[place]) { numbers.add(number); } }
  return [...numbers].map((number) => form.equations[number])
    .filter(({ relation, left, right }) => relation === '=' && left.every(isWithin) && right.every(isWithin));
}

/** @param figures those of the row, with the one that is left out at `at` */
export function holdsWithout({ left, right }: EquationSpec, figures: readonly number[], at: number, base: number): boolean {
  const sum = (terms: EquationSpec['left']): number => {
    let total = 0;
    for (const { place, sign } of terms) { total += sign * figures[place - base < at ? place - base : place - base + 1]; }
    return total;
  };
  return sum(left) === sum(right);
}
