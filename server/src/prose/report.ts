/**
 * A report about open government as prose: title, preamble, sections, dates. Invariant: null for any other document, told
 * by its title or by the official tables in it; lines of tables are never prose. Offsets are those of the document.
 */
import { KnownParts } from '../text/knownParts';
import { namesReport } from '../text/reportTitle';
import type { Span } from '../text/span';
import { dateAlone, periodIn, yearIn, type DateFound, type Period } from './dates';
import { outlineOf, type PlacedHeading, type Section } from './outline';
import { Passage, type ProseLine } from './passage';

export interface PlacedPassage {
  readonly start: number;
  readonly passage: Passage;
}

export interface Title extends Span {
  readonly year: number | null;
  readonly yearSpan: Span;
}

/** A line of prose in the document. */
export interface PlacedLine extends Span {
  readonly line: ProseLine;
  /** The passage it stands in, and where that starts. */
  readonly place: PlacedPassage;
}

/** A title stands within the first characters of a document and the first lines of its prose. */
const HEAD_LENGTH = 4000;
const HEAD_LINES = 12;
const LONGEST_TITLE = 80;
const TAIL_LINES = 20;
const SHORTEST_PERIOD = 15;

/**
 * @param tables the spans of all tables, in order
 * @param official whether one of them is a table of an official form
 * @param earlier what an earlier text was read as: passages that did not change are taken over
 */
export function readReport(
  text: string, tables: readonly Span[], official: boolean, earlier: ReportProse | null = null,
): ReportProse | null {
  if (!official && !text.slice(0, HEAD_LENGTH).includes('信息公开')) { return null; }
  const report = new ReportProse(text, tables, knownPassages(earlier === null ? [] : [earlier]));
  return official || report.titles.length > 0 ? report : null;
}

export class ReportProse {
  readonly passages: readonly PlacedPassage[];
  readonly titles: readonly Title[];
  private outlined: readonly Section[] | undefined;
  private numbered: readonly PlacedLine[] | undefined;

  /**
   * @param known passages of which those with the same text are taken over
   * @param within the part of the text that is this report, where the text holds several; `tables` are those in it
   */
  constructor(
    readonly text: string, tables: readonly Span[], known = knownPassages([]), readonly within: Span = { start: 0, end: text.length },
  ) {
    this.passages = passagesOf(text, within, tables, known);
    this.titles = this.readTitles();
  }

  /** All lines of prose, in order. */
  get lines(): readonly PlacedLine[] { return this.numbered ??= linesOf(this.passages); }

  get sections(): readonly Section[] { return this.outlined ??= outlineOf(this.headings(), this.within.end); }

  /** The year its title names. */
  get titleYear(): number | null {
    return this.titles.find(({ year }) => year !== null)?.year ?? null;
  }

  /** The year it is about: by its title, else its period, else the year before its date. */
  get year(): number | null {
    if (this.readYear === undefined) {
      const { period, signature } = this;
      this.readYear = this.titleYear ?? period?.from.year ?? (signature ? signature.year - 1 : null);
    }
    return this.readYear;
  }

  private readYear: number | null | undefined;

  private readPeriod: Period | null | undefined;

  get period(): Period | null {
    if (this.readPeriod === undefined) {
      this.readPeriod = this.findPeriod();
    }
    return this.readPeriod;
  }

  /** In the preamble, or else in the text before the first table, where some reports have it. */
  private findPeriod(): Period | null {
    const [{ start, passage }] = this.passages;
    const body = this.sections[0]?.start ?? Infinity;
    for (const line of passage.lines) {
      const found = line.text.length < SHORTEST_PERIOD ? null : periodIn(line.text, start + line.start >= body);
      if (found) { return placedPeriod(found, start + line.start); }
    }
    return null;
  }

  private readSignature: DateFound | null | undefined;

  /** The date under the report or right under its title. */
  get signature(): DateFound | null {
    if (this.readSignature === undefined) { this.readSignature = this.findSignature(); }
    return this.readSignature;
  }

