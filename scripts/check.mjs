// npm run check -- [paths]: installs and builds what is missing, then checks reports on the command line.
// Invariant: everything after `--` goes to the command line as it is; the exit code is the command line's.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { callerFolder, isMain, prepare, root, runScript } from './prepare.mjs';

/** @param {string[]} args of `gouji check` @param {string} cwd where relative paths start @returns {number} exit code */
export function check(args, cwd = root) {
  const { status } = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'check', ...args], { cwd, stdio: 'inherit' });
  return status ?? 2;
}

if (isMain(import.meta.url)) {
  await runScript((args) => {
    prepare();
    return check(args, callerFolder());
  });
}
