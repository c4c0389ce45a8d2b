/**
 * The reports without any planted fault, as published and in the other layouts. Invariant: a finding is expected where a
 * careful reviewer has it, last year's report at hand; in another layout each rule may find as often as in the published report, and no
 * more.
 */
import { analyze } from '../../../server/src/analysis/analyze';
import { Lines } from '../../../server/src/text/lines';
import { LAYOUTS } from '../../harness/grid';
import { EXPECTED } from '../../harness/sampleFindings';
import { write } from './draft';
import { lastYearOf } from './lastYear';
import { openDraft, SAMPLES } from './samples';

export interface Clean { expected: number; unexpected: number }

/** By rule. */
export function findClean(): Map<string, Clean> {
  const counts = new Map<string, Clean>();
  for (const sample of SAMPLES) {
    for (const layout of LAYOUTS) {
      const draft = openDraft(sample, layout);
      const { text } = write(draft);
      const lines = Lines.of(text);
      const left = EXPECTED[sample].map((line) => line.split(' '));
      for (const { rule, span } of analyze(text, { others: [lastYearOf(draft)] }).findings) {
        const line = String(lines.at(span.start) + 1);
        const at = left.findIndex(([due, , id]) => id === rule && (!draft.asPublished || due === line));
        const count = counts.get(rule) ?? { expected: 0, unexpected: 0 };
        counts.set(rule, count);
        if (at < 0) { count.unexpected++; continue; }
        count.expected++;
        left.splice(at, 1);
      }
    }
  }
  return counts;
}
