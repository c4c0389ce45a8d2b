/**
 * Tables that go on behind a page break: 续表, (continued), the header once more. Invariant: parts are joined only where
 * nothing but the marks of a page break stands between them, and either the columns are the same or, in an official table, the rows
 * of its form go on (`officialParts`); any other table that has its own total is complete and never goes on, so two complete tables
 * stay two. Joined parts are one block, read and written as one.
 */
import { kindOfLabel } from '../equations/infer/words';
import type { Catalogue } from '../forms/catalogue';
import { layoutOf } from '../layouts';
import type { Block } from '../layouts/layout';
import type { Cell } from '../model/cell';
import type { LayoutId } from '../model/reading';
import { trimBlankEnd } from '../text/blank';
import { goesOnInForm, isHeadingOfForm } from './officialParts';
import { betweenParts, lineBefore, LONGEST_GAP, type PageBreak } from './pageBreak';
import { RunningHeads } from './runningHeads';
import { withoutRuns } from './scatteredRows';

/** What each of these reads as one table, whatever lines stand between its parts. */
const JOINABLE: ReadonlySet<LayoutId> = new Set<LayoutId>(['pipes', 'html', 'tabs', 'grid-lines', 'closed-cells', 'led-cells']);

interface Part {
  readonly block: Block;
  /** More than blank lines stand before it: 续表, a page number. */
  readonly isMarked: boolean;
  readonly header: readonly Cell[];
  /** Subtotals do not complete a table. */
  readonly hasTotal: boolean;
}

/** @param found in document order */
export function joinContinued(text: string, found: readonly Block[], catalogue: Catalogue): readonly Block[] {
  const blocks = withoutRuns(text, found, catalogue);
  let joined: Block[] | undefined;
  const heads = new RunningHeads(text);
  for (let i = 0; i < blocks.length; i++) {
    const { last, end } = endOfForm(text, blocks, i, catalogue, heads);
    if (end > blocks[i].end) {
      joined ??= blocks.slice(0, i);
      joined.push({ layout: blocks[i].layout, start: blocks[i].start, end });
      i = last;
      continue;
    }
    const parts = partsFrom(text, blocks, i);
    if (parts === null) { joined?.push(blocks[i]); continue; }
    joined ??= blocks.slice(0, i);
    joined.push(...whole(parts));
    i += parts.length - 1;
  }
  return joined ?? blocks;
}

/** The last block that goes on with the official table which begins in this one, and where that table ends. */
function endOfForm(
  text: string, blocks: readonly Block[], first: number, catalogue: Catalogue, heads: RunningHeads,
): { last: number; end: number } {
  let last = first;
  while (last + 1 < blocks.length
    && (gapBehind(text, blocks, last, first, heads) !== null || isHeadedByForm(text, blocks, last, catalogue))
    && goesOnInForm(text, blocks[first], blocks[last + 1], catalogue)) {
    last++;
  }
  const row = loneRowBehind(text, blocks, last, heads);
  return { last, end: row !== null && goesOnInForm(text, blocks[first], row, catalogue) ? row.end : blocks[last].end };
}

/** One row between bars is no block of its own: the last of a table may stand alone on its page. */
function loneRowBehind(text: string, blocks: readonly Block[], at: number, heads: RunningHeads): Block | null {
  const { layout, end } = blocks[at];
  const start = layout === 'pipes' ? text.slice(end, end + LONGEST_GAP).search(/^[^\S\n]*\|/m) + end : -1;
  if (start < end || start >= (blocks[at + 1]?.start ?? Infinity)
    || betweenParts(text.slice(end, start), () => lineBefore(text, blocks[at].start), heads, end) === null) {
    return null;
  }
  const lineFeed = text.indexOf('\n', start);
  return { layout, start, end: lineFeed < 0 ? text.length : lineFeed + 1 };
}

/** What parts a block from the next one; null where they are no parts of one table. */
function gapBehind(text: string, blocks: readonly Block[], at: number, first: number, heads: RunningHeads | null = null): PageBreak | null {
  const { layout, end } = blocks[at];
  const next = blocks[at + 1];
  if (layout !== next.layout || !JOINABLE.has(layout)) { return null; }
  return betweenParts(text.slice(end, next.start), () => lineBefore(text, blocks[first].start), heads, end);
}

