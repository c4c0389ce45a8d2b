/** The command line's world, for tests. Invariant: what is printed is kept, and time stands still unless it is given a pace. */
import type { Io } from '../../server/src/cli/io';

export interface CapturedIo extends Io {
  printed(): string;
  complained(): string;
}

export function captureIo({ cwd, env = {}, input = [], isTerminal = false, pace = 0 }: {
  cwd: string; env?: Record<string, string>; input?: Uint8Array[]; isTerminal?: boolean; pace?: number;
}): CapturedIo {
  let out = '';
  let err = '';
  let time = 0;
  return {
    cwd, env, isTerminal,
    stdin: (async function* () { yield* input; })(),
    print: (text) => { out += text; },
    complain: (text) => { err += text; },
    now: () => time += pace,
    printed: () => out,
    complained: () => err,
  };
}
