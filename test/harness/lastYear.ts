/**
 * zhengzhou-2021.md with a figure wrong that only last year's report can put right, and that report. Invariant: pure, of the sample's text.
 */

/** Carried in: 6 in both cells of line 54, where 5 is right. */
export function wronglyCarried(zhengzhou: string): string {
  return zhengzhou.split('\n').map((line, i) => (i === 53 ? line.replaceAll('| 5 |', '| 6 |') : line)).join('\n');
}

/** The report of the year before: this one with the years changed, `forward` carried on, and 13 documents in force. */
export function reportBefore(zhengzhou: string, forward = 5): string {
  const changes = [
    ['| 86 |', `| ${85 + forward} |`], ['| | 1 | 0 | 0 | 0 | 0 | 0 | 1 | |', `| | ${forward} | 0 | 0 | 0 | 0 | 0 | ${forward} | |`],
    ['| 3 | 5 | 11 |', '| 3 | 5 | 13 |'],
  ];
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) { throw new Error(`the sample has no ${from}`); }
    return text.replaceAll(from, to);
  }, zhengzhou.replaceAll('2021', '2020'));
}
