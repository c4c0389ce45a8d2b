/** What happens when something of ours fails: it is said, logged once with its stack, and never looks like a clean report. */
import { describe, expect, it } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { failureDiagnostic } from '../../server/src/features/diagnostics';
import { answerSafely, Cancelled } from '../../server/src/runtime/cancelled';
import { FailureLog } from '../../server/src/runtime/failureLog';

const token = (): CancellationTokenSource['token'] => new CancellationTokenSource().token;
const never = (): never => { throw new Error('not to be called'); };

describe('an answer', () => {
  it('is the result', async () => {
    expect(await answerSafely(token(), async () => 42, never, never)).toBe(42);
  });

  it('is the fallback when the work fails, and the failure is reported', async () => {
    const failures: Error[] = [];
    const answer = await answerSafely(token(), async () => {
      throw new TypeError('oops');
    }, (reason) => `failed: ${reason.message}`, (reason) => failures.push(reason));
    expect(answer).toBe('failed: oops');
    expect(failures).toHaveLength(1);
  });

  it('is an error of its own when the work was given up', async () => {
    await expect(answerSafely(token(), async () => {
      throw new Cancelled();
    }, never, never)).rejects.toMatchObject({ code: LSPErrorCodes.ServerCancelled });
  });

  it('is that of a cancelled request when the client has lost interest, even if the work then fails', async () => {
    const source = new CancellationTokenSource();
    const work = async (): Promise<never> => { source.cancel(); throw new Error('too late'); };
    await expect(answerSafely(source.token, work, never, never)).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    await expect(answerSafely(source.token, never, never, never)).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });
});

it('a failure is logged once, with its stack', () => {
  const logged: string[] = [];
  const log = new FailureLog({ error: (text) => logged.push(text) });
  const failure = new Error('oops');
  log.report(failure);
  log.report(failure);
  expect(logged).toEqual([failure.stack]);
});

it('a document that could not be checked says so', () => {
  expect(failureDiagnostic(new Error('oops'), 'zh'))
    .toMatchObject({ message: '检查出错，本文件未检查：oops', code: 'internal-error', source: 'gouji' });
});
