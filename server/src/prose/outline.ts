/**
 * The sections of a report. Invariant: sections ascend and do not overlap; a section runs to the next one's heading; what
 * is numbered like a section but belongs to a list within one (一、… 二、… anew) is not taken for a section.
 */
import type { Span } from '../text/span';
import type { Item } from '../text/item';
import type { Heading } from './heading';
import { speaksOf } from './sectionTitles';

/** A heading with its place in the document. */
export interface PlacedHeading {
  /** Offset of the line's text in the document. */
  readonly at: number;
  readonly end: number;
  readonly indented: boolean;
  readonly heading: Heading;
  /** Number of the line among all prose lines: neighbours have nothing between them but blanks. */
  readonly line: number;
}

export interface Section extends Span {
  /** 1 … 6; 0 for a section that the forms do not have. */
  readonly official: number;
  readonly title: string;
  readonly item: Item | null;
  readonly indented: boolean;
  /** Its text starts on the line of the heading. */
  readonly runIn: boolean;
  /** The item number without its mark; empty where there is none. */
  readonly number: Span;
  readonly titleSpan: Span;
  /** From the end of the heading to the next one, or the end of the text. */
  readonly body: Span;
}

/** A text with more headings than this is no such report; it gets no sections. */
const MOST_HEADINGS = 300;

export function outlineOf(headings: readonly PlacedHeading[], end: number): Section[] {
  if (headings.length > MOST_HEADINGS) { return []; }
  const kept = chosen(withoutLists(withoutContents(headings.filter(({ heading }) => mayHeadSection(heading)))));
  const official = officialsOf(kept);
  return kept.map((one, i) => {
    const { heading, at } = one;
    const headEnd = heading.runIn ? at + heading.titleEnd : one.end;
    return {
      start: at, end: headEnd, official: official[i], title: heading.title, item: heading.item, indented: one.indented,
      runIn: heading.runIn,
      number: { start: at + heading.numberStart, end: at + heading.numberEnd },
      titleSpan: { start: at + heading.titleStart, end: at + heading.titleEnd },
      body: { start: headEnd, end: kept[i + 1]?.at ?? end },
    };
  });
}

function officialOf({ match }: Heading): number {
  return match?.section ?? 0;
}

/** By title; a title in words of the author's own is told by its number, in the place of that section, and one of the section's words. */
function officialsOf(kept: readonly PlacedHeading[]): readonly number[] {
  const officials = kept.map(({ heading }) => officialOf(heading));
  kept.forEach(({ heading: { item, key } }, i) => {
    if (officials[i] > 0 || item?.script !== 'chinese' || !speaksOf(key, item.value)) { return; }
    const isInPlace = officials.every((other, j) => other === 0 || (j < i ? other < item.value : other > item.value));
    if (isInPlace) { officials[i] = item.value; }
  });
  return officials;
}

export function mayHeadSection({ item, match, level }: Heading): boolean {
  if (item === null) { return match !== null && !match.short; }
  if (item.script === 'chinese') { return item.mark === 'comma' || (item.mark === 'dot' && match !== null); }
  return (item.mark === 'comma' || item.mark === 'dot') && (match === null ? level === 0 : !match.short);
}

const CONTENTS_FROM = 3;

/** Drops a table of contents: headings on neighbouring lines whose titles come again further down. */
function withoutContents(headings: readonly PlacedHeading[]): PlacedHeading[] {
  const kept: PlacedHeading[] = [];
  for (let from = 0; from < headings.length;) {
    let to = from + 1;
    while (to < headings.length && headings[to].line === headings[to - 1].line + 1) { to++; }
    const run = headings.slice(from, to);
    const later = headings.slice(to);
    const isContents = run.length >= CONTENTS_FROM
      && run.filter((one) => later.some((other) => other.heading.key === one.heading.key)).length >= CONTENTS_FROM;
    if (!isContents) { kept.push(...run); }
    from = to;
  }
  return kept;
}

const LIST_FROM = 3;
/** So many sections for one that bears its own number are no report again. */
const LISTED_PER_SECTION = 3;

/** Drops lists that count anew behind sections: the rows of an annex of which but one or two are called as a section is. */
function withoutLists(headings: readonly PlacedHeading[]): readonly PlacedHeading[] {
  const seen = new Set<number>();
  const listed = new Set<PlacedHeading>();
  headings.forEach((one, i) => {
    if (listed.has(one)) { return; }
    if (one.heading.item?.value === 1 && seen.size > 0) {
      const run = listFrom(headings, i, seen);
      const sections = run.filter(({ heading }) => heading.item!.value === officialOf(heading)).length;
      if (run.length >= LIST_FROM && sections * LISTED_PER_SECTION <= run.length) {
        for (const item of run) { listed.add(item); }
        return;
      }
    }
    seen.add(officialOf(one.heading));
  });
  return listed.size === 0 ? headings : headings.filter((one) => !listed.has(one));
}

/** What counts on from a heading in the same script, up to a section that has not come yet. */
function listFrom(headings: readonly PlacedHeading[], from: number, seen: ReadonlySet<number>): PlacedHeading[] {
  const run = [headings[from]];
  for (const one of headings.slice(from + 1)) {
    const { item } = one.heading;
    if (item === null || item.script !== headings[from].heading.item!.script) { continue; }
    const official = officialOf(one.heading);
    if (item.value !== run.length + 1 || (official > 0 && !seen.has(official))) { break; }
    run.push(one);
  }
  return run;
}

function chosen(headings: readonly PlacedHeading[]): PlacedHeading[] {
  const kept: PlacedHeading[] = [];
  const seen = new Set<number>();
  let last = 0;
  headings.forEach((one, i) => {
    const { item } = one.heading;
    const official = officialOf(one.heading);
    const fits = official > 0 ? isOfficial(one.heading, official, last, seen) : isExtra(headings, i, last, kept);
    if (!fits) { return; }
    kept.push(one);
    seen.add(official);
    last = item === null || item.value > last + 1 && item.value !== official ? last + 1 : Math.max(item.value, 1);
  });
  return kept;
}

/** Its own number, the next number, or a title that has not come yet and is no list item. */
function isOfficial({ item, match, level }: Heading, official: number, last: number, seen: ReadonlySet<number>): boolean {
  if (item === null) { return level > 0 || !seen.has(official); }
  if (item.value === official || item.value === last + 1) {
    return item.script === 'chinese' || !seen.has(official) || item.value === official;
  }
  return item.script === 'chinese' && (!seen.has(official) || item.value === last) && !match!.short;
}

const ENDS_AS_TITLE = /(?:情况|事项|概况|概述|问题|措施|附件|附表)$/;

/** A heading the forms do not have is a section only where it continues the numbering and the next official one goes on from it. */
function isExtra(headings: readonly PlacedHeading[], i: number, last: number, kept: readonly PlacedHeading[]): boolean {
  const { heading, line } = headings[i];
  const item = heading.item!;
  if (item.value !== last + 1) { return false; }
  const next = headings.slice(i + 1).find((other) => officialOf(other.heading) > 0 && other.heading.item !== null);
  if (next !== undefined && next.heading.item!.value <= item.value) { return false; }
  if (item.script === 'chinese') { return heading.title.length > 1; }
  const before = headings[i - 1];
  const isListItem = before !== undefined && before.heading.item?.script === 'arabic' && kept.at(-1) !== before && before.line < line;
  return ENDS_AS_TITLE.test(heading.key) && next !== undefined && next.heading.item!.value <= item.value + 2 && !isListItem;
}
