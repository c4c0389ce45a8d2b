/**
 * Official tables as converters, editors and people write them where merged cells cannot be had. Invariant: every figure stays in the row
 * of its label and in the order of its columns; only what is around it changes.
 */
import { figure, cell, type Grid, type GridCell } from './grid';

/** A place of a grid; `isFirst` where its cell begins. */
interface Place { readonly cell: GridCell; readonly isFirst: boolean; readonly isFirstInRow: boolean }

function placesOf(grid: Grid): Place[][] {
  const rows: Place[][] = grid.map(() => []);
  grid.forEach((row, y) => {
    let x = 0;
    for (const one of row) {
      while (rows[y][x] !== undefined) { x++; }
      for (let at = 0; at < one.rows * one.columns; at++) {
        const across = at % one.columns;
        rows[y + (at - across) / one.columns][x + across] = { cell: one, isFirst: at === 0, isFirstInRow: across === 0 };
      }
    }
  });
  return rows;
}

/** Every place of a grid; what merged cells cover is left to `fill`. */
export function everyPlace(grid: Grid, fill: (text: string) => string): string[][] {
  return placesOf(grid).map((row) => row.map((one) => (one.isFirst ? one.cell.text : fill(one.cell.text))));
}

export const bars = (rows: readonly (readonly string[])[]): string => rows
  .map((row, i) => `| ${row.join(' | ')} |${i === 0 ? `\n|${'---|'.repeat(row.length)}` : ''}`).join('\n');
const tabs = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n');

const spread = (grid: Grid): string[][] => everyPlace(grid, () => '');
const holdsFigures = (row: readonly GridCell[]): boolean => row.some(({ isFigure }) => isFigure);
const isRequests = (grid: Grid): boolean => grid.flat().some(({ text }) => text === '自然人');
const isReviews = (grid: Grid): boolean => grid.flat().some(({ text }) => text === '行政复议');

/** A sheet read as a data frame: the first row is its header, and blank places have names or are NaN. */
export function asDataSheet(grid: Grid): string {
  const [head, ...body] = spread(grid);
  return bars([head.map((text, i) => text || `Unnamed: ${i}`), ...body.map((row) => row.map((text) => text || 'NaN'))]);
}

/** Markdown whose plug-in joins cells by marks for the cell above and beside. */
export function withJoinMarks(grid: Grid): string {
  return bars(placesOf(grid).map((row) => row.map((one) => (one.isFirst ? one.cell.text : one.isFirstInRow ? '^' : '<'))));
}

/** Rows counted in front of merged headings. */
function counted(grid: Grid): string[][] {
  if (isReviews(grid)) { return spread(grid); }
  let number = 0;
  return spread(grid).map((row, y) => [y === 0 ? '序号' : holdsFigures(grid[y]) ? String(++number) : '', ...row]);
}
/** The same in brackets, as `（1）`, which is also a way to write a debt. */
export const countedRowsInBrackets = (grid: Grid): string => bars(counted(grid).map(([first, ...rest], y) => [
  y > 0 && !isReviews(grid) && first !== '' ? `（${first}）` : first, ...rest,
]));
export const countedRows = (grid: Grid): string => bars(counted(grid));
export const countedRowsBetweenTabs = (grid: Grid): string => tabs(counted(grid));

/** A data frame with an index, its first row as header, between tabs. */
export function asIndexedSheet(grid: Grid): string {
  const [head, ...body] = spread(grid);
  return bars([['', ...head.map((text, i) => text || `Unnamed: ${i}`)], ...body.map((row, y) => [String(y), ...row.map((text) => text || 'nan')])]);
}

/** A column of remarks behind the figures, with words in one row. */
export function withRemarks(grid: Grid): string {
  return bars(spread(grid).map((row, y) => [...row, y === 0 ? '备注' : y === 4 && isRequests(grid) ? '含网络申请' : '']));
}

export const asFormulas = (grid: Grid): string => bars(spread(grid.map((row) => row.map((one) => (
  one.isFigure && one.text !== '' ? figure(`$${one.text}$`) : one)))));

