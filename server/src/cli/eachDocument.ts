/**
 * Goes through the documents of a run. Invariant: one that cannot be read, or whose treatment fails, is named on standard error
 * and kept in the list of what was not done; all others are treated.
 */
import { message, say, type Language } from '../messages';
import type { Message } from '../model/message';
import { findInputs, readDocument, readStdin, reasonOf, Trouble, type Document } from './documents';
import type { Io } from './io';
import { Progress } from './progress';
import type { Unreadable } from './summary';

export interface Selection {
  readonly paths: readonly string[];
  readonly stdinFilename?: string | undefined;
}

/** @param treat returns what is to be printed @returns what could not be read or treated */
export async function eachDocument(
  selection: Selection, language: Language, io: Io, treat: (document: Document, note: (what: Message) => void) => string | Promise<string>,
): Promise<Unreadable[]> {
  const failed: Unreadable[] = [];
  const progress = new Progress(io, language);
  const note = (what: Message): void => { progress.clear(); io.complain(`${say(what, language)}\n`); };
  const sources = await sourcesOf(selection, io);
  for (let i = 0; i < sources.length; i++) {
    progress.show(i, sources.length);
    const { path, read } = sources[i];
    try {
      const document = await read();
      if (document.encoding === 'GB18030') { note(message('cli.read-as', { path, encoding: document.encoding })); }
      const text = await treat(document, note);
      if (text !== '') { progress.clear(); io.print(text); }
    } catch (error) {
      const reason = error instanceof Trouble ? error.reason : message('cli.failed', { path, reason: reasonOf(error) });
      note(reason);
      failed.push({ path, message: say(reason, language) });
    }
  }
  progress.clear();
  return failed;
}

interface Source { readonly path: string; read(): Promise<Document> }

async function sourcesOf({ paths, stdinFilename }: Selection, io: Io): Promise<Source[]> {
  if (stdinFilename !== undefined) { return [{ path: stdinFilename, read: () => readStdin(stdinFilename, io) }]; }
  return (await findInputs(paths, io)).map((input) => ({
    path: input.path,
    read: () => (input instanceof Trouble ? Promise.reject(input) : readDocument(input.path, input.absolute)),
  }));
}
