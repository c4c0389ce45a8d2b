/**
 * Official tables as converters and word processors write them where a table has more than its cells: rows that number its columns, page
 * numbers, emphasis, marks of notes, dashes for merged cells, lines drawn around spans. Invariant: every figure stays in the row of its
 * label and in the order of its columns.
 */
import { displayWidth } from '../../server/src/text/width';
import { bars, everyPlace } from './converted';
import { cell, figure, renderGrid, type Grid, type GridCell } from './grid';

const tabs = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n');
const html = (rows: readonly (readonly string[])[]): string => (
  `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('\n')}</table>`);
export const WRITERS = { bars, tabs, html };
export type Writer = keyof typeof WRITERS;

const spread = (grid: Grid): string[][] => everyPlace(grid, () => '');
const heads = (grid: Grid): number => grid.findIndex((row) => row.some(({ isFigure }) => isFigure));
const holds = (grid: Grid, word: string): boolean => grid.flat().some(({ text }) => text === word);
const isRequests = (grid: Grid): boolean => holds(grid, '自然人');
/** Columns in front of the figures. */
const stubOf = (grid: Grid): number => (isRequests(grid) ? 3 : holds(grid, '行政复议') ? 0 : 1);

/** What numbers the columns below the headers; `stub` stands over the labels. */
export function withColumnNumbers(writer: Writer, stub: string, number: (column: number) => string) {
  return (grid: Grid): string => {
    const rows = spread(grid);
    const numbers = rows[0].map((_, x) => (x < stubOf(grid) ? (x === 0 ? stub : '') : number(x - stubOf(grid) + 1)));
    return WRITERS[writer](rows.toSpliced(heads(grid), 0, numbers));
  };
}

/** A page number in a row of its own, in the first column, in the middle or in the last. */
export function withPageRow(page: string, place: 0 | 0.5 | 1) {
  return (grid: Grid): string => {
    const rows = spread(grid);
    const at = Math.round((rows[0].length - 1) * place);
    return bars(rows.toSpliced(Math.floor(rows.length / 2) + 1, 0, rows[0].map((_, x) => (x === at ? page : ''))));
  };
}

const ofFigures = (grid: Grid, write: (text: string, count: number) => string): Grid => {
  let count = 0;
  return grid.map((row) => row.map((one) => (one.isFigure && one.text !== '' ? figure(write(one.text, count++)) : one)));
};
const ofLabels = (grid: Grid, write: (text: string) => string): Grid => grid.map((row) => row.map((one) => (
  one.isFigure || one.text === '' ? one : cell(write(one.text), one.columns, one.rows))));

/** Marks around all but the last character, of labels and of figures of digits alone. */
export function stressedInPart(mark: string) {
  const stressed = (text: string): string => (text.length > 1 ? `${mark}${text.slice(0, -1)}${mark}${text.slice(-1)}` : text);
  return (grid: Grid): string => bars(spread(ofLabels(ofFigures(grid, (text) => (/^\d+$/.test(text) ? stressed(text) : text)), stressed)));
}

export const escaped = (grid: Grid): string => bars(spread(ofFigures(
  ofLabels(grid, (text) => text.replace(/^(\d)\./, '$1\\.')), (text) => text.replace(/\./g, '\\.'))));

export const withNoteMarks = (mark: string) => (grid: Grid): string => bars(spread(ofLabels(grid, (text) => text + mark)));
export const withNoteMarksInHtml = (grid: Grid): string => renderGrid(ofLabels(grid, (text) => `${text}<sup>1</sup>`), 'html');
/** Every fifth figure bears a raised 1. */
export const withRaisedFigures = (layout: 'pipes' | 'html') => (grid: Grid): string => (
  renderGrid(ofFigures(grid, (text, count) => (count % 5 === 2 ? `${text}<sup>1</sup>` : text)), layout));

/** A sign in every cell that a merged one covers. */
export const withSignsForMerged = (writer: Writer, sign: string) => (grid: Grid): string => WRITERS[writer](everyPlace(grid, () => sign));

/** Labels repeated in what merged cells cover, and a blank column behind each. */
export const repeatedBesideBlanks = (writer: Writer) => (grid: Grid): string => (
  WRITERS[writer](everyPlace(grid, (text) => text).map((row) => row.flatMap((text) => [text, '']))));

interface Flat { readonly columns: string[]; readonly rows: { path: string[]; figures: string[] }[] }

/** The request table with a row for each label: its path of headings, and its figures. */
function flat(grid: Grid): Flat {
  const places = everyPlace(grid, (text) => text);
  const rows = places.slice(heads(grid)).map((row) => ({ path: [...new Set(row.slice(0, 3))], figures: row.slice(3) }));
  return { columns: places[heads(grid) - 1].slice(3), rows };
}

/** @param write the request table; all others are as plain bars have them */
const ofRequests = (write: (table: Flat) => string[][], writer: Writer = 'bars') => (grid: Grid): string => (
  WRITERS[writer](isRequests(grid) ? write(flat(grid)) : spread(grid)));

const last = (path: readonly string[]): string => path[path.length - 1];

/** Labels behind their headings without item numbers, one of them misspelt. */
export const misspeltPath = (mark: string) => ofRequests(({ columns, rows }) => [
  ['项目', ...columns],
  ...rows.map(({ path, figures }) => [path.map((part, i) => (i === 0 ? part : part.replace(/^（[^）]{1,2}）|^\d\./, '')))
    .join(mark).replace('国家秘密', '国家机密'), ...figures]),
]);

