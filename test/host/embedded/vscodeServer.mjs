// The built VS Code server that the npm package code-server carries, made to run without its own install scripts,
// which insist on a Node version and download from elsewhere. Invariant: everything comes from the npm registry.
import { chmodSync, copyFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { npm } from '../../../scripts/npm.mjs';
import { cachedFolder, HostUnavailable } from './cache.mjs';

const THING = 'the embedded VS Code 1.100.3 (npm: code-server 4.100.3)';
const DESKTOP = 'or install desktop VS Code and put its `code` command on the PATH';

/** @returns {Promise<string>} the server's entry, a Node script */
export async function vscodeServer() {
  if (process.platform === 'win32') {
    throw new HostUnavailable(THING, `use Linux, macOS or WSL, ${DESKTOP}`, 'it does not run on Windows');
  }
  return serverEntry(await cachedFolder('vscode-server', THING, completeServer));
}

const vscodeRoot = (folder) => path.join(folder, 'node_modules/code-server/lib/vscode');
const serverEntry = (folder) => path.join(vscodeRoot(folder), 'out/server-main.js');

function completeServer(folder) {
  const root = vscodeRoot(folder);
  // Its shrinkwrap was written without peer dependencies.
  const { ok, output } = npm(['ci', '--ignore-scripts', '--omit=dev', '--legacy-peer-deps'], { cwd: root, quiet: true });
  if (!ok) { throw new HostUnavailable(`${THING}: its own modules`, 'make the npm registry reachable (npm ping) and run again', output); }
  const link = path.join(root, 'node_modules.asar');
  if (!existsSync(link)) { symlinkSync('node_modules', link); }
  placeRipgrep(folder, root);
  buildNativeModules(root);
  const check = spawnSync(process.execPath, [serverEntry(folder), '--version'], { encoding: 'utf8' });
  if (check.status !== 0) { throw new HostUnavailable(THING, `run on Node 20, ${DESKTOP}`, check.stderr); }
}

/** findFiles, search and `workspaceContains:` run this program. */
function placeRipgrep(folder, root) {
  const carried = path.join(folder, `node_modules/@vscode/ripgrep-${process.platform}-${process.arch}/bin/rg`);
  if (!existsSync(carried)) {
    throw new HostUnavailable(`ripgrep for ${process.platform}-${process.arch}`, `run on Linux or macOS, x64 or arm64, ${DESKTOP}`);
  }
  const bin = path.join(root, 'node_modules/@vscode/ripgrep/bin');
  mkdirSync(bin, { recursive: true });
  copyFileSync(carried, path.join(bin, 'rg'));
  chmodSync(path.join(bin, 'rg'), 0o755);
}

/** Log files, which output channels are, and terminals. The server runs without them: quietly poorer, so it is said. */
function buildNativeModules(root) {
  const headers = path.resolve(process.execPath, '../..');
  const env = existsSync(path.join(headers, 'include/node/node.h')) ? { npm_config_nodedir: headers } : {};
  const { ok, output } = npm(['rebuild', '@vscode/spdlog', 'native-watchdog'], { cwd: root, env, quiet: true });
  if (!ok) { console.warn(`[host] output channels will stay empty: spdlog could not be built (a C++ compiler is needed)\n${output}`); }
  // Its last step fails where npx cannot fetch node-gyp, after the module is built: the file is what counts.
  npm(['rebuild', 'node-pty'], { cwd: root, env, quiet: true });
  if (!existsSync(path.join(root, 'node_modules/node-pty/build/Release/pty.node'))) {
    console.warn('[host] no terminals: node-pty could not be built');
  }
}
