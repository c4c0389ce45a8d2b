/** Where exceptions are listed: the review record and the panel, in both languages. */
import { expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze';
import { reviewRecord } from '../../server/src/features/record';
import { summaryOf } from '../../server/src/features/summary';

const TABLE = '| 项目 | 一月 | 二月 | 三月 |\n|---|---|---|---|\n| 办公 | 3 | 5 | 7 |\n| 差旅 | 4 | 6 | 9 |\n| 会议 | 5 | 8 | 6 |\n| 合计 | 12 | 20 | 22 |\n';

it.each([
  ['zh', '已注明理由的例外', '有效'], ['en', 'Exceptions with a reason', 'in force'],
] as const)('record and panel list exceptions and count their findings apart, in %s', (language, title, state) => {
  const analysis = analyze(`<!-- gouji: allow total-mismatch “合计 · 二月” 20≠19 理由：上级核定数 -->\n${TABLE}`);
  const record = reviewRecord(analysis, { file: 'a.md', sha256: '', isSaved: true, time: '', version: '' }, language);
  expect(record.sections.at(-1)).toMatchObject({ title, rows: [['合计 · 二月', '20≠19', '上级核定数', state, 'total-mismatch']] });
  expect(record.sections.at(-2)!.rows).toEqual([]);
  const summary = summaryOf('file:///a.md', 1, analysis, null, language);
  expect(summary.findings).toEqual({ error: 0, warning: 0, information: 0, hint: 0 });
  expect(summary.exceptions).toEqual([expect.stringMatching(new RegExp(`^“?合计 · 二月 20≠19.*total-mismatch.*${state}.*上级核定数”?$`))]);
  expect(reviewRecord(analyze(TABLE), { file: 'a.md', sha256: '', isSaved: true, time: '', version: '' }, language).sections)
    .toHaveLength(3);
});
