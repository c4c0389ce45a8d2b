/**
 * Columns of codes that show by themselves how deep each row stands: 201, 20103, 2010301. Invariant: figures are not taken for codes; every
 * code but the shortest ones begins with one that stands above it.
 */
import type { Grid } from './grid';

/** 类 has three digits, 款 five, 项 seven. Source: 政府收支分类科目. */
const CODE = /^\d{3,12}$/;
const LEAST_CODES = 3;

/** Whether all that stands in the column below the header is such codes, one of them at least under another. */
export function holdsCodes(grid: Grid, column: number): boolean {
  const above: string[] = [];
  let codes = 0;
  let isNested = false;
  for (let row = grid.headerRows; row < grid.height; row++) {
    const text = grid.text(row, column);
    if (text === '') { continue; }
    if (!CODE.test(text)) { return false; }
    const shortest = above.length === 0 ? text.length : above[0].length;
    while (above.length > 0 && !isUnder(text, above[above.length - 1])) { above.pop(); }
    if (above.length === 0 ? text.length !== shortest : above[0].length !== shortest) { return false; }
    if (above.length > 0) { isNested = true; }
    above.push(text);
    codes++;
    if (codes === LEAST_CODES && !isNested) { return false; }
  }
  return isNested && codes >= LEAST_CODES;
}

function isUnder(code: string, other: string): boolean { return code.length > other.length && code.startsWith(other); }
