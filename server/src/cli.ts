/**
 * The command line's entry: gives `run` this process' files, streams and environment. Invariant: output is never cut off by
 * leaving early; where the reader stops listening the work goes on unseen, so that the exit code is still that of the whole run.
 */
import { run } from './cli/run';

let isHeard = true;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') { throw error; }
  isHeard = false;
});

void run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  print: (text) => { if (isHeard) { process.stdout.write(text); } },
  complain: (text) => { process.stderr.write(text); },
  isTerminal: process.stderr.isTTY === true,
  now: () => performance.now(),
}).then((code) => { process.exitCode = code; });
