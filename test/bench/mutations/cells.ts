/** Faults in the writing of one figure. Invariant: the figure meant stays the same where the slip is one of writing. */
import { below, pick, type Random } from '../../harness/random';
import { planted, unmarked, type Draft, type TableDraft } from './draft';
import type { Fault } from './fault';

interface Place { readonly table: TableDraft; readonly place: number; readonly figure: string }

/** Cells that hold plain digits, and of which the condition holds. */
function placesOf(draft: Draft, holds: (place: Place) => boolean): Place[] {
  return draft.tables.flatMap((table) => table.form.columnAt.flatMap((column, place) => {
    const figure = table.figureAt(place);
    if (column.kind === 'unit' || figure === null || !/^\d+(\.\d+)?$/.test(figure)) { return []; }
    const found = { table, place, figure };
    return holds(found) ? [found] : [];
  }));
}

const columnOf = ({ table, place }: Place) => table.form.columnAt[place];
const rowOf = ({ table, place }: Place) => table.form.rowAt[place];
const isCount = (place: Place): boolean => columnOf(place).kind === 'count' && rowOf(place).kind === 'count';
const isAmount = (place: Place): boolean => !isCount(place);
const unitOf = (place: Place): string => columnOf(place).unit || rowOf(place).unit;
const always = (): boolean => true;

/** A fault in one cell, chosen at random among those of which the condition holds. */
function cellFault(
  rule: string, name: string, holds: (place: Place) => boolean, slip: (figure: string, random: Random, place: Place) => string,
  more: Partial<Fault> = {},
): Fault {
  return {
    rule, name, ...more,
    stage(draft, random) {
      const places = placesOf(draft, holds);
      if (places.length === 0) { return null; }
      const chosen = pick(random, places);
      return () => { chosen.table.setFigure(chosen.place, planted(slip(chosen.figure, random, chosen))); };
    },
  };
}

const WIDE = '０１２３４５６７８９';
const CHINESE = '零一二三四五六七八九';
const digitsAs = (figure: string, digits: string): string => figure.replace(/\d/g, (digit) => digits[Number(digit)]).replace('.', '．');

/** The fee under 万元, which two of the reports have with its unit: stripped first. */
function feeFault(rule: string, name: string, slip: (figure: string) => string, more: Partial<Fault> = {}): Fault {
  return {
    rule, name, ...more,
    stage(draft) {
      for (const table of draft.tables) {
        const place = table.form.columnAt.findIndex((column) => column.unit === '万元');
        if (place < 0) { continue; }
        const figure = unmarked(table.figureAt(place)!).replace('万元', '');
        table.setFigure(place, figure);
        return () => { table.setFigure(place, planted(slip(figure))); };
      }
      return null;
    },
  };
}

const times = (figure: string, factor: number): string => String(Math.round(Number(figure) * factor));

