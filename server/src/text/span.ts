/**
 * Spans: places in a text. Invariant: UTF-16 offsets, half open, start ≤ end; `text.slice(start, end)` is the thing
 * itself. Lines and columns do not exist here, only at the protocol edge.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function shifted(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** The smallest span that holds both. */
export function joined(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
