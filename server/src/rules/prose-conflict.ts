/** The prose names one quantity twice with two figures, or says that all was done in time beside requests carried forward. */
import type { LabelId } from '../prose/labels';
import { shifted } from '../text/span';
import { message } from '../messages';
import { toldOf, type CheckedClaim } from './shared/requestClaims';
import { documentRule } from './rule';

interface Facts {
  readonly words: string;
  readonly found: number;
  readonly other: number;
  /** The sentence that all was done, '' where two figures are at odds. */
  readonly allDone: string;
}

export const proseConflict = documentRule<Facts>({
  id: 'prose-conflict',
  level: 'off',
  *find(context) {
    const first = new Map<LabelId, CheckedClaim>();
    const told = toldOf(context);
    for (const { claims } of told) {
      for (const one of claims) {
        const { claim, value, span } = one;
        const before = first.get(claim.label);
        if (before === undefined) { first.set(claim.label, one); continue; }
        if (before.value === value) { continue; }
        yield {
          rule: 'prose-conflict', span, facts: { words: claim.words, found: value, other: before.value, allDone: '' },
          related: [{ span: before.span, message: message('named.figure', { name: before.claim.words, value: before.value }) }],
        };
      }
    }
    const forward = first.get('forward');
    if (forward === undefined || forward.value === 0) { return; }
    for (const { statement, at } of told) {
      if (statement.allDone === null) { continue; }
      const span = shifted(statement.allDone, at);
      yield {
        rule: 'prose-conflict', span,
        facts: { words: forward.claim.words, found: forward.value, other: 0, allDone: context.text.slice(span.start, span.end) },
        related: [{ span: forward.span, message: message('named.figure', { name: forward.claim.words, value: forward.value }) }],
      };
    }
  },
  explain: ({ facts: { words, found, other, allDone } }) => (allDone === ''
    ? message('prose-conflict', { words, found, other, difference: Math.abs(found - other) })
    : message('prose-conflict.done', { words, found, allDone })),
});
