/**
 * Writes official tables with given figures in any of the nine layouts, as converters do. Invariant: the same figures give
 * the same cells in reading order whatever the layout; merged cells become what each converter makes of them.
 */
import type { FormTable } from '../../server/src/model/form';

export const LAYOUTS = [
  'pipes', 'html', 'tabs', 'cell-lines', 'paragraph-cells', 'bar-cells', 'closed-cells', 'led-cells', 'spaced-rows',
] as const;
export type RenderedLayout = (typeof LAYOUTS)[number];

export interface GridCell { readonly text: string; readonly rows: number; readonly columns: number; readonly isFigure: boolean }
export type Grid = GridCell[][];

export const cell = (text: string, columns = 1, rows = 1): GridCell => ({ text, rows, columns, isFigure: false });
export const figure = (text: string): GridCell => ({ text, rows: 1, columns: 1, isFigure: true });

const OVERVIEW = '某某市某某局认真贯彻落实《中华人民共和国政府信息公开条例》，围绕群众关心的事项持续做好公开工作，不断提高公开工作的质量，保障群众的知情权、参与权和监督权。';
const PROBLEMS = '本年度工作仍有不足，下一步将加强学习培训，不断提高公开工作的水平，让公开的内容更加准确、及时、全面，便于公众查询和监督。';

/** A report with its six sections, a table in each of the second to fourth. `figures[table.id]` holds one text for each place. */
export function renderReport(
  tables: readonly FormTable[], figures: ReadonlyMap<string, readonly string[]>, year: number, layout: RenderedLayout,
): string {
  return [
    `某某市某某局${year}年政府信息公开工作年度报告`,
    '一、总体情况', OVERVIEW,
    ...tables.flatMap((table) => [table.title, renderGrid(gridOf(table, figures.get(table.id)!), layout)]),
    '五、存在的主要问题及改进情况', PROBLEMS,
    '六、其他需要报告的事项', '本年度未收取信息处理费，无其他需要报告的事项。',
  ].join('\n\n') + '\n';
}

export function gridOf(table: FormTable, texts: readonly string[]): Grid {
  switch (table.id) {
    case 'requests': return [...REQUEST_HEADER, ...labelledRows(table, texts)];
    case 'reviews': return [...REVIEW_HEADER, texts.map(figure)];
    default: return disclosureGrid(table, texts);
  }
}

const REQUEST_HEADER: Grid = [
  [cell('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3), cell('申请人情况', 7)],
  [cell('自然人', 1, 2), cell('法人或其他组织', 5), cell('总计', 1, 2)],
  ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((text) => cell(text)),
];

const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const REVIEW_HEADER: Grid = [
  [cell('行政复议', 5), cell('行政诉讼', 10)],
  [...RESULTS.map((text) => cell(text, 1, 2)), cell('未经复议直接起诉', 5), cell('复议后起诉', 5)],
  [...RESULTS, ...RESULTS].map((text) => cell(text)),
];

function disclosureGrid(table: FormTable, texts: readonly string[]): Grid {
  const width = 1 + Math.max(...table.blocks.map((block) => block.columns.length));
  return table.blocks.flatMap((block) => {
    const padding = Array.from({ length: width - 1 - block.columns.length }, () => cell(''));
    return [
      [cell(block.title, width)],
      [cell('信息内容'), ...block.columns.map((column) => cell(column.label)), ...padding],
      ...block.rows.map((row) => [cell(row.label), ...block.columns.map((_, i) => figure(texts[row.base + i])), ...padding]),
    ];
  });
}

/** Rows under their headings: a heading spans the rows below it, a label what is left of the stub. */
function labelledRows(table: FormTable, texts: readonly string[]): Grid {
  const depth = 1 + Math.max(...table.rows.map((row) => row.groups.length));
  return table.rows.map((row, i) => {
    const headings = row.groups
      .filter((group) => !table.rows[i - 1]?.groups.includes(group))
      .map((group) => cell(group.label, 1, table.rows.filter((other) => other.groups.includes(group)).length));
    const values = table.blocks[row.block].columns.map((_, column) => figure(texts[row.base + column]));
    return [...headings, cell(row.label, depth - row.groups.length), ...values];
  });
}

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
