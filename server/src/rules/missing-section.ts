/** One of the six sections is not there. A section under another title in its place is left to `unknown-section`. */
import type { Change, Repair } from '../model/repair';
import type { Section } from '../prose/outline';
import { matchTitle, SECTION_TITLES } from '../prose/sectionTitles';
import type { Span } from '../text/span';
import { lineEndOf } from '../text/lines';
import { normalForm } from '../text/normal';
import { writeChineseNumeral } from '../text/numerals';
import { message } from '../messages';
import { hasTableOf, sectionOfTable } from './shared/reportTables';
import { endOfLast } from './shared/placeBelow';
import { documentRule, type DocumentContext, type PlacedTable } from './rule';
import { officialHeading, sectionAt, sectionsDue, tableDue } from './shared/sections';

interface Facts {
  readonly official: number;
  /** Title of the section it should follow, '' for the first. */
  readonly after: string;
}

export const missingSection = documentRule<Facts>({
  id: 'missing-section',
  level: 'warning',
  *find(context) {
    const sections = sectionsDue(context);
    if (sections.length === 0) { return; }
    for (let official = firstDue(context, sections); official <= SECTION_TITLES.length; official++) {
      if (sectionAt(sections, official) || isRenamed(sections, official) || isBracketed(context, official)) { continue; }
      const before = sections.findLast((section) => section.official > 0 && section.official < official);
      yield {
        rule: 'missing-section', span: before?.titleSpan ?? titleSpan(context, sections), facts: { official, after: before?.title ?? '' },
      };
    }
  },
  explain: ({ facts: { official, after } }) => (after === ''
    ? message('missing-section.first', { title: SECTION_TITLES[official - 1] })
    : message('missing-section', { title: SECTION_TITLES[official - 1], after })),
  *repairs({ facts: { official } }, context) {
    const at = placeFor(context, official);
    const end = lineEndOf(context.text);
    if (at === null) { yield* withNewTable(context, official); return; }
    yield {
      title: message('missing-section.repair', { heading: officialHeading(official) }), kind: 'review', preferred: true,
      changes: [
        { kind: 'replaceText', span: { start: at, end: at }, text: officialHeading(official) + end + end }, ...renumbered(context, at),
      ],
    };
  },
});

/** The heading and its table without figures, above the next section that is there. None where the table stands somewhere already. */
function* withNewTable(context: DocumentContext, official: number): Generator<Repair> {
  if (hasTableOf(context, official)) { return; }
  const table = tableDue(context, official);
  const next = sectionsDue(context).find((section) => section.official > official);
  const at = next ? endOfLast(context.text, { start: 0, end: next.start }) : null;
  if (table === null || at === null) { return; }
  const heading = officialHeading(official);
  yield {
    title: message('missing-section.repair.table', { heading }), kind: 'review', preferred: true,
    changes: [{ kind: 'insertTable', at, lead: heading, table }, ...renumbered(context, at)],
  };
}

/** Sections below that were numbered on as if none was missing take their own number; not where a section is the author's own. */
function renumbered(context: DocumentContext, from: number): Change[] {
  const sections = sectionsDue(context);
  if (sections.some(({ official, item }) => official === 0 || item?.script !== 'chinese')) { return []; }
  return sections.filter(({ start, official, item }) => start >= from && item!.value < official)
    .map(({ number, official }) => ({ kind: 'replaceText', span: number, text: writeChineseNumeral(official) }));
}

function titleSpan({ report }: DocumentContext, sections: readonly Section[]): Span {
  return report.titles[0] ?? sections[0].titleSpan;
}

/** A text without a title whose first heading bears a later number is the rest of a report: what stood before it is elsewhere. */
function firstDue({ report }: DocumentContext, [{ official, item }]: readonly Section[]): number {
  return report.titles.length === 0 && official > 1 && item?.value === official ? official : 1;
}

/** A section that the form does not have bears its number. */
function isRenamed(sections: readonly Section[], official: number): boolean {
  return sections.some((section) => section.official === 0 && section.item?.value === official);
}

/** Its title stands on a line of its own, but not numbered as sections are: （一）总体情况, 一 总体情况. */
function isBracketed({ report }: DocumentContext, official: number): boolean {
  return report.lines.some(({ line: { heading, text, tabular } }) => {
    const match = heading === null && !tabular && text.length <= LONGEST_LINE && OTHER_NUMBER.test(text)
      ? matchTitle(normalForm(text.replace(OTHER_NUMBER, '')))
      : heading?.match;
    return match?.section === official && !match.short;
  });
}

const LONGEST_LINE = 40;
/** Numbers that no rule reads as an item: 一 总体情况, Ⅰ.总体情况, 第一章 总体情况. */
const OTHER_NUMBER = /^[#*\s]*(?:第?\s*(?:[一二三四五六壹贰叁肆伍陆]|[1-6１-６])\s*(?:部分|章|节)?|[Ⅰ-Ⅵⅰ-ⅵIV]{1,3})[\s:：.．、·—-]+/u;

/** Before its table, where that is there without a heading of its own: the start of the table's first line. */
function placeFor({ text, tables }: DocumentContext, official: number): number | null {
  const table = tables.find(({ context }) => sectionOfTable(context.form) === official);
  if (table === undefined) { return null; }
  const start = headOfLine(table);
  const at = text.lastIndexOf('\n', start - 1) + 1;
  if (/^[\s|]*$/.test(text.slice(at, start))) { return at; }
  return text[table.start] === '<' && text.slice(table.start, start).search(/<table/i) === 0 ? table.start : null;
}

/** Where its first cell stands, or what is set aside before that. */
function headOfLine({ start, context }: PlacedTable): number {
  const { reading: { cells, aside = [] }, span } = context.table;
  return start + (aside.length > 0 && cells[0].start === span.start ? Math.min(aside[0].cell.start, span.start) : span.start);
}
