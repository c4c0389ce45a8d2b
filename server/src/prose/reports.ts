/**
 * Reports that follow one another in one text. Invariant: another report begins only at a title behind most of a report's sections, and
 * only where its first section comes next; the same title once more begins none: pages repeat it, and a report that stands there twice is
 * told to do so.
 */
import type { Span } from '../text/span';
import { mayHeadSection } from './outline';
import { ReportProse, titleFrom, type PlacedLine } from './report';

const MOST_SECTIONS = 3;
/** A table of contents has none. */
const LEAST_SENTENCES = 2;

/** The reports of a text, in order; the report itself where it is the only one. */
export function reportsIn(report: ReportProse, tables: readonly Span[]): readonly ReportProse[] {
  const [title] = report.titles;
  const starts = title === undefined ? [] : startsOfOthers(report.lines, wordsOf(report.text.slice(title.start, title.end)));
  if (starts.length === 0) { return [report]; }
  const { text, passages } = report;
  let nextTable = 0;
  let nextPassage = 0;
  return [0, ...starts].map((start, i) => {
    const end = starts[i] ?? text.length;
    const firstTable = nextTable;
    const firstPassage = nextPassage;
    while (nextTable < tables.length && tables[nextTable].start < end) { nextTable++; }
    while (nextPassage < passages.length && passages[nextPassage].start < end) { nextPassage++; }
    return new ReportProse(text, tables.slice(firstTable, nextTable), passages.slice(firstPassage, nextPassage), { start, end });
  });
}

/** @param first the title of the first report */
function startsOfOthers(lines: readonly PlacedLine[], first: string): number[] {
  const starts: number[] = [];
  let known = first;
  let words = first;
  let sections = new Set<number>();
  let sentences = 0;
  let title = -1;
  for (let i = 0; i < lines.length; i++) {
    const { line, start } = lines[i];
    const section = line.heading !== null && mayHeadSection(line.heading) ? line.heading.match?.section ?? 0 : 0;
    if (section === 1 && title >= 0) {
      starts.push(title);
      known = words;
      sections = new Set();
      sentences = 0;
    }
    if (section > 0) {
      sections.add(section);
      title = -1;
    } else if (sections.size > 0 && line.text.includes('。')) {
      sentences++;
    } else if (title < 0 && sections.size >= MOST_SECTIONS && sentences >= LEAST_SENTENCES) {
      words = titleAt(lines, i);
      if (words !== '' && words !== known) { title = start; }
    }
  }
  return starts;
}

/** The title that begins in a line; '' for none. */
function titleAt(lines: readonly PlacedLine[], at: number): string {
  const { line, place } = lines[at];
  const title = titleFrom(line, lines[at + 1]?.line);
  return title === null ? '' : wordsOf(place.passage.text.slice(title.start, title.end));
}

function wordsOf(title: string): string {
  return title.replace(/[\s#*]+/g, '');
}
