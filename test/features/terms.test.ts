// Explanations of official terms: each belongs to something that a form has, and is written in both languages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { builtInForms } from '../../server/src/forms';
import { readTerms } from '../../server/src/forms/compile';

const yaml = readFileSync(join(import.meta.dirname, '../../server/src/forms/data/terms.yaml'), 'utf8');
const terms = readTerms('terms', yaml);
const tables = builtInForms().flatMap((form) => form.tables);

describe('terms', () => {
  it.each(Object.keys(terms))('of %s all belong to something', (id) => {
    const own = tables.filter((table) => table.id === id);
    const named = {
      rows: own.flatMap((table) => table.rows.map((row) => row.id)),
      columns: own.flatMap((table) => table.blocks.flatMap((block) => block.columns.map((column) => column.id))),
      headings: own.flatMap((table) => table.blocks.flatMap((block) => block.headings).map((heading) => heading.label)),
      titles: own.flatMap((table) => table.blocks.map((block) => block.title)),
    };
    for (const kind of ['rows', 'columns', 'headings', 'titles'] as const) {
      for (const name of Object.keys(terms[id][kind])) { expect(named[kind], `${kind} of ${id}`).toContain(name); }
    }
  });

  it('are in Chinese and in English', () => {
    for (const { titles, headings, rows, columns } of Object.values(terms)) {
      for (const about of [titles, headings, rows, columns].flatMap((kind) => Object.values(kind))) {
        expect(about.zh).toMatch(/[\u4e00-\u9fff].*。$/);
        expect(about.en).toMatch(/^[A-Z“(].*\.$/);
      }
    }
  });

  it('are refused with the key that is wrong', () => {
    const data = parse(yaml) as { requests: { rows: Record<string, unknown> } };
    data.requests.rows.new = { zh: '只有中文' };
    expect(() => readTerms('terms', JSON.stringify(data))).toThrow(/requests\.rows\.new\.en/);
  });
});
