/**
 * Shares in sentences: 占 12.5%. Invariant: a share is of the exact figure at most a dozen characters before it, with no other figure
 * between.
 */
import type { Span } from '../text/span';
import type { Claim } from './statements';

export interface Share extends Span {
  /** The figure it is a share of something of. */
  readonly part: Claim;
  /** As printed, without %. */
  readonly percent: string;
}

/** Not 占比分别为, whose figures stand elsewhere, nor 占全市, of which the report says nothing. */
const SHARE = /占(?!比?分别|全[国省市区县州])[^，,。；;、%％]{0,12}?([0-9０-９]+(?:[.．][0-9０-９]+)?)\s*[%％]/g;
const MOST_BETWEEN = 12;

/** Shares of the figure that stands right before them. */
export function sharesIn(text: string, at: number, claims: readonly Claim[]): Share[] {
  if (!/[%％]/.test(text)) { return []; }
  const found: Share[] = [];
  for (const match of text.matchAll(SHARE)) {
    const start = at + match.index;
    const part = claims.findLast((claim) => claim.end <= start);
    if (part === undefined || !part.quantity.exact || /[0-9０-９。；;]/.test(text.slice(part.end - at, match.index))
      || start - part.end > MOST_BETWEEN) {
      continue;
    }
    const digits = match[0].lastIndexOf(match[1]);
    found.push({ start: start + digits, end: start + digits + match[1].length, part, percent: match[1].normalize('NFKC') });
  }
  return found;
}
