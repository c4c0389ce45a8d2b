// The embedded VS Code for a person: a server whose address is opened in the browser of one's choice, with Gouji installed
// in it. Invariant: its profile is fresh, and only who has the address with its token gets in.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { offerChinese } from './chineseDisplay.mjs';
import { startServer } from './serverProcess.mjs';
import { vscodeServer } from './vscodeServer.mjs';
import { workbenchAddress } from './workbench.mjs';

const USER_SETTINGS = {
  'workbench.startupEditor': 'none', 'extensions.ignoreRecommendations': true, 'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
};

/**
 * @param {string} extension the extension's folder, built
 * @param {string} folder what is opened
 * @param {string | undefined} file a file shown at first
 * @returns {Promise<{ address: string, stop: () => Promise<void>, ended: Promise<string> }>} ended: settles if the server
 *   ends by itself, with how it ended
 */
export async function openEmbeddedEditor(extension, folder, file) {
  const entry = await vscodeServer();
  const scratch = mkdtempSync(path.join(tmpdir(), 'gouji-editor-'));
  const profile = {
    dataDir: path.join(scratch, 'server'), userDataDir: path.join(scratch, 'user'), extensionsDir: path.join(scratch, 'extensions'),
  };
  mkdirSync(path.join(profile.userDataDir, 'User'), { recursive: true });
  writeFileSync(path.join(profile.userDataDir, 'User/settings.json'), JSON.stringify(USER_SETTINGS));
  offerChinese(profile.userDataDir);
  linkExtension(extension, profile.extensionsDir);

  const token = randomBytes(16).toString('hex');
  let end;
  const ended = new Promise((resolve) => { end = resolve; });
  const server = await startServer(entry, profile, { token, onExit: end });
  const shown = file ? [['openFile', `vscode-remote://${server.authority}${encodeURI(file)}`]] : [];
  const stop = async () => {
    await server.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  };
  return { address: `${workbenchAddress(server.authority, folder, shown)}&tkn=${token}`, stop, ended };
}

/** Installed by a link: a new build is there after the window is loaded again. */
function linkExtension(extension, extensionsDir) {
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8'));
  mkdirSync(extensionsDir, { recursive: true });
  symlinkSync(extension, path.join(extensionsDir, `${publisher}.${name}-${version}`));
}
