// What sentences say of requests: which figure belongs to which words, and what is left out.
import { describe, expect, it } from 'vitest';
import { Passage } from '../../server/src/prose/passage';
import { statementsIn } from '../../server/src/prose/statements';

function claims(text: string): string[] {
  return new Passage(text).read(statementsIn).flatMap((one) => one.claims.map(({ label, quantity }) => `${label} ${quantity.low}`));
}

function denials(text: string): string[] {
  return new Passage(text).read(statementsIn).flatMap((one) => one.denials.map(({ denied }) => denied));
}

describe('claims', () => {
  it.each([
    ['2021 年度，市公安局本级共受理依申请公开 86 件，上年结转政府信息公开申请 5 件，均按时办结。按照《条例》规定，予以公开 31 件，部分公开 14 件，不予公开 4 件，无法提供 25 件，其他处理 15 件，结转下年度继续办 1 件。',
      ['received 86', 'carry 5', 'r1 31', 'r2 14', 'r3 4', 'r4 25', 'r6 15', 'forward 1']],
    ['2021年,我局共处理依申请公开信息3条,回复率达到100%。', ['done 3']],
    ['本年新收政府信息公开申请八件，上年度结转两件。', ['new 8', 'carry 2']],
    ['办理政府信息公开申请。全年受理3259件，答复3278件。', ['received 3259', 'done 3278']],
    ['收到政府信息公开申请9件，其中自然人8件、商业企业1件。', ['received 9', 'natural 8', 'business 1']],
    ['办理政府信息公开申请8件，予以公开、部分公开5件。', ['done 8']],
    ['收到政府信息公开申请3件，其他1件（申请人撤回）。', ['received 3', 'withdrawn 1']],
    ['政府信息公开申请办结，8件申请人撤销。', []],
    ['收到政府信息公开申请的同时，答复市人大建议 33 件、市政协提案 59 件。', []],
    ['办理回复人民网市委书记信箱留言 18 件。', []],
    ['全市各级行政机关收到政府信息公开申请1499件。', []],
    ['不予受理政府信息公开申请2件，延期答复3件。', []],
  ])('%s', (text, expected) => { expect(claims(text)).toEqual(expected); });

  it('hold below a heading that names the subject', () => {
    expect(claims('（二）依申请公开情况\n\n本年度共收到申请8件，办结8件。')).toEqual(['received 8', 'done 8']);
    expect(claims('（一）主动公开情况\n\n本年度共收到来信8件，办结8件。')).toEqual([]);
  });
  it('keep to their year', () => {
    const [, second] = new Passage('2022年收到政府信息公开申请86件，2021年收到50件。').read(statementsIn)[0].claims;
    expect(second.year).toBe(2021);
  });
  it('are read through HTML', () => {
    expect(claims('<p>我局<b>收到</b>政府信息公开申请<span>86</span>件。</p>')).toEqual(['received 86']);
  });
});

describe('denials', () => {
  it.each([
    ['2020 年，我局未收到依申请公开事项。', ['requests']],
    ['2023年全年我局未受理依申请公开。', ['requests']],
    ['本年度没有收到政府信息公开申请。', ['requests']],
    ['本年度无政府信息公开申请。', ['requests']],
    ['未收到行政许可申请；全年未接到信息公开申请。', ['requests']],
    ['未发生因政府信息公开引起的行政复议、行政诉讼。', ['review', 'litigation']],
    ['收到政府信息公开申请8件，均为自然人，无结转下年度的申请。', ['organisations', 'forward']],
    ['政府信息公开申请无上年结转。', ['carry']],
    ['未及时答复政府信息公开申请的情况不存在超期。', []],
    ['对无正当理由大量反复申请政府信息公开申请的，不予处理。', []],
    ['政府信息公开未经复议直接提起行政诉讼。', []],
    ['无法提供政府信息公开申请所涉信息。', []],
    ['因政府信息公开申请引发的行政诉讼无败诉案件。', []],
    ['全年未发生因信息公开不当损害国家安全的情况。', []],
  ])('%s', (text, expected) => { expect(denials(text)).toEqual(expected); });
});
