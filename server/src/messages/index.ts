/**
 * The l10n bundle of the core: every sentence in Chinese and in English. Invariant: both languages have the same keys
 * with the same {places} (a test proves it); the core never holds wording outside this folder.
 */
import type { Fact, Message } from '../model/message';
import { filled } from '../protocol/wording';
import zhArithmetic from './zh/arithmetic.json';
import zhCells from './zh/cells.json';
import zhStructure from './zh/structure.json';
import zhFeatures from './zh/features.json';
import zhGeneral from './zh/general.json';
import zhDocument from './zh/document.json';
import zhProse from './zh/prose.json';
import zhPanel from './zh/panel.json';
import zhRecord from './zh/record.json';
import zhSettings from './zh/settings.json';
import zhTotals from './zh/totals.json';
import enArithmetic from './en/arithmetic.json';
import enCells from './en/cells.json';
import enStructure from './en/structure.json';
import enFeatures from './en/features.json';
import enGeneral from './en/general.json';
import enDocument from './en/document.json';
import enProse from './en/prose.json';
import enPanel from './en/panel.json';
import enRecord from './en/record.json';
import enSettings from './en/settings.json';
import enTotals from './en/totals.json';

export type Language = 'zh' | 'en';

const zh = {
  ...zhArithmetic, ...zhCells, ...zhStructure, ...zhFeatures, ...zhGeneral, ...zhDocument, ...zhProse, ...zhPanel, ...zhRecord,
  ...zhTotals, ...zhSettings,
};
export type MessageKey = keyof typeof zh;
const en: Record<MessageKey, string> = {
  ...enArithmetic, ...enCells, ...enStructure, ...enFeatures, ...enGeneral, ...enDocument, ...enProse, ...enPanel, ...enRecord,
  ...enTotals, ...enSettings,
};
export const BUNDLES: Readonly<Record<Language, Readonly<Record<string, string>>>> = { zh, en };

/** What was found in a text that did not change keeps its messages from one version to the next: each is put into words once. */
class Sentence implements Message {
  #zh: string | undefined;
  #en: string | undefined;

  constructor(readonly key: string, readonly facts: Message['facts']) {}

  in(language: Language): string {
    return language === 'zh' ? (this.#zh ??= wordsOf(this, language)) : (this.#en ??= wordsOf(this, language));
  }
}

const NO_FACTS: Message['facts'] = {};

export function message(key: MessageKey, facts: Message['facts'] = NO_FACTS): Message {
  return new Sentence(key, facts);
}

/** A day of the calendar: 2021年1月18日, 18 January 2021. */
export function dayMessage(year: number, month: number, day: number): Message {
  return message('date', { year, month: message(`month.${month}` as MessageKey), day });
}

/** The message in a language; {places} are filled with its facts. */
export function say(said: Message, language: Language): string {
  return said instanceof Sentence ? said.in(language) : wordsOf(said, language);
}

function wordsOf(said: Message, language: Language): string {
  return filled(BUNDLES[language][said.key], (name) => sayFact(said.facts[name] ?? '', language));
}

function sayFact(fact: Fact, language: Language): string {
  if (typeof fact !== 'object') { return String(fact); }
  if ('key' in fact) { return say(fact, language); }
  if (!('items' in fact)) { return fact[language]; }
  const bundle = BUNDLES[language];
  return fact.items.map((item) => sayFact(item, language)).join(bundle['list.separator']) + (fact.more === true ? bundle['list.more'] : '');
}

/** The lines of a message one after the other. */
export function inOneLine(text: string, language: Language): string {
  return text.replaceAll('\n', language === 'zh' ? '' : ' ');
}

/** Chinese for any Chinese locale, else English. */
export function languageOf(locale: string | undefined): Language {
  return locale !== undefined && !/^zh/i.test(locale) ? 'en' : 'zh';
}
