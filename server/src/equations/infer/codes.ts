/**
 * Codes that show how deep each row stands, as each longer one begins with that of its parent: 201, 20103, 2010301. Invariant: a column is
 * said to hold nothing but codes only where every one but the shortest goes on from one that stands above it, so that figures never are.
 */
import { isDigit } from '../../text/characters';
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

/** A code by itself or in front of a name: 201 一般公共服务支出, [201]一般公共服务支出. */
const CODED = /^[[【(（]?(\d{2,12})(?=$|[\s\u3000\]】)）_.、:：—-]|[\u4e00-\u9fff])/;

const BRACKETS = '[【(（';

/** By the lengths of their codes, 0 for a row without one; null where too few go on from another that stands above. */
export function codeDepths(first: readonly string[]): number[] | null {
  const seen = new Set<string>();
  const depths: number[] = [];
  let nested = 0;
  let coded = 0;
  for (const text of first) {
    const code = isDigit(text.charCodeAt(0)) || BRACKETS.includes(text[0]) ? CODED.exec(text)?.[1] : undefined;
    if (code === undefined) { depths.push(0); continue; }
    coded++;
    depths.push(code.length);
    for (let length = 2; length < code.length; length++) { if (seen.has(code.slice(0, length))) { nested++; break; } }
    seen.add(code);
  }
  return coded >= LEAST_CODES && nested * 2 >= coded ? depths : null;
}
