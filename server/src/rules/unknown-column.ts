/** A column with figures whose header the form does not have. Row numbers and remarks are let be. */
import type { Cell } from '../model/cell';
import type { InBoth } from '../model/message';
import { message } from '../messages';
import { oddityRule } from './shared/oddityRule';

interface Facts { readonly cell: Cell; readonly form: InBoth }

export const unknownColumn = oddityRule<'unknown-column', Facts>({
  id: 'unknown-column',
  level: 'warning',
  kind: 'unknown-column',
  found: ({ cell }, { form }) => ({ span: cell, facts: { cell, form: form.form.title } }),
  explain: ({ facts: { cell, form } }) => message('unknown-column', { found: cell.content.text, form }),
});
