/**
 * Diagnostics for clients that do not ask for them. Invariant: a document is checked once it has been left alone for a
 * moment; what is sent belongs to its current version; a closed document has none.
 */
import type { Runtime } from './runtime';

/** How long a document must be left alone, in milliseconds. */
export const QUIET_MS = 150;

export class Publisher {
  private readonly waiting = new Map<string, () => void>();

  /** @param publish checks and sends; what it throws is its own affair */
  constructor(private readonly runtime: Runtime, private readonly publish: (uri: string) => void) {}

  schedule(uri: string): void {
    this.callOff(uri);
    this.waiting.set(uri, this.runtime.later(QUIET_MS, () => {
      this.waiting.delete(uri);
      this.publish(uri);
    }));
  }

  callOff(uri: string): void {
    this.waiting.get(uri)?.();
    this.waiting.delete(uri);
  }
}
