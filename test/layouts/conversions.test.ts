/**
 * The five samples as converters write them that no layout was made for. Invariant: what is found is what is found in the same report
 * in HTML; where a conversion lost which cell is whose, all that is said is that the table could not be read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import {
  asDataSheet, asFormulas, asIndexedSheet, aTableForEachGroup, aTableForEachHeading, bars, countedRows, countedRowsBetweenTabs,
  countedRowsInBrackets, everyPlace, inOrgMode, itemsApart, onItsSide, quotedLines, totalInFront, withBlankColumns, withBrokenPaths,
  withBullets, withColons, withDashes, withDashForLabel, withJoinMarks, withOfWhich, withOtherTotals, withOwnColumns, withRemarks,
} from '../harness/converted';
import { renderGrid, type Grid } from '../harness/grid';
import { rewritten } from '../harness/rewritten';

const SAMPLES = readdirSync('samples').map((name) => ({ name, text: readFileSync(`samples/${name}`, 'utf8') }));
const inHtml = (text: string): string => rewritten(text, (grid) => renderGrid(grid, 'html'));

/** A word processor's plain text: every paragraph and every cell a line, no blank line anywhere, a blank cell a no-break space. */
function asPlainText(text: string): string {
  const cells = (grid: Grid): string => grid.flat().map((cell) => cell.text || '\u00a0').join('\n');
  return rewritten(text, cells).split('\n').filter((line) => line === '\u00a0' || line.trim() !== '').join('\n');
}

/** Copied from a page in a browser: a line a row, tabs between the cells, nothing for what merged cells cover. */
const copied = (grid: Grid): string => grid.map((row) => row.map((cell) => cell.text || '\u00a0').join('\t')).join('\n');

/** The same where the page has paragraphs in its cells: each on a line, and a tab on a line between them. */
const copiedParagraphs = (grid: Grid): string => grid.map((row) => row.map((cell) => cell.text || '\u00a0').join('\n\t\n')).join('\n\n\n');

/** Markdown without bars around the rows, and nothing for what merged cells cover: columns are off, which is said. */
function inBareMarkdown(grid: Grid): string {
  const rows = grid.map((row) => `${row.map((cell) => cell.text || ' ').join('| ')}  `);
  return rows.toSpliced(1, 0, `${grid[0].map(() => '---').join('|')}  `).join('\n');
}

/** The text of a PDF row by row, a cell a paragraph, where narrow cells cut their words into lines: `社会公`, `益组织`. */
function inNarrowCells(grid: Grid): string {
  return grid.flatMap((row) => {
    const isHeader = !row.some((cell) => cell.isFigure);
    return row.flatMap(({ text, columns }) => (text || '\u00a0').match(isHeader && columns === 1 && text.length < 8 ? /.{1,3}/gu : /.{1,20}/gu)!);
  }).join('\n\n');
}

/** The text of a PDF, taken column by column: all labels first. */
function downColumns(grid: Grid): string {
  const figures = grid.map((row) => row.filter((cell) => cell.isFigure).map((cell) => cell.text));
  const width = Math.max(...figures.map((row) => row.length));
  const labels = grid.flat().filter((cell) => !cell.isFigure).map((cell) => cell.text);
  const columns = Array.from({ length: width }, (_, column) => figures.flatMap((row) => row[column] ?? []));
  return [labels, ...columns].map((column) => column.filter((text) => text !== '').join('\n')).join('\n\n');
}

/** Its text as some readers part it: labels and figures of a row one below the other, several figures on a line. */
function figuresShareLines(grid: Grid): string {
  return grid.map((row) => {
    const labels = row.filter((cell) => !cell.isFigure).map((cell) => cell.text);
    const figures = row.filter((cell) => cell.isFigure).map((cell) => cell.text);
    return [...labels, figures.slice(0, 3).join(' '), ...figures.slice(3, 4), figures.slice(4).join(' ')].filter((line) => line !== '').join('\n');
  }).join('\n');
}

