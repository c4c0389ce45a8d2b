/**
 * The command line's entry: gives `run` this process' files, streams and environment. Invariant: output is never cut off by
 * leaving early; a reader that stops listening ends the program quietly.
 */
import { run } from './cli/run';

process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code === 'EPIPE') { process.exit(); } else { throw error; } });

void run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  stdin: process.stdin,
  print: (text) => { process.stdout.write(text); },
  complain: (text) => { process.stderr.write(text); },
  isTerminal: process.stderr.isTTY === true,
  now: () => performance.now(),
}).then((code) => { process.exitCode = code; });
