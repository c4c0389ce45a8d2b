// The entry of the tests inside VS Code, called in the extension host. Invariant: every *.test.js beside the bundle runs,
// (only those whose names begin as GOUJI_TEST_FILES says, where it is set), and the counts are written before the promise settles.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { runTestFiles } from './runTestFiles';

export function run(): Promise<void> {
  const wanted = (process.env.GOUJI_TEST_FILES ?? '').split(',');
  const files = readdirSync(__dirname).filter((name) => wanted.some((start) => name.startsWith(start)) && name.endsWith('.test.js')).sort();
  return runTestFiles(files.map((name) => path.join(__dirname, name)));
}
