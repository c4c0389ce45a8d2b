/**
 * Which report is held to the six official sections, and what each is due to have: its heading, its table, its place in the order.
 * Invariant: a document is held to the six only where it plainly is a whole report of 2019 or later: it has a title (or the tables)
 * and most of their headings, or half of them and says itself that there are six; a draft or an excerpt is let be.
 */
import type { Form, FormTable } from '../../model/form';
import type { Section } from '../../prose/outline';
import { SECTION_TITLES } from '../../prose/sectionTitles';
import { writeChineseNumeral } from '../../text/numerals';
import { isAscending, longestAscending } from '../../text/ordered';
import type { DocumentContext } from '../rule';
import { standsApart } from './charactersApart';
import { preambleList } from './preambleList';
import { sectionOfTable } from './reportTables';
import { pointsElsewhere } from './tablesElsewhere';

/** The sections that have a table each. */
export const WITH_TABLE: ReadonlySet<number> = new Set([2, 3, 4]);
const FIRST_YEAR = 2019;
const MOST_SECTIONS = 4;
/** So many are enough where the document says that it has six. */
const HALF_OF_SECTIONS = 3;
/** What is not the whole report says so in its title. */
const NOT_WHOLE = /摘|节选|简版|稿|提纲|样本|示例/;
/** So many official tables make up for a title, which web pages keep apart from the text. */
const WITHOUT_TITLE = 2;
const NONE: readonly Section[] = [];

/** The sections of a document that is held to the six; none for any other. */
export function sectionsDue(context: DocumentContext): readonly Section[] {
  const { report, form, tables } = context;
  const { sections } = report;
  if (sections.length < HALF_OF_SECTIONS || (report.titles.length === 0 && tables.length < WITHOUT_TITLE)) { return NONE; }
  const year = report.year;
  if (year !== null && year < FIRST_YEAR || year === null && form !== null && form.lastYear < FIRST_YEAR) { return NONE; }
  let official = 0;
  for (const section of sections) { if (section.official > 0) { official++; } }
  if (standsApart(report)) { return NONE; }
  return official >= MOST_SECTIONS || (official === HALF_OF_SECTIONS && sections.length === official && saysSix(context)) ? sections : NONE;
}

/**
 * Its last section bears the number six, or its preamble lists six; each table has its section, and no word says that the rest stands
 * elsewhere.
 */
function saysSix(context: DocumentContext): boolean {
  const { text, report, tables } = context;
  const { sections, titles, year } = report;
  if (year === null || titles.length === 0 || titles.some(({ start, end }) => NOT_WHOLE.test(text.slice(start, end)))) { return false; }
  const last = sections[sections.length - 1];
  const isSixth = last.official === SECTION_TITLES.length && last.item?.value === SECTION_TITLES.length;
  return (isSixth || listsSix(report))
    && tables.every((table) => sectionAt(sections, sectionOfTable(table.context.form)) !== undefined) && !pointsElsewhere(context);
}

function listsSix(report: DocumentContext['report']): boolean {
  const list = preambleList(report);
  return list !== null && list.said >= SECTION_TITLES.length && list.titles.length >= MOST_SECTIONS;
}

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

/** Sections not in the forms' order: those left over by the longest run that is in order; of two that changed places, the first. */
export function outOfOrder(sections: readonly Section[]): readonly Section[] {
  const fromLast = sections.filter(({ official }) => official > 0).reverse();
  const numbers = fromLast.map(({ official }) => -official);
  if (isAscending(numbers, true)) { return NONE; }
  const inOrder = longestAscending(numbers, true);
  return fromLast.filter((_, i) => !inOrder.has(i)).reverse();
}

/** The section of this official number. */
export function sectionAt(sections: readonly Section[], official: number): Section | undefined {
  return sections.find((section) => section.official === official);
}
