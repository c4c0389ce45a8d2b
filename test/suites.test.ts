// Runs every suite page under test/ and every page of the manual that holds examples: the manual cannot lie.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCase } from './harness/expectations';
import { readSuite } from './harness/suite';

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['test/layouts', 'test/forms', 'test/equations', 'test/rules', 'test/features', 'docs/rules', 'docs/forms'];

function pages(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`);
}

for (const page of FOLDERS.flatMap(pages)) {
  const cases = readSuite(readFileSync(join(ROOT, page), 'utf8'));
  if (page.startsWith('test/')) { it(`${page} has cases`, () => expect(cases.length).toBeGreaterThan(0)); }
  if (cases.length === 0) { continue; }
  describe(page, () => {
    for (const one of cases) { it(`${one.name} (line ${one.line})`, () => checkCase(one)); }
  });
}
