// Keeps the language server running. Invariant: a server that ends unasked, at whatever moment, its start included, is
// started again until it has done so too often; the person is told the first time and when that is given up.
// The client library starts a crashed server by itself, but leaves it down for good if the crash comes while it starts or
// while several messages are on their way: so the library is told never to, and this file does it.
import * as vscode from 'vscode';
import { CloseAction, ErrorAction, LanguageClient, State, type ErrorHandler } from 'vscode-languageclient/node';

const CRASHES_ALLOWED = 4;
const CRASHES_WITHIN_MS = 3 * 60_000;
const WRITE_ERRORS_ALLOWED = 3;
/** The library takes up to 2 s to be rid of a server whose start failed; a start within them would lose its connection. */
const PAUSE_AFTER_FAILED_START_MS = 2_500;

/** A client that leaves it to the keeper to tell, in the person's language, what became of the server. */
export class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown, showNotification?: boolean | 'force'): void {
    super.error(message, data, showNotification === 'force' ? false : showNotification);
  }
}

/** What the client of a kept server is to do on errors: end the server after several, and start none. */
export const KEPT_SERVER = {
  errorHandler: {
    error: (_error, _message, count = 1) => ({
      action: count <= WRITE_ERRORS_ALLOWED ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true,
    }),
    closed: () => ({ action: CloseAction.DoNotRestart, handled: true }),
  } satisfies ErrorHandler,
  initializationFailedHandler: (): boolean => false,
};

export class ServerKeeper {
  private isWanted = false;
  private isTold = false;
  private coming: Promise<void> | undefined;
  private crashes: number[] = [];
  private restarts: Promise<void> = Promise.resolve();

  /** @param client made with the options of KEPT_SERVER */
  constructor(private readonly client: LanguageClient) {
    client.onDidChangeState(({ oldState, newState }) => {
      if (oldState === State.Running && newState === State.Stopped && this.isWanted && this.coming === undefined && this.mayComeBack()) {
        void this.start();
      }
    });
  }

  /** Settles once the server runs, is to be kept no longer, or has been given up; never rejects. */
  start(): Promise<void> {
    this.isWanted = true;
    return this.coming ??= this.bringUp();
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    await this.coming;
    await this.clientAtRest();
  }

  /** One after another: a stop within the start of another restart would look like a crash. */
  restart(): Promise<void> {
    return this.restarts = this.restarts.then(async () => {
      await this.stop();
      this.crashes = [];
      await this.start();
    });
  }

  private async bringUp(): Promise<void> {
    try {
      while (this.isWanted && !this.client.isRunning()) {
        await this.clientAtRest();
        await this.client.start().catch(() => undefined);
        if (this.client.isRunning() || !this.isWanted || !this.mayComeBack()) { return; }
        await passed(PAUSE_AFTER_FAILED_START_MS);
      }
    } finally {
      this.coming = undefined;
    }
  }

  /** Stops the client if it runs; waits for its end where it is ending, which it says a moment before it can be waited for. */
  private async clientAtRest(): Promise<void> {
    await passed(0);
    await this.client.stop().catch(() => undefined);
  }

  /** Counts a crash and tells of it. */
  private mayComeBack(): boolean {
    const now = Date.now();
    this.crashes = [...this.crashes.filter((time) => now - time < CRASHES_WITHIN_MS), now];
    if (this.crashes.length > CRASHES_ALLOWED) {
      this.isWanted = false;
      void vscode.window.showErrorMessage(
        vscode.l10n.t('The Gouji language server keeps crashing and was stopped. “Gouji: Restart the Language Server” starts it again.'),
      );
      return false;
    }
    if (!this.isTold) { void vscode.window.showWarningMessage(vscode.l10n.t('The Gouji language server crashed and was started again.')); }
    this.isTold = true;
    return true;
  }
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms); });
}
