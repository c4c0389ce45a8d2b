/**
 * The documents of one folder, for the sake of one of them. Invariant: nothing below the folder or above it is looked at, no more
 * than so many files and none that is too large; what cannot be read is not there.
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isDocumentName, LARGEST_BESIDE, MOST_BESIDE } from '../protocol/files';
import { readDocument, Trouble } from './documents';

/** Their absolute paths, in the order of their names. */
export async function documentsIn(folder: string): Promise<string[]> {
  try {
    const names = (await readdir(folder)).filter(isDocumentName).sort();
    return names.slice(0, MOST_BESIDE).map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

export async function textBeside(absolute: string): Promise<string | null> {
  try {
    const { text, bytes } = await readDocument(absolute, absolute);
    return bytes.length > LARGEST_BESIDE ? null : text;
  } catch (error) {
    if (error instanceof Trouble) { return null; }
    throw error;
  }
}
