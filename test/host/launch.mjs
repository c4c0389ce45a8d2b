// One launch of VS Code with one suite: the child process of run.mjs. Invariant: every launch has its own copy of the
// workspace and its own profile, so that what a stopped run left behind fails no later one.
//   node test/host/launch.mjs <suite module> <extension folder> <workspace folder> [profile folder]
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { profileFlags, vscodeExecutable } from './vscode.mjs';

const USER_SETTINGS = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.startupPrompt': 'never',
};

const [suite, extension, workspaceSource, givenProfile] = process.argv.slice(2);
const scratch = mkdtempSync(path.join(tmpdir(), 'gouji-launch-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }));

const workspace = path.join(scratch, path.basename(workspaceSource));
cpSync(workspaceSource, workspace, { recursive: true });
const profile = givenProfile ?? scratch;
seedSettings(path.join(profile, 'user/User'));
if (!existsSync(suite)) { throw new Error(`${suite} is not built`); }

try {
  await runTests({
    vscodeExecutablePath: vscodeExecutable(),
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    launchArgs: [
      workspace, ...profileFlags(profile), ...(process.env.GOUJI_HOST_LOCALE ? [`--locale=${process.env.GOUJI_HOST_LOCALE}`] : []),
    ],
  });
} catch (error) {
  console.error(`[host] ${error.message}`);
  process.exitCode = 1;
}

function seedSettings(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(USER_SETTINGS));
}
