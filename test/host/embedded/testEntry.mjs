// The module through which a suite is entered in the extension host. Two things make it needed. The workbench reports
// success when the extension host dies under the tests: the entry leaves a receipt once the suite has settled, and a
// success without it counts as a failure. And what reaches the page's console is mixed with the workbench's own chatter
// and lost in a crash: the entry writes the host's console to a file at once, and that file is what is passed on.
import { existsSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const POLL_MS = 50;

/**
 * @param {string} scratch a folder of this run
 * @param {string} suite the suite's module, which exports `run`
 */
export function makeTestEntry(scratch, suite) {
  const module = path.join(scratch, 'entry.cjs');
  const receipt = path.join(scratch, 'receipt');
  const consoleFile = path.join(scratch, 'console');
  writeFileSync(consoleFile, '');
  writeFileSync(module, entrySource(suite, receipt, consoleFile));
  const passOn = follow(consoleFile);
  setInterval(passOn, POLL_MS).unref();
  return { module, settled: () => existsSync(receipt), passOn };
}

/** The host has sealed console's methods, so the object itself is replaced while the tests run. */
const entrySource = (suite, receipt, consoleFile) => `
const fs = require('node:fs'), util = require('node:util'), { pathToFileURL } = require('node:url');
const file = fs.openSync(${JSON.stringify(consoleFile)}, 'a'), own = globalThis.console;
const write = (...values) => { fs.writeSync(file, util.format(...values) + '\\n'); };
const methods = ['log', 'info', 'debug', 'warn', 'error'].map((name) => [name, { value: write, writable: true }]);
exports.run = async (root) => {
  globalThis.console = Object.create(own, Object.fromEntries(methods));
  try {
    const suite = await import(pathToFileURL(require.resolve(${JSON.stringify(suite)})).href);
    const run = suite.run ?? suite.default?.run;
    if (typeof run !== 'function') { throw new Error('the suite exports no run function'); }
    await run(root);
  } finally {
    globalThis.console = own;
    fs.writeFileSync(${JSON.stringify(receipt)}, '');
  }
};
`;

/** A function that writes to stdout what has been added to the file since it was last called. */
function follow(file) {
  const handle = openSync(file, 'r');
  let read = 0;
  return () => {
    const chunk = Buffer.alloc(fstatSync(handle).size - read);
    read += readSync(handle, chunk, 0, chunk.length, read);
    if (chunk.length > 0) { process.stdout.write(chunk); }
  };
}
