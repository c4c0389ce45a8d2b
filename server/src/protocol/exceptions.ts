/**
 * How settings files are had, and exceptions recorded. Invariant: the client reads and writes, the server decides what; an edit
 * is of the version it names and of no other.
 */
import type { EditReport } from './report';

/** Request, server to client, with `ReadSettingsParams`, answered with a `SettingsText` or null: for clients that say `canReadSettings`. */
export const READ_SETTINGS_REQUEST = 'gouji/readSettings';
/** Request with `ExceptionParams`, answered with an `ExceptionAnswer`. */
export const EXCEPTION_REQUEST = 'gouji/exception';

export interface ReadSettingsParams {
  /** Settings files that may exist; the first that does is meant. */
  readonly uris: readonly string[];
}

export interface SettingsText {
  readonly uri: string;
  readonly text: string;
}

export interface ExceptionParams {
  readonly uri: string;
  readonly version: number;
  /** Id of the finding that is correct as it stands. */
  readonly finding: string;
  readonly reason: string;
}

/** What records the exception, or why it cannot be recorded. */
export type ExceptionAnswer = ExceptionEdit | { readonly refused: string };

export interface ExceptionEdit {
  /** The document, or the settings file. */
  readonly uri: string;
  /** Null where the file is not open. */
  readonly version: number | null;
  /** The file is yet to be made. */
  readonly isNew: boolean;
  readonly edits: readonly EditReport[];
}
