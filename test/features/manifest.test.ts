/** What package.json promises: every rule can be set, every command exists, every string has both languages. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import manifest from '../../package.json';
import english from '../../package.nls.json';
import chinese from '../../package.nls.zh-cn.json';
import clientStrings from '../../l10n/bundle.l10n.zh-cn.json';
import { Command } from '../../server/src/protocol/names';
import { ALL_RULES } from '../../server/src/analysis/ruleList';
import { LEVELS } from '../../server/src/settings/levels';

const root = path.resolve(import.meta.dirname, '../..');

it('lists every rule in gouji.rules, with what it checks and every level', () => {
  const { properties, additionalProperties } = manifest.contributes.configuration.properties['gouji.rules'];
  expect(Object.keys(properties)).toEqual(ALL_RULES.map(({ id }) => id));
  expect(additionalProperties).toBe(false);
  for (const rule of Object.values(properties)) { expect(rule.enum).toEqual(LEVELS); }
});

it('declares the commands of the client', () => {
  expect(manifest.contributes.commands.map(({ command }) => command).sort()).toEqual(Object.values(Command).sort());
});

it('has each of its strings in English and in Chinese', () => {
  const used = new Set([...JSON.stringify(manifest).matchAll(/%([\w.-]+)%/g)].map(([, key]) => key));
  expect(new Set(Object.keys(english))).toEqual(used);
  expect(new Set(Object.keys(chinese))).toEqual(used);
});

it('has each string of the client in Chinese, with the same places', () => {
  const sources = readdirSync(path.join(root, 'client/src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(root, 'client/src', name), 'utf8')).join('\n');
  const used = new Set([...sources.matchAll(/l10n\.t\('((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text));
  expect(new Set(Object.keys(clientStrings))).toEqual(used);
  const places = (text: string): string[] => (text.match(/\{\d+\}/g) ?? []).sort();
  for (const [text, translated] of Object.entries(clientStrings)) { expect(places(translated), text).toEqual(places(text)); }
});
