/** Faults in the headers of columns, and figures that have none. Invariant: the figures below stay where they are. */
import { below, pick, type Random } from '../../harness/random';
import { figuresOf } from './cells';
import { planted, TABLE_END, TABLE_START, type Draft, type TableDraft } from './draft';
import type { Fault } from './fault';

interface Header { readonly table: TableDraft; readonly block: number; readonly column: number; readonly text: string }

function headersOf({ tables }: Draft, holds: (header: Header) => boolean): Header[] {
  return tables.flatMap((table) => table.form.blocks.flatMap(({ columns, index: block }) => (
    columns.map((_, column) => ({ table, block, column, text: table.headerOf(block, column) }))
  )).filter(holds));
}

function headerFault(
  rule: string, name: string, holds: (header: Header) => boolean, plant: (header: Header, random: Random) => void,
): Fault {
  return {
    rule, name,
    stage(draft, random) {
      const headers = headersOf(draft, holds);
      if (headers.length === 0) { return null; }
      const chosen = pick(random, headers);
      return () => { plant(chosen, random); };
    },
  };
}

const columnsOf = ({ table, block }: Header) => table.form.blocks[block].columns;
/** Neighbours whose headers stand on one line of the form. */
const hasNext = (header: Header): boolean => {
  const [own, next] = columnsOf(header).slice(header.column, header.column + 2);
  return next !== undefined && !own.isTotal && !next.isTotal && own.groups.length === next.groups.length && own.kind !== 'unit';
};

function mark({ table, block }: Header, column: number): void { table.setHeader(block, column, planted(table.headerOf(block, column))); }

function leaveOut(header: Header): void {
  header.table.setHeader(header.block, header.column, '');
  for (const beside of [header.column - 1, header.column + 1]) { if (columnsOf(header)[beside]) { mark(header, beside); } }
}

function swap({ table, block, column, text }: Header): void {
  const next = table.headerOf(block, column + 1);
  table.setHeader(block, column, planted(next));
  table.setHeader(block, column + 1, planted(text));
}

const WRONG = '惰事办的了人科目';

function misspell({ table, block, column, text }: Header, random: Random): void {
  const at = pick(random, [...text].flatMap((letter, i) => (/[\u4e00-\u9fff]/.test(letter) ? [i] : [])));
  const wrong = pick(random, [...WRONG].filter((letter) => letter !== text[at]));
  table.setHeader(block, column, planted(text.slice(0, at) + wrong + text.slice(at + 1)));
}

/** A row of the widest blocks that has one figure too many or too few. */
function countFault(
  name: string, change: (table: TableDraft, row: TableDraft['rows'][number], random: Random) => boolean, more: Partial<Fault>,
): Fault {
  return {
    rule: 'row-cell-count', name, ...more,
    stage(draft, random) {
      const rows = draft.tables.flatMap((table) => {
        const width = Math.max(...table.form.blocks.map(({ columns }) => columns.length));
        return table.rows.filter((row) => width >= 3 && table.form.blocks[row.block].columns.length === width
          && figuresOf(table, row).every(Boolean)).map((row) => ({ table, row }));
      });
      if (rows.length === 0) { return null; }
      const { table, row } = pick(random, rows);
      return () => {
        if (row.label !== '') { table.markLabel(row); }
        return change(table, row, random);
      };
    },
  };
}

function stray(): Fault {
  return {
    rule: 'value-without-header', name: 'a figure in a column of other blocks',
    stage(draft, random) {
      const rows = draft.tables.flatMap((table) => {
        const width = Math.max(...table.form.blocks.map(({ columns }) => columns.length));
        return table.rows.filter((row) => table.form.blocks[row.block].columns.length < width && figuresOf(table, row).every(Boolean))
          .map((row) => ({ table, row }));
      });
      if (rows.length === 0) { return null; }
      const { table, row } = pick(random, rows);
      return () => table.fillPadding(row, planted(String(below(random, 30))));
    },
  };
}

/** Behind the last column of the request table, in layouts that write a row a line. */
function ownColumn(): Fault {
  return {
    rule: 'unknown-column', name: 'a column of the author’s own',
    stage(draft, random) {
      const append = draft.asPublished ? undefined : APPENDED.get(draft.layout);
      if (append === undefined || !draft.tables.some(({ form }) => form.id === 'requests')) { return null; }
      const lineWith = (line: string): string => append(
        line, LOWEST_HEADER.test(line) ? planted('上年数') : ENDS_WITH_FIGURE.test(line) ? String(2 + below(random, 90)) : '',
      );
      return () => {
        draft.steps.push((text) => text.replace(TABLE, (table) => (
          LOWEST_HEADER.test(table) ? table.split('\n').map((line) => (/[|\t]|<\/tr>/.test(line) ? lineWith(line) : line)).join('\n') : table)));
      };
    },
  };
}

const LOWEST_HEADER = /商\s*业\s*企\s*业/;
const TABLE = new RegExp(`${TABLE_START}[^${TABLE_END}]*${TABLE_END}`, 'g');
const ENDS_WITH_FIGURE = new RegExp(`\\d(?:</t[dr]>|[\\s|${TABLE_END}])*$`);
/** A cell put behind a row. */
const APPENDED: ReadonlyMap<string, (line: string, cell: string) => string> = new Map([
  ['pipes', (line: string, cell: string) => (/^[\s|:-]+$/.test(line) ? `${line}---|` : line.replace(/\|(?=[^|]*$)/, `| ${cell} |`))],
  ['html', (line: string, cell: string) => line.replace('</tr>', `<td>${cell}</td></tr>`)],
  ['tabs', (line: string, cell: string) => line.replace(new RegExp(`${TABLE_END}?$`), (end) => `\t${cell}${end}`)],
]);

export const HEADER_FAULTS: readonly Fault[] = [
  headerFault('missing-column', 'a header left out', (header) => columnsOf(header).length >= 3, leaveOut),
  headerFault('column-label-wording', 'a wrong character in a header', ({ text }) => text.replace(/\s/g, '').length >= 4, misspell),
  headerFault('column-out-of-order', 'two headers swapped', hasNext, swap),
  countFault('a figure lost', (table, row, random) => {
    const { length } = figuresOf(table, row);
    const at = below(random, length);
    if (row.label === '') { table.markFigure(row.base + (at > 0 ? at - 1 : 1)); }
    return table.dropFigure(row, at);
  }, {}),
  countFault(
    'a figure too many', (table, row, random) => table.addFigure(row, planted(String(random() < 0.5 ? 0 : below(random, 40)))), {},
  ),
  stray(),
  ownColumn(),
];