export const inOrgMode = (grid: Grid): string => spread(grid)
  .map((row, y) => `| ${row.join(' | ')} |${y === 2 ? `\n|${row.map(() => '---').join('+')}|` : ''}`).join('\n');

/** A request or review table without merged cells: its columns and rows, each with all headings above or beside it. */
function flat(grid: Grid): { columns: string[][]; rows: { path: string[]; figures: string[] }[] } {
  const places = placesOf(grid);
  const heads = places.filter((_, y) => !holdsFigures(grid[y]));
  const body = places.filter((_, y) => holdsFigures(grid[y]));
  const stub = body[0].findIndex((one) => one.cell.isFigure);
  const path = (cells: readonly Place[]): string[] => [...new Set(cells.map((one) => one.cell.text))].filter((text) => text !== '');
  return {
    columns: body[0].slice(stub).map((_, i) => path(heads.map((row) => row[stub + i]))),
    rows: body.map((row) => ({ path: path(row.slice(0, stub)), figures: row.slice(stub).map((one) => one.cell.text) })),
  };
}

interface Names {
  readonly column: (path: readonly string[]) => string;
  readonly row: (path: readonly string[]) => string;
  readonly hasHeadings: boolean;
}

function flattened(grid: Grid, { column, row, hasHeadings }: Names): string[][] {
  if (!isRequests(grid) && !isReviews(grid)) { return spread(grid); }
  const { columns, rows } = flat(grid);
  const seen = new Set<string>();
  const body = rows.flatMap(({ path, figures }) => {
    const opened = path.slice(0, -1).filter((heading) => hasHeadings && !seen.has(heading) && seen.add(heading));
    return [...opened.map((heading) => [`**${heading}**`, ...figures.map(() => '')]), [row(path), ...figures]];
  });
  return isReviews(grid) ? [columns.map(column), rows[0].figures] : [['项目', ...columns.map(column)], ...body];
}

const own = (path: readonly string[]): string => path[path.length - 1];
const marked = (mark: string) => (path: readonly string[]): string => (path.length > 1 ? mark : '') + own(path);

/** Headings in rows of their own, and a mark before the labels under them. */
export const withBullets = (grid: Grid): string => bars(flattened(grid, { column: (path) => path.join('-'), row: marked('• '), hasHeadings: true }));
export const withDashes = (grid: Grid): string => bars(flattened(grid, { column: (path) => path.join('.'), row: marked('—— '), hasHeadings: true }));
export const withOfWhich = (grid: Grid): string => bars(flattened(grid, { column: (path) => path.join(' '), row: marked('其中：'), hasHeadings: true }));
/** Each label behind all its headings, of which lines are made, or nothing. */
export const withBrokenPaths = (grid: Grid): string => bars(flattened(grid, {
  column: (path) => path.join('<br>'), row: (path) => path.join('<br>'), hasHeadings: false,
}));

/** Headings in rows of their own, with a colon behind them. */
export const withColons = (grid: Grid): string => bars(flattened(grid, { column: own, row: own, hasHeadings: true })
  .map(([first, ...rest]) => [first.replace(/(?=\*\*$)/, '：'), ...rest]));

/** The total in front of what it is made of. */
export const totalInFront = (grid: Grid): string => bars(!isRequests(grid) ? spread(grid)
  : flattened(grid, { column: own, row: own, hasHeadings: false })
    .map(([label, ...others]) => [label, ...others.slice(-1), ...others.slice(0, -1)]));

/** Columns of its own beside those of the form: the number of each row, and a subtotal of the legal persons. */
export function withOwnColumns(grid: Grid): string {
  if (!isRequests(grid)) { return bars(spread(grid)); }
  const { columns, rows } = flat(grid);
  const around = (number: string, figures: string[], subtotal: string): string[] => [
    number, ...figures.slice(0, -1), subtotal, ...figures.slice(-1),
  ];
  return bars([
    ['项目', ...around('行次', columns.map(own), '法人小计')],
    ...rows.map(({ path, figures }, i) => {
      const parts = figures.slice(1, -1);
      return [own(path), ...around(String(i + 1), figures, parts.includes('') ? '' : String(parts.reduce((sum, text) => sum + Number(text), 0)))];
    }),
  ]);
}

