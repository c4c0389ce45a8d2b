/**
 * The form that tables agree on. Invariant: a table that fits two forms almost equally well, or only one of them knows, has no say.
 */
import type { Form } from '../model/form';
import { CLOSE_CALL, type Table } from '../model/table';

/** The form that most of the tables follow beyond doubt; null where none of them does. */
export function agreedForm(tables: readonly Table[]): Form | null {
  const votes = new Map<Form, number>();
  for (const { form, margin } of tables) {
    if (form === null || margin < CLOSE_CALL || margin === Infinity) { continue; }
    votes.set(form.form, (votes.get(form.form) ?? 0) + 1);
  }
  let best: Form | null = null;
  for (const [form, count] of votes) { if (best === null || count > votes.get(best)!) { best = form; } }
  return best;
}
