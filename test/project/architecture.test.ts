// docs/architecture.md and CONTRIBUTING.md tell of the tree as it is: what they name is there, and no folder goes untold.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** Names are told from one of these. */
const BASES = ['', 'server/src', 'client/src/summary'];
const SERVER_FOLDERS = readdirSync(join(ROOT, 'server/src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const page = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

/** Files and folders in code spans: names with a slash and without a wildcard, but for what the build makes. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+)\/?`/g)].map(([, name]) => name).filter((name) => !name.startsWith('dist/'));
}

function isThere(name: string): boolean {
  return BASES.some((base) => ['', '.ts'].some((ending) => existsSync(join(ROOT, base, name + ending))));
}

describe.each(['docs/architecture.md', 'CONTRIBUTING.md'])('%s', (name) => {
  const named = namesIn(page(name));

  it('names files', () => { expect(named.length).toBeGreaterThan(5); });

  it.each([...new Set(named)])('%s is there', (file) => { expect(isThere(file)).toBe(true); });
});

describe('docs/architecture.md', () => {
  const rows = page('docs/architecture.md').split('\n').filter((line) => line.startsWith('| `'));

  it.each(SERVER_FOLDERS)('tells of server/src/%s', (folder) => {
    expect(rows.some((row) => row.startsWith(`| \`${folder}`))).toBe(true);
  });
});
