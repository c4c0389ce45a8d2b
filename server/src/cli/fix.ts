/**
 * `gouji fix`: makes the safe repairs of each file. Invariant: only safe repairs; encoding, byte order mark and line ends stay;
 * a file is replaced whole or not at all, and not where it could not be written back exactly.
 */
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { analyze, languageOfFile } from '../analysis/analyze';
import type { Settings } from '../analysis/settings';
import { positionsOf } from '../features/position';
import { applyEdits, safeRepairs } from '../features/safeRepairs';
import { message, say, type Language } from '../messages';
import { eachDocument } from './eachDocument';
import { reasonOf, Trouble, type Document } from './documents';
import { Exit, type Io } from './io';
import type { FixOptions } from './options';
import { encode } from './readText';
import { RunSettings } from './settings';

/** A repair may make room for another; more rounds than this are no longer repairs. */
const MOST_ROUNDS = 5;

export async function fix({ paths, dryRun }: FixOptions, language: Language, io: Io): Promise<number> {
  let documents = 0;
  let changed = 0;
  let repairs = 0;
  const settings = new RunSettings(paths, io.cwd);
  const failed = await eachDocument({ paths }, language, io, async (document) => {
    const { text, lines } = repaired(document, await settings.of(document.absolute), language);
    if (text !== document.text) {
      const bytes = exactly(text, document);
      if (!dryRun) { await replaceFile(document, bytes); }
      changed++;
      repairs += lines.length;
    }
    documents++;
    return lines.join('');
  });
  const facts = { documents, changed, count: repairs };
  io.print(`${say(message(dryRun ? 'cli.fix-summary-dry' : 'cli.fix-summary', facts), language)}\n`);
  return failed.length > 0 ? Exit.trouble : Exit.clean;
}

/** The text after all safe repairs, and a line about each. */
function repaired(document: Document, settings: Settings, language: Language): { text: string; lines: string[] } {
  const lines: string[] = [];
  let analysis = analyze(document.text, { settings, language: languageOfFile(document.path) });
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { repairs, edits } = safeRepairs(analysis);
    if (repairs.length === 0) { break; }
    const positions = positionsOf(analysis);
    for (const { title, edits: [first] } of repairs) {
      const { line, character } = positions.at(first.start);
      lines.push(`${document.path}:${line + 1}:${character + 1} ${say(title, language)}\n`);
    }
    analysis = analyze(applyEdits(analysis.text, edits), { earlier: analysis });
  }
  return { text: analysis.text, lines };
}

/** @throws Trouble where the encoding would not keep every byte outside the repairs */
function exactly(text: string, document: Document): Uint8Array {
  const bytes = encode(text, document);
  const before = encode(document.text, document);
  if (bytes === null || before === null || Buffer.compare(before, document.bytes) !== 0) {
    throw new Trouble(document.path, message('cli.inexact', { path: document.path, encoding: document.encoding }));
  }
  return bytes;
}

async function replaceFile({ path, absolute }: Document, bytes: Uint8Array): Promise<void> {
  try {
    const target = await realpath(absolute);
    const draft = `${target}.gouji-${process.pid}`;
    try {
      await writeFile(draft, bytes, { flag: 'wx' });
      await chmod(draft, (await stat(target)).mode);
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  } catch (error) {
    throw new Trouble(path, message('cli.unwritable', { path, reason: reasonOf(error) }));
  }
}
