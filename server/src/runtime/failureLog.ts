/**
 * Failures of our own, for whoever looks into them. Invariant: each is written once, with its stack.
 */
export class FailureLog {
  private readonly known = new Set<string>();

  constructor(private readonly output: { error(text: string): void }) {}

  /** @param failure an Error, or its stack */
  report(failure: unknown): void {
    const text = failure instanceof Error ? failure.stack ?? failure.message : String(failure);
    if (this.known.has(text)) { return; }
    this.known.add(text);
    this.output.error(text);
  }
}
