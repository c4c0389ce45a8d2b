// The Chromium that renders the workbench, and what drives it. Invariant: a browser is handed out only after it has been
// seen to start; a Chromium of the machine is preferred to the one from npm.
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { cachedFolder, HostUnavailable } from './cache.mjs';
import { chineseFontEnvironment } from './chineseFont.mjs';

const OF_THE_MACHINE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const REMEDY = 'install Chromium (Debian, Ubuntu: apt-get install chromium) or set CHROMIUM_PATH to one';

/** @returns {Promise<{ executablePath: string, env: Record<string, string> }>} a browser and the environment it needs */
export async function chromiumBrowser() {
  const found = process.env.CHROMIUM_PATH ?? OF_THE_MACHINE.find((file) => existsSync(file));
  const env = await chineseFontEnvironment();
  if (found) {
    const failure = startFailure(found, env);
    if (failure) { throw new HostUnavailable(`a browser: ${found} does not start`, REMEDY, failure); }
    return { executablePath: found, env };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new HostUnavailable(
      'a Chromium browser', REMEDY, `the one from npm is for Linux x64, this is ${process.platform} ${process.arch}`,
    );
  }
  const folder = await cachedFolder('browser', 'Chromium 138 (npm: @sparticuz/chromium)', unpackBrowser);
  return npmBrowser(folder, env);
}

/** @returns {Promise<typeof import('playwright-core')>} */
export async function browserDriver() {
  const folder = await cachedFolder('browser-driver', 'the browser driver (npm: playwright-core)');
  return createRequire(path.join(folder, 'package.json'))('playwright-core');
}

/** Without libnss3 on the machine, the libraries that came along are used. */
function npmBrowser(folder, env) {
  const executablePath = path.join(folder, 'chromium');
  const carried = [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  let failure = '';
  for (const tried of [env, { ...env, LD_LIBRARY_PATH: carried }]) {
    failure = startFailure(executablePath, tried);
    if (!failure) { return { executablePath, env: tried }; }
  }
  throw new HostUnavailable('a browser: the Chromium from npm does not start', REMEDY, failure);
}

async function unpackBrowser(folder) {
  const { extract } = createRequire(path.join(folder, 'package.json'))('tar-fs');
  const packed = (name) => createReadStream(path.join(folder, 'node_modules/@sparticuz/chromium/bin', name));
  const unpack = () => createBrotliDecompress({ chunkSize: 2 ** 21 });
  await pipeline(packed('chromium.br'), unpack(), createWriteStream(path.join(folder, 'chromium'), { mode: 0o755 }));
  await pipeline(packed('al2023.tar.br'), unpack(), extract(path.join(folder, 'al2023')));
  rmSync(path.join(folder, 'node_modules'), { recursive: true });
}

/** Empty if the browser starts, else why not. */
function startFailure(executablePath, env) {
  const run = spawnSync(executablePath, ['--version'], { encoding: 'utf8', env: { ...process.env, ...env } });
  return run.status === 0 ? '' : run.error?.message ?? (run.stderr || `exit ${run.status ?? run.signal}`);
}
