/**
 * An official table with given figures, or taken out of a real report, so that it can be changed and written again in any layout.
 * Invariant: labels, headings, headers and figures are the form's or the report's own words; merged cells are those of the official form.
 */
import type { BlockSpec, FormTable, HeadingSpec, RowSpec } from '../../server/src/model/form';
import type { Table } from '../../server/src/model/table';
import { cell, figure, type Grid, type GridCell } from './grid';

export interface SheetRow {
  /** Null for a row of the author's own. */
  readonly spec: RowSpec | null;
  readonly block: number;
  readonly groups: readonly HeadingSpec[];
  label: string;
  figures: string[];
  /** First part of a label that a page break cut: it stands in a row of its own above. */
  labelAbove: string;
  /** What stands in the first column that other blocks use and this one does not. */
  padding: string;
  /** Columns its figures stand to the right (+) of their headers or to the left (−). */
  shift: -1 | 0 | 1;
}

export interface Sheet {
  readonly form: FormTable;
  /** By block and column; '' for a header that is not there. */
  readonly headers: string[][];
  /** Title of each block; of the request table, the note in its corner. */
  readonly titles: readonly string[];
  /** Headings that stand in the report. */
  readonly headings: Map<HeadingSpec, string>;
  rows: SheetRow[];
}

const CORNER = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

/** The form's own words. @param figures one text for each place */
function sheetWith(form: FormTable, figures: readonly string[]): Sheet {
  return {
    form,
    headers: form.blocks.map(({ columns }) => columns.map(({ label }) => label)),
    titles: form.blocks.map(({ title }) => title || CORNER),
    headings: new Map(form.rows.flatMap(({ groups }) => groups.map((group) => [group, group.label] as const))),
    rows: form.rows.map((spec) => ({
      spec, block: spec.block, groups: spec.groups, label: spec.label,
      figures: form.blocks[spec.block].columns.map((_, i) => figures[spec.base + i]), labelAbove: '', padding: '', shift: 0,
    })),
  };
}

/** The table with these figures as the form merges its cells. */
export function gridOf(form: FormTable, figures: readonly string[]): Grid { return gridOfSheet(sheetWith(form, figures)); }

export function sheetOf(table: Table, form: FormTable): Sheet {
  return {
    form,
    headers: form.blocks.map((block, b) => block.columns.map((column, c) => table.headers[b][c]?.content.text ?? column.label)),
    titles: form.blocks.map((block) => titleIn(table, block)),
    headings: new Map(table.headings.map(({ spec, cell: at }) => [spec, at.content.text])),
    rows: table.rows.flatMap(({ spec, label, values }) => (spec === null ? [] : [{
      spec, block: spec.block, groups: spec.groups, label: label.map((part) => part.content.text).join(''),
      figures: values.map((value) => value?.content.text ?? ''), labelAbove: '', padding: '', shift: 0 as const,
    }])),
  };
}

function titleIn({ reading: { cells } }: Table, { title, titleKeys, cornerKeys }: BlockSpec): string {
  const keys = title === '' ? cornerKeys : titleKeys;
  return cells.find(({ content }) => content.key !== '' && keys.includes(content.key))?.content.text ?? title;
}

export function copyOf(sheet: Sheet): Sheet {
  return {
    form: sheet.form, titles: sheet.titles, headers: sheet.headers.map((row) => [...row]), headings: new Map(sheet.headings),
    rows: sheet.rows.map((row) => ({ ...row, figures: [...row.figures] })),
  };
}

/** The table as the form merges its cells. */
export function gridOfSheet(sheet: Sheet): Grid {
  switch (sheet.form.id) {
    case 'requests': return [...requestHeader(sheet), ...groupedRows(sheet)];
    case 'reviews': return [...reviewHeader(sheet), ...sheet.rows.map((row) => row.figures.map(figure))];
    case 'statistics': return statisticsGrid(sheet);
    default: return disclosureGrid(sheet);
  }
}

