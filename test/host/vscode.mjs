// Which VS Code the tests run in. Invariant: the embedded one unless VSCODE_EXECUTABLE says otherwise: `desktop` lets
// test-electron download desktop VS Code, anything else is the path of an executable.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const embedded = path.join(path.dirname(fileURLToPath(import.meta.url)), 'embedded/code.mjs');
const wanted = process.env.VSCODE_EXECUTABLE ?? '';

export const isEmbedded = wanted === '';

/** @returns {string | undefined} for test-electron, to which `undefined` means a download */
export const vscodeExecutable = () => (isEmbedded ? embedded : wanted === 'desktop' ? undefined : wanted);

export const profileFlags = (profile) => [
  `--user-data-dir=${path.join(profile, 'user')}`, `--extensions-dir=${path.join(profile, 'extensions')}`,
];
