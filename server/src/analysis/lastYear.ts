/**
 * Which of the other reports is last year's of the same body. Invariant: the same name and the year before, exactly; none
 * where reports that would do disagree in any figure, since nobody knows which of them is right.
 */
import { isYearBefore, type OtherReport } from '../model/otherReport';
import { identityOf } from '../prose/identity';

export function lastYearOf(text: string, others: readonly OtherReport[]): OtherReport | null {
  const own = others.length > 0 ? identityOf(text) : null;
  if (own === null) { return null; }
  let best: OtherReport | null = null;
  for (const other of others) {
    if (!isYearBefore(other, own)) { continue; }
    if (best !== null && disagree(best, other)) { return null; }
    if (best === null || isFuller(other, best)) { best = other; }
  }
  return best;
}

function disagree(a: OtherReport, b: OtherReport): boolean {
  for (const [key, { value }] of a.figures) {
    const other = b.figures.get(key);
    if (other !== undefined && !other.value.eq(value)) { return true; }
  }
  return false;
}

/** Of two that agree; where they are alike, the choice does not depend on their order. */
function isFuller(a: OtherReport, b: OtherReport): boolean {
  return a.figures.size > b.figures.size || (a.figures.size === b.figures.size && a.source < b.source);
}