function requestHeader({ headers: [headers], titles: [note] }: Sheet): Grid {
  return [
    [cell(note, 3, 3), cell('申请人情况', 7)],
    [cell(headers[0], 1, 2), cell('法人或其他组织', 5), cell(headers[6], 1, 2)],
    headers.slice(1, 6).map((text) => cell(text)),
  ];
}

function reviewHeader({ headers: [headers] }: Sheet): Grid {
  return [
    [cell('行政复议', 5), cell('行政诉讼', 10)],
    [...headers.slice(0, 5).map((text) => cell(text, 1, 2)), cell('未经复议直接起诉', 5), cell('复议后起诉', 5)],
    headers.slice(5).map((text) => cell(text)),
  ];
}

function disclosureGrid({ form, headers, rows, titles }: Sheet): Grid {
  const width = 1 + Math.max(...form.blocks.map((block) => block.columns.length));
  return form.blocks.flatMap((block) => {
    const blanks = (first: string): GridCell[] => Array.from(
      { length: width - 1 - block.columns.length }, (_, i) => (i === 0 ? padded(first) : cell('')),
    );
    return [
      [cell(titles[block.index], width)],
      [cell('信息内容'), ...headers[block.index].map((text) => cell(text)), ...blanks('')],
      ...rows.filter((row) => row.block === block.index).flatMap((row) => [
        ...(row.labelAbove === '' ? [] : [[cell(row.labelAbove), ...blankCells(width - 1)]]),
        [cell(row.label), ...row.figures.map(figure), ...blanks(row.padding)],
      ]),
    ];
  });
}

const padded = (text: string): GridCell => (text === '' ? cell('') : figure(text));
const blankCells = (count: number): GridCell[] => Array.from({ length: count }, () => cell(''));

function statisticsGrid({ headers: [[unit, count]], rows, headings }: Sheet): Grid {
  const told = new Set<HeadingSpec>();
  const grid: Grid = [[cell('统　计　指　标'), cell(unit), cell(count)]];
  for (const row of rows) {
    for (const group of row.groups) {
      const text = headings.get(group);
      if (text !== undefined && !told.has(group)) { grid.push([cell(text), cell('——'), cell('')]); }
      told.add(group);
    }
    if (row.labelAbove !== '') { grid.push([cell(row.labelAbove), cell(''), cell('')]); }
    grid.push([cell(row.label), ...row.figures.map(figure)]);
  }
  return grid;
}

/** Rows under their headings: a heading spans the rows below it, a label what is left of the stub. */
function groupedRows({ rows, headings, form }: Sheet): Grid {
  const depth = 1 + Math.max(...form.rows.map((row) => row.groups.length));
  const heights = rows.map((row) => (row.labelAbove === '' ? 1 : 2));
  return rows.flatMap((row, i) => {
    const opened = row.groups.filter((group) => !rows[i - 1]?.groups.includes(group));
    const stub = opened.map((group) => cell(headings.get(group) ?? group.label, 1, heightFrom(rows, heights, i, group)));
    const columns = depth - row.groups.length;
    const own = [...labelCells(row, columns), ...row.figures.map(figure), ...(row.shift < 0 ? [cell('')] : [])];
    if (row.labelAbove === '') { return [[...stub, ...own]]; }
    return [[...stub, cell(row.labelAbove, columns), ...blankCells(row.figures.length)], own];
  });
}

/** A row shifted to the left has lost a cell of its stub; one shifted to the right has one more before its figures. */
function labelCells(row: SheetRow, columns: number): GridCell[] {
  if (row.shift < 0) { return [cell(row.label, columns - 1)]; }
  return [cell(row.label, columns), ...blankCells(row.shift)];
}

function heightFrom(rows: readonly SheetRow[], heights: readonly number[], from: number, group: HeadingSpec): number {
  let height = 0;
  for (let i = from; i < rows.length && rows[i].groups.includes(group); i++) { height += heights[i]; }
  return height;
}
