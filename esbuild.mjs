// Bundles what runs: the client, the language server, the command line, and the tests that run inside VS Code.
//   node esbuild.mjs [--watch | --production]
import { rmSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { hostTestBundles, shippedBundles } from './scripts/bundles.mjs';

const production = process.argv.includes('--production');
const bundles = production ? shippedBundles({ production }) : [...shippedBundles({ production }), hostTestBundles];

if (!production) { rmSync('out/host', { recursive: true, force: true }); }
if (process.argv.includes('--watch')) {
  await Promise.all(bundles.map(async (options) => (await esbuild.context({ ...options, logLevel: 'info' })).watch()));
} else {
  await Promise.all(bundles.map((options) => esbuild.build(options)));
}
