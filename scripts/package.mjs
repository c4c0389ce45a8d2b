// npm run package: makes gouji.vsix of a production build, with docs/extension.md as the page that VS Code shows of it.
// Invariant: a package of more than 1 MB is an error.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { build, isMain, prepare, root, runScript } from './prepare.mjs';

const LARGEST = 1 << 20;

/** @returns {string} the package's path @throws if it cannot be made, or is too large */
export function makePackage() {
  build(['--production']);
  const file = path.join(root, 'gouji.vsix');
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const { status } = spawnSync(process.execPath, [
    vsce, 'package', '--no-dependencies', '--no-rewrite-relative-links', '--readme-path', 'docs/extension.md', '--out', file,
  ],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) { throw new Error('vsce could not make the package.'); }
  const { size } = statSync(file);
  if (size > LARGEST) { throw new Error(`gouji.vsix has ${size} bytes; at most ${LARGEST} are allowed.`); }
  return file;
}

if (isMain(import.meta.url)) {
  await runScript(() => {
    prepare();
    makePackage();
    return 0;
  });
}