export const CELL_FAULTS: readonly Fault[] = [
  cellFault('blank-cell', 'a figure left out', always, () => '', { named: 'related' }),
  cellFault('non-numeric-cell', 'a Chinese numeral', (place) => place.figure.length === 1, (figure) => digitsAs(figure, CHINESE)),
  cellFault('non-numeric-cell', 'a word', always, (_, random) => pick(random, ['见附件', '详见网站', '若干', '另报', '待定', '同上', '涉密'])),
  cellFault(
    'non-numeric-cell', 'letters among digits', ({ figure }) => /[01]/.test(figure) && figure.length > 1,
    (figure) => figure.replace(/[01]/, (digit) => (digit === '0' ? 'O' : 'l')),
  ),
  cellFault(
    'placeholder-cell', 'a nil sign', (place) => place.figure === '0', (_, random) => pick(random, ['—', '-', '/', '无', 'N/A', '——', '－']),
  ),
  cellFault('fullwidth-digits', 'full-width digits', always, (figure) => digitsAs(figure, WIDE)),
  cellFault('unit-in-cell', 'the stated unit again', (place) => unitOf(place) !== '', (figure, _, place) => figure + unitOf(place)),
  cellFault(
    'unit-in-cell', 'a measure word that is not needed', (place) => isCount(place) && unitOf(place) === '',
    (figure, random) => figure + pick(random, ['件', '份', '宗', ' 件', '次']), { rules: { 'unit-in-cell': 'hint' } },
  ),
  feeFault('unit-in-cell', 'the fee with its unit', (figure) => `${figure}万元`),
  feeFault('unit-conflict', 'the fee in 元', (figure) => `${times(figure, 10_000)}元`),
  feeFault('unit-conflict', 'the fee in 亿元', (figure) => `${figure}亿元`),
  cellFault(
    'unit-conflict', 'another kind of unit', (place) => isCount(place), (figure, random) => figure + pick(random, ['元', '万元', '%']),
  ),
  cellFault('unit-conflict', 'another scale', (place) => isCount(place) && unitOf(place) === '', (figure) => `${figure}万件`),
  cellFault('decimal-in-count', 'a fraction', isCount, (figure, random) => `${figure}.${1 + below(random, 9)}`),
  cellFault('decimal-in-count', 'a whole number with a decimal', isCount, (figure) => `${figure}.0`),
  cellFault(
    'negative-value', 'a minus', (place) => place.figure !== '0' && !columnOf(place).mayBeNegative,
    (figure, random) => pick(random, ['-', '−', '－']) + figure,
  ),
  cellFault(
    'number-format', 'thousands grouped', ({ figure }) => /^\d{4,}$/.test(figure),
    (figure, random) => figure.replace(/\B(?=(\d{3})+$)/g, pick(random, [',', ' '])),
  ),
  cellFault(
    'number-format', 'zeros in front', ({ figure }) => /^[1-9]\d*$/.test(figure), (figure, random) => pick(random, ['0', '00']) + figure,
  ),
  cellFault('number-format', 'a dot behind', ({ figure }) => /^\d+$/.test(figure), (figure) => `${figure}.`),
  cellFault('approximate-value', 'about', (place) => place.figure !== '0', (figure, random) => pick(random, ['约', '近', '超', '逾']) + figure),
  cellFault(
    'approximate-value', 'and more', (place) => /^\d+$/.test(place.figure) && place.figure !== '0',
    (figure, random) => figure + pick(random, ['余', '多', '以上', '左右']),
  ),
  feeFault(
    'amount-magnitude', 'the fee in 元 without its unit', (figure) => String(Math.max(1_000_000, Number(times(figure, 10_000)))),
    { rules: { 'amount-magnitude': 'information' } },
  ),
  cellFault(
    'amount-magnitude', 'an amount in 元', (place) => isAmount(place) && unitOf(place) === '万元',
    (figure) => String(Math.max(1_000_000, Number(times(figure, 10_000)))), { rules: { 'amount-magnitude': 'information' } },
  ),
  blankBlock(),
];

/** Three to five rows on end that hold figures. */
function blankBlock(): Fault {
  return {
    rule: 'blank-block', name: 'rows on end left out',
    stage(draft, random) {
      const runs = draft.tables.flatMap((table) => table.rows.flatMap((_, i) => {
        const run = table.rows.slice(i, i + 3 + below(random, 3));
        const isWhole = run.length >= 3 && new Set(run.map(({ block }) => block)).size === 1
          && table.form.blocks[run[0].block].columns.every(({ kind }) => kind !== 'unit');
        return isWhole && run.every((row) => figuresOf(table, row).every((figure) => figure !== null && figure !== ''))
          ? [{ table, run }]
          : [];
      }));
      if (runs.length === 0) { return null; }
      const { table, run } = pick(random, runs);
      return () => {
        for (const row of run) { figuresOf(table, row).forEach((_, i) => { table.setFigure(row.base + i, planted('')); }); }
        table.markLabel(run[0]);
      };
    },
  };
}

export function figuresOf(table: TableDraft, row: TableDraft['rows'][number]): (string | null)[] {
  return table.form.blocks[row.block].columns.map((_, i) => table.figureAt(row.base + i));
}
