/**
 * One line on standard error that says how far a long run is. Invariant: shown to people only, not in short runs, and gone
 * before anything else is written.
 */
import { message, say, type Language } from '../messages';
import type { Io } from './io';

const FIRST_AFTER_MS = 500;
const EVERY_MS = 100;

export class Progress {
  private next: number;
  private isShown = false;

  constructor(private readonly io: Io, private readonly language: Language) { this.next = io.now() + FIRST_AFTER_MS; }

  show(done: number, total: number): void {
    if (!this.io.isTerminal || this.io.now() < this.next) { return; }
    this.next = this.io.now() + EVERY_MS;
    this.isShown = true;
    this.io.complain(`\r${say(message('cli.progress', { done, total }), this.language)}\x1b[K`);
  }

  clear(): void {
    if (this.isShown) { this.io.complain('\r\x1b[K'); }
    this.isShown = false;
  }
}
