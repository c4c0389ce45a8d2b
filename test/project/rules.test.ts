// Every rule is complete: a file of its name, both languages, a suite, a page of the manual, and an example that fires.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUNDLES } from '../../server/src/messages';
import { DOCUMENT_RULES, TABLE_RULES } from '../../server/src/rules';
import { readSuite } from '../harness/suite';

const ROOT = join(import.meta.dirname, '../..');
const rules = [...TABLE_RULES, ...DOCUMENT_RULES];
const fires = (page: string, id: string): number => readSuite(readFileSync(join(ROOT, page), 'utf8'))
  .filter((one) => one.findings?.some((line) => line.trim().split(/\s+/)[0] === id)).length;
/** Cases that say all there is to find, and do not name the rule. */
const quiet = (page: string, id: string): number => readSuite(readFileSync(join(ROOT, page), 'utf8'))
  .filter((one) => one.findings !== null && one.findings.every((line) => line.trim().split(/\s+/)[0] !== id)).length;
const silent = (page: string): number => (
  readSuite(readFileSync(join(ROOT, page), 'utf8')).filter((one) => one.findings?.length === 0).length
);

describe('rules', () => {
  it('have ids that are unique and are their file names', () => {
    const ids = rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    const files = readdirSync(join(ROOT, 'server/src/rules'), { recursive: true, encoding: 'utf8' }).map((name) => name.split('/').at(-1));
    for (const id of ids) { expect(files, id).toContain(`${id}.ts`); }
  });
  it.each(rules.map((rule) => rule.id))('%s has a suite that fires, and near-misses that do not', (id) => {
    expect(existsSync(join(ROOT, `test/rules/${id}.md`)), 'suite').toBe(true);
    expect(fires(`test/rules/${id}.md`, id), 'cases that fire').toBeGreaterThanOrEqual(3);
    expect(quiet(`test/rules/${id}.md`, id), 'near-misses').toBeGreaterThanOrEqual(3);
    expect(silent(`test/rules/${id}.md`), 'cases of silence').toBeGreaterThanOrEqual(1);
  });
  it.each(rules.map((rule) => rule.id))('%s has a page with a bad and a good example', (id) => {
    const page = `docs/rules/${id}.md`;
    expect(existsSync(join(ROOT, page)), 'page').toBe(true);
    expect(fires(page, id), 'bad examples').toBeGreaterThanOrEqual(1);
    expect(silent(page), 'good examples').toBeGreaterThanOrEqual(1);
    expect(readFileSync(join(ROOT, page), 'utf8'), 'how to switch it off').toContain('gouji.rules');
  });
});

const PLACES = /\{\w+\}/g;

describe('messages', () => {
  const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
  it('exist in both languages, with the same places', () => {
    expect(Object.keys(BUNDLES.en).sort()).toEqual(Object.keys(BUNDLES.zh).sort());
    for (const [key, text] of Object.entries(BUNDLES.zh)) {
      expect([...new Set(places(BUNDLES.en[key]))], key).toEqual([...new Set(places(text))]);
    }
  });
  it('are Chinese in Chinese and English in English', () => {
    for (const [key, text] of Object.entries(BUNDLES.zh)) {
      expect(/[\u4e00-\u9fff]/.test(text) || !/[a-z]{4}/i.test(text.replace(PLACES, '')), `${key}: ${text}`).toBe(true);
    }
    for (const [key, text] of Object.entries(BUNDLES.en)) {
      expect(/[A-Za-z]/.test(text.replace(PLACES, '')) || !/[\u4e00-\u9fff]/.test(text), `${key}: ${text}`).toBe(true);
    }
  });
});
