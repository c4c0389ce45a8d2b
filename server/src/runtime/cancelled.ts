/**
 * "Given up" as a value of its own. Invariant: what was given up never looks like an answer, above all not like "no findings".
 */
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

/** Thrown by work that was given up because a newer version, or nobody, needs it. */
export class Cancelled extends Error {}

/**
 * Answers a request: its result or, where the work failed, `fallback`.
 * @param report is told of a failure
 * @throws ResponseError that says the work was given up
 */
export async function answerSafely<T>(
  token: CancellationToken, work: () => Promise<T>, fallback: (reason: Error) => T, report: (reason: Error) => void,
): Promise<T> {
  throwIfCancelled(token);
  try {
    const result = await work();
    throwIfCancelled(token);
    return result;
  } catch (thrown) {
    throwIfCancelled(token);
    if (thrown instanceof Cancelled) {
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'a newer version is being checked', { retriggerRequest: true });
    }
    const reason = asError(thrown);
    report(reason);
    return fallback(reason);
  }
}

/** Whatever was thrown. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

function throwIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) { throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled'); }
}
