// What the project says is about the project alone, and every dependency has its reason.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
  .split('\n').filter((name) => /\.(ts|mjs|json|md|yaml|css|html)$/.test(name)
    && !/package-lock\.json$|^samples\/|^test\/project\/tree\.test\.ts$/.test(name));

describe('the tree', () => {
  it('has files to look at', () => expect(files.length).toBeGreaterThan(100));
  it.each(files)('%s names no machine path, no registry and no unfinished work', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    expect(/\/(work|root|home)\/[a-z]|registry\.npm|deb\.debian/.test(text), 'machine paths').toBe(false);
    expect(/\b(TODO|FIXME|XXX)\b/.test(text), 'unfinished work').toBe(false);
  });
  it('gives a reason for every dependency', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, Record<string, string>>;
    const reasons = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(reasons, name).toContain(`\`${name}\``);
      expect(version, `${name} is pinned`).toMatch(/^\d+\.\d+\.\d+/);
    }
  });
});
