/**
 * Reads tables drawn with lines. Invariant: drawn lines make no cells; a row is a line, or all lines between two drawn ones where those
 * part every row; a cell that spans columns is told by where the crossings stand, and what it covers has no cells of its own.
 */
import type { Cell } from '../../model/cell';
import { contentOf } from '../../model/content';
import { NO_PAGE_NUMBERS, type Reading } from '../../model/reading';
import { eachLine } from '../../text/lines';
import type { Span } from '../../text/span';
import { displayWidth } from '../../text/width';
import { joinWrapped } from '../../text/wrapped';
import { trimmedCell } from '../lineRows';
import { splitRow } from '../pipes/rows';
import { isDrawnLine, isRule } from './drawn';

/** Above and below the header and below the last row: more part the rows. */
const MOST_AROUND = 3;
const BOM = '\ufeff';

export function readGridLines(text: string): Reading | null {
  const groups = groupsOf(text);
  const columns = columnsOf(groups);
  const isRuled = groups.rules.length > MOST_AROUND && groups.rows.every((lines) => mayBeOneRow(text, lines));
  const cells: Cell[] = [];
  let row = 0;
  for (const lines of groups.rows) {
    if (isRuled) { cells.push(...wholeRow(text, lines, row++, columns)); continue; }
    for (const line of lines) { cells.push(...rowOf(text, line, row++, columns)); }
  }
  return cells.length === 0 ? null
    : { layout: 'grid-lines', geometry: 'grid', span: { start: 0, end: text.length }, cells, pageNumbers: NO_PAGE_NUMBERS };
}

interface Groups { readonly rules: string[]; readonly rows: Span[][] }

/** The lines between drawn ones. */
function groupsOf(text: string): Groups {
  const rules: string[] = [];
  const rows: Span[][] = [];
  let open: Span[] = [];
  eachLine(text, (start, end) => {
    const line = text.slice(start, end);
    if (!isRule(line)) { open.push({ start, end }); return; }
    rules.push(line.startsWith(BOM) ? line.slice(1) : line);
    if (open.length > 0) { rows.push(open); open = []; }
  });
  if (open.length > 0) { rows.push(open); }
  return { rules, rows };
}

/**
 * For each place where a crossing stands, as wide as shown, the number of the column that begins there; none where no cell spans any
 * other, and where drawn lines end at different places, as those of two tables do.
 */
function columnsOf({ rules }: Groups): ReadonlyMap<number, number> {
  const own = [...new Set(rules.map((rule) => rule.trimEnd()))];
  if (new Set(own.map((rule) => displayWidth(rule, 0, rule.length))).size > 1) { return NO_COLUMNS; }
  const each = own.map(crossingsOf);
  if (each.every(({ length }) => length === each[0].length) && own.every(isDrawnLine)) { return NO_COLUMNS; }
  const places = [...new Set(each.flat())].sort((a, b) => a - b);
  return new Map(places.map((place, column) => [place, column]));
}

function crossingsOf(rule: string): number[] {
  const crossings: number[] = [];
  let width = 0;
  let from = 0;
  for (let at = rule.indexOf('+'); at >= 0; at = rule.indexOf('+', at + 1)) {
    width += displayWidth(rule, from, at);
    from = at;
    crossings.push(width);
  }
  return crossings;
}

/** Figures stand on one line of a row, and fill no other line with words. */
function mayBeOneRow(text: string, lines: readonly Span[]): boolean {
  if (lines.length < 2) { return true; }
  const rows = lines.map((line) => rowOf(text, line, 0, NO_COLUMNS).map(({ content }) => content.amount.kind));
  const others = rows.filter((kinds) => !kinds.includes('number'));
  return others.length === rows.length || (others.length === rows.length - 1 && others.every((kinds) => kinds.includes('blank')));
}

const NO_COLUMNS: ReadonlyMap<number, number> = new Map();

/** @param columns where they begin; a line whose bars stand elsewhere is counted */
function rowOf(text: string, { start, end }: Span, row: number, columns: ReadonlyMap<number, number>): Cell[] {
  const bounds: number[] = [];
  const count = splitRow(text, start, end, bounds);
  const cells: Cell[] = [];
  let place = 0;
  let from = start;
  let isPlaced = columns.size > count + 1;
  for (let i = 0; i < count; i++) {
    const cell = trimmedCell(text, bounds[i * 2], bounds[i * 2 + 1], row, i, false);
    const first = columns.get(place += displayWidth(text, from, cell.slot.start - 1));
    const behind = columns.get(place += displayWidth(text, cell.slot.start - 1, cell.slot.end));
    from = cell.slot.end;
    isPlaced &&= first !== undefined && behind !== undefined;
    cells.push(isPlaced ? { ...cell, column: first!, columnSpan: behind! - first! } : cell);
  }
  return isPlaced || columns.size <= count + 1 ? cells : cells.map((cell, column) => ({ ...cell, column, columnSpan: 1 }));
}

/** The cells of a row of several lines: each begins on the first. */
function wholeRow(text: string, lines: readonly Span[], row: number, columns: ReadonlyMap<number, number>): Cell[] {
  const cells = rowOf(text, lines[0], row, columns);
  for (const line of lines.slice(1)) {
    const parts = rowOf(text, line, row, columns);
    for (let i = 0; i < cells.length && i < parts.length; i++) {
      if (parts[i].content.text === '') { continue; }
      cells[i] = cells[i].content.text === '' ? parts[i]
        : { ...cells[i], content: contentOf(joinWrapped(cells[i].content.text, parts[i].content.text)) };
    }
  }
  return cells;
}
