/**
 * Reports whose characters all stand apart, as recognised from a picture: `行 政 许 可`. Invariant: what such a text says cannot be read, so
 * that nothing is concluded from its sections, dates and sentences; a few words set apart for show make no such text.
 */
import { onceFor } from '../../model/onceFor';
import type { ReportProse } from '../../prose/report';
import { blanksApart } from '../../prose/typography';
import { shifted, type Span } from '../../text/span';

const LEAST_BLANKS = 100;
/** Shorter lines may be set apart for show: `目  录`. */
const SHORTEST_LINE = 10;
const NONE: readonly Span[] = [];

/** The blanks between its characters, where most lines are written so; none where they stand together. */
export const blanksApartIn = onceFor(({ lines, passages }: ReportProse): readonly Span[] => {
  let apart = 0;
  let together = 0;
  for (const { line: { text, tabular } } of lines) {
    if (tabular || text.length < SHORTEST_LINE) { continue; }
    if (text[1] === ' ' && text[3] === ' ' && text[5] === ' ') { apart++; } else { together++; }
  }
  if (apart <= together) { return NONE; }
  const blanks = passages.flatMap(({ start, passage }) => passage.read(blanksApart).map((span) => shifted(span, start)));
  return blanks.length < LEAST_BLANKS ? NONE : blanks;
});

export function standsApart(report: ReportProse): boolean { return blanksApartIn(report).length > 0; }
