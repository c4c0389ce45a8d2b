/**
 * Tables that go on behind a page break: 续表, (continued), the header once more. Invariant: parts are joined only where
 * nothing but the marks of a page break stands between them and the columns are the same; a table that has its own total is
 * complete and never goes on, so two complete tables stay two. Joined parts are one block, read and written as one.
 */
import { kindOfLabel } from '../equations/infer/words';
import { layoutOf } from '../layouts';
import type { Block } from '../layouts/layout';
import type { Cell } from '../model/cell';
import type { LayoutId } from '../model/reading';
import { trimBlankEnd } from '../text/blank';
import { betweenParts, lineBefore } from './pageBreak';

/** What each of these reads as one table, whatever lines stand between its parts. */
const JOINABLE: ReadonlySet<LayoutId> = new Set<LayoutId>(['pipes', 'html', 'tabs', 'grid-lines']);

interface Part {
  readonly block: Block;
  /** More than blank lines stand before it: 续表, a page number. */
  readonly isMarked: boolean;
}

/** @param blocks in document order */
export function joinContinued(text: string, blocks: readonly Block[]): readonly Block[] {
  let joined: Block[] | undefined;
  for (let i = 0; i < blocks.length; i++) {
    const parts = partsFrom(text, blocks, i);
    if (parts.length === 1) { joined?.push(blocks[i]); continue; }
    joined ??= blocks.slice(0, i);
    joined.push(...whole(text, parts));
    i += parts.length - 1;
  }
  return joined ?? blocks;
}

function partsFrom(text: string, blocks: readonly Block[], first: number): Part[] {
  const parts: Part[] = [{ block: blocks[first], isMarked: false }];
  let header: readonly Cell[] | undefined;
  for (let next = first + 1; next < blocks.length; next++) {
    const before = blocks[next - 1];
    const block = blocks[next];
    if (before.layout !== block.layout || !JOINABLE.has(block.layout) || endsWithTotal(text, before)) { break; }
    const gap = betweenParts(text.slice(before.end, block.start), () => lineBefore(text, parts[0].block.start));
    if (gap === null || (gap !== 'said' && headOf(text, parts[0].block) !== headOf(text, block))) { break; }
    header ??= headerOf(text, parts[0].block);
    if (!hasSameColumns(header, headerOf(text, block), gap === 'said')) { break; }
    parts.push({ block, isMarked: gap !== 'blank' });
  }
  return parts;
}

/** Parts up to the one with the total are one table; where there is none, or it comes first, the table goes on from page to page. */
function whole(text: string, parts: readonly Part[]): Block[] {
  const hasTotal = parts.map(({ block }) => holdsTotal(text, block));
  const found: Block[] = [];
  for (let i = 0; i < parts.length; i++) {
    let last = i;
    while (last + 1 < parts.length && !hasTotal[last]) { last++; }
    if (last === i || !hasTotal[last]) {
      last = i;
      while (last + 1 < parts.length && parts[last + 1].isMarked && !hasTotal[last + 1]) { last++; }
    }
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
  const row = layout === 'html' ? text.slice(Math.max(start, text.lastIndexOf('<tr', last)), last).replace(/<[^>]*>/g, '|') : text.slice(Math.max(start, text.lastIndexOf('\n', last - 1) + 1), last);
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

function headerOf(text: string, { layout, start, end }: Block): readonly Cell[] {
  return layoutOf(layout).read(text.slice(start, end))?.cells.filter(({ row }) => row === 0) ?? [];
}

/** Subtotals do not complete a table. */
function holdsTotal(text: string, { layout, start, end }: Block): boolean {
  return layoutOf(layout).read(text.slice(start, end))?.cells.some(({ row, column, content }) => {
    if (row === 0 || column > 1) { return false; }
    const kind = kindOfLabel(content.text);
    return kind === 'total' || kind === 'grand';
  }) ?? false;
}
