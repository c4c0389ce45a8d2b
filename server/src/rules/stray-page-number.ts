/** A page number that a conversion left on a line of its own: at the end of the text, between paragraphs, or in a table. */
import type { Finding } from '../model/finding';
import type { Change } from '../model/repair';
import type { PlacedLine } from '../prose/report';
import { message } from '../messages';
import { isSurePageNumber } from '../text/pageNumber';
import { shifted, type Span } from '../text/span';
import { documentRule, type PlacedTable } from './rule';

const BARE = /^[1-9]\d{0,2}$/;

interface Facts {
  readonly found: string;
  /** Bare numbers of which one proves the other: they go together. Empty for any that stands for itself. */
  readonly together: readonly Span[];
}

const ALONE: readonly Span[] = [];

export const strayPageNumber = documentRule<Facts>({
  id: 'stray-page-number',
  level: 'hint',
  *find({ text, report: { lines, sections }, tables }) {
    const inTables = tables.flatMap((table) => spansIn(table)).map((span) => ({ span, found: text.slice(span.start, span.end) }));
    const bareInTables = inTables.filter(({ found }) => BARE.test(found));
    const pages = sections.length === 0 ? [] : pagesIn(lines, bareInTables.map(({ found }) => Number(found)));
    const bare = bareInTables.length === 0 ? ALONE
      : [...bareInTables.map(({ span }) => span), ...pages.filter(({ line }) => BARE.test(line.text))].sort((a, b) => a.start - b.start);
    const findingOf = (span: Span, found: string): Finding<Facts> => ({
      rule: 'stray-page-number', span, facts: { found, together: BARE.test(found) ? bare : ALONE },
    });
    for (const { span, found } of inTables) { yield findingOf(span, found); }
    for (const page of pages) { yield findingOf(page, page.line.text); }
  },
  explain: ({ facts: { found } }) => message('stray-page-number', { found }),
  *repairs({ span, facts: { found, together } }, { text }) {
    const isOne = together.length < 2;
    yield {
      title: isOne ? message('stray-page-number.repair', { found }) : message('stray-page-number.repair.all', { count: together.length }),
      kind: 'safe', preferred: true, changes: (isOne ? [span] : together).map((one) => deletion(one, text)),
    };
  },
});

/** Its line goes with it where nothing else stands there but the bars of blank cells. */
function deletion({ start, end }: Span, text: string): Change {
  const at = text.lastIndexOf('\n', start - 1);
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  const isOnlyLine = at >= 0 && BLANK_CELLS.test(text.slice(at + 1, start)) && BLANK_CELLS.test(text.slice(end, to));
  if (!isOnlyLine) { return { kind: 'replaceText', span: { start, end }, text: '' }; }
  return { kind: 'replaceText', span: { start: text[at - 1] === '\r' ? at - 1 : at, end: text[to - 1] === '\r' ? to - 1 : to }, text: '' };
}

const BLANK_CELLS = /^[\s|]*$/;

/** Those that were read as no cells; what stands before or behind the table is prose. */
function spansIn({ start, context: { table: { reading, span } } }: PlacedTable): Span[] {
  return reading.pageNumbers.filter((one) => one.start >= span.start && one.end <= span.end).map((one) => shifted(one, start));
}

/** @param inTables the bare numbers in tables */
function pagesIn(lines: readonly PlacedLine[], inTables: readonly number[]): PlacedLine[] {
  const bare = new Set(inTables);
  for (const { line } of lines) { if (line.text.length <= 3 && !line.tabular && BARE.test(line.text)) { bare.add(Number(line.text)); } }
  return lines.filter(({ line }, i) => !line.tabular && (isSurePageNumber(line.text, 0, line.text.length) || isBarePage(lines, i, bare)));
}

/** A bare number after a line of text: the last line of all, or one of a rising row of them. */
function isBarePage(lines: readonly PlacedLine[], i: number, bare: ReadonlySet<number>): boolean {
  if (!BARE.test(lines[i].line.text) || i === 0 || lines[i - 1].place !== lines[i].place || !isText(lines[i - 1])
    || !mayEndPage(lines[i - 1])) { return false; }
  if (i === lines.length - 1) { return true; }
  const value = Number(lines[i].line.text);
  return isText(lines[i + 1]) && (bare.has(value - 1) || bare.has(value + 1));
}

function isText({ line }: PlacedLine): boolean {
  return !line.tabular && CHARACTER.test(line.text);
}

/** A word or two before a bare number are a table's that was not recognised: 总计 and below it 4. */
function mayEndPage({ line: { text } }: PlacedLine): boolean {
  return text.length >= SHORTEST_LINE || !CHARACTER.test(text.at(-1)!);
}

const CHARACTER = /[\u4e00-\u9fff]/;
const SHORTEST_LINE = 6;
