/**
 * What the rules about sections have in common. Invariant: a document is held to the six sections only where it plainly is
 * a whole report of 2019 or later: it has a title (or the tables) and most of their headings; a draft or an excerpt is let be.
 */
import type { Form, FormTable } from '../../model/form';
import type { Section } from '../../prose/outline';
import { SECTION_TITLES } from '../../prose/sectionTitles';
import { trimBlankEnd } from '../../text/blank';
import { writeChineseNumeral } from '../../text/numerals';
import type { Span } from '../../text/span';
import type { DocumentContext } from '../rule';
import { sectionOfTable } from './reportTables';

const FIRST_YEAR = 2019;
const MOST_SECTIONS = 4;
/** So many official tables make up for a title, which web pages keep apart from the text. */
const WITHOUT_TITLE = 2;

/** The sections of a document that is held to the six; none for any other. */
export function sectionsDue({ report, form, tables }: DocumentContext): readonly Section[] {
  const { sections } = report;
  if (sections.length < MOST_SECTIONS || (report.titles.length === 0 && tables.length < WITHOUT_TITLE)) { return NONE; }
  const year = report.year;
  if (year !== null && year < FIRST_YEAR || year === null && form !== null && form.lastYear < FIRST_YEAR) { return NONE; }
  let official = 0;
  for (const section of sections) { if (section.official > 0) { official++; } }
  return official >= MOST_SECTIONS ? sections : NONE;
}

const NONE: readonly Section[] = [];

/** 三、收到和处理政府信息公开申请情况 */
export function officialHeading(section: number): string {
  return `${writeChineseNumeral(section)}、${SECTION_TITLES[section - 1]}`;
}

/** The table that a section is due to have, in the form that the document's tables follow or else in that of its year; null for none. */
export function tableDue({ form, forms, report: { year } }: DocumentContext, official: number): FormTable | null {
  const own = (one: Form): FormTable | undefined => one.tables.find((table) => sectionOfTable(table) === official);
  const ofYear = forms.find((one) => year !== null && one.firstYear <= year && year <= one.lastYear && own(one) !== undefined);
  const due = form ?? ofYear;
  return due ? own(due) ?? null : null;
}

/**
 * Where something is put below all that a stretch of the document holds: the end of its last line that is not blank. Null where the
 * stretch ends within its first line.
 */
export function endOfLast(text: string, { start, end }: Span): number | null {
  const lineStart = end === text.length ? end : text.lastIndexOf('\n', end - 1) + 1;
  if (lineStart <= start) { return null; }
  const last = trimBlankEnd(text, start, lineStart);
  const lineFeed = text.indexOf('\n', last);
  return lineFeed < 0 ? text.length : trimBlankEnd(text, last, lineFeed);
}

/** Sections not in the forms' order: those left over by the longest run that is in order. */
export function outOfOrder(sections: readonly Section[]): Section[] {
  const official = sections.filter((section) => section.official > 0);
  const longest: number[] = [];
  official.forEach((section, i) => {
    longest.push(1);
    for (let j = 0; j < i; j++) {
      if (official[j].official <= section.official) { longest[i] = Math.max(longest[i], longest[j] + 1); }
    }
  });
  let due = Math.max(0, ...longest);
  const left: Section[] = [];
  for (let i = official.length - 1; i >= 0; i--) {
    if (longest[i] === due) { due--; } else { left.unshift(official[i]); }
  }
  return left;
}

/** The section of this official number. */
export function sectionAt(sections: readonly Section[], official: number): Section | undefined {
  return sections.find((section) => section.official === official);
}
