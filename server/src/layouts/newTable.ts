/**
 * New tables in the layouts that can show a table without a figure in it. Invariant: what is written is read back by the same layout
 * as the same cells; it ends without a line end. Other layouts know a table by its figures alone: there it is written with tabs, or with
 * bars where tabs lead every cell.
 */
import type { Grid, GridCell } from '../model/grid';
import type { LayoutId } from '../model/reading';
import { encoded } from './html/entities';
import { written } from './pipes/markdown';

/** The layout that a new table is written in beside tables of this one. */
export function layoutForNew(beside: LayoutId): LayoutId {
  return beside in WRITERS ? beside : beside === 'cell-lines' ? 'pipes' : 'tabs';
}

/** @param layout one that `layoutForNew` gives */
export function newTable(grid: Grid, layout: LayoutId, lineEnd: string): string {
  return WRITERS[layout]!(grid).join(lineEnd);
}

const NO_BREAK_SPACE = '\u00a0';

const WRITERS: Partial<Readonly<Record<LayoutId, (grid: Grid) => string[]>>> = {
  pipes: pipeLines,
  html: (grid) => ['<table>', ...grid.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`), '</table>'],
  'bar-cells': (grid) => grid.flat().filter(({ isFiller }) => !isFiller).flatMap(({ text }) => ['|', text === '' ? NO_BREAK_SPACE : text]),
  'closed-cells': (grid) => grid.flat().filter(({ isFiller }) => !isFiller).map(({ text }) => (text === '' ? '|' : `${text} |`)),
  'led-cells': (grid) => grid.flatMap((row) => row.filter(({ isFiller }) => !isFiller).map(({ text }, at) => (
    at > 0 ? `| ${text}`.trimEnd() : text === '' ? NO_BREAK_SPACE : text))),
  tabs: (grid) => spread(grid).map((row) => row.join('\t')),
};

/** The first line is the header: Markdown has it end with a line of dashes. */
function pipeLines(grid: Grid): string[] {
  const [header, ...rows] = spread(grid);
  const line = (cells: readonly string[]): string => `| ${cells.map(written).join(' | ')} |`;
  return [line(header), `|${'---|'.repeat(header.length)}`, ...rows.map(line)];
}

function htmlCell({ text, rows, columns }: GridCell): string {
  const spans = `${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}`;
  return `<td${spans}>${text === '' ? '&nbsp;' : encoded(text)}</td>`;
}

/** Every place of the grid; those that a merged cell covers are blank. */
function spread(grid: Grid): string[][] {
  const rows: string[][] = grid.map(() => []);
  grid.forEach((cells, at) => {
    let column = 0;
    for (const { text, rows: down, columns } of cells) {
      while (rows[at][column] !== undefined) { column++; }
      for (let row = at; row < at + down; row++) {
        for (let i = column; i < column + columns; i++) { rows[row][i] = ''; }
      }
      rows[at][column] = text;
    }
  });
  return rows;
}
