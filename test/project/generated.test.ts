// What is made from the list of rules is fresh, and the schema of .gouji.yaml allows what its reader takes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { KNOWN_RULES } from '../../server/src/analysis/ruleList';
import { LEVELS } from '../../server/src/settings/levels';
import { settingsSchema } from '../../server/src/settings/schema';

const ROOT = join(import.meta.dirname, '../..');

describe('generated files', async () => {
  const { generated } = await import(pathToFileURL(join(ROOT, 'scripts/docs.mjs')).href) as { generated(): Promise<Map<string, string>> };
  it.each([...await generated()])('%s is fresh: else run `npm run docs`', (file, text) => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toBe(text);
  });
});

it('the schema knows every level, and only rules whose findings may be excepted', () => {
  const schema = JSON.stringify(settingsSchema(
    [{ id: 'row-sum', level: 'error', description: 'x' }, { id: 'exception-stale', level: 'warning', description: 'y' }],
    KNOWN_RULES.mayBeExcepted,
  ));
  expect(schema).toContain(`"row-sum":{"description":"x","default":"error","enum":${JSON.stringify(LEVELS)}}`);
  expect(schema).toContain('"exception-stale":{"description":"y"');
  expect(schema).toContain('"enum":["row-sum"]');
});