/** Markdown of a converter that repeats the text of a merged cell in every place it covers. */
const repeated = (grid: Grid): string => bars(everyPlace(grid, (text) => text));
const repeatedBetweenTabs = (grid: Grid): string => everyPlace(grid, (text) => text).map((row) => row.join('\t')).join('\n');

/** A data frame printed as Markdown: rows and columns are counted, and blank places are `nan`. */
function asDataFrame(grid: Grid): string {
  const rows = everyPlace(grid, (text) => text).map((row, i) => [String(i), ...row.map((text) => text || 'nan')]);
  return bars([['', ...rows[0].slice(1).map((_, i) => String(i))], ...rows]);
}

/** Markdown of a PDF's reader: columns without a header are counted, narrow cells have breaks, and words are bold line by line. */
function withBoldLines(grid: Grid): string {
  const isLabel = new Set(grid.flat().filter((cell) => !cell.isFigure).map((cell) => cell.text));
  const [head, ...body] = everyPlace(grid, () => '');
  const bold = (text: string): string => text.replace(/.{1,8}/gu, '**$&**<br>').replace(/<br>$/, '');
  const rows = body.map((row) => row.map((text) => (isLabel.has(text) ? bold(text) : text)));
  return bars([head.map((text, i) => text || `Col${i + 1}`), ...rows]);
}

/** Some fonts of PDFs give radicals for the characters that look like them: ⼆ for 二. */
const RADICALS = new Map(Array.from({ length: 0xd6 }, (_, i) => String.fromCharCode(0x2f00 + i)).map((c) => [c.normalize('NFKC'), c]));
const inRadicals = (text: string): string => [...text].map((c) => RADICALS.get(c) ?? c).join('');

/** Recognised from a picture, or taken from a PDF glyph by glyph: a row a line, every character apart. */
function letterByLetter(grid: Grid): string {
  const apart = (text: string): string => text.replace(/(?<=[\u4e00-\u9fff（）、，“”])(?=\S)|(?<=\S)(?=[\u4e00-\u9fff（）、，“”])/gu, ' ');
  const rows = grid.map((row) => row.map((cell) => (cell.isFigure ? cell.text || '0' : apart(cell.text))));
  return rows.map((row) => row.filter((text) => text !== '').join(' ')).join('\n');
}

function rulesFound(text: string): string[] {
  return analyze(text).findings.map(({ rule }) => rule).sort();
}

/** Of the prose around: what is left when the tables are said to stand elsewhere. */
function rulesOfProse(text: string): string[] {
  return rulesFound(rewritten(text, () => '（表格详见附件）'));
}

