// A table handed out blank: it is the form's, and every layout that can show it reads it back as that.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { builtInForms } from '../../server/src/forms';
import { blankGrid } from '../../server/src/forms/blankGrid';
import { newTable } from '../../server/src/layouts/newTable';
import type { FormTable } from '../../server/src/model/form';
import { gridOf } from '../harness/sheet';

const TABLES = builtInForms().flatMap((form) => form.tables.map((table): [string, FormTable] => [table.key, table]));
const plain = (rows: readonly (readonly { text: string; rows: number; columns: number }[])[]): unknown =>
  rows.map((row) => row.map(({ text, rows: down, columns }) => [text, down, columns]));

describe('a blank grid', () => {
  it.each(TABLES.filter(([key]) => key.startsWith('report-2021')))('of %s is the one that is printed', (_, table) => {
    expect(plain(blankGrid(table))).toEqual(plain(gridOf(table, Array<string>(table.places).fill(''))));
  });
});

describe.each(['pipes', 'html', 'tabs'] as const)('a new table in %s', (layout) => {
  it.each(TABLES)('reads back as %s, every cell there and blank', (key, table) => {
    const { tables } = analyze(`${newTable(blankGrid(table), layout, '\n')}\n`);
    expect(tables.map((one) => [one.layout, one.table.form?.id])).toEqual([[layout, table.id]]);
    const [{ table: read }] = tables;
    expect(read.oddities).toEqual([]);
    expect(
      read.places.map((cell, place) => cell?.content.text === (table.columnAt[place].kind === 'unit' ? table.rowAt[place].unit : '')),
    ).not.toContain(false);
    expect(key).toContain(table.id);
  });
});
