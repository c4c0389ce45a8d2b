/**
 * Work on documents that waits until each has been left alone for a moment. Invariant: of all that is scheduled for a document
 * meanwhile it is done once; nothing is done that was called off.
 */
import type { Runtime } from './runtime';

/** How long a document must be left alone, in milliseconds. */
const QUIET_MS = 150;

export class WhenQuiet {
  private readonly waiting = new Map<string, () => void>();

  /** @param work what it throws is its own affair */
  constructor(private readonly runtime: Runtime, private readonly work: (uri: string) => void) {}

  schedule(uri: string): void {
    this.callOff(uri);
    this.waiting.set(uri, this.runtime.later(QUIET_MS, () => {
      this.waiting.delete(uri);
      this.work(uri);
    }));
  }

  callOff(uri: string): void {
    this.waiting.get(uri)?.();
    this.waiting.delete(uri);
  }
}