describe.each(SAMPLES)('$name', ({ text }) => {
  it('as the plain text of a word processor', () => {
    const plain = asPlainText(text);
    expect(analyze(plain).ledger).toEqual(analyze(inHtml(text)).ledger);
    expect(rulesFound(plain)).toEqual(rulesFound(inHtml(text)));
  });

  it.each([
    ['as copied from a page', copied], ['as copied from a page, paragraphs in its cells', copiedParagraphs],
    ['as the text of a PDF, narrow cells', inNarrowCells], ['merged cells repeated', repeated],
    ['merged cells repeated, between tabs', repeatedBetweenTabs], ['as a data frame', asDataFrame], ['bold line by line', withBoldLines],
    ['as a sheet', asDataSheet], ['as a sheet with an index', asIndexedSheet], ['marks for merged cells', withJoinMarks],
    ['rows counted', countedRows], ['rows counted, between tabs', countedRowsBetweenTabs], ['figures as formulas', asFormulas],
    ['in Org mode', inOrgMode], ['bullets before labels', withBullets], ['dashes before labels', withDashes], ['其中 before labels', withOfWhich],
    ['labels behind their headings, line by line', withBrokenPaths], ['a column of remarks', withRemarks],
    ['a table for each heading', aTableForEachHeading],
    ['a table for each group', aTableForEachGroup], ['rows counted in brackets', countedRowsInBrackets],
    ['colons behind headings', withColons], ['the total in front', totalInFront], ['lines in quotes between tabs', quotedLines],
  ])('%s', (_, write) => {
    expect(analyze(rewritten(text, write)).ledger).toEqual(analyze(inHtml(text)).ledger);
    expect(rulesFound(rewritten(text, write))).toEqual(rulesFound(inHtml(text)));
  });

  it.each([['a dash for a label', withDashForLabel], ['item numbers apart', itemsApart],
    ['blank columns between', withBlankColumns]])('%s', (_, write) => {
    expect(analyze(rewritten(text, write)).ledger).toEqual(analyze(inHtml(text)).ledger);
    expect(rulesFound(rewritten(text, write)).filter((rule) => rule !== 'row-shifted')).toEqual(rulesFound(inHtml(text)));
  });

  it('columns of its own', () => {
    const found = rewritten(text, withOwnColumns);
    expect(analyze(found).ledger).toEqual(analyze(inHtml(text)).ledger);
    expect(rulesFound(found).filter((rule) => rule !== 'row-shifted')).toEqual([...rulesFound(inHtml(text)), 'unknown-column'].sort());
  });

  it('合计 for 总计', () => {
    const found = rewritten(text, (grid) => renderGrid(withOtherTotals(grid), 'html'));
    expect(analyze(found).ledger).toEqual(analyze(inHtml(text)).ledger);
    expect(rulesFound(found)).toEqual([...rulesFound(inHtml(text)), ...Array<string>(4).fill('column-label-wording'), 'row-label-wording'].sort());
  });

  it('as Markdown without bars around its rows', () => {
    expect(analyze(rewritten(text, inBareMarkdown)).ledger).toEqual(analyze(inHtml(text)).ledger);
    expect(rulesFound(rewritten(text, inBareMarkdown)).filter((rule) => rule !== 'row-shifted')).toEqual(rulesFound(inHtml(text)));
  });

  it('in the characters of a PDF', () => {
    const found = analyze(inRadicals(text));
    expect(found.ledger).toEqual(analyze(text).ledger);
    expect(rulesFound(inRadicals(text))).toEqual(rulesFound(text));
  });

  it('in Markdown that escapes what might begin a list', () => {
    const escaped = (grid: Grid): string => grid.flat().map((cell) => cell.text.replace(/^(\d+)(?=\.)|^(?=-)/, '$1\\') || '\u00a0').join('\n\n');
    expect(analyze(rewritten(text, escaped)).ledger).toEqual(analyze(inHtml(text)).ledger);
    expect(rulesFound(rewritten(text, escaped))).toEqual(rulesFound(inHtml(text)));
  });

  it('letter by letter', () => {
    const filled = (grid: Grid): string => renderGrid(grid.map((row) => row.map((one) => (one.isFigure ? { ...one, text: one.text || '0' } : one))), 'html');
    const found = analyze(rewritten(text, letterByLetter));
    expect(found.ledger).toEqual(analyze(rewritten(text, filled)).ledger);
    expect(found.findings.map(({ rule }) => rule).filter((rule) => !rulesFound(rewritten(text, filled)).includes(rule))).toEqual([]);
  });

  it('as the text of a PDF, down the columns', () => {
    const found = rulesFound(rewritten(text, downColumns)).filter((rule) => !rulesOfProse(text).includes(rule));
    expect(new Set(found)).toEqual(new Set(['unread-table']));
  });

  it('rows and columns changed over', () => {
    const due = rulesFound(inHtml(text));
    expect(rulesFound(rewritten(text, onItsSide)).filter((rule) => !due.includes(rule))).toEqual(['unread-table']);
  });

  it('as the text of a PDF, several figures on a line', () => {
    const found = rewritten(text, figuresShareLines);
    const { declared, held, broken } = analyze(found).ledger;
    expect(declared).toBeGreaterThanOrEqual(42);
    expect(held).toBeGreaterThan(0);
    expect(broken).toBe(0);
    const due = rulesFound(inHtml(text));
    expect(rulesFound(found).filter((rule) => !due.includes(rule))).toEqual([]);
  });
});
