/**
 * How deep each row of a sheet stands, from numbering, codes or indentation. Invariant: a depth is given to all rows of
 * the body or to none; rows without a mark of their own are as deep as the shallowest.
 */
import type { Cell } from '../../model/cell';
import { isDigit } from '../../text/characters';
import { codeDepths } from './codes';
import type { Grid } from './grid';
import type { Sheet } from './sheet';
import { kindOfLabel, saysTotal } from './words';

const SCHEMES: readonly (readonly [RegExp, number])[] = [
  [/^第?[一二三四五六七八九十]{1,3}[、.．部章]/, 1], [/^[（(][一二三四五六七八九十]{1,3}[)）]/, 2], [/^\d{1,2}[、.．](?!\d)/, 3], [/^[（(]\d{1,2}[)）]/, 4], [/^[①-⑳]/, 5],
];
/** Below all of them. */
const DEEPEST = SCHEMES.length + 1;
const OF_WHICH = '其中';
const DOTTED = /^(\d{1,3}(?:\.\d{1,3}){0,4})\.?(?=\s|$|[^\d.])/;
const BULLET = /^(?:[·・•‣▸▪◦○–—\-*+↳└├]+|\u21b3|&[#\w]+;|\u3000|\.{2,})\s*/;
const INDENT = /^(?:&(?:nbsp|emsp|ensp|#160|#8195);|[\u00a0\u3000\u2003\u2002])+/;

/** Depths of the body's rows from 0 down, or null where all are alike. `text`: what the cells' offsets count in. */
export function levelsOf(sheet: Sheet, text: string): Int8Array | null {
  const { grid, from, to } = sheet;
  const heads: string[] = [];
  const firsts: (Cell | null)[] = [];
  for (let row = grid.headerRows; row < grid.height; row++) {
    heads.push(grid.text(row, from));
    let column = from;
    while (column < to - 1 && grid.text(row, column) === '') { column++; }
    firsts.push(grid.cell(row, column));
  }
  return codeColumns(sheet) ?? codedRows(sheet) ?? numbering(firsts.map((cell) => cell?.content.text ?? ''))
    ?? dotted(heads) ?? indents(sheet, firsts, text);
}

/** 类 | 款 | 项: codes in two or three columns, each filled one column further than its parent's. */
function codeColumns({ grid, from, to }: Sheet): Int8Array | null {
  let columns = 0;
  while (columns < Math.min(MOST_CODE_COLUMNS, to - from - 1) && isCodeColumn(grid, from + columns)) { columns++; }
  if (columns < 2) { return null; }
  const depths: number[] = [];
  for (let row = grid.headerRows; row < grid.height; row++) {
    let depth = 0;
    while (depth < columns && grid.text(row, from + depth) !== '') { depth++; }
    depths.push(Math.max(1, depth));
  }
  return ranked(depths);
}

const MOST_CODE_COLUMNS = 4;
const SHORT_CODE = /^\d{1,4}$/;

function isCodeColumn(grid: Grid, column: number): boolean {
  for (let row = grid.headerRows; row < grid.height; row++) {
    const text = grid.text(row, column);
    if (text !== '' && !SHORT_CODE.test(text) && !saysTotal(kindOfLabel(text))) { return false; }
  }
  return true;
}

/** By the first column of codes in front of the figures: numbers of the rows and of the body may stand before it. */
function codedRows({ grid, from, columns, gridColumn }: Sheet): Int8Array | null {
  const to = gridColumn.find((_, i) => columns[i].kind !== 'ordinal') ?? from + 1;
  for (let column = from; column < Math.max(to, from + 1); column++) {
    const texts: string[] = [];
    for (let row = grid.headerRows; row < grid.height; row++) { texts.push(grid.text(row, column)); }
    const depths = codeDepths(texts);
    const levels = depths && ranked(depths);
    if (levels !== null) { return levels; }
  }
  return null;
}

/** What follows 其中 is as deep as it, up to the next number or total. */
function numbering(first: readonly string[]): Int8Array | null {
  let marked = 0;
  let numbered = 0;
  let isPart = false;
  const depths = first.map((text) => {
    const scheme = mayBeNumbered(text.charCodeAt(0)) ? SCHEMES.find(([pattern]) => pattern.test(text)) : undefined;
    if (scheme) { numbered++; }
    isPart = scheme === undefined && (text.startsWith(OF_WHICH) || (isPart && !saysTotal(kindOfLabel(text))));
    if (scheme !== undefined || isPart) { marked++; }
    return scheme?.[1] ?? (isPart ? DEEPEST : 0);
  });
  if (numbered === 0) { return null; }
  return marked * 2 >= first.length ? ranked(depths) : null;
}

/** Digits, brackets, circled numbers, 第 and Chinese numerals. */
function mayBeNumbered(code: number): boolean {
  return (code >= 48 && code <= 57) || code === 0x28 || code === 0xff08 || (code >= 0x2460 && code <= 0x2473)
    || (code >= 0x4e00 && code <= 0x7b2c);
}

function dotted(first: readonly string[]): Int8Array | null {
  let marked = 0;
  let nested = 0;
  const seen = new Set<string>();
  const depths = first.map((text) => {
    const number = !isDigit(text.charCodeAt(0)) ? undefined : DOTTED.exec(text)?.[1].replace(/(?:\.0)+$/, '');
    if (number === undefined) { return 0; }
    marked++;
    const parent = number.lastIndexOf('.');
    if (parent > 0 && seen.has(number.slice(0, parent))) { nested++; }
    seen.add(number);
    return number.split('.').length;
  });
  return nested >= 2 && marked * 2 >= first.length ? ranked(depths) : null;
}

/** Wide spaces before the label, or a bullet before it or the label beside it. */
function indents({ grid, from }: Sheet, firsts: readonly (Cell | null)[], text: string): Int8Array | null {
  return ranked(firsts.map((cell, i) => {
    if (cell === null) { return 0; }
    const at = skipPlain(text, cell.slot.start, cell.end);
    const wide = isPlain(text.charCodeAt(at)) ? '' : INDENT.exec(text.slice(at, cell.end))?.[0] ?? '';
    if (wide !== '') { return wide.includes('&') ? wide.split(';').length - 1 : wide.length; }
    return isBulleted(cell.content.text) || isBulleted(grid.text(i + grid.headerRows, from + 1)) ? 1 : 0;
  }));
}

function isBulleted(text: string): boolean {
  return text !== '' && !isPlain(text.charCodeAt(0)) && BULLET.test(text);
}

/** Letters, digits and Chinese characters: no mark of any depth. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || (code >= 0x3400 && code <= 0x9fff);
}

function skipPlain(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) { at++; }
  return at;
}

/** Depths counted from 0 without holes; null where all are the same. Rows without a mark are top level. */
function ranked(depths: readonly number[]): Int8Array | null {
  const marks = [...new Set(depths.filter((depth) => depth > 0))].sort((a, b) => a - b);
  const hasBare = depths.includes(0);
  if (marks.length + (hasBare ? 1 : 0) < 2 || marks.length > 6) { return null; }
  const first = hasBare && isMixed(depths) ? 1 : 0;
  return Int8Array.from(depths, (depth) => (depth === 0 ? 0 : marks.indexOf(depth) + first));
}

/** Rows without a mark that have marked rows below them are their parents, unless they are only a total at either end. */
function isMixed(depths: readonly number[]): boolean {
  let parents = 0;
  for (let i = 1; i < depths.length - 1; i++) { if (depths[i] === 0 && depths[i + 1] > 0) { parents++; } }
  return parents > 0 || (depths.length > 2 && depths[0] === 0 && depths[1] > 0);
}
