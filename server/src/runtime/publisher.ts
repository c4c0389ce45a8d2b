/**
 * Diagnostics for clients that do not ask for them. Invariant: a document is checked once it has been left alone for a moment; what
 * is sent belongs to its current version.
 */
import { asError, Cancelled } from './cancelled';
import type { Diagnostics } from './diagnostics';
import type { Host } from './host';
import type { Runtime } from './runtime';
import { WhenQuiet } from './whenQuiet';

export class Publisher {
  private readonly waiting: WhenQuiet;

  constructor(
    runtime: Runtime,
    private readonly host: Pick<Host, 'analyses' | 'report'>,
    private readonly versionOf: (uri: string) => number | undefined,
    private readonly diagnostics: Diagnostics,
  ) {
    this.waiting = new WhenQuiet(runtime, (uri) => { void this.publish(uri); });
  }

  schedule(uri: string): void { this.waiting.schedule(uri); }

  callOff(uri: string): void { this.waiting.callOff(uri); }

  private async publish(uri: string): Promise<void> {
    try {
      const checked = await this.host.analyses.of(uri);
      if (this.versionOf(uri) === checked.version) { this.diagnostics.send(uri, checked.version, this.diagnostics.of(checked)); }
    } catch (thrown) {
      if (thrown instanceof Cancelled) { return; }
      const reason = asError(thrown);
      this.host.report(reason);
      this.diagnostics.send(uri, null, this.diagnostics.ofFailure(reason));
    }
  }
}
