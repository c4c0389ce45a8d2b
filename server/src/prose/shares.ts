/**
 * Shares in sentences: 占 12.5%. Invariant: a share is of the exact figure right before it, and of requests of one kind.
 */
import type { Span } from '../text/span';
import type { Claim } from './claims';
import type { LabelId } from './labels';

export interface Share extends Span {
  /** The figure it is a share of something of. */
  readonly part: Claim;
  /** As printed, without %. */
  readonly percent: string;
}

/** Not 占比分别为, whose figures stand elsewhere, nor 占全市, of which the report says nothing. */
const SHARE = /占(?!比?分别|全[国省市区县州])[^，,。；;、%％]{0,12}?([0-9０-９]+(?:[.．][0-9０-９]+)?)\s*[%％]/g;
/** 收到 9 件，其中征地类占 35%: the share is of other things than stand before it. */
const RIGHT_BEHIND = /^[\s，,、（(的约]*$/;
/** What everything was counted as: its share is of something beyond the report (占全局收文总量的 0.6%). */
const WHOLES: ReadonlySet<LabelId> = new Set(['new', 'received', 'done']);

/** Shares of the figure that stands right before them. */
export function sharesIn(text: string, at: number, claims: readonly Claim[]): Share[] {
  if (!/[%％]/.test(text)) { return []; }
  const found: Share[] = [];
  for (const match of text.matchAll(SHARE)) {
    const start = at + match.index;
    const part = claims.findLast((claim) => claim.end <= start);
    if (part === undefined || !part.quantity.exact || WHOLES.has(part.label)) { continue; }
    if (!RIGHT_BEHIND.test(text.slice(part.end - at, match.index))) { continue; }
    const digits = match[0].lastIndexOf(match[1]);
    found.push({ start: start + digits, end: start + digits + match[1].length, part, percent: match[1].normalize('NFKC') });
  }
  return found;
}
