// Numbers in prose: what counts as one, what it stands for, and what only looks like one.
import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../../server/src/prose/quantities';

const read = (text: string): string[] => quantitiesIn(text).map(({ value, exact, unit, start, end }) =>
  `${exact ? '' : '~'}${value} ${unit} “${text.slice(start, end)}”`);

describe('quantities', () => {
  it.each([
    ['收到86件', ['86 件 “86件”']],
    ['收到 86 件', ['86 件 “86 件”']],
    ['共８６件', ['86 件 “８６件”']],
    ['共1,499件', ['1499 件 “1,499件”']],
    ['三件、两件、十二件', ['3 件 “三件”', '2 件 “两件”', '12 件 “十二件”']],
    ['一百零三件，廿件', ['103 件 “一百零三件”', '20 件 “廿件”']],
    ['1.2万条', ['~12000 条 “1.2万条”']],
    ['3万条', ['30000 条 “3万条”']],
    ['1100余条', ['~1100 条 “1100余条”']],
    ['900 余条', ['~900 条 “900 余条”']],
    ['近300件，约300件，300件左右，300件以上', ['~300 件 “近300件”', '~300 件 “约300件”', '~300 件 “300件左右”', '~300 件 “300件以上”']],
    ['受理5份、3宗、2起、4人次', ['5 份 “5份”', '3 宗 “3宗”', '2 起 “2起”', '4 人次 “4人次”']],
  ])('%s', (text, expected) => { expect(read(text)).toEqual(expected); });

  it.each([
    '第三条', '第二十条第（一）项', '2021年', '〔2021〕30号', '0577-89990928', '8月', '一是加强', '三安全一稳定', '“三审三校”', '1.5件', '100%',
  ])('%s is none', (text) => {
    expect(read(text)).toEqual([]);
  });
});
