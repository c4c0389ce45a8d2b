// npm test: everything, from a fresh clone: install, build, types, lint, the suites, the suites inside VS Code, the packaged
// extension. Invariant: the last line is `N passed, N failed`; a step that crashes or runs nothing counts as failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepare, root } from './prepare.mjs';

const steps = [
  ['types', () => passes('typescript/bin/tsc', ['-p', '.', '--noEmit'])],
  ['lint', () => passes('eslint/bin/eslint.js', ['.'])],
  ['suites', runVitest],
  ['inside VS Code', async () => (await import('../test/host/run.mjs')).runHostTests()],
];

/** A step that passes or fails as a whole. @param {string} tool below node_modules */
function passes(tool, args) {
  return runTool(tool, args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function runVitest() {
  const scratch = mkdtempSync(path.join(tmpdir(), 'gouji-vitest-'));
  const report = path.join(scratch, 'report.json');
  try {
    const code = runTool('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'));
    const failedOutsideTests = (code !== 0 && failed === 0) || passed + failed === 0;
    return { passed, failed: failedOutsideTests ? failed + 1 : failed };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function runTool(tool, args) {
  return spawnSync(
    process.execPath, [path.join(root, 'node_modules', tool), ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  ).status;
}

async function runStep([title, step]) {
  console.log(`\n── ${title}`);
  try {
    return { title, ...await step() };
  } catch (error) {
    console.error(error.stack);
    return { title, passed: 0, failed: 1 };
  }
}

const results = [await runStep(['install and build', () => { prepare(); return { passed: 1, failed: 0 }; }])];
if (results[0].failed === 0) {
  for (const step of steps) { results.push(await runStep(step)); }
}
console.log();
for (const { title, passed, failed } of results) { console.log(`${failed > 0 ? '✘' : '✔'} ${title}: ${passed} passed, ${failed} failed`); }
const sum = (count) => results.reduce((total, result) => total + result[count], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 ? 1 : 0);
