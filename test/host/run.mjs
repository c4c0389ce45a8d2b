// The tests inside VS Code: the suites, the guards against a false green, the packaged extension.
// Invariant: a launch without a result counts as failed; under the embedded VS Code no test may be skipped.
//   npm run host                    all of them; the last line is `N passed, N failed`
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { build } from '../../scripts/prepare.mjs';
import { makePackage } from '../../scripts/package.mjs';
import { testStart } from './startTest.mjs';
import { isEmbedded, profileFlags, vscodeExecutable } from './vscode.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const samples = path.join(root, 'samples');
const carrier = path.join(here, 'installed/carrier');
const built = (name) => path.join(root, 'out/host', name);

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function runHostTests() {
  const results = [await runSuite('suite/index.js', [root, samples])];
  results.push(await runSuite(
    'suite/index.js', [root, samples], { GOUJI_HOST_LOCALE: 'zh-cn', GOUJI_TEST_FILES: 'features,findings,panelLook,people,readmePicture' },
  ));
  // Desktop VS Code trusts every folder while it runs tests.
  if (isEmbedded) { results.push(await runSuite('restricted/index.js', [root, samples], { GOUJI_HOST_RESTRICTED: '1' })); }
  results.push(await runGuard('a failing suite', 'guards/failing.js', 'this suite fails on purpose'));
  results.push(await runGuard('a crashing suite', 'guards/crashing.js', 'ended before the tests did'));
  results.push(await runInstalled());
  results.push(await runCheck('npm start opens an editor with Gouji in it, and Ctrl-C ends it', testStart));
  return results.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), { passed: 0, failed: 0 });
}

/** A suite that counts for itself: it leaves its counts in a file. @param {string[]} where extension, workspace, profile */
async function runSuite(name, where, env = {}) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'gouji-counts-'));
  const counts = path.join(scratch, 'counts.json');
  try {
    const code = await launch(name, where, { env: { ...env, GOUJI_TEST_COUNTS: counts }, show: true });
    if (!existsSync(counts)) { return failure(`${name} ended without a result`); }
    const { passed, failed, skipped } = JSON.parse(readFileSync(counts, 'utf8'));
    if (passed + failed === 0) { return failure(`${name} ran no test`); }
    if (isEmbedded && skipped > 0) { return { passed, failed: failed + failure(`${name} skipped ${skipped} tests`).failed }; }
    return code !== 0 && failed === 0
      ? { passed, failed: failure(`${name} passed but VS Code exited with ${code}`).failed }
      : { passed, failed };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A check that throws if it fails. */
async function runCheck(title, check) {
  try {
    await check();
    console.log(`✔ ${title}`);
    return { passed: 1, failed: 0 };
  } catch (error) {
    return failure(`${title}\n${error.stack}`);
  }
}

/** A suite that must be reported as failed, for the reason given, or a red run could look green. */
async function runGuard(title, name, reason) {
  const output = [];
  const code = await launch(name, [root, samples], {
    env: { GOUJI_HOST_SCREENSHOTS: path.join(root, 'out/screenshots/guards') }, collect: (text) => output.push(text),
  });
  const seen = output.join('');
  // Desktop VS Code does not tell why; its exit code is all there is to check.
  if (code !== 0 && (!isEmbedded || seen.includes(reason))) {
    console.log(`✔ ${title} is reported as failed`);
    return { passed: 1, failed: 0 };
  }
  return failure(`${title} was not reported as failed for its reason; exit code ${code}\n${seen}`);
}

/** The packaged file, installed as a user installs it, in a window whose extension under development is an empty one. */
async function runInstalled() {
  const profile = mkdtempSync(path.join(tmpdir(), 'gouji-installed-'));
  try {
    const file = makePackage();
    const [code] = resolveCliArgsFromVSCodeExecutablePath(
      vscodeExecutable() ?? await downloadAndUnzipVSCode(), { reuseMachineInstall: true },
    );
    const install = spawnSync(code, [...profileFlags(profile), '--install-extension', file], { encoding: 'utf8' });
    if (install.status !== 0) { return failure(`${path.basename(file)} could not be installed\n${install.stdout}${install.stderr}`); }
    return await runSuite('installed/index.js', [carrier, samples, profile]);
  } catch (error) {
    return failure(`the packaged extension could not be tested: ${error.message}`);
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

function launch(name, where, { env = {}, show = false, collect = () => {} }) {
  const child = spawn(process.execPath, [path.join(here, 'launch.mjs'), built(name), ...where], {
    env: { ...process.env, ...env }, stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  });
  child.stdout?.setEncoding('utf8').on('data', collect);
  child.stderr?.setEncoding('utf8').on('data', collect);
  return new Promise((resolve) => { child.on('close', (code) => resolve(code ?? 1)); });
}

function failure(what) {
  console.error(`✘ ${what}`);
  return { passed: 0, failed: 1 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  build();
  const { passed, failed } = await runHostTests();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
