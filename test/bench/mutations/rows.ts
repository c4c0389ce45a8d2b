/** Faults in rows and their labels. Invariant: figures go with their label, so no sum is touched by what happens to a row. */
import type { RowSpec } from '../../../server/src/model/form';
import { splitItem } from '../../../server/src/text/item';
import { normalForm } from '../../../server/src/text/normal';
import { below, pick, type Random } from '../../harness/random';
import { figuresOf } from './cells';
import { planted, type Draft, type TableDraft } from './draft';
import type { Fault } from './fault';

interface Row { readonly table: TableDraft; readonly row: RowSpec; readonly at: number }

function rowsOf({ tables }: Draft, holds: (row: Row) => boolean): Row[] {
  return tables.flatMap((table) => table.rows.map((row, at) => ({ table, row, at })).filter((one) => one.row.label !== '' && holds(one)));
}

function rowFault(
  rule: string, name: string, holds: (row: Row) => boolean, plant: (row: Row, random: Random) => boolean | void, more: Partial<Fault> = {},
): Fault {
  return {
    rule, name, ...more,
    stage(draft, random) {
      const rows = rowsOf(draft, holds);
      if (rows.length === 0) { return null; }
      const chosen = pick(random, rows);
      return () => plant(chosen, random);
    },
  };
}

const isDue = ({ table }: Row): boolean => table.form.rowsAreDue;
const standsAlone = ({ table, row }: Row): boolean => table.standsAlone(row);
const isWhole = ({ table, row }: Row): boolean => figuresOf(table, row).every((figure) => figure !== null);
const movable = (row: Row): boolean => standsAlone(row) && isWhole(row);
/** Inside a block of blank rows a row more would cut the block in two. */
const isWritten = ({ table, row, at }: Row): boolean => (
  [row, table.rows[at + 1]].some((one) => one !== undefined && figuresOf(table, one).some(Boolean))
);
/** A row whose label is the form's own, without a fault of its own yet. */
const isOfficial = ({ table, row }: Row): boolean => normalForm(splitItem(table.labelOf(row)).rest) === row.key;

function neighbours({ table, at }: Row): RowSpec[] {
  return [table.rows[at - 1], table.rows[at + 1]].filter((row) => row !== undefined);
}

function deleteRow(row: Row): boolean {
  for (const other of neighbours(row)) { row.table.markLabel(other); }
  row.table.deleteRow(row.row);
  return true;
}

function copyRow({ table, row }: Row): boolean {
  return table.addRow(row, row, table.labelOf(row), figuresOf(table, row).map((figure) => figure!));
}

/** The rows that follow within the same block and group, itself first. */
function siblingsFrom({ table, at }: Row): RowSpec[] {
  const first = table.rows[at];
  let end = at;
  while (end < table.rows.length && table.rows[end].groups.at(-1) === first.groups.at(-1) && table.rows[end].block === first.block) {
    end++;
  }
  return table.rows.slice(at, end);
}

/** Takes a row down by some places: its words and figures go there, those between move up. */
function moveDown(places: number) {
  return ({ table, row, at }: Row): void => {
    const ring = siblingsFrom({ table, row, at }).slice(0, places + 1);
    const contents = ring.map((one) => ({ label: table.labelOf(one), figures: figuresOf(table, one) }));
    ring.forEach((target, i) => {
      const { label, figures } = contents[(i + 1) % ring.length];
      const isMoved = i === ring.length - 1 || places === 1;
      table.setLabel(target, isMoved ? planted(label) : label);
      figures.forEach((figure, k) => { table.setFigure(target.base + k, figure!); });
    });
  };
}

const canMove = (places: number) => (row: Row): boolean => {
  const ring = siblingsFrom(row).slice(0, places + 1);
  return ring.length === places + 1 && ring.every((one) => movable({ table: row.table, row: one, at: row.table.rows.indexOf(one) }));
};

const OWN_LABELS: Readonly<Record<string, readonly string[]>> = {
  requests: ['9.其他情形说明', '其中：律师代理申请', '小计', '移送其他机关办理', '转交下级机关办理数'],
  disclosure: ['行政检查', '行政裁决', '党内规范性文件', '其中：电子证照'],
};

