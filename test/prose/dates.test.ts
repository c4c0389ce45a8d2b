// Dates, periods and years as reports write them.
import { describe, expect, it } from 'vitest';
import { dateAlone, periodIn, yearIn } from '../../server/src/prose/dates';

describe('a date on a line of its own', () => {
  it.each([
    ['2021年1月18日', '2021-1-18'], ['2021 年 1 月 29 日', '2021-1-29'], ['二〇二二年一月十八日', '2022-1-18'], ['（2018年2月10日）', '2018-2-10'],
    ['2023-01-18', '2023-1-18'], ['2023.1.18', '2023-1-18'], ['发布日期：2023-01-18', '2023-1-18'], ['２０２２年１月５日', '2022-1-5'],
    ['2021年十二月三十一日', '2021-12-31'],
  ])('%s', (line, expected) => {
    const found = dateAlone(line)!;
    expect(`${found.year}-${found.month}-${found.day}`).toBe(expected);
  });
  it.each(['2017210日', '2023-18-45', '2021年', '2022年1月18日，我局召开会议', '共2021件', '0577-8999-0928'])('%s is none', (line) => {
    expect(dateAlone(line)).toBeNull();
  });
});

describe('a date that no calendar has', () => {
  it.each(['2022年13月1日', '2022年2月30日', '2023年3月40日', '2023年2月29日', '2022年0月1日', '二〇二二年四月三十一日'])(
    '%s', (line) => expect(dateAlone(line)?.exists).toBe(false),
  );
  it.each(['2024年2月29日', '2000年2月29日', '2022年12月31日'])('%s is in it', (line) => expect(dateAlone(line)?.exists).toBe(true));
});

describe('the period', () => {
  it.each([
    ['统计期限自2021年1月1日至2021年12月31日止', [2021, 1, 1, 2021, 12, 31]],
    ['所列数据的统计期限从2021年1月1日起至12月31日止', [2021, 1, 1, 2021, 12, 31]],
    ['统计数据时间为 2023 年 1 月 1 日—2023 年 6 月 30 日。', [2023, 1, 1, 2023, 6, 30]],
  ])('%s', (text, expected) => {
    const { from, to } = periodIn(text)!;
    expect([from.year, from.month, from.day, to.year, to.month, to.day]).toEqual(expected);
  });
  it('is not the dates of a meeting', () => { expect(periodIn('2022年3月1日至3月5日，我局举办培训。所列数据真实。')).toBeNull(); });
});

describe('the year of a title', () => {
  it.each([['某局2021年政府信息公开工作年度报告', 2021], ['某局 2020 年年报', 2020], ['某局二〇二二年年报', 2022]])('%s', (title, year) => {
    expect(yearIn(title)?.year).toBe(year);
  });
});
