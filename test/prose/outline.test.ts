// The sections of a report, and the lines that only look like headings.
import { describe, expect, it } from 'vitest';
import { readReport } from '../../server/src/prose/report';

const TITLE = '某某局2022年政府信息公开工作年度报告\n\n';

function outline(text: string): string[] {
  return readReport(TITLE + text, [], false)!.sections.map(({ official, item, title }) => `${official}: ${item?.value ?? '-'} ${title}`);
}

describe('sections', () => {
  it('are found with Chinese numbers, Arabic numbers, Markdown marks and without numbers', () => {
    expect(outline('一、总体情况\n正文。\n3、收到和处理政府信息公开申请情况\n## 四、政府信息公开行政复议、行政诉讼情况\n其他需要报告的事项')).toEqual([
      '1: 1 总体情况', '3: 3 收到和处理政府信息公开申请情况', '4: 4 政府信息公开行政复议、行政诉讼情况', '6: - 其他需要报告的事项',
    ]);
  });
  it('are found in HTML', () => {
    expect(outline('<h2>一、总体情况</h2><p>&nbsp;&nbsp;二、主动公开政府信息情况</p><p>正文</p>')).toEqual(['1: 1 总体情况', '2: 2 主动公开政府信息情况']);
  });
  it('may bear the wordings of other years', () => {
    expect(outline('一、概述\n三、行政机关收到和处理政府信息公开申请情况\n四、因政府信息公开工作被申请行政复议、提起行政诉讼情况\n五、政府信息公开工作存在的主要问题及改进情况\n六、其他需要报告事项').map((line) => line[0]))
      .toEqual(['1', '3', '4', '5', '6']);
  });
  it.each([
    '2022年政务公开总体情况', '政府信息公开工作的总体情况', '2022年度总体情况', '工作基本情况', '基本情况', '总体工作情况', '概述',
  ])('the first may be called %s', (title) => {
    expect(outline(`一、${title}\n正文。\n二、行政机关主动公开政府信息情况`).map((line) => line[0])).toEqual(['1', '2']);
  });
  it('may bear a note in brackets, or text behind a blank', () => {
    expect(outline('一、总体情况 2022年，我局认真公开。\n二、主动公开政府信息情况　全年公开12条。\n三、收到和处理政府信息公开申请情况（单位：件）\n五、存在的主要问题及改进情况(下同)  ')).toEqual([
      '1: 1 总体情况', '2: 2 主动公开政府信息情况', '3: 3 收到和处理政府信息公开申请情况', '5: 5 存在的主要问题及改进情况',
    ]);
    expect(outline('一、总体情况\n正文。\n一、主动公开情况 全年公开12条。\n三、收到和处理政府信息公开申请情况 4')).toEqual([
      '1: 1 总体情况', '3: 3 收到和处理政府信息公开申请情况 4',
    ]);
    const { sections: [first, second] } = readReport(`${TITLE}一、总体情况 2022年，我局认真公开。\n三、收到和处理政府信息公开申请情况（单位：件）\n`, [], false)!;
    expect([first.runIn, second.runIn]).toEqual([true, false]);
    expect(first.body.start).toBe(TITLE.length + '一、总体情况'.length);
  });
  it('may hold a bookmark, of the author’s own or not', () => {
    expect(outline('一、总体情况\n3、收到和[bookmark: _Toc1]处理政府信息公开申请情况\n4、公开平台[bookmark: _Toc26876]建设和信息发布情况\n五、存在的主要问题及改进情况')
      .map((line) => line[0])).toEqual(['1', '3', '0', '5']);
  });
  it('may be written in the radicals that fonts of PDFs give for characters', () => {
    expect(outline('⼀、总体情况\n⼆、主动公开政府信息情况\n五、存在的主要问题及改进情况').map((line) => line[0])).toEqual(['1', '2', '5']);
  });
  it('are not the parts of a section', () => {
    expect(outline('一、总体情况\n（一）主动公开情况\n1、主动公开情况\n2、依申请公开情况\n3、政府信息管理情况\n二、主动公开政府信息情况\n五、存在的主要问题及改进情况\n一、存在的主要问题\n二、改进情况\n六、其他需要报告的事项')
      .map((line) => line[0]))
      .toEqual(['1', '2', '5', '6']);
  });
  const SECTIONS = '一、总体情况\n正文。\n二、主动公开政府信息情况\n正文。\n三、收到和处理政府信息公开申请情况\n';
  it('are not the rows of an annex that counts anew', () => {
    const annex = '一、主动公开情况\n二、回应解读情况\n三、依申请公开情况\n四、行政复议数量\n五、行政诉讼数量\n';
    expect(outline(`${SECTIONS}${annex}四、政府信息公开行政复议、行政诉讼情况\n正文。`)).toEqual([
      '1: 1 总体情况', '2: 2 主动公开政府信息情况', '3: 3 收到和处理政府信息公开申请情况', '4: 4 政府信息公开行政复议、行政诉讼情况',
    ]);
  });
  it('are there twice where the whole report is', () => {
    expect(outline(SECTIONS + SECTIONS).map((line) => line[0])).toEqual(['1', '2', '3', '1', '2', '3']);
  });
  it('of the author’s own come behind a row that is numbered by itself', () => {
    expect(outline(`${SECTIONS}3.其他\n4、平台建设情况\n正文。\n五、政府信息公开行政复议、行政诉讼情况`).slice(3)).toEqual([
      '0: 4 平台建设情况', '4: 5 政府信息公开行政复议、行政诉讼情况',
    ]);
  });
  it('are not rows of tables nor a table of contents', () => {
    expect(outline(
      '一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n目录到此。\n一、总体情况\n正文\n二、主动公开政府信息情况\n正文\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n\t四、结转下年度继续办理',
    ).map((line) => line[0]))
      .toEqual(['1', '2', '3']);
  });
});

describe('a report', () => {
  it('is told by its title', () => {
    expect(readReport('某某局2022年政府信息公开工作\n年度报告\n', [], false)?.year).toBe(2022);
    expect(readReport('关于做好2022年政府信息公开工作年度报告编制工作的通知\n\n各单位：', [], false)).toBeNull();
    expect(readReport('会议纪要\n\n会议研究了政府信息公开工作。', [], false)).toBeNull();
  });
});
