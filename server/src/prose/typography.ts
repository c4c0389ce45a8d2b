/**
 * What a conversion or a slip of the keyboard leaves in prose: doubled marks, half-width marks and blanks between Chinese
 * characters. Invariant: offsets are those of the passage; lines that belong to no prose (rows, addresses, code) are left out.
 */
import type { Span } from '../text/span';
import type { Passage, ProseLine } from './passage';

export interface DoubledMark extends Span { readonly want: string }

const DOUBLED = /[，,。、；：]{2,}/g;
/** What holds no two marks on end needs no closer look. */
const PAIR = /[，,。、；：]{2}/;
const HALF = /[,;:()?!]/g;
const CJK = /[\u3400-\u9fff\u3000-\u303f\uff01-\uff5e“”‘’]/;
const CHARACTER = /[\u3400-\u9fff]/;
const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '?': '？', '!': '！' };

/** Two marks where one is due: ，， 。。 、，; an ellipsis made of 。。。 is none. */
export function doubledMarks(passage: Passage): readonly DoubledMark[] {
  const found: DoubledMark[] = [];
  if (!PAIR.test(passage.plain)) { return found; }
  for (const line of passage.lines) {
    if (line.tabular || !PAIR.test(line.text) || !CHARACTER.test(line.text)) { continue; }
    let isList: boolean | undefined;
    for (const match of line.text.matchAll(DOUBLED)) {
      const marks = match[0];
      if (/^。{3,}$/.test(marks)) { continue; }
      if (/^,+$/.test(marks) && (!CHARACTER.test(line.text[match.index - 1] ?? '') || (isList ??= isListOfValues(line)))) { continue; }
      found.push({ start: line.start + match.index, end: line.start + match.index + marks.length, want: oneOf(marks) });
    }
  }
  return found;
}

/** A full stop stands for all; else the last mark, but 、 gives way to any other. */
function oneOf(marks: string): string {
  if (marks.includes('。')) { return '。'; }
  const others = marks.replaceAll('、', '');
  return others === '' ? '、' : others.at(-1)!;
}

/** Values parted by commas, some of them empty or figures: no prose. */
function isListOfValues({ text }: ProseLine): boolean {
  const values = text.split(',');
  if (values.length > text.length / 3) { return true; }
  return !SENTENCE_END.test(text) && values.filter((value) => NO_WORDS.test(value)).length > 1;
}

const SENTENCE_END = /[。；！？]/;
const NO_WORDS = /^[\s\d.]*$/;

export interface HalfMark extends Span { readonly want: string; readonly line: number }

/** Half-width marks with Chinese characters on either side. */
export function halfWidthMarks(passage: Passage): readonly HalfMark[] {
  const found: HalfMark[] = [];
  passage.lines.forEach((line, number) => {
    if (line.tabular || !CHARACTER.test(line.text)) { return; }
    for (const match of line.text.matchAll(HALF)) {
      const at = match.index;
      if (!standsInChinese(line.text, at)) { continue; }
      found.push({ start: line.start + at, end: line.start + at + 1, want: FULL[match[0]], line: number });
    }
  });
  return found;
}

/** An opening bracket is Chinese by what it encloses or follows; other marks by both neighbours, or by the one there is. */
function standsInChinese(text: string, at: number): boolean {
  const before = at === 0 || CJK.test(text[at - 1]);
  const after = at === text.length - 1 || CJK.test(text[at + 1]);
  if (text[at] === '(' || text[at] === ')') {
    return before && after || CHARACTER.test(text[at - 1] ?? '') || CHARACTER.test(text[at + 1] ?? '');
  }
  return at > 0 && before && (after || /[0-9]/.test(text[at + 1]));
}

/** A Chinese character and a blank before another. */
export const SPACED = /[\u3400-\u9fff] (?=[\u3400-\u9fff])/g;

/** Single blanks between two Chinese characters. */
export function spacesBetweenCharacters(passage: Passage): readonly Span[] {
  const found: Span[] = [];
  for (const { text, start } of passage.lines) {
    for (const match of text.matchAll(SPACED)) { found.push({ start: start + match.index + 1, end: start + match.index + 2 }); }
  }
  return found;
}

const EACH_CHARACTER = /[\u3400-\u9fff]/g;
/** A blank with a Chinese character or mark on one side at least. */
const BESIDE = /(?<=[\u3400-\u9fff\u3001-\u301f\uff01-\uff5e“”]) +(?=\S)|(?<=\S) +(?=[\u3400-\u9fff\u3001-\u301f\uff01-\uff5e“”])/g;

/** The blanks that part nearly all characters of a passage from one another; none where they stand together. */
export function blanksApart(passage: Passage): readonly Span[] {
  const spaced = spacesBetweenCharacters(passage).length;
  if (spaced === 0 || spaced * 2 < Array.from(passage.plain.matchAll(EACH_CHARACTER)).length) { return []; }
  return passage.lines.flatMap(({ text, start }) => Array.from(text.matchAll(BESIDE), ({ 0: found, index }) => (
    { start: start + index, end: start + index + found.length })));
}
