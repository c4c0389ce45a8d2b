// A running VS Code server. Invariant: it listens on the loopback alone, asks nothing of a gallery, and takes every
// process it started with it when it stops.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

const verbose = !!process.env.GOUJI_HOST_VERBOSE;

/**
 * @typedef {{ dataDir: string, userDataDir: string, extensionsDir: string }} Profile
 * @typedef {{ authority: string, log: string[], stop: () => Promise<void> }} Server authority: host and port
 */

/** Arguments that every call of the server's entry takes, as command line or as server. @param {Profile} profile */
export function profileArguments({ dataDir, userDataDir, extensionsDir }) {
  return ['--accept-server-license-terms', '--telemetry-level', 'off',
    '--server-data-dir', dataDir, '--user-data-dir', userDataDir, '--extensions-dir', extensionsDir];
}

/** `{}` is no gallery: nothing is asked of the network. */
export const serverEnvironment = (extra = {}) => ({ ...process.env, EXTENSIONS_GALLERY: '{}', ...extra });

/**
 * @param {string} entry the server's Node script
 * @param {Profile} profile
 * @param {{ token?: string, isRestricted?: boolean, args?: string[], env?: Record<string, string>, onExit?: (how: string) => void }}
 * options
 *   token: what an address must carry; isRestricted: folders are not trusted before someone says so; onExit: called when the server ends by
 * itself after it was up
 * @returns {Promise<Server>} rejects with the log if the server does not come up
 */
export async function startServer(entry, profile, { token, isRestricted = false, args = [], env = {}, onExit = () => {} } = {}) {
  const sockets = path.join(profile.dataDir, 'run');
  for (const dir of [profile.userDataDir, profile.extensionsDir, path.join(profile.dataDir, 'data/logs'), sockets]) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
  }
  // A process group of its own, so that extension hosts, file watchers and language servers go with it.
  const child = spawn(process.execPath, [entry, ...profileArguments(profile),
    '--host', '127.0.0.1', '--port', '0', ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    '--disable-update-check', '--disable-getting-started-override', ...(isRestricted ? [] : ['--disable-workspace-trust']),
    // Newer builds take an extension under development from the address only with this one.
    '--enable-smoke-test-driver', ...args],
  { env: serverEnvironment({ XDG_RUNTIME_DIR: sockets, ...env }), detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = new Promise((resolve) => child.once('close', resolve));
  const log = [];
  let stopping = false;
  const port = await listeningPort(child, log, (how) => { if (!stopping) { onExit(how); } });
  const stop = () => {
    stopping = true;
    return stopGroup(child, closed);
  };
  return { authority: `127.0.0.1:${port}`, log, stop };
}

function listeningPort(child, log, onExit) {
  let up = false;
  return new Promise((resolve, reject) => {
    const read = (chunk) => {
      for (const line of chunk.toString().split('\n').filter((text) => text.trim())) {
        log.push(line);
        if (verbose) { console.error(`[server] ${line}`); }
        const listening = /Extension host agent listening on (\d+)/.exec(line);
        if (listening) { up = true; resolve(Number(listening[1])); }
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const how = String(code ?? signal);
      if (up) { onExit(how); } else { reject(new Error(`the VS Code server did not start (${how}):\n${log.join('\n')}`)); }
    });
  });
}

async function stopGroup(child, closed) {
  signalGroup(child, 'SIGTERM');
  await Promise.race([closed, delay(3000)]);
  signalGroup(child, 'SIGKILL');
}

function signalGroup(child, signal) {
  try { process.kill(-child.pid, signal); } catch (error) { if (error.code !== 'ESRCH') { throw error; } }
}

const delay = (ms) => new Promise((resolve) => { setTimeout(resolve, ms).unref(); });
