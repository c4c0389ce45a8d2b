/**
 * The command line as a function: arguments in, exit code out. Invariant: it never throws; what goes wrong is said on standard
 * error and gives exit code 2.
 */
import { version } from '../../../package.json';
import { message, say } from '../messages';
import { check } from './check';
import { fix } from './fix';
import { Exit, type Io } from './io';
import { readOptions, WrongUse, type Options } from './options';

export async function run(args: readonly string[], io: Io): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args, io.env);
  } catch (error) {
    if (!(error instanceof WrongUse)) { throw error; }
    io.complain(`${say(message('cli.bad-usage', { reason: say(error.reason, error.language) }), error.language)}\n`);
    return Exit.trouble;
  }
  switch (options.command) {
    case 'help': io.print(`${say(message('cli.help'), options.language)}\n`); return Exit.clean;
    case 'version': io.print(`${version}\n`); return Exit.clean;
    case 'check': return check(options, options.language, io);
    case 'fix': return fix(options, options.language, io);
  }
}