export const totalsAlone = (writer: Writer) => ofRequests(({ rows }) => [
  ['项目', '总计'], ...rows.map(({ path, figures }) => [last(path), last(figures)]),
], writer);
export const figureByFigure = (writer: Writer) => ofRequests(({ columns, rows }) => [
  ['项目', '申请人', '数量'], ...rows.flatMap(({ path, figures }) => columns.map((column, i) => [last(path), column, figures[i]])),
], writer);
export const applicantByApplicant = ofRequests(({ columns, rows }) => [
  ['申请人', '项目', '数量'], ...columns.flatMap((column, i) => rows.map(({ path, figures }) => [column, last(path), figures[i]])),
]);

/** A column of its own in the request table, whose rows have slid: nothing stands for what merged cells cover. `at` counts from the end. */
export function slidWithOwnColumn(writer: Writer, header: string, at: 0 | 1, value: (figures: readonly number[], row: number) => number) {
  return (grid: Grid): string => {
    const first = heads(grid);
    return WRITERS[writer](grid.map((row, y) => {
      const texts = row.map(({ text }) => text);
      if (!isRequests(grid)) { return texts; }
      if (y < first) { return y === first - 2 ? texts.toSpliced(texts.length - at, 0, header) : texts; }
      const figures = row.filter(({ isFigure }) => isFigure).map(({ text }) => Number(text));
      return texts.toSpliced(texts.length - at, 0, String(value(figures, y - first)));
    }));
  };
}

const attributes = ({ rows, columns }: GridCell): string => [
  ...(rows > 1 ? [`rowspan="${rows}"`] : []), ...(columns > 1 ? [`colspan="${columns}"`] : []),
].join(' ');

export const inMediaWiki = (grid: Grid): string => `{| class="wikitable"\n${grid.map((row) => row.map((one) => (
  attributes(one) === '' ? `| ${one.text}` : `| ${attributes(one)} | ${one.text}`)).join('\n')).join('\n|-\n')}\n|}`;

export const ofFeishu = (grid: Grid): string => `<lark-table rows="${grid.length}">\n${grid.map((row) => `<lark-tr>\n${row
  .map((one) => `<lark-td ${attributes(one)}>\n${one.text}\n</lark-td>`).join('\n')}\n</lark-tr>`).join('\n')}\n</lark-table>`;

/** A sheet with the letters of its columns and the numbers of its rows. */
export const withSheetMargins = (writer: Writer) => (grid: Grid): string => {
  const rows = spread(grid);
  return WRITERS[writer]([['', ...rows[0].map((_, x) => String.fromCharCode(65 + x))], ...rows.map((row, y) => [String(y + 1), ...row])]);
};

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text, 0, text.length)));

/** A grid table without spans, its long cells on several lines. */
export function inWrappedGrid(grid: Grid): string {
  const rows = spread(grid);
  const widths = rows[0].map((_, x) => Math.min(24, 6 + Math.max(...rows.map((row) => displayWidth(row[x], 0, row[x].length)))));
  const rule = (sign: string): string => `+${widths.map((width) => sign.repeat(width)).join('+')}+`;
  const lines = rows.flatMap((row, y) => {
    const parts = row.map((text, x) => (/^[\d.]+$/.test(text) ? [text]
      : text.match(new RegExp(`.{1,${Math.floor(widths[x] / 2) - 1}}`, 'gu')) ?? ['']));
    const height = Math.max(...parts.map(({ length }) => length));
    const own = Array.from({ length: height }, (_, i) => `|${parts.map((part, x) => padded(` ${part[i] ?? ''}`, widths[x])).join('|')}|`);
    return [...own, rule(y === heads(grid) - 1 ? '=' : '-')];
  });
  return [rule('-'), ...lines].join('\n');
}

/** A grid table as pandoc draws it, with its spans. */
export function inGridWithSpans(grid: Grid): string {
  const width = spread(grid)[0].length;
  const owners: (GridCell & { y: number; x: number } | undefined)[][] = grid.map(() => Array<undefined>(width).fill(undefined));
  grid.forEach((row, y) => {
    for (const one of row) {
      const x = owners[y].indexOf(undefined);
      for (let at = 0; at < one.rows * one.columns; at++) {
        owners[y + Math.floor(at / one.columns)][x + (at % one.columns)] = { ...one, y, x };
      }
    }
  });
  const at = (y: number, x: number): string => { const one = owners[y]?.[x]; return one === undefined ? '' : `${one.y},${one.x}`; };
  const widths = Array<number>(width).fill(4);
  for (const row of owners) {
    for (const one of row) {
      const due = Math.ceil((displayWidth(one!.text, 0, one!.text.length) + 2) / one!.columns);
      for (let x = one!.x; x < one!.x + one!.columns; x++) { widths[x] = Math.max(widths[x], due); }
    }
  }
  const rule = (y: number): string => Array.from({ length: width + 1 }, (_, x) => {
    const isDrawn = (column: number): boolean => column >= 0 && column < width && at(y - 1, column) !== at(y, column);
    const isCrossed = at(y - 1, x - 1) !== at(y - 1, x) || at(y, x - 1) !== at(y, x);
    const corner = isDrawn(x - 1) || isDrawn(x) ? (isCrossed ? '+' : '-') : (isCrossed ? '|' : ' ');
    return x === width ? corner : corner + (isDrawn(x) ? '-' : ' ').repeat(widths[x]);
  }).join('');
  const line = (y: number): string => `|${[...new Set(owners[y].map((one) => one!.x))].map((x) => {
    const one = owners[y][x]!;
    const room = widths.slice(x, x + one.columns).reduce((sum, each) => sum + each + 1, -1);
    return padded(one.y === y ? ` ${one.text}` : '', room);
  }).join('|')}|`;
  return grid.flatMap((_, y) => [rule(y), line(y)]).concat(rule(grid.length)).join('\n');
}
