/**
 * What the server needs of the place it runs in, so that it runs on Node, in a browser worker and in tests alike.
 * Invariant: the only way to time, to the event loop and to files.
 */
export interface Runtime {
  /** Milliseconds, never running backwards. */
  now(): number;
  /** Lets waiting messages in; resolves in a later turn of the event loop. */
  pause(): Promise<void>;
  /** Does the work once, `delay` milliseconds from now. @returns what calls it off */
  later(delay: number, work: () => void): () => void;
  /** The first of these files that there is; for clients that do not read them. @throws where it cannot be read */
  readFirst(uris: readonly string[]): Promise<{ readonly uri: string; readonly text: string } | null>;
  /** The documents in a folder of this machine, not below it: each file's URI and text. Empty where it cannot be read. */
  readFolder(folder: string): Promise<readonly { readonly uri: string; readonly text: string }[]>;
  /** URI of the folder with the page of each rule, without a slash at its end; null where there is none. */
  readonly rulePages: string | null;
}
