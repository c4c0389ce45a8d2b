/**
 * Reports that follow one another in one text. Invariant: another report begins only at a title behind most of a report's sections, and
 * only where its first section comes next; the same title once more begins none: pages repeat it, and a report that stands there twice is
 * told to do so.
 */
import { wordsAlone } from '../text/blank';
import type { Span } from '../text/span';
import { mayHeadSection } from './outline';
import type { Passage } from './passage';
import { knownPassages, ReportProse, titleFrom, type PlacedPassage } from './report';

const MOST_SECTIONS = 3;
/** A table of contents has none. */
const LEAST_SENTENCES = 2;

/**
 * The reports of a text, in order; the report itself where it is the only one.
 * @param earlier those of an earlier text: their passages that did not change are taken over
 */
export function reportsIn(report: ReportProse, tables: readonly Span[], earlier: readonly ReportProse[] = []): readonly ReportProse[] {
  const { text, titles } = report;
  const starts = titles.length === 0
    ? []
    : startsOfOthers(report.passages, new Set(titles.map(({ start, end }) => wordsAlone(text.slice(start, end)))));
  if (starts.length === 0) { return [report]; }
  const known = knownPassages(earlier.length > 1 ? earlier : [report]);
  let nextTable = 0;
  return [0, ...starts].map((start, i) => {
    const end = starts[i] ?? text.length;
    const firstTable = nextTable;
    while (nextTable < tables.length && tables[nextTable].start < end) { nextTable++; }
    return new ReportProse(text, tables.slice(firstTable, nextTable), known, { start, end });
  });
}

/** @param first the titles at the head of the first report: some give theirs twice */
function startsOfOthers(passages: readonly PlacedPassage[], first: ReadonlySet<string>): number[] {
  const starts: number[] = [];
  let known = first;
  let titles = new Set<string>();
  let sections = new Set<number>();
  let sentences = 0;
  let title = -1;
  for (const { start, passage } of passages) {
    for (const { at, section, words } of passage.read(marksIn)) {
      if (section === 1 && title >= 0) {
        starts.push(title);
        known = titles;
        sections = new Set();
        sentences = 0;
      }
      if (section > 0) {
        sections.add(section);
        title = -1;
        titles = new Set();
      } else if (words === '') {
        if (sections.size > 0) { sentences++; }
      } else if (sections.size >= MOST_SECTIONS && sentences >= LEAST_SENTENCES && (title >= 0 || !known.has(words))) {
        titles.add(words);
        if (title < 0) { title = start + at; }
      }
    }
  }
  return starts;
}

/** What tells where reports begin and end: the heading of a section, a title, or a line with a sentence, which has neither. */
interface Mark {
  readonly at: number;
  /** Number of the official section that it heads, else 0. */
  readonly section: number;
  /** Of a title, without blanks and marks; else ''. */
  readonly words: string;
}

function marksIn({ text, lines }: Passage): Mark[] {
  const marks: Mark[] = [];
  lines.forEach((line, i) => {
    const at = line.start;
    const section = line.heading !== null && mayHeadSection(line.heading) ? line.heading.match?.section ?? 0 : 0;
    if (section > 0 || line.text.includes('。')) { marks.push({ at, section, words: '' }); return; }
    const title = titleFrom(line, lines[i + 1]);
    if (title !== null) { marks.push({ at, section, words: wordsAlone(text.slice(title.start, title.end)) }); }
  });
  return marks;
}
