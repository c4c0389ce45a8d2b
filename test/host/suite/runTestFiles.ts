// Runs mocha in the extension host. Invariant: the counts reach the launcher even when tests fail, by the file that
// GOUJI_TEST_COUNTS names; a failure rejects, so that VS Code exits with an error.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

const TEST_TIMEOUT_MS = 30_000;

/** @param files built test files, absolute paths */
export async function runTestFiles(files: readonly string[]): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: TEST_TIMEOUT_MS, color: false, forbidOnly: !!process.env.CI });
  for (const file of files) { mocha.addFile(file); }
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      console.log(`${passes} passed, ${failures} failed, ${pending} skipped`);
      leaveCounts({ passed: passes, failed: failures, skipped: pending });
      resolve(failures);
    });
    runner.on('fail', (test, error: Error) => console.log(`${test.fullTitle()}: ${error.message}`));
  });
  if (failed > 0) { throw new Error(`${failed} tests failed`); }
}

function leaveCounts(counts: { passed: number; failed: number; skipped: number }): void {
  const file = process.env.GOUJI_TEST_COUNTS;
  if (file) { writeFileSync(file, JSON.stringify(counts)); }
}
