// Traditional characters in the labels of the forms.
import { describe, expect, it } from 'vitest';
import { builtInForms } from '../../server/src/forms';
import { SECTION_TITLES } from '../../server/src/prose/sectionTitles';
import { normalForm } from '../../server/src/text/normal';
import { simplified } from '../../server/src/text/traditional';

describe('traditional characters', () => {
  it.each([
    ['一、本年新收政府信息公開申請數量', '一、本年新收政府信息公开申请数量'],
    ['3.危及“三安全一穩定”', '3.危及“三安全一稳定”'],
    ['4.無正當理由大量反覆申請', '4.无正当理由大量反复申请'],
    ['2.沒有現成信息需要另行製作', '2.没有现成信息需要另行制作'],
    ['未經複議直接起訴', '未经复议直接起诉'],
    ['行政復議後起訴', '行政复议后起诉'],
    ['2.申請人逾期未按收費通知要求繳納費用、行政機關不再處理其政府信息公開申請', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
  ])('%s', (traditional, label) => {
    expect(simplified(traditional)).toBe(label);
    expect(normalForm(traditional)).toBe(normalForm(label));
  });

  it('become one character each, and those of the forms stay as they are', () => {
    const labels = builtInForms().flatMap(({ tables }) => tables.flatMap((table) => table.rows.map((row) => row.label)));
    for (const text of [...labels, ...SECTION_TITLES, '']) { expect(simplified(text)).toBe(text); }
    expect(simplified('臺灣龍鳳')).toBe('臺灣龍鳳');
  });
});