/** Whether nothing but headings of an official table parts the blocks: they may be written above tables of the rows that they span. */
function isHeadedByForm(text: string, blocks: readonly Block[], at: number, catalogue: Catalogue): boolean {
  const { layout, end } = blocks[at];
  const next = blocks[at + 1];
  return layout === next.layout && JOINABLE.has(layout) && next.start - end <= LONGEST_GAP
    && isHeadingOfForm(text.slice(end, next.start), catalogue);
}

/** The block and those that may go on with it; null where none does. */
function partsFrom(text: string, blocks: readonly Block[], first: number): Part[] | null {
  let parts: Part[] | null = null;
  for (let next = first + 1; next < blocks.length; next++) {
    const before = blocks[next - 1];
    const block = blocks[next];
    const gap = endsWithTotal(text, before) ? null : gapBehind(text, blocks, next - 1, first);
    if (gap === null || (gap !== 'said' && headOf(text, blocks[first]) !== headOf(text, block))) { break; }
    parts ??= [partOf(text, blocks[first], false)];
    const part = partOf(text, block, gap !== 'blank');
    if (!hasSameColumns(parts[0].header, part.header, gap === 'said')) { break; }
    parts.push(part);
  }
  return parts !== null && parts.length > 1 ? parts : null;
}

function partOf(text: string, block: Block, isMarked: boolean): Part {
  const cells = layoutOf(block.layout).read(text.slice(block.start, block.end))?.cells ?? [];
  let width = 0;
  while (width < cells.length && cells[width].row === 0) { width++; }
  return { block, isMarked, header: cells.slice(0, width), hasTotal: cells.some(isTotalLabel) };
}

function isTotalLabel({ row, column, content }: Cell): boolean {
  if (row === 0 || column > 1) { return false; }
  const kind = kindOfLabel(content.text);
  return kind === 'total' || kind === 'grand';
}

/** Parts up to the one with the total are one table; where there is none, or it comes first, the table goes on from page to page. */
function whole(parts: readonly Part[]): Block[] {
  const found: Block[] = [];
  const nextTotal = new Int32Array(parts.length).fill(-1);
  for (let i = parts.length - 1; i >= 0; i--) { nextTotal[i] = parts[i].hasTotal ? i : i + 1 < parts.length ? nextTotal[i + 1] : -1; }
  for (let i = 0; i < parts.length; i++) {
    let last = Math.max(i, nextTotal[i]);
    if (last === i) { while (last + 1 < parts.length && parts[last + 1].isMarked && !parts[last + 1].hasTotal) { last++; } }
    found.push({ layout: parts[i].block.layout, start: parts[i].block.start, end: parts[last].block.end });
    i = last;
  }
  return found;
}

/** The same header; behind a word that it goes on, also no header at all: figures under the same number of columns. */
function hasSameColumns(header: readonly Cell[], row: readonly Cell[], isSaid: boolean): boolean {
  if (header.length < 2 || header.length !== row.length) { return false; }
  return header.every((cell, i) => cell.content.text === row[i].content.text) || (isSaid && row.slice(1).some(isFigure));
}

/** A year heads a column. */
function isFigure({ content: { amount } }: Cell): boolean {
  return amount.kind === 'number' && !(amount.whole >= 1900 && amount.whole <= 2100);
}

/** As a quick look at its last row tells: most tables that have a total end with it. */
function endsWithTotal(text: string, { layout, start, end }: Block): boolean {
  const last = trimBlankEnd(text, start, end);
  const row = layout === 'html'
    ? text.slice(Math.max(start, text.lastIndexOf('<tr', last)), last).replace(/<[^>]*>/g, '|')
    : text.slice(Math.max(start, text.lastIndexOf('\n', last - 1) + 1), last);
  const kind = kindOfLabel(FIRST_CELL.exec(row)?.[0] ?? '');
  return kind === 'total' || kind === 'grand';
}

const FIRST_CELL = /[^|\t\s][^|\t]*/;

/** What a part's first row begins with, as a quick look can tell: most tables that follow each other differ here. */
function headOf(text: string, { layout, start, end }: Block): string {
  if (layout !== 'html') { return text.slice(start, end).trimStart().split('\n', 1)[0].replace(/\s+/g, ''); }
  const row = text.slice(start, Math.min(end, start + LONGEST_HEAD)).replace(/<\/tr[\s\S]*/i, '');
  return row.replace(/<[^>]*>|\s+/g, '');
}

const LONGEST_HEAD = 4000;
