/**
 * Finds the tables of a text. Invariant: blocks do not overlap and ascend; a table within a table is part of the outer
 * one's cell where the outer one holds the data, else both are read apart, so that no cell of either is lost. One walk
 * over the tags; a table that is never closed ends at the first blank line after its last row or cell tag.
 */
import { isBlankCode } from '../../text/blank';
import type { Span } from '../../text/span';
import type { Block } from '../layout';
import type { Source } from '../source';
import { Tag, Tags } from './tags';

const T = 0x74;
const L = 0x6c;
const LINE_FEED = 10;

export function claimTables(source: Source): Block[] {
  const { text, lines } = source;
  if (!holdsTable(text)) { return []; }
  const blocks: Block[] = [];
  for (let line = 0; line < lines.count; line++) {
    if (!source.isFree(line)) { continue; }
    const from = line;
    while (line + 1 < lines.count && source.isFree(line + 1)) { line++; }
    const start = lines.starts[from];
    for (const table of new TableFinder(text.slice(start, lines.next(line))).find()) {
      blocks.push({ layout: 'html', ...withBlankMargins(text, start + table.start, start + table.end) });
    }
  }
  for (const block of blocks) { source.take(lines.at(block.start), lines.at(block.end - 1)); }
  return blocks;
}

/** Whole lines, as far as nothing but the table stands on them. */
function withBlankMargins(text: string, start: number, end: number): Span {
  let from = start;
  while (from > 0 && isMargin(text.charCodeAt(from - 1))) { from--; }
  const opensLine = from === 0 || text.charCodeAt(from - 1) === LINE_FEED;
  return { start: opensLine ? from : start, end: text.charCodeAt(end - 1) === LINE_FEED ? end : lineRestEnd(text, end) };
}

function lineRestEnd(text: string, end: number): number {
  let to = end;
  while (to < text.length && isMargin(text.charCodeAt(to))) { to++; }
  if (to === text.length) { return to; }
  return text.charCodeAt(to) === LINE_FEED ? to + 1 : end;
}

function isMargin(code: number): boolean {
  return code !== LINE_FEED && isBlankCode(code);
}

function holdsTable(text: string): boolean {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const first = text.charCodeAt(at + 1) | 32;
    if ((first === T || first === L) && TABLE.test(text.slice(at + 1, at + 11))) { return true; }
  }
  return false;
}

const TABLE = /^(?:lark-)?table/i;

interface OpenTable {
  /** Where the part begins that holds no other table yet. */
  partStart: number;
  readonly start: number;
  /** Length of the found list when this table began: what is found later lies within it. */
  readonly foundBefore: number;
  cells: number;
  cellsInPart: number;
  /** Tables right within this one, and all cells within them. */
  children: number;
  nestedCells: number;
  inCell: boolean;
  /** End of the last tag of its own rows and cells. */
  lastTag: number;
}

class TableFinder {
  private readonly found: Span[] = [];
  private readonly open: OpenTable[] = [];
  private readonly tags: Tags;

  constructor(private readonly text: string) { this.tags = new Tags(text); }

  find(): Span[] {
    const { tags } = this;
    while (tags.next()) {
      if (tags.kind === Tag.Table) {
        if (tags.closes) { this.close(tags.end, true); } else { this.openTable(); }
      } else if (tags.kind === Tag.Body && tags.closes) {
        this.closeAll(tags.start);
      } else if (this.open.length > 0) {
        this.note(this.open[this.open.length - 1]);
      }
    }
    this.closeAll(this.text.length);
    return this.found;
  }

  private note(table: OpenTable): void {
    const { tags } = this;
    if (tags.kind === Tag.Cell && !tags.closes) {
      table.cells++;
      table.cellsInPart++;
      table.inCell = true;
    } else if (tags.kind === Tag.Cell || tags.kind === Tag.Row || tags.kind === Tag.Group || tags.kind === Tag.Caption) {
      table.inCell = false;
    } else {
      return;
    }
    table.lastTag = tags.end;
  }

  private openTable(): void {
    const { start, end } = this.tags;
    const outer = this.open[this.open.length - 1];
    if (outer && !outer.inCell) {
      this.close(start, false);
    } else if (outer) {
      this.addPart(outer, start, 2);
    }
    this.open.push({
      start, partStart: start, foundBefore: this.found.length, cells: 0, cellsInPart: 0, children: 0, nestedCells: 0, inCell: false,
      lastTag: end,
    });
  }

  private closeAll(end: number): void {
    while (this.open.length > 0) { this.close(end, false); }
  }

  private close(end: number, closed: boolean): void {
    const table = this.open.pop();
    if (!table) { return; }
    if (closed && table.cells - table.children >= table.nestedCells) {
      this.found.length = table.foundBefore;
      if (table.cells > 0) { this.found.push({ start: table.start, end }); }
    } else {
      this.addPart(table, end, 1);
    }
    const outer = this.open[this.open.length - 1];
    if (!outer) { return; }
    outer.children++;
    outer.nestedCells += table.cells + table.nestedCells;
    outer.partStart = outer.lastTag = end;
    outer.cellsInPart = 0;
  }

  /** The cells since the last inner table, as a table of their own; one cell that only holds an inner table is none. */
  private addPart(table: OpenTable, end: number, leastCells: number): void {
    if (table.cellsInPart >= leastCells) {
      this.found.push({ start: table.partStart, end: this.blankLineAfter(table.lastTag, end) });
    }
  }

  private blankLineAfter(from: number, end: number): number {
    let lineEnd = -1;
    for (let at = from; at < end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === LINE_FEED) {
        if (lineEnd >= 0) { return lineEnd + 1; }
        lineEnd = at;
      } else if (!isMargin(code)) {
        lineEnd = -1;
      }
    }
    return end;
  }
}
