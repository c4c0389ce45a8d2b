/**
 * The documents of one folder, for the sake of one of them. Invariant: nothing below the folder or above it is looked at, and no more
 * than so much of it; what cannot be read is not there.
 */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isDocumentName } from '../protocol/files';
import { readDocument, Trouble } from './documents';

const MB = 1024 * 1024;
/** A report has some 50 KB. */
const LARGEST = 2 * MB;
const MOST_FILES = 300;
const MOST_TEXT = 32 * MB;

export interface FileBeside { readonly absolute: string; readonly text: string }

/** In the order of their names. @param isKnown says which need not be read */
export async function* filesIn(folder: string, isKnown: (absolute: string) => boolean = () => false): AsyncGenerator<FileBeside> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter(isDocumentName).sort();
  } catch {
    return;
  }
  let left = MOST_TEXT;
  for (const name of names.slice(0, MOST_FILES)) {
    const absolute = path.join(folder, name);
    const text = isKnown(absolute) ? null : await textBeside(absolute);
    if (text === null) { continue; }
    left -= text.length;
    if (left < 0) { return; }
    yield { absolute, text };
  }
}

/** Null for what cannot be read, and for what is too large for a report. */
export async function textBeside(absolute: string): Promise<string | null> {
  try {
    return (await stat(absolute)).size > LARGEST ? null : (await readDocument(absolute, absolute)).text;
  } catch (error) {
    if (error instanceof Trouble || (error as NodeJS.ErrnoException).code !== undefined) { return null; }
    throw error;
  }
}
