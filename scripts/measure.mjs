// npm run measure -- <folder> [--details]: scores inference of totals on a folder of labelled tables (test/measureTotals.ts).
// Invariant: measures what is shipped, so it is built like it; paths start where npm was called.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { benchBundles } from './bundles.mjs';
import { callerFolder, isMain, prepare, root, runScript } from './prepare.mjs';

async function measure([folder, ...flags]) {
  if (folder === undefined) { throw new Error('npm run measure -- <folder>: a folder with labels.jsonl is needed.'); }
  const esbuild = await import('esbuild');
  await esbuild.build({ ...benchBundles(['test/measureTotals.ts']), absWorkingDir: root });
  return spawnSync(
    process.execPath, [path.join(root, 'out/bench/measureTotals.js'), path.resolve(callerFolder(), folder), ...flags],
    { cwd: root, stdio: 'inherit' },
  ).status ?? 2;
}

if (isMain(import.meta.url)) {
  await runScript((args) => {
    prepare();
    return measure(args);
  });
}
