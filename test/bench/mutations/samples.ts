/**
 * The five reports, as they were published and written again in the layouts they were not published in. Invariant: a draft
 * is made anew each time, so what one fault changes no other fault sees.
 */
import { readFileSync } from 'node:fs';
import { analyze } from '../../../server/src/analysis/analyze';
import type { Analysis } from '../../../server/src/analysis/analysis';
import { findBlocks } from '../../../server/src/layouts';
import type { TextEdit } from '../../../server/src/model/repair';
import type { Span } from '../../../server/src/text/span';
import type { RenderedLayout } from '../../harness/grid';
import { sheetOf, type Sheet } from '../../harness/sheet';
import { TABLE_END, TABLE_START, type Draft } from './draft';
import { FileDraft } from './fileDraft';
import { SheetDraft } from './sheetDraft';

export const SAMPLES = ['ningbo-2021.txt', 'lucheng-2021.txt', 'baoji-2020.txt', 'zhengzhou-2021.md', 'baoshan-2023.txt'] as const;
export type Sample = (typeof SAMPLES)[number];

interface Published {
  readonly text: string;
  readonly analysis: Analysis;
  readonly sheets: readonly Sheet[];
  /** Text before, between and after its tables. */
  readonly prose: readonly string[];
  readonly layout: RenderedLayout;
}

const published = new Map<Sample, Published>();

/** @param folder where the samples are */
export function loadSamples(folder: string): void {
  for (const sample of SAMPLES) { published.set(sample, read(readFileSync(`${folder}/${sample}`, 'utf8'))); }
}

function read(text: string): Published {
  const analysis = analyze(text);
  const extents = analysis.tables.map(({ span }) => wholeLines(text, span));
  const ends = [0, ...extents.map(({ end }) => end)];
  const starts = [...extents.map(({ start }) => start), text.length];
  return {
    text, analysis,
    sheets: analysis.tables.map(({ table }) => sheetOf(table, table.form!)),
    prose: ends.map((end, i) => text.slice(end, starts[i]).trim()),
    layout: analysis.tables[0].layout as RenderedLayout,
  };
}

function wholeLines(text: string, { start, end }: Span): Span {
  const last = text.indexOf('\n', end - 1);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: last < 0 ? text.length : last };
}

export function openDraft(sample: Sample, layout: RenderedLayout): Draft {
  const report = published.get(sample)!;
  return report.layout === layout ? asPublished(sample, report) : writtenAgain(sample, report, layout);
}

/**
 * Puts right what the sums of two reports get wrong as published, so that a planted fault is not mixed up with it: the
 * totals that were not filled in, and the number of items that is below that of one channel. In spaced rows, where a blank leaves no trace
 * and its row is not evaluated, zeros that were left blank are written.
 */
export function heal({ sample, layout, tables }: Draft): void {
  if (layout === 'spaced-rows') { fillBlanks(tables); }
  for (const { sample: of, row, column, right } of HEALED) {
    for (const table of sample === of ? tables : []) {
      const spec = table.rows.find(({ id }) => id === row);
      if (spec) { table.setFigure(spec.base + table.form.blocks[spec.block].columns.findIndex(({ id }) => id === column), right); }
    }
  }
}

function fillBlanks(tables: Draft['tables']): void {
  for (const table of tables) {
    for (let place = 0; place < table.form.places; place++) { if (table.figureAt(place) === '') { table.setFigure(place, '0'); } }
  }
}

const HEALED = [
  { sample: 'lucheng-2021.txt', row: 'total', column: 'natural', right: '3' },
  { sample: 'lucheng-2021.txt', row: 'total', column: 'total', right: '3' },
  { sample: 'ningbo-2021.txt', row: 'published', column: 'count', right: '30000' },
];

function asPublished(sample: Sample, { text, analysis, layout }: Published): Draft {
  const blocks = findBlocks(text);
  const tables = analysis.tables.map((table) => new FileDraft(
    table, text.slice(table.start, blocks.find(({ start }) => start === table.start)!.end),
  ));
  return {
    sample, layout, asPublished: true, tables, steps: [],
    marked: () => withTableMarks(text, analysis, tables.flatMap((table) => table.edits())),
  };
}

function writtenAgain(sample: Sample, { sheets, prose }: Published, layout: RenderedLayout): Draft {
  const tables = sheets.map((sheet) => new SheetDraft(sheet, layout));
  return {
    sample, layout, asPublished: false, tables, steps: [],
    marked: () => prose.map((piece, i) => (tables[i] ? `${piece}\n\n${TABLE_START}${tables[i].text()}${TABLE_END}\n\n` : piece)).join('')
      + '\n',
  };
}

/** Edits made, tables marked; where an edit reaches over the end of a table, the mark goes behind it. */
function withTableMarks(text: string, { tables }: Analysis, edits: readonly TextEdit[]): string {
  const behind = (at: number): number => edits.find(({ start, end }) => start < at && at < end)?.end ?? at;
  const marks = tables.flatMap(({ span }) => {
    const { start, end } = wholeLines(text, span);
    return [{ at: behind(start), newText: TABLE_START, rank: 0 }, { at: behind(end), newText: TABLE_END, rank: 2 }];
  });
  const all = [
    ...edits.map((edit) => ({ ...edit, rank: 1 })),
    ...marks.map(({ at, newText, rank }) => ({ start: at, end: at, newText, rank })),
  ].sort((a, b) => a.start - b.start || a.rank - b.rank || a.end - b.end);
  let out = '';
  let from = 0;
  for (const { start, end, newText } of all) {
    if (start < from) { throw new Error('planted changes overlap'); }
    out += text.slice(from, start) + newText;
    from = end;
  }
  return out + text.slice(from);
}
