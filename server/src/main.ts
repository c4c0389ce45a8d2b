/**
 * The language server's entry on Node: over IPC, or over standard input and output with `--stdio`. Invariant: it gives
 * the server its connection and its runtime and does nothing else.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection } from 'vscode-languageserver/node';
import { filesIn } from './cli/beside';
import { isAbsent } from './cli/documents';
import type { Runtime } from './runtime/runtime';
import { startServer } from './startServer';

const runtime: Runtime = {
  now: () => performance.now(),
  pause: () => new Promise((resolve) => { setImmediate(resolve); }),
  later: (delay, work) => {
    const timer = setTimeout(work, delay);
    return () => clearTimeout(timer);
  },
  readFirst: async (uris) => {
    for (const uri of uris) {
      const text = uri.startsWith('file:') ? await readIfThere(new URL(uri)) : null;
      if (text !== null) { return { uri, text }; }
    }
    return null;
  },
  readFolder: async (folder) => {
    const found: { uri: string; text: string }[] = [];
    for await (const { absolute, text } of filesIn(fileURLToPath(folder))) { found.push({ uri: pathToFileURL(absolute).href, text }); }
    return found;
  },
  rulePages: pathToFileURL(path.join(__dirname, '../docs/rules')).href,
};

async function readIfThere(file: URL): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isAbsent(error)) { return null; }
    throw error;
  }
}

startServer(createConnection(), runtime);
