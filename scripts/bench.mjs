// npm run bench [-- names]: builds test/bench/*.ts as the product is built and runs each in a process of its own.
// Invariant: a bench that fails makes the run fail.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { benchBundles } from './bundles.mjs';
import { isMain, prepare, root, runScript } from './prepare.mjs';

async function runBenches(names) {
  const esbuild = await import('esbuild');
  const benches = readdirSync(path.join(root, 'test/bench')).filter((name) => name.endsWith('.ts'))
    .map((name) => path.basename(name, '.ts'));
  const chosen = names.length > 0 ? benches.filter((name) => names.includes(name)) : benches;
  if (chosen.length === 0) { throw new Error(`There is no such bench; there are: ${benches.join(', ') || 'none'}.`); }
  await esbuild.build({ ...benchBundles(chosen.map((name) => `test/bench/${name}.ts`)), absWorkingDir: root });
  const codes = chosen.map((name) => spawnSync(
    process.execPath, ['--expose-gc', path.join(root, 'out/bench', `${name}.js`)], { cwd: root, stdio: 'inherit' },
  ).status);
  return codes.every((code) => code === 0) ? 0 : 1;
}

if (isMain(import.meta.url)) {
  await runScript((names) => {
    prepare();
    return runBenches(names);
  });
}
