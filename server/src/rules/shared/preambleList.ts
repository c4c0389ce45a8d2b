/**
 * What the preamble says of the report's parts: 由…、…等七个部分组成. Invariant: a list is read only where it ends in a number
 * of parts; titles hold 、 themselves, so they are looked for, never split off.
 */
import { numberOf } from '../../prose/dates';
import type { ReportProse } from '../../prose/report';
import { listedSections, speaksOf, type ListedTitle } from '../../prose/sectionTitles';
import type { Section } from '../../prose/outline';
import type { Passage } from '../../prose/passage';
import { shifted, type Span } from '../../text/span';
import { simplified } from '../../text/traditional';

export interface PreambleList {
  /** How many parts it says. */
  readonly said: number;
  readonly numeral: Span;
  /** The sentence up to the numeral. */
  readonly list: string;
  readonly start: number;
  /** Official sections in the order of the list; offsets are into `list`. */
  readonly titles: readonly ListedTitle[];
}

const PARTS = /(?:([一二三四五六七八九十]{1,3})|([0-9０-９]{1,2}))\s*个?\s*(?:大)?(?:部分|方面)(?:组成|构成|内容|的内容)?/g;
/** So many sections named make it a list of sections; else it has to say that it speaks of the report. */
const NAMED_FROM = 2;
/** Some reports have the list in section one; there it has to be plainer. */
const NAMED_IN_BODY = 4;
const OF_REPORT = /(?:报告|年报|全文|本文)\s*(?:内容)?\s*(?:共|由|包括|包含|分为|分|有|以下){1,3}\s*$/;

export function preambleList({ passages, sections }: ReportProse): PreambleList | null {
  const [{ start, passage }] = passages;
  const list = passage.read(listIn);
  const isInBody = list !== null && sections.length > 0 && start + list.start > sections[0].start;
  if (list === null || (isInBody && list.titles.length < NAMED_IN_BODY)) { return null; }
  return { ...list, start: start + list.start, numeral: shifted(list.numeral, start) };
}

/** The first list of a passage. */
function listIn({ lines }: Passage): PreambleList | null {
  for (const { start, text } of lines) {
    if (!text.includes('部分') && !text.includes('方面')) { continue; }
    for (const found of text.matchAll(PARTS)) {
      const from = text.lastIndexOf('。', found.index) + 1;
      const list = text.slice(from, found.index);
      const titles = listedSections(list);
      if (titles.length < NAMED_FROM && !OF_REPORT.test(list)) { continue; }
      const digits = found[1] ?? found[2];
      const at = start + found.index;
      return { said: numberOf(digits), numeral: { start: at, end: at + digits.length }, list, start: start + from, titles };
    }
  }
  return null;
}

/** Whether the list names a section of the report, in whatever words: besides the titles that are known in it, it speaks of that. */
export function isListed(list: PreambleList, section: Section): boolean {
  if (placeInList(list, section) >= 0 || list.list.includes(section.title)) { return true; }
  let rest = '';
  let from = 0;
  for (const { start, end } of [...list.titles, { start: list.list.length, end: list.list.length }]) {
    rest += `${list.list.slice(from, start)}、`;
    from = Math.max(from, end);
  }
  return speaksOf(simplified(rest), section.official);
}

/** Where a section of the report stands in the list; −1 where the list does not name it. */
export function placeInList({ list, titles }: PreambleList, section: Section): number {
  if (section.official === 0) { return list.indexOf(section.title); }
  return titles.find((title) => title.section === section.official)?.start ?? -1;
}
