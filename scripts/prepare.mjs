// What every other script begins with: dependencies as the lockfile has them, and a fresh build.
// Invariant: imports nothing from node_modules, so that it runs in a fresh clone; throws with the remedy in its message.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from './npm.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const NODE_AT_LEAST = [20, 19];

/** Installs what is missing and builds. */
export function prepare() {
  checkNode();
  install();
  build();
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < NODE_AT_LEAST[0] || (major === NODE_AT_LEAST[0] && minor < NODE_AT_LEAST[1])) {
    throw new Error(`Node ${NODE_AT_LEAST.join('.')} or newer is needed; this is ${process.versions.node}.`);
  }
}

function install() {
  if (isInstalled()) { return; }
  console.log('正在安装依赖（npm ci）……  Installing dependencies (npm ci) …');
  const { ok } = npm(['ci'], { cwd: root });
  if (!ok) { throw new Error('npm ci failed. Remedy: make the npm registry reachable (npm ping) and run again.'); }
}

/** npm records in node_modules what it installed; it must be what the lockfile asks for. */
function isInstalled() {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) { return false; }
  const installed = packagesOf(record);
  const wanted = Object.entries(packagesOf(path.join(root, 'package-lock.json')));
  // Optional packages are those of other platforms.
  return wanted.every(([place, { version, optional }]) => place === '' || installed[place]?.version === version
    || (optional && !installed[place]));
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** @param {string[]} flags of esbuild.mjs */
export function build(flags = []) {
  const { status } = spawnSync(process.execPath, ['esbuild.mjs', ...flags], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) { throw new Error('The build failed.'); }
}

/** The folder a script was called in: `npm run` changes to the project's own. */
export const callerFolder = () => process.env.INIT_CWD ?? process.cwd();

/** Runs a script's main function; an error ends it with its message and exit code 2. */
export async function runScript(main) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}

/** True in the script that node was started with. @param {string} url its import.meta.url */
export const isMain = (url) => process.argv[1] === fileURLToPath(url);
