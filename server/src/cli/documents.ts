/**
 * The documents that paths stand for. Invariant: every path gives documents or a trouble that names it; a trouble with one
 * never keeps the others from being read; a document comes once, in an order that does not depend on the file system.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { message } from '../messages';
import type { Message } from '../model/message';
import { isDocumentName } from '../protocol/files';
import type { Io } from './io';
import { decode, type Decoded } from './readText';

const LARGEST_MB = 50;
const MB = 1024 * 1024;

/** An input that cannot be read, or written. */
export class Trouble extends Error {
  constructor(readonly path: string, readonly reason: Message) { super(reason.key); }
}

export interface Document extends Decoded {
  /** As the user named it. */
  readonly path: string;
  readonly absolute: string;
  readonly bytes: Uint8Array;
}

/** A file to be read, or what is wrong with the path. */
export type Input = { readonly path: string; readonly absolute: string } | Trouble;

/** @param paths files and folders; the current folder where there are none */
export async function findInputs(paths: readonly string[], { cwd }: Io): Promise<Input[]> {
  const inputs: Input[] = [];
  const seen = new Set<string>();
  for (const given of paths.length > 0 ? paths : ['.']) {
    for (const input of await inputsOf(path.normalize(given), cwd)) {
      if (!(input instanceof Trouble)) {
        if (seen.has(input.absolute)) { continue; }
        seen.add(input.absolute);
      }
      inputs.push(input);
    }
  }
  return inputs;
}

async function inputsOf(given: string, cwd: string): Promise<Input[]> {
  const absolute = path.resolve(cwd, given);
  try {
    if (!(await stat(absolute)).isDirectory()) { return [{ path: given, absolute }]; }
  } catch (error) {
    return [isMissing(error) ? new Trouble(given, message('cli.missing', { path: given })) : unreadable(given, error)];
  }
  const found = await walk(given, absolute);
  return found.length > 0 ? found : [new Trouble(given, message('cli.no-documents', { path: given }))];
}

async function walk(shown: string, folder: string): Promise<Input[]> {
  const inputs: Input[] = [];
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    return [unreadable(shown, error)];
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') { continue; }
    const absolute = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      inputs.push(...await walk(path.join(shown, entry.name), absolute));
    } else if (isDocumentName(entry.name) && (entry.isFile() || (entry.isSymbolicLink() && await isFile(absolute)))) {
      inputs.push({ path: path.join(shown, entry.name), absolute });
    }
  }
  return inputs;
}

/** @throws Trouble */
export async function readDocument(shown: string, absolute: string): Promise<Document> {
  let bytes: Uint8Array;
  try {
    const found = await stat(absolute);
    if (!found.isFile()) { throw new Error('not a file'); }
    if (found.size > LARGEST_MB * MB) { throw tooLarge(shown, found.size); }
    bytes = await readFile(absolute);
  } catch (error) {
    throw error instanceof Trouble ? error : unreadable(shown, error);
  }
  return documentOf(shown, absolute, bytes);
}

/** @throws Trouble */
export async function readStdin(name: string, { stdin, cwd }: Io): Promise<Document> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > LARGEST_MB * MB) { throw tooLarge(name, size); }
    chunks.push(bytes);
  }
  return documentOf(name, path.resolve(cwd, name), Buffer.concat(chunks));
}

function documentOf(shown: string, absolute: string, bytes: Uint8Array): Document {
  const decoded = decode(bytes);
  if (decoded === 'binary') { throw new Trouble(shown, message('cli.binary', { path: shown })); }
  if (decoded === 'encoding') { throw new Trouble(shown, message('cli.encoding', { path: shown })); }
  return { ...decoded, path: shown, absolute, bytes };
}

function tooLarge(shown: string, size: number): Trouble {
  return new Trouble(shown, message('cli.too-large', { path: shown, size: Math.ceil(size / MB), limit: LARGEST_MB }));
}

function unreadable(shown: string, error: unknown): Trouble {
  return new Trouble(shown, message('cli.unreadable', { path: shown, reason: reasonOf(error) }));
}

/** EACCES and the like; else the error's own words. */
export function reasonOf(error: unknown): string {
  const { code, message: text } = error as NodeJS.ErrnoException;
  return code ?? text ?? String(error);
}

/** There is no such file, nor perhaps its folder. */
export function isAbsent(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function isFile(absolute: string): Promise<boolean> {
  try {
    return (await stat(absolute)).isFile();
  } catch {
    return false;
  }
}
