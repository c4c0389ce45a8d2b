#!/usr/bin/env node
// Stands in for the desktop `code` executable: takes the same command line, but runs the workbench of the embedded VS Code
// server in headless Chromium; extensions and tests run in that server's Node extension host. Invariant: the exit code is 0
// only if the suite ran to its end and passed, and nothing of the run stays behind: no process, no temporary folder.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { browserDriver, chromiumBrowser } from './browser.mjs';
import { offerChinese } from './chineseDisplay.mjs';
import { parseCommandLine } from './commandLine.mjs';
import { openDomBridge } from './domBridge.mjs';
import { profileArguments, serverEnvironment, startServer } from './serverProcess.mjs';
import { makeTestEntry } from './testEntry.mjs';
import { vscodeServer } from './vscodeServer.mjs';
import { look, openWorkbench, toPath, workbenchAddress } from './workbench.mjs';

const TIMEOUT_MS = Number(process.env.GOUJI_HOST_TIMEOUT_MS ?? 300_000);
const TIMED_OUT = 124;
const INTERRUPTED = 130;
/** test-electron stops reading at the exit: the last lines are left a moment to arrive. */
const LAST_LINES_MS = 150;

const args = process.argv.slice(2);
const { flags, target, needsWindow } = parseCommandLine(args);
const scratch = mkdtempSync(path.join(tmpdir(), 'gouji-host-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));
const profile = {
  dataDir: path.join(scratch, 'server'),
  userDataDir: path.resolve(flags['user-data-dir'] ?? path.join(scratch, 'user')),
  extensionsDir: path.resolve(flags['extensions-dir'] ?? path.join(scratch, 'extensions')),
};
const run = { finishing: false };

for (const stream of [process.stdout, process.stderr]) { stream.on('error', () => void finish(1)); }
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) { process.on(signal, () => void finish(INTERRUPTED, `stopped by ${signal}`)); }
for (const event of ['unhandledRejection', 'uncaughtException']) {
  process.on(event, (error) => void finish(1, error?.name === 'HostUnavailable' ? error.message : String(error?.stack ?? error)));
}

const entry = await vscodeServer();
if (needsWindow) { await openWindow(); } else { runServerCommand(); }

/** Lists, installs and removes extensions with the server's own command line. */
function runServerCommand() {
  const passed = args.filter((arg) => !/^--(user-data-dir|extensions-dir)=/.test(arg));
  const own = flags.version || flags.help ? [] : profileArguments(profile);
  const { status } = spawnSync(process.execPath, [entry, ...own, ...passed], { env: serverEnvironment(), stdio: 'inherit' });
  process.exit(status ?? 1);
}

async function openWindow() {
  setTimeout(() => void finish(TIMED_OUT, `no result within ${TIMEOUT_MS} ms`), TIMEOUT_MS).unref();
  const [driver, browser] = [await browserDriver(), await chromiumBrowser()];
  run.tests = flags.extensionTestsPath && makeTestEntry(scratch, toPath(flags.extensionTestsPath));
  run.bridge = await openDomBridge((request) => look(run.workbench.page, request));
  offerChinese(profile.userDataDir);
  run.server = await startServer(entry, profile, {
    isRestricted: !!process.env.GOUJI_HOST_RESTRICTED,
    args: ['log', 'locale'].flatMap((name) => flags[name] ? [`--${name}`, flags[name]] : []),
    env: { GOUJI_DOM_BRIDGE: run.bridge.address },
    onExit: (how) => void finish(1, `the server exited: ${how}`),
  });
  run.workbench = await openWorkbench(driver, browser, workbenchAddress(run.server.authority, target, payload()), {
    locale: flags.locale, bindings: { codeAutomationLog: passOnError, codeAutomationExit: testsEnded },
  });
  run.workbench.page.on('crash', () => void finish(1, 'the page crashed'));
}

function payload() {
  const remote = (place) => `vscode-remote://${run.server.authority}${encodeURI(toPath(place))}`;
  const pairs = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true']];
  for (const place of flags.extensionDevelopmentPath ?? []) { pairs.push(['extensionDevelopmentPath', remote(place)]); }
  if (run.tests) { pairs.push(['extensionTestsPath', remote(run.tests.module)]); }
  if (flags['disable-extensions']) { pairs.push(['disableExtensions', 'true']); }
  return pairs;
}

/** Of the workbench's own log only errors are worth a line; the tests' console comes through their entry. */
function passOnError(level, values) {
  const text = format(...values);
  const known = /^\[Service Worker\] registration|native-watchdog|Could not locate the bindings file|^Error: \d+ tests failed/;
  if (level === 'error' && !known.test(text)) { process.stderr.write(`${text}\n`); }
}

function testsEnded(code) {
  if (code === 0 && run.tests && !run.tests.settled()) {
    return finish(1, 'the extension host ended before the tests did (a crash, or process.exit in a test or an extension)');
  }
  return finish(typeof code === 'number' ? code : 1);
}

async function finish(code, why) {
  if (run.finishing) { return; }
  run.finishing = true;
  run.tests?.passOn();
  if (code !== 0) { await explain(why); }
  run.bridge?.close();
  await run.workbench?.close();
  await run.server?.stop();
  setTimeout(() => process.exit(code), LAST_LINES_MS);
}

async function explain(why) {
  if (run.workbench && !run.workbench.page.isClosed()) {
    await look(run.workbench.page, { op: 'screenshot', name: 'failed-run' }).catch(() => {});
  }
  const log = run.server?.log ?? [];
  for (const line of log.filter((text) => text.includes('is not compatible with'))) { console.error(`[host] ${line}`); }
  if (why) { console.error([`[host] ${why}`, ...log.slice(-40)].join('\n')); }
}
