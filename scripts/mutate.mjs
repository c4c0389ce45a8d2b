// npm run mutate [-- --write | variants]: plants every kind of fault the rules know in the five samples, in every layout, and
// prints what became of them. Invariant: the figures come from the sources as they are bundled for users.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { benchBundles } from './bundles.mjs';
import { isMain, prepare, root, runScript } from './prepare.mjs';

async function runMutations(flags) {
  const esbuild = await import('esbuild');
  const entry = 'test/bench/mutations/run.ts';
  await esbuild.build({ ...benchBundles([entry]), entryPoints: { mutations: entry }, absWorkingDir: root });
  return spawnSync(
    process.execPath, ['--max-semi-space-size=64', path.join(root, 'out/bench/mutations.js'), ...flags], { cwd: root, stdio: 'inherit' },
  ).status ?? 2;
}

if (isMain(import.meta.url)) {
  await runScript((flags) => {
    prepare();
    return runMutations(flags);
  });
}
