/** zhengzhou-2021.md with a figure wrong that only last year's report can put right, and that report. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ZHENGZHOU = readFileSync(join(import.meta.dirname, '../../samples/zhengzhou-2021.md'), 'utf8');

/** Carried in: 6 in both cells of line 54, where 5 is right. */
export const WRONGLY_CARRIED = ZHENGZHOU.split('\n').map((line, i) => (i === 53 ? line.replaceAll('| 5 |', '| 6 |') : line)).join('\n');

/** The report of the year before: this one with the years changed, `forward` carried on, and 13 documents in force unless said. */
export function reportBefore(forward = 5, inForce = 13): string {
  const changes = [['| 86 |', `| ${85 + forward} |`], ['| | 1 | 0 | 0 | 0 | 0 | 0 | 1 | |', `| | ${forward} | 0 | 0 | 0 | 0 | 0 | ${forward} | |`], ['| 3 | 5 | 11 |', `| 3 | 5 | ${inForce} |`]];
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) { throw new Error(`the sample has no ${from}`); }
    return text.replaceAll(from, to);
  }, ZHENGZHOU.replaceAll('2021', '2020'));
}
