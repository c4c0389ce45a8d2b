/**
 * Lines that may head a section. Invariant: what is read here depends on the line alone; whether it does head a section
 * is for the outline to say, which sees the others. Offsets count from the start of the line's text.
 */
import { isBlankCode } from '../text/blank';
import { splitItem, type Item } from '../text/item';
import { normalForm } from '../text/normal';
import { matchTitle, type TitleMatch } from './sectionTitles';

export interface Heading {
  readonly item: Item | null;
  /** Where the item number itself stands, without its mark. */
  readonly numberStart: number;
  readonly numberEnd: number;
  readonly titleStart: number;
  readonly titleEnd: number;
  readonly title: string;
  /** Normal form of the title. */
  readonly key: string;
  readonly match: TitleMatch | null;
  /** Markdown level, 0 for a line without #. */
  readonly level: number;
  /** More text follows on the same line: 一、总体情况。本年度… */
  readonly runIn: boolean;
}

const LONGEST = 60;
const LONGEST_TITLE = 30;
const MARK = /^(#{1,6})\s+/;
const TAIL = /[\s#_*：:。.]/;
const NUMBER = /[一二三四五六七八九十]{1,3}|\d{1,2}/;
const SENTENCE = /[。；！？;!?，,]|[.…·]{3}/;
/** Rows of the official tables that are numbered like sections. */
const ROWS = /^(?:本年新收政府信息|上年结转政府信息|上年转结政府信息|本年度办理结果|结转下年度|转结下年度)/;
/** 3.其他 is another; 六、其他 is a section. */
const OTHERS = /^其[他它]$/;

/** A dash in place of the numeral that looks like it: —、总体情况. */
export const DASH_FOR_ONE = /^[—–－ー―─](?=、)/;

export function readHeading(written: string): Heading | null {
  const line = written.charCodeAt(1) === 0x3001 ? written.replace(DASH_FOR_ONE, '一') : written;
  const mark = line.charCodeAt(0) === 0x23 ? MARK.exec(line) : null;
  const from = mark ? mark[0].length : 0;
  if (mark === null && !mayStart(line.charCodeAt(0)) && line.length > LONGEST_TITLE) { return null; }
  const split = splitItem(line.slice(from, from + LONGEST));
  const titleStart = from + split.length;
  const behind = line.slice(titleStart, titleStart + LONGEST);
  const official = split.item === null ? -1 : officialTitle(behind);
  const stop = official >= 0 ? official : behind.search(/[。：:]/);
  const runIn = official >= 0 ? isBlankCode(behind.charCodeAt(official)) : stop >= 0 && titleStart + stop < line.length - 1;
  const title = withoutTail(runIn || official >= 0 ? line.slice(titleStart, titleStart + stop) : line.slice(titleStart));
  if (title === '' || title.length > LONGEST || SENTENCE.test(title) || ROWS.test(title)) { return null; }
  if (split.item?.script === 'arabic' && OTHERS.test(title)) { return null; }
  const key = normalForm(title);
  const match = matchTitle(key);
  if (match === null && (split.item === null || runIn || key.length > LONGEST_TITLE)) { return null; }
  if (split.item === null && (runIn || match?.short)) { return null; }
  const number = NUMBER.exec(line.slice(from));
  const numberStart = split.item && number ? from + number.index : titleStart;
  return {
    item: split.item, numberStart, numberEnd: split.item && number ? numberStart + number[0].length : titleStart,
    titleStart, titleEnd: titleStart + title.length, title, key, match, level: mark ? mark[1].length : 0, runIn,
  };
}

/** A unit or a note in brackets behind a title, and nothing else; with （续表） the title is there once more. */
const NOTE = /[(（][^()（）续]{1,40}[)）]\s*$/;
const SPACE = /[ \u3000]/;

/**
 * The length of an official title at the head of a line that goes on behind it: with a note (三、收到和处理…申请情况（单位：件）), or behind
 * white space with a sentence. -1 where there is none.
 */
function officialTitle(text: string): number {
  const note = NOTE.exec(text);
  const stop = note ? note.index : SENTENCE.test(text) ? text.search(SPACE) : -1;
  if (stop <= 0) { return -1; }
  const match = matchTitle(normalForm(text.slice(0, stop)));
  return match === null || match.short ? -1 : stop;
}

function withoutTail(title: string): string {
  let end = title.length;
  while (end > 0 && TAIL.test(title[end - 1])) { end--; }
  return title.slice(0, end);
}

/** Digits, Chinese numerals, brackets: what an item number starts with. */
function mayStart(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x28 || code === 0xff08 || '一二三四五六七八九十'.includes(String.fromCharCode(code));
}
