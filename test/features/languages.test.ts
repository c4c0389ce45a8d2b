/** What is said in English is English but for what it quotes of the report; nothing said has a place left unfilled. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../../package.nls.json';
import { analyze } from '../../server/src/analysis/analyze';
import type { Analysis } from '../../server/src/analysis/analysis';
import { DEFAULT_SETTINGS } from '../../server/src/analysis/settings';
import { reviewRecord } from '../../server/src/features/record';
import { uncheckedOf } from '../../server/src/features/summary';
import type { Level } from '../../server/src/model/finding';
import { builtInForms } from '../../server/src/forms';
import { say, type Language } from '../../server/src/messages';
import { readMarks } from '../harness/marks';
import { readSuite } from '../harness/suite';

const root = path.resolve(import.meta.dirname, '../..');
const HAN = /\p{Script=Han}|[\uff00-\uffef\u3000-\u3003]/u;
/** Quoted text, sums as the report writes them with their units, and the units of money that messages explain. */
const QUOTED = /“[^“”]*(?:“[^“”]*”[^“”]*)*”|[\d.,]+ ?[\p{Script=Han}]{1,3}|\((?:元|万元)\)/gu;

const documents = [
  ...readdirSync(path.join(root, 'samples'))
    .map((name) => ({ name, text: readFileSync(path.join(root, 'samples', name), 'utf8'), settings: DEFAULT_SETTINGS })),
  ...readdirSync(path.join(root, 'test/rules')).filter((name) => name.endsWith('.md')).flatMap((page) =>
    readSuite(readFileSync(path.join(root, 'test/rules', page), 'utf8')).map((one) => ({
      name: `${page}: ${one.name}`, text: readMarks(one.report).text,
      settings: one.settings === null ? DEFAULT_SETTINGS : { rules: JSON.parse(one.settings) as Record<string, Level> },
    }))),
];

function saidOf(analysis: Analysis, language: Language): string[] {
  return analysis.findings.flatMap((finding) => [
    say(finding.message, language), ...finding.related.map((one) => say(one.message, language)),
    ...finding.repairs().map(({ title }) => say(title, language)),
  ]).concat(uncheckedOf(analysis, language).map(({ reason }) => reason));
}

describe.each(documents)('$name', ({ text, settings }) => {
  const analysis = analyze(text, { settings });
  it('is told in English', () => {
    for (const said of saidOf(analysis, 'en')) { expect(HAN.test(said.replace(QUOTED, '')), said).toBe(false); }
  });
  it('is told without a place unfilled or a wrong number', () => {
    for (const language of ['zh', 'en'] as const) {
      for (const said of saidOf(analysis, language)) {
        expect(/[{}]|undefined|\[object|\(s\)/.test(said.replace(QUOTED, '')), said).toBe(false);
      }
    }
    for (const said of saidOf(analysis, 'en')) {
      expect(/\b1 (?:equations|cells|rows|places|figures|columns|findings)\b/.test(said), said).toBe(false);
    }
  });
});

it('forms, settings and commands have English titles', () => {
  for (const { title } of builtInForms()) { expect(HAN.test(title.en), title.en).toBe(false); expect(HAN.test(title.zh)).toBe(true); }
  for (const [key, text] of Object.entries(english)) {
    expect(HAN.test(text.replace(/\([^()]*\)|“[^”]*”/g, '')), `${key}: ${text}`).toBe(false);
  }
});

it('a review record has English labels', () => {
  const file = { file: 'a.txt', sha256: '0', isSaved: true, time: 'now', version: '0' };
  const { title, facts, sections } = reviewRecord(analyze(documents[0].text), file, 'en');
  for (const said of [title, ...facts.flat(), ...sections.flatMap((section) => [section.title, section.nothing, ...section.columns])]) {
    expect(HAN.test(said), said).toBe(false);
  }
});