  private findSignature(): DateFound | null {
    const { lines } = this;
    for (let i = lines.length - 1; i >= Math.max(0, lines.length - TAIL_LINES); i--) {
      const found = dateAlone(lines[i].line.text);
      if (found) { return placedDate(found, lines[i].start); }
    }
    const below = this.titles.length === 0 ? -1 : lines.findIndex(({ start }) => start >= this.titles[0].end);
    for (let i = below; i >= 0 && i < Math.min(below + 3, lines.length); i++) {
      const found = dateAlone(lines[i].line.text);
      if (found) { return placedDate(found, lines[i].start); }
    }
    return null;
  }

  private headings(): PlacedHeading[] {
    const found: PlacedHeading[] = [];
    this.lines.forEach(({ start, end, line }, number) => {
      if (line.heading !== null) { found.push({ at: start, end, indented: line.indented, heading: line.heading, line: number }); }
    });
    return found;
  }

  private readTitles(): Title[] {
    const first = this.passages[0];
    if (first === undefined || !first.passage.plain.includes('信息公开')) { return []; }
    return first.passage.read(titlesIn).map((title) => placedTitle(title, first.start));
  }
}

export function knownPassages(reports: readonly ReportProse[]): KnownParts<Passage> {
  return new KnownParts(reports.flatMap(({ passages }) => passages.map(({ passage }) => passage)));
}

function passagesOf(text: string, within: Span, tables: readonly Span[], known: KnownParts<Passage>): PlacedPassage[] {
  const found: PlacedPassage[] = [];
  const add = (start: number, end: number): void => {
    const own = text.slice(start, end);
    found.push({ start, passage: known.find(own) ?? new Passage(own) });
  };
  let from = within.start;
  for (const table of tables) {
    if (table.start > from) { add(from, table.start); }
    from = Math.max(from, table.end);
  }
  add(from, within.end);
  return found;
}

function linesOf(passages: readonly PlacedPassage[]): PlacedLine[] {
  const lines: PlacedLine[] = [];
  for (const place of passages) {
    for (const line of place.passage.lines) { lines.push({ start: place.start + line.start, end: place.start + line.end, line, place }); }
  }
  return lines;
}

/** Titles at the head of a passage; one may run over two lines. */
function titlesIn({ lines }: Passage): Title[] {
  const found: Title[] = [];
  for (let i = 0; i < Math.min(lines.length, HEAD_LINES); i++) {
    const title = titleFrom(lines[i], lines[i + 1]);
    if (title === null) { continue; }
    found.push(title);
    if (title.end > lines[i].end) { i++; }
  }
  return found;
}

/** The title that a line is, perhaps together with the next line. */
export function titleFrom({ text, start, end, heading }: ProseLine, next: ProseLine | undefined): Title | null {
  if (text.length > LONGEST_TITLE || text.includes('。') || heading !== null) { return null; }
  if (namesReport(text)) { return titleAt(text, start, end); }
  const goesOn = next !== undefined && text.includes('信息公开') && next.text.length < 20 && namesReport(text + next.text);
  return goesOn ? titleAt(text, start, next.end) : null;
}

function titleAt(line: string, start: number, end: number): Title {
  const found = yearIn(line);
  return {
    start, end, year: found?.year ?? null,
    yearSpan: found ? { start: start + found.span.start, end: start + found.span.end } : { start, end },
  };
}

function placedTitle(title: Title, by: number): Title {
  return {
    ...title, start: title.start + by, end: title.end + by, yearSpan: { start: title.yearSpan.start + by, end: title.yearSpan.end + by },
  };
}

function placedDate(date: DateFound, by: number): DateFound {
  return {
    ...date, start: date.start + by, end: date.end + by, yearSpan: { start: date.yearSpan.start + by, end: date.yearSpan.end + by },
  };
}

function placedPeriod(period: Period, by: number): Period {
  return { ...period, start: period.start + by, end: period.end + by, from: placedDate(period.from, by), to: placedDate(period.to, by) };
}
