// The host's cache: npm folders, installed once from their committed lockfiles and then used again.
// Invariant: a folder in the cache is complete. It is made beside its place and moved there with a stamp of what it was
// made from, so that neither a killed run nor two runs at once leave a half-made one.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from '../../../scripts/npm.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const cacheRoot = path.resolve(process.env.GOUJI_HOST_CACHE ?? path.join(here, '../.cache'));
const STAMP = 'made-from';

/** Something the host needs cannot be had here. The message names the thing and the remedy. */
export class HostUnavailable extends Error {
  constructor(thing, remedy, detail = '') {
    super(`The tests inside VS Code need ${thing}, which cannot be had.\n  Remedy: ${remedy}${detail && `\n  Reason: ${detail.trim()}`}`);
    this.name = 'HostUnavailable';
  }
}

/**
 * The cached folder of `packages/<name>`, made if it is missing or was made from something else.
 * @param {string} name folder below packages/
 * @param {string} thing what it is, for people
 * @param {(folder: string) => void | Promise<void>} finish completes the folder after `npm ci`
 * @returns {Promise<string>} the folder
 */
export async function cachedFolder(name, thing, finish = () => {}) {
  const source = path.join(here, 'packages', name);
  const place = path.join(cacheRoot, name);
  const stamp = stampOf(source, finish);
  if (isMadeFrom(place, stamp)) { return place; }

  console.log(`[host] 首次使用，正在安装（约一分钟）……  Installing ${thing}: about a minute, this once …`);
  const making = `${place}-${process.pid}`;
  mkdirSync(making, { recursive: true });
  try {
    cpSync(source, making, { recursive: true });
    const { ok, output } = npm(['ci', '--ignore-scripts'], { cwd: making, quiet: true });
    if (!ok) {
      throw new HostUnavailable(`${thing} from the npm registry`, 'make the npm registry reachable (npm ping) and run again', output);
    }
    await finish(making);
    writeFileSync(path.join(making, STAMP), stamp);
    if (!isMadeFrom(place, stamp)) {
      rmSync(place, { recursive: true, force: true });
      renameSync(making, place);
    }
    return place;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/** What a folder depends on: its pins, how it is completed, and the Node that its native modules are built for. */
function stampOf(source, finish) {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json']) { hash.update(readFileSync(path.join(source, file))); }
  hash.update(finish.toString()).update(`${process.platform} ${process.arch} ${process.versions.modules}`);
  return hash.digest('hex');
}

function isMadeFrom(place, stamp) {
  const file = path.join(place, STAMP);
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}
