// What esbuild makes of the sources. Invariant: forms travel inside the bundles as text, so nothing is read from disk at
// run time; `vscode` and mocha are the host's.

const everywhere = {
  bundle: true, target: 'es2022', logLevel: 'warning', legalComments: 'none', loader: { '.yaml': 'text' },
};
const inWebview = { ...everywhere, platform: 'browser', format: 'iife', conditions: ['production'] };
const onNode = { ...everywhere, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] };

/** The bundles that are shipped. @param {{ production: boolean }} mode production: minified, without source maps */
export function shippedBundles({ production }) {
  const mode = { minify: production, sourcemap: production ? false : 'linked' };
  return [
    { ...onNode, ...mode, external: ['vscode'], entryPoints: ['client/src/extension.ts'], outfile: 'dist/extension.js' },
    { ...inWebview, ...mode, entryPoints: ['client/src/summary/panel/panel.ts'], outfile: 'dist/panel.js' },
    { ...onNode, ...mode, entryPoints: ['server/src/main.ts'], outfile: 'dist/server.js' },
    { ...onNode, ...mode, entryPoints: ['server/src/cli.ts'], outfile: 'dist/cli.js', banner: { js: '#!/usr/bin/env node' } },
  ];
}

/** The tests that run inside VS Code. */
export const hostTestBundles = {
  ...onNode, external: ['vscode', 'mocha'], sourcemap: 'linked', outbase: 'test/host', outdir: 'out/host',
  entryPoints: ['test/host/suite/*.ts', 'test/host/guards/*.ts', 'test/host/installed/*.ts', 'test/host/restricted/*.ts'],
};

/** Benchmarks measure what is shipped, so they are built like it. @param {string[]} entryPoints */
export const benchBundles = (entryPoints) => ({ ...onNode, minify: true, entryPoints, outdir: 'out/bench' });