/** A blank column behind each, as a reader of PDF makes of lines that run close to one another. */
export const withBlankColumns = (grid: Grid): string => bars(spread(grid).map((row) => row.flatMap((text) => [text, ''])));

/** Two columns of labels, and a dash where the first says all. */
export function withDashForLabel(grid: Grid): string {
  const stub = (path: readonly string[]): string[] => (path.length > 1 ? [...path.slice(-2)] : [path[0], '—']);
  if (!isRequests(grid)) { return bars(spread(grid)); }
  const { columns, rows } = flat(grid);
  return bars([['类别', '项目', ...columns.map(own)], ...rows.map(({ path, figures }) => [...stub(path), ...figures])]);
}

/** Item numbers in a column of their own. */
export const itemsApart = (grid: Grid): string => bars(spread(grid).map((row) => row.flatMap((text, x) => {
  if (x !== 2 || !isRequests(grid)) { return [text]; }
  const item = /^\d\./.exec(text)?.[0] ?? '';
  return [item, text.slice(item.length)];
})));

/** As a spreadsheet copies cells of several lines: in quotes. */
export const quotedLines = (grid: Grid): string => tabs(spread(grid).map((row) => row.map((text) => (
  text.length > 8 && !/^\d/.test(text) ? `"${text.slice(0, 5)}\n${text.slice(5)}"` : text))));

/** A table for each heading, which stands above it in words. */
export function aTableForEachHeading(grid: Grid): string {
  if (isReviews(grid)) { return bars(spread(grid)); }
  if (!isRequests(grid)) { return grid.some(isTitle) ? aTableForEachTitle(grid) : bars(spread(grid)); }
  const [head, ...rows] = flattened(grid, { column: own, row: own, hasHeadings: false });
  const first = flat(grid).rows.findIndex(({ path }) => path.length > 1);
  const last = rows.length - 1;
  return [bars([head, ...rows.slice(0, first)]), '#### 三、本年度办理结果', bars([head, ...rows.slice(first, last)]), bars([head, rows[last]])].join('\n\n');
}

const isTitle = (row: readonly GridCell[]): boolean => row.length === 1;

/** The same for each group of rows, however small, with marks before the labels. */
export function aTableForEachGroup(grid: Grid): string {
  if (!isRequests(grid)) { return bars(spread(grid)); }
  const { columns, rows } = flat(grid);
  const seen = new Set<string>();
  const parts: string[] = [];
  for (let i = 0; i < rows.length;) {
    const above = rows[i].path.slice(0, -1);
    for (const heading of above) { if (!seen.has(heading)) { seen.add(heading); parts.push(`#### ${heading}`); } }
    const from = i;
    while (i < rows.length && rows[i].path.slice(0, -1).join() === above.join()) { i++; }
    parts.push(bars([['项目', ...columns.map(own)], ...rows.slice(from, i).map(({ path, figures }) => [marked('- ')(path), ...figures])]));
  }
  return parts.join('\n\n');
}

function aTableForEachTitle(grid: Grid): string {
  const parts: string[] = [];
  let rows: string[][] = [];
  for (const row of grid) {
    if (!isTitle(row)) { rows.push(row.filter(({ text, isFigure }) => isFigure || text !== '').map(({ text }) => text)); continue; }
    if (rows.length > 0) { parts.push(bars(rows)); }
    parts.push(`**${row[0].text}**`);
    rows = [];
  }
  return [...parts, bars(rows)].join('\n\n');
}

/** Rows and columns changed over, where the table has row labels. */
export function onItsSide(grid: Grid): string {
  if (!isRequests(grid)) { return bars(spread(grid)); }
  const { columns, rows } = flat(grid);
  return bars([['申请人情况', ...rows.map(({ path }) => own(path))], ...columns.map((path, i) => [own(path), ...rows.map(({ figures }) => figures[i])])]);
}

/** 合计 for 总计 wherever it stands. */
export const withOtherTotals = (grid: Grid): Grid => grid.map((row) => row.map((one) => (
  one.isFigure ? one : cell(one.text.replace('总计', '合计'), one.columns, one.rows))));
