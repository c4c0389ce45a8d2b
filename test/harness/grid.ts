/**
 * Tables as cells with spans, and how each of the nine layouts writes them. Invariant: the same grid gives the same cells in reading order
 * whatever the layout; merged cells become what each converter makes of them.
 */

export const LAYOUTS = [
  'pipes', 'html', 'tabs', 'cell-lines', 'paragraph-cells', 'bar-cells', 'closed-cells', 'led-cells', 'spaced-rows',
] as const;
export type RenderedLayout = (typeof LAYOUTS)[number];

export interface GridCell { readonly text: string; readonly rows: number; readonly columns: number; readonly isFigure: boolean }
export type Grid = GridCell[][];

export const cell = (text: string, columns = 1, rows = 1): GridCell => ({ text, rows, columns, isFigure: false });
export const figure = (text: string): GridCell => ({ text, rows: 1, columns: 1, isFigure: true });

/** @param grid merged cells as the form prints them; a cell that a merged one covers is left out */
export function renderGrid(grid: Grid, layout: RenderedLayout): string {
  switch (layout) {
    case 'html': return htmlOf(grid);
    case 'pipes': return spread(grid).map((row, i) => `| ${row.join(' | ')} |${i === 0 ? `\n|${'---|'.repeat(row.length)}` : ''}`)
      .join('\n');
    case 'tabs': return spread(grid).map((row) => row.join('\t')).join('\n');
    case 'cell-lines': return covered(grid).map((row) => row.map((text) => `\t${text}`).join('\n')).join('\n\n');
    case 'paragraph-cells': return grid.flat().filter((c) => c.text !== '' || c.isFigure).map((c) => c.text || '\u00a0').join('\n\n');
    case 'closed-cells': return closedCells(grid);
    case 'led-cells': return grid.map((row) => row.map(({ text }, at) => (at === 0 ? text || '\u00a0' : `| ${text}`.trimEnd())).join('\n')).join('\n');
    case 'spaced-rows': return grid.map((row) => row.filter(({ text }) => text !== '').map(({ text }) => text).join(' ')).join('\n');
    case 'bar-cells': return grid.flat().filter((c) => c.text !== '' || c.isFigure).map((c) => `|\n${c.text || '\u00a0'}`).join('\n');
  }
}

/** A bar behind each cell, and rows filled up to the widest with bars side by side. */
function closedCells(grid: Grid): string {
  const width = Math.max(...grid.map((row) => row.reduce((sum, { columns }) => sum + columns, 0)));
  return grid.flatMap((row) => [
    ...row.map(({ text }) => (text === '' ? '|' : `${text} |`)),
    ...(row.length < width ? ['|'.repeat(width - row.length)] : []),
  ]).join('\n');
}

function htmlOf(grid: Grid): string {
  const rows = grid.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`);
  return `<table>\n${rows.join('\n')}\n</table>`;
}

function htmlCell({ text, rows, columns }: GridCell): string {
  const spans = `${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}`;
  return `<td${spans}>${text === '' ? '&nbsp;' : text}</td>`;
}

/** Every slot of the grid, merged ones blank: what a table without merged cells makes of it. */
function spread(grid: Grid): string[][] {
  return layOut(grid, true);
}

/** As Word prints cells: one for a merged row, but one blank for each row that a merged column covers. */
function covered(grid: Grid): string[][] {
  return layOut(grid, false);
}

function layOut(grid: Grid, everyColumn: boolean): string[][] {
  const open = new Map<number, { rows: number; columns: number }>();
  return grid.map((row) => {
    const out: string[] = [];
    let column = 0;
    const pass = (): void => {
      for (let above = open.get(column); above !== undefined && above.rows > 0; above = open.get(column)) {
        out.push(...Array<string>(everyColumn ? above.columns : 1).fill(''));
        above.rows--;
        column += above.columns;
      }
    };
    pass();
    for (const c of row) {
      out.push(c.text, ...(everyColumn ? Array<string>(c.columns - 1).fill('') : []));
      open.set(column, { rows: c.rows - 1, columns: c.columns });
      column += c.columns;
      pass();
    }
    return out;
  });
}
