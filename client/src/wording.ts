// The client's sentences with their places filled. Invariant: a sentence comes from `l10n.t`, unfilled, so that what is filled in
// may choose its words.
import { filled } from '../../server/src/protocol/wording';

/** @param sentence with {0}, {1} … and {0|one|many} */
export function worded(sentence: string, ...values: readonly (string | number)[]): string {
  return filled(sentence, (name) => String(values[Number(name)] ?? ''));
}
