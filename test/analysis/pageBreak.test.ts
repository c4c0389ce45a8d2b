// What stands between two parts of one table, and what says that another begins.
import { describe, expect, it } from 'vitest';
import { betweenParts, lineBefore } from '../../server/src/analysis/pageBreak';

const CAPTION = '表3 收支情况';
const between = (gap: string): string | null => betweenParts(`\n${gap}\n\n`, () => CAPTION);

describe('between the parts of a table', () => {
  for (const mark of ['续表', '续表3', '表3（续）', '（续表）', '续上表', '接上页', '表3 收支情况（续一）', '(continued)', 'Continued from page 3', 'Table 3 (cont.)', "Table 3 (cont'd)", '**Continued**', '### 续表3',
    'Fortsetzung', 'Tableau 3 (suite)', 'Tabla 3 (continuación)', '<p>（续）</p>', '— 12 —\n\n续表\n\n单位：万元']) {
    it(`“${mark}” says that it goes on`, () => { expect(between(mark)).toBe('said'); });
  }

  for (const page of ['- 12 -', '12', '第 3 页', '第3页 共10页', '共 10 页 第 3 页', '第三页（共10页）', 'Page 3 of 10', `3\n\n${CAPTION}\n单位：万元`]) {
    it(`“${page}” says that a new page begins`, () => { expect(between(page)).toBe('page'); });
  }

  for (const nothing of ['', '---', '\f', '单位：万元', '<br>', '<!-- page 3 -->', '&nbsp;', CAPTION, `**${CAPTION}**`]) {
    it(`“${nothing}” says nothing`, () => { expect(between(nothing)).toBe('blank'); });
  }

  for (const other of [
    '表4 其他', '## 二、支出', `## ${CAPTION}`, '如下表所示', '持续表现良好，情况如下', 'discontinued items', '<!-- gouji: off -->', '继续执行', 'x'.repeat(500),
    '上述手续表明', 'He continued to report such figures.',
  ]) {
    it(`“${other.slice(0, 30)}” says that another begins`, () => { expect(between(other)).toBeNull(); });
  }
});

describe('the line above a table', () => {
  it('is the last that says something', () => {
    const text = `# 一\n\n**${CAPTION}**\n\n单位：万元\n\n|`;
    expect(lineBefore(text, text.length - 1)).toBe(CAPTION);
  });
});
