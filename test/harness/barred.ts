/**
 * Tables between bars as text made of web pages has them: which bars there are, what is wrapped, what stands between the rows.
 * Invariant: whatever is chosen, the cells are those of the grid, so a report says the same.
 */
import type { Random } from './random';
import { below } from './random';
import type { Grid, GridCell } from './grid';

/**
 * Of rows that are a line each: the bars around them. Of a line a cell: the bar before all but the first, or behind each, with bars side by
 * side that fill up a row.
 */
export const BARS = ['| a | b |', '| a | b', 'a | b |', 'a / | b', 'a | / b |'] as const;
export type Bars = (typeof BARS)[number];

/** What is done to the lines. */
export const DISORDERS = [
  'none', 'labels wrapped', 'headers of one character a line', 'blank lines', 'some blank lines', 'page numbers',
] as const;
export type Disorder = (typeof DISORDERS)[number];

export function barredTable(grid: Grid, bars: Bars, disorder: Disorder, random: Random): string {
  const width = Math.max(...grid.map((row) => row.reduce((sum, { columns }) => sum + columns, 0)));
  const rows = grid.map((row) => {
    const isHeader = !row.some(({ isFigure }) => isFigure);
    return rowOf(row.map((cell) => disordered(cell, isHeader, disorder, random)), bars, width);
  });
  return rows.map((row, at) => row + (at + 1 < rows.length ? `\n${between(disorder, random)}` : '')).join('');
}

function rowOf(texts: readonly string[], bars: Bars, width: number): string {
  switch (bars) {
    case '| a | b |': return `| ${texts.join(' | ')} |`;
    case '| a | b': return `| ${texts.join(' | ')}`;
    case 'a | b |': return `${texts.join(' | ')} |`;
    case 'a / | b': return texts.map((text, at) => (at === 0 ? text || '\u00a0' : `| ${text}`.trimEnd())).join('\n');
    case 'a | / b |':
      return texts.map((text) => `${text} |`.trimStart()).join('\n') + (texts.length < width ? `\n${'|'.repeat(width - texts.length)}` : '');
  }
}

const SHORTEST_WRAPPED = 4;
const LONGEST_NARROW = 6;

function disordered({ text, isFigure }: GridCell, isHeader: boolean, disorder: Disorder, random: Random): string {
  if (isFigure) { return text; }
  if (disorder === 'headers of one character a line' && isHeader && text.length <= LONGEST_NARROW) { return [...text].join('\n'); }
  if (disorder !== 'labels wrapped' || text.length < SHORTEST_WRAPPED || below(random, 3) > 0) { return text; }
  const at = 2 + below(random, text.length - 3);
  return `${text.slice(0, at)}\n${text.slice(at)}`;
}

function between(disorder: Disorder, random: Random): string {
  switch (disorder) {
    case 'blank lines': return '\n';
    case 'some blank lines': return below(random, 4) === 0 ? '\n' : '';
    case 'page numbers': return below(random, 12) === 0 ? `- ${2 + below(random, 8)} -\n` : '';
    default: return '';
  }
}
