/**
 * The five samples with tables that hold more than their cells, or stand in a shape of their own. Invariant: what is found is what is found
 * in the same report in HTML, and one finding for what is odd; a table that cannot be read is said to be unread, and nothing is said of it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import {
  applicantByApplicant, escaped, figureByFigure, inGridWithSpans, inMediaWiki, inWrappedGrid, misspeltPath, ofFeishu, repeatedBesideBlanks,
  slidWithOwnColumn, stressedInPart, totalsAlone, withColumnNumbers, withNoteMarks, withNoteMarksInHtml, withPageRow, withRaisedFigures,
  withSheetMargins, withSignsForMerged, WRITERS, type Writer,
} from '../harness/oddManners';
import { renderGrid, type Grid } from '../harness/grid';
import { rewritten } from '../harness/rewritten';

const SAMPLES = readdirSync('samples').map((name) => ({ name, text: readFileSync(`samples/${name}`, 'utf8') }));
const EVERY = Object.keys(WRITERS) as Writer[];
const inHtml = (text: string): string => rewritten(text, (grid) => renderGrid(grid, 'html'));
const rulesFound = (text: string): string[] => analyze(text).findings.map(({ rule }) => rule);

/** What is found that is not found in the same report in HTML. */
function surplus(found: readonly string[], text: string): string[] {
  const due = rulesFound(inHtml(text));
  return found.filter((rule) => {
    const at = due.indexOf(rule);
    if (at >= 0) { due.splice(at, 1); }
    return at < 0;
  });
}

type Manner = [name: string, write: (grid: Grid) => string];

const SAME: Manner[] = [
  ...EVERY.flatMap((writer): Manner[] => [
    [`columns numbered below 甲, ${writer}`, withColumnNumbers(writer, '甲', String)],
    [`columns numbered below 栏次, ${writer}`, withColumnNumbers(writer, '栏次', (column) => (column === 1 ? '1=2+3' : String(column)))],
    [`columns numbered in brackets, ${writer}`, withColumnNumbers(writer, '', (column) => `（${column}）`)],
    [`a dash for what is merged, ${writer}`, withSignsForMerged(writer, '—')],
    [`a slash for what is merged, ${writer}`, withSignsForMerged(writer, '/')],
    [`labels repeated, blank columns between, ${writer}`, repeatedBesideBlanks(writer)],
    [`letters and numbers of a sheet, ${writer}`, withSheetMargins(writer)],
  ]),
  ['bold in part', stressedInPart('**')], ['italic in part', stressedInPart('*')], ['code in part', stressedInPart('`')],
  ['escapes', escaped],
  ['raised marks of notes', withNoteMarks('<sup>1</sup>')], ['raised marks of notes in HTML', withNoteMarksInHtml],
  ['footnotes of Markdown', withNoteMarks('[^1]')], ['circled marks of notes', withNoteMarks('①')], ['stars', withNoteMarks('\\*')],
  ['Feishu', ofFeishu], ['a grid with spans', inGridWithSpans], ['a grid with wrapped cells', inWrappedGrid],
];

describe.each(SAMPLES)('$name', ({ text }) => {
  it.each(SAME)('%s', (_, write) => {
    const found = rewritten(text, write);
    expect(analyze(found).ledger).toEqual(analyze(inHtml(text)).ledger);
    expect(rulesFound(found).sort()).toEqual(rulesFound(inHtml(text)).sort());
  });

  it.each([['3', 0], ['3', 0.5], ['3', 1], ['- 3 -', 0], ['第 3 页', 0.5]] as const)('page %s in a row of its own, at %d', (page, place) => {
    const found = rewritten(text, withPageRow(page, place));
    expect(analyze(found).ledger).toEqual(analyze(inHtml(text)).ledger);
    expect(new Set(surplus(rulesFound(found), text))).toEqual(new Set(['stray-page-number']));
  });

  it.each(['pipes', 'html'] as const)('raised marks behind figures, %s', (layout) => {
    const found = rewritten(text, withRaisedFigures(layout));
    expect(analyze(found).ledger).toEqual(analyze(inHtml(text)).ledger);
    expect(new Set(surplus(rulesFound(found), text))).toEqual(new Set(['number-format']));
  });

  it.each(['/', ' - ', '：', '→'])('a misspelt label behind its headings, parted by %s', (mark) => {
    expect(surplus(rulesFound(rewritten(text, misspeltPath(mark))), text)).toEqual(['row-label-wording']);
  });

  it.each(EVERY)('a column of its own where rows have slid, %s', (writer) => {
    for (const write of [
      slidWithOwnColumn(writer, '上年数', 0, (_, row) => row * 3 % 11),
      slidWithOwnColumn(writer, '小计', 1, (figures) => figures.slice(1, -1).reduce((sum, each) => sum + each, 0)),
    ]) {
      const found = rewritten(text, write);
      expect(analyze(found).ledger).toEqual(analyze(inHtml(text)).ledger);
      expect(surplus(rulesFound(found), text).filter((rule) => rule !== 'row-shifted')).toEqual(['unknown-column']);
    }
  });

  it.each([
    ...EVERY.flatMap((writer): Manner[] => [[`totals alone, ${writer}`, totalsAlone(writer)], [`a figure a row, ${writer}`, figureByFigure(writer)]]),
    ['a figure a row, by applicants', applicantByApplicant],
  ] satisfies Manner[])('%s: unread', (_, write) => {
    expect(surplus(rulesFound(rewritten(text, write)), text)).toEqual(['unread-table']);
  });

  it('tables of MediaWiki: unread', () => {
    expect(surplus(rulesFound(rewritten(text, inMediaWiki)), text)).toEqual(['unread-table', 'unread-table', 'unread-table']);
  });

  it('every character apart: the prose is said to be unread', () => {
    const apart = text.replace(/(?<=[\u4e00-\u9fff（），。、“”：；])(?=[^\s])|(?<=[^\s])(?=[\u4e00-\u9fff（），。、“”：；])/gu, ' ');
    expect(analyze(apart).findings.filter(({ rule, level }) => rule === 'extraction-artefact' && level === 'information')).toHaveLength(1);
    const due = new Set([...rulesFound(text), 'extraction-artefact']);
    expect(rulesFound(apart).filter((rule) => !due.has(rule))).toEqual([]);
  });
});
