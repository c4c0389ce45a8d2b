/**
 * The headings of a document, 一、（一）1., and the sections they open. Invariant: headings are lines of prose, never rows of a
 * table; a section runs to the next heading of its depth or a lesser one; sections nest.
 */
import type { Analysis } from '../analysis/analysis';
import { onceFor } from '../model/onceFor';
import { readHeading, type Heading } from '../prose/heading';
import { ReportProse } from '../prose/report';
import type { Item } from '../text/item';
import type { Span } from '../text/span';
import { lastStarting } from './spot';

export interface SectionNode extends Span {
  /** The heading with its number. */
  readonly title: string;
  readonly heading: Span;
  readonly below: SectionNode[];
}

interface Head { readonly depth: number; readonly heading: Span; readonly title: string }

/** The sections of the document, outermost first. */
export const sectionsOf = onceFor((analysis: Analysis): readonly SectionNode[] => nest(headsOf(analysis), analysis.text.length));

/** The sections that hold the offset, outermost first. */
export function sectionsAround(analysis: Analysis, offset: number): SectionNode[] {
  const around: SectionNode[] = [];
  let level: readonly SectionNode[] = sectionsOf(analysis);
  for (;;) {
    const at = lastStarting(level, offset, (section) => section.start);
    if (at < 0 || offset > level[at].end) { return around; }
    around.push(level[at]);
    level = level[at].below;
  }
}

/** Of the prose between the tables. */
function headsOf({ text, tables, prose: report }: Analysis): Head[] {
  const prose = report ?? new ReportProse(text, tables.map((table) => table.span));
  const official = new Set(prose.sections.map((section) => section.start));
  return prose.lines.flatMap(({ start, end, line }) => {
    const heading = line.heading ?? (line.tabular ? null : runInHeading(line.text));
    if (heading === null) { return []; }
    const depth = official.has(start) ? 1 : depthOf(heading.item);
    const span = { start, end: heading.runIn ? start + heading.titleEnd : end };
    return depth === 0 ? [] : [{ depth, heading: span, title: text.slice(span.start, span.end).replace(MARK, '').trim() }];
  });
}

const MARK = /^#+\s*/;
const RUN_IN = /^[(（][一二三四五六七八九十]{1,3}[)）][^。：:；！？，,;!?]{2,20}[。：:]/;

/** （一）主动公开。严格按照…: a heading that its text follows at once. */
function runInHeading(line: string): Heading | null {
  const head = RUN_IN.exec(line);
  const read = head && readHeading(head[0].slice(0, -1));
  return read && { ...read, runIn: true };
}

/** （一） below 一、, 1. below both, （1） below all; 0 for what is no heading unless it opens a section. */
function depthOf(item: Item | null): number {
  if (item === null || item.mark === 'none') { return 0; }
  if (item.script === 'chinese') { return item.mark === 'brackets' ? 2 : 0; }
  return item.mark === 'brackets' || item.mark === 'close' ? 4 : 3;
}

function nest(heads: readonly Head[], end: number): SectionNode[] {
  const top: SectionNode[] = [];
  const open: { node: SectionNode & { end: number }; depth: number }[] = [];
  for (const { depth, heading, title } of heads) {
    while (open.length > 0 && open[open.length - 1].depth >= depth) { open.pop()!.node.end = heading.start; }
    const node = { start: heading.start, end, title, heading, below: [] };
    (open.at(-1)?.node.below ?? top).push(node);
    open.push({ node, depth });
  }
  return top;
}
