/**
 * The six sections that both current forms prescribe (国办公开办函〔2019〕60号, 〔2021〕30号), and the wordings real reports
 * use for them. Invariant: a title is matched in its normal form, without item number; sections are numbered 1 … 6.
 */
import { distanceWithin } from '../text/distance';
import { normalForm } from '../text/normal';
import { simplified } from '../text/traditional';

export const SECTION_TITLES: readonly string[] = [
  '总体情况', '主动公开政府信息情况', '收到和处理政府信息公开申请情况', '政府信息公开行政复议、行政诉讼情况', '存在的主要问题及改进情况', '其他需要报告的事项',
];

/** By section; the full-length wordings, which mean the section wherever they stand alone. */
const WORDINGS: readonly string[] = [
  '(?:20[0-9]{2}年度?)?(?:(?:政府信息|政务)公开(?:工作)?的?)?总体(?:工作)?(?:情况|概况)|总体概述|概述',
  '(?:行政机关)?主动公开政府信息的?(?:工作)?情况|政府信息主动公开(?:工作)?情况',
  '(?:行政机关|本机关|本单位)?(?:收到(?:和|及|、)?)?处理政府信息公开申请的?情况',
  '(?:因?政府信息公开(?:工作)?)?(?:被)?(?:申请|提起)?行政复议(?:、|,|和|及|与|或)*(?:被)?(?:提起|申请)?行政诉讼的?情况',
  '(?:政府信息公开工作)?(?:存在的?(?:主要)?|主要)(?:问题|不足|困难)(?:及|和|与|、)(?:下一步)?(?:工作)?(?:改进|整改)(?:工作)?(?:情况|措施|打算|计划|安排|方向)',
  '(?:其他|其它)(?:需要|需)?(?:报告|说明)的?(?:重要)?事项|需要(?:报告|说明)的(?:其他|其它)事项',
];

/** Wordings that also name parts of section one, and so mean the section only under a section's number or in a list of sections. */
const SHORT_WORDINGS: readonly (string | null)[] = [
  '(?:工作)?基本(?:情况|概况)|工作(?:情况|概况)', '主动公开(?:工作)?情况', '(?:政府信息)?依申请公开(?:政府信息)?(?:工作)?的?(?:情况)', null, '存在的?(?:主要)?问题', null,
];

/** What the title of a section speaks of, in whatever words. */
const SUBJECTS: readonly RegExp[] = [/总体|概述|概况|(?:基本|工作|开展)情况/, /主动公开/, /申请/, /复议|诉讼/, /问题|不足|改进/, /事项/];

const EXACT = WORDINGS.map((wording) => new RegExp(`^(?:${wording})$`));
const SHORT = SHORT_WORDINGS.map((wording) => (wording === null ? null : new RegExp(`^(?:${wording})$`)));
const INSIDE = WORDINGS.map((wording, i) => new RegExp(
  SHORT_WORDINGS[i] === null || i === 0 ? wording : `${wording}|${SHORT_WORDINGS[i]}`,
));
/** Any wording, full or short: one look for the many lines that are no title. */
const ANY = new RegExp(`^(?:${[...WORDINGS, ...SHORT_WORDINGS.filter((wording) => wording !== null)].join('|')})$`);
const NORMAL = SECTION_TITLES.map(normalForm);
const FUZZY_FROM = 8;

export interface TitleMatch {
  /** 1 … 6. */
  readonly section: number;
  /** Matched by a wording that names other things too. */
  readonly short: boolean;
}

/** @param key the normal form of the title */
export function matchTitle(key: string): TitleMatch | null {
  if (key.length < 2 || key.length > 40) { return null; }
  const isWorded = ANY.test(key);
  for (let i = 0; isWorded && i < EXACT.length; i++) { if (EXACT[i].test(key)) { return { section: i + 1, short: false }; } }
  for (let i = 0; i < NORMAL.length; i++) {
    if (key.length >= FUZZY_FROM && !key.startsWith('无') && distanceWithin(key, NORMAL[i], 2) <= 2) {
      return { section: i + 1, short: false };
    }
  }
  for (let i = 0; isWorded && i < SHORT.length; i++) { if (SHORT[i]?.test(key)) { return { section: i + 1, short: true }; } }
  return null;
}

/** @param key the normal form of the title */
export function speaksOf(key: string, section: number): boolean {
  return SUBJECTS[section - 1]?.test(key) === true;
}

export interface ListedTitle { readonly section: number; readonly start: number; readonly end: number }

/** The sections a list names (`由总体情况、…组成`), in the order of the list. Offsets are into `list`. */
export function listedSections(list: string): ListedTitle[] {
  const found: ListedTitle[] = [];
  const text = simplified(list);
  for (let i = 0; i < INSIDE.length; i++) {
    const match = INSIDE[i].exec(text);
    if (match) { found.push({ section: i + 1, start: match.index, end: match.index + match[0].length }); }
  }
  return found.sort((a, b) => a.start - b.start);
}
