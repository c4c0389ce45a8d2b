/**
 * What all that answers a client shares. Invariant: the language is the client's once it has introduced itself; what is reported is
 * a failure of our own and never ends the server.
 */
import type { Connection } from 'vscode-languageserver';
import type { Language } from '../messages';
import type { Analyses } from './analyses';

export interface Host {
  readonly connection: Connection;
  readonly analyses: Analyses;
  language(): Language;
  report(failure: unknown): void;
}