function addOwnRow({ table, row }: Row, random: Random): boolean {
  const figures = figuresOf(table, row).map(() => String(random() < 0.6 ? 0 : below(random, 60)));
  return table.addRow(row, null, pick(random, OWN_LABELS[table.form.id]), figures);
}

const HAN = /[\u4e00-\u9fff]/;

/** Where two neighbouring characters of the label itself may be touched: neither is part of the number, nor are they alike. */
function touchable(label: string): number[] {
  const { length } = splitItem(label);
  return Array.from({ length: label.length - 1 }, (_, i) => i)
    .filter((i) => i >= length && HAN.test(label[i]) && HAN.test(label[i + 1]) && label[i] !== label[i + 1]);
}

const isLong = (row: Row): boolean => row.row.key.length >= 8 && isOfficial(row) && standsAlone(row)
  && touchable(row.table.labelOf(row.row)).length > 0;

function misspell(change: (label: string, at: number, random: Random) => string) {
  return ({ table, row }: Row, random: Random): void => {
    const label = table.labelOf(row);
    table.setLabel(row, planted(change(label, pick(random, touchable(label)), random)));
  };
}

const WRONG = '惰事办的了机关政信处件公';
const wrongFor = (right: string, random: Random): string => pick(random, [...WRONG].filter((one) => one !== right));

/** Three to six rows on end slide by one column. */
function shift(by: 1 | -1): Fault {
  return {
    rule: 'row-shifted', name: by > 0 ? 'figures one column to the right' : 'figures one column to the left',
    stage(draft, random) {
      const table = draft.tables.find(({ form }) => form.id === 'requests')!;
      const runs = table.rows.map((_, i) => table.rows.slice(i, i + (by > 0 ? 3 + below(random, 4) : 2)))
        .filter((run) => run.length >= 2 && (by > 0 || run.every(({ groups }) => groups.length < 2))
          && run.every((row, at) => isWhole({ table, row, at }) && figuresOf(table, row).some(Boolean)));
      if (runs.length === 0) { return null; }
      const run = pick(random, runs);
      return () => {
        run.forEach((row) => { table.markLabel(row); });
        return table.shiftRows(run, by);
      };
    },
  };
}

export const ROW_FAULTS: readonly Fault[] = [
  rowFault('missing-row', 'a row left out', (row) => isDue(row) && standsAlone(row) && row.table.rows.length > 1, deleteRow),
  rowFault('duplicate-row', 'a row twice', (row) => movable(row) && isWritten(row), copyRow, { brings: ['row-label-wording'] }),
  rowFault('row-out-of-order', 'two rows swapped', canMove(1), moveDown(1)),
  rowFault('row-out-of-order', 'a row two places down', canMove(2), moveDown(2)),
  rowFault('unknown-row', 'a row of the author’s own', (row) => isDue(row) && movable(row) && isWritten(row)
    && row.at < row.table.rows.length - 1 && row.row.block === row.table.rows[row.at + 1].block, addOwnRow),
  rowFault(
    'row-label-wording', 'two characters swapped', isLong,
    misspell((label, at) => label.slice(0, at) + label[at + 1] + label[at] + label.slice(at + 2)),
  ),
  rowFault(
    'row-label-wording', 'a wrong character', isLong,
    misspell((label, at, random) => label.slice(0, at) + wrongFor(label[at], random) + label.slice(at + 1)),
  ),
  rowFault('row-label-wording', 'a character lost', isLong, misspell((label, at) => label.slice(0, at) + label.slice(at + 1))),
  rowFault('row-label-split', 'a label cut by a page break', (row) => isLong(row) && isDue(row), ({ table, row }, random) => {
    const label = table.labelOf(row);
    const from = splitItem(label).length + 4;
    return table.splitLabel(row, Math.min(label.length - 2, from + below(random, Math.max(1, label.length - from - 2))));
  }),
  shift(1), shift(-1),
];
