/**
 * The command line run in a folder of its own, as a function. Invariant: each test has a new, empty folder, and all of them are gone
 * once the suite has run.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach } from 'vitest';
import { run } from '../../server/src/cli/run';
import type { Summary } from '../../server/src/cli/summary';
import type { DocumentReport } from '../../server/src/protocol/report';
import { captureIo } from './io';

const root = mkdtempSync(path.join(tmpdir(), 'gouji-cli-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder: string;
beforeEach(() => { folder = mkdtempSync(path.join(root, 'case-')); });

/** @param name relative to the test's folder, '' for the folder itself */
export const pathOf = (name: string): string => path.join(folder, name);

export function put(name: string, content: string | Uint8Array): string {
  const file = pathOf(name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

export async function gouji(
  args: string[], more: Partial<Parameters<typeof captureIo>[0]> = {},
): Promise<{ code: number; out: string; err: string }> {
  const io = captureIo({ cwd: folder, ...more });
  const code = await run(args, io);
  return { code, out: io.printed(), err: io.complained() };
}

export interface CheckJson { version: string; documents: DocumentReport[]; summary: Summary }
export const json = async (...args: string[]): Promise<CheckJson> => JSON.parse((await gouji(['check', '--format', 'json', ...args])).out);
