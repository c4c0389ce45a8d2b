// Gouji on its own pages: they quote reports and tables in code fences, and quoting is no reporting.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';

const pages = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).split('\n')
  .filter((page) => page !== '' && !page.startsWith('samples/'));

describe("the project's own pages", () => {
  it('are many', () => { expect(pages.length).toBeGreaterThan(100); });
  it.each(pages)('%s draws no finding', (page) => {
    expect(analyze(readFileSync(page, 'utf8')).findings.map(({ rule, message: { key }, span }) => `${span.start} ${rule} ${key}`))
      .toEqual([]);
  });
});
