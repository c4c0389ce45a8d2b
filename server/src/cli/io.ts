/**
 * What the command line has of the world besides files. Invariant: nothing below cli/ touches the process itself, so that tests
 * run the whole of it in their own.
 */
export interface Io {
  /** Where relative paths start. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  print(text: string): void;
  /** Standard error. */
  complain(text: string): void;
  /** Standard error is read by a person. */
  readonly isTerminal: boolean;
  /** Milliseconds, never running backwards. */
  now(): number;
}

/** Exit codes. */
export const Exit = { clean: 0, findings: 1, trouble: 2 } as const;
