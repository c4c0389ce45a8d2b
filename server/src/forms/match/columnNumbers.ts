/**
 * Rows that number the columns of a table below its headers: `甲 | 1 | 2 | 3`, `栏次 | 1 | 2=3+4`. Invariant: nothing else stands in such a
 * row, and its numbers count from one on without a gap; a row with the label of a form is never one.
 */
import { countOf } from '../../model/amount';
import type { Cell } from '../../model/cell';
import type { Aside, Reading } from '../../model/reading';

/** What stands in such a row over the labels, in front of the numbers. */
const STUB: ReadonlySet<string> = new Set(['甲', '乙', '丙', '丁', '栏次', '列次', '栏号', '列号', '序号', '行次', '编号', '代码']);
const LONGEST_STUB = 2;
/** Without such a word, fewer may be figures by chance. */
const LEAST_NUMBERS = 3;
/** How the column is worked out: `1=2+3`. */
const SUM = /^(\d{1,2})\s*=[\d\s+\-=]+$/;

/** The reading without such rows, which are set aside; the same where there are none. */
export function withoutColumnNumbers(reading: Reading): Reading {
  const { cells } = reading;
  let aside: Aside[] | null = null;
  for (let at = 0; at < cells.length;) {
    const end = endOfNumbers(cells, at);
    if (end > at) { aside = asideOf(cells, at, end, aside ?? [...reading.aside ?? []]); }
    at = Math.max(end, at + 1);
    while (at < cells.length && cells[at].row === cells[at - 1].row) { at++; }
  }
  if (aside === null) { return reading; }
  const isAside = new Set(aside.map(({ cell }) => cell));
  return { ...reading, cells: cells.filter((cell) => !isAside.has(cell)), aside: aside.sort((a, b) => a.cell.start - b.cell.start) };
}

function asideOf(cells: readonly Cell[], from: number, to: number, aside: Aside[]): Aside[] {
  for (let at = from; at < to; at++) { aside.push({ cell: cells[at], repeats: null }); }
  return aside;
}

/** One past the last cell of the row that begins at `from`, if it numbers the columns; else `from`. */
function endOfNumbers(cells: readonly Cell[], from: number): number {
  const { row } = cells[from];
  let last = 0;
  let hasStub = false;
  let at = from;
  for (; at < cells.length && cells[at].row === row; at++) {
    const { content } = cells[at];
    if (content.amount.kind === 'blank') { continue; }
    if (last === 0 && content.key.length <= LONGEST_STUB && STUB.has(content.key)) { hasStub = true; continue; }
    if (numberOf(cells[at]) !== last + 1) { return from; }
    last++;
  }
  return last >= LEAST_NUMBERS || (hasStub && last > 0) ? at : from;
}

function numberOf({ content: { amount, text } }: Cell): number {
  if (amount.kind === 'number') { return countOf(amount); }
  return text.length <= LONGEST_SUM ? Number(SUM.exec(text)?.[1] ?? NaN) : NaN;
}

const LONGEST_SUM = 24;
