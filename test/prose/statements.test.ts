// What sentences say of requests: which figure belongs to which words, and what is left out.
import { describe, expect, it } from 'vitest';
import { Passage } from '../../server/src/prose/passage';
import { statementsIn } from '../../server/src/prose/statements';

function claims(text: string): string[] {
  return new Passage(text).read(statementsIn).flatMap((one) => one.claims.map(({ label, quantity }) => `${label} ${quantity.value}`));
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
    ['共受理政府信息公开申请16件，上年结转政府信息公开办理数量1件，办结政府信息公开申请16件，结转至2024年办理2件。',
      ['received 16', 'carry 1', 'done 16', 'forward 2']],
    ['办理政府信息公开申请。全年受理3259件，答复3278件。', ['received 3259', 'done 3278']],
    ['收到政府信息公开申请9件，其中自然人8件、商业企业1件。', ['received 9', 'natural 8', 'business 1']],
    ['办理政府信息公开申请8件，予以公开、部分公开5件。', ['done 8']],
    ['收到政府信息公开申请3件，其他1件（申请人撤回）。', ['received 3', 'withdrawn 1']],
    ['政府信息公开申请办结，8件申请人撤销。', []],
    ['收到政府信息公开申请的同时，答复市人大建议 33 件、市政协提案 59 件。', []],
    ['办理回复人民网市委书记信箱留言 18 件。', []],
    ['全市各级行政机关收到政府信息公开申请1499件。', []],
    ['不予受理政府信息公开申请2件，延期答复3件。', []],
    ['收到群众的政府信息公开申请共6件，办结6件。', ['received 6', 'done 6']],
    ['通过各种渠道受理117件政府信息公开申请，答复114件。', ['received 117', 'done 114']],
    ['我街道收到依申请公开申请6件（含上年结转1件），已办结5件。', ['received 6', 'carry 1', 'done 5']],
  ])('%s', (text, expected) => { expect(claims(text)).toEqual(expected); });

  it.each([
    ['of other matters', '未收到政府信息公开申请；受理群众来信来访12件，办结12件。', []],
    ['of other matters', '街道共受理群众诉求1253件，办结1250件；未收到政府信息公开申请。', []],
    ['of other matters', '依申请公开：受理低保申请56件、临时救助申请23件，办结79件。', []],
    ['of other matters', '依申请公开受理点全年接待群众58人次、受理业务326件。', []],
    ['of other matters', '依申请公开情况：收到不动产登记资料查询申请1265件，均已办理。', []],
    ['of reviews', '收到政府信息公开申请117件，办理复议11件，应诉7件。', ['received 117']],
    ['of reviews', '办理政府信息公开申请行政复议11件，办结8件，上年结转2件。', ['review 11']],
    ['of reviews the body decides', '我局作为复议机关，办理信息公开行政复议案件56件。', []],
    ['of lawsuits about other things', '应诉行政诉讼案件3件（均与政府信息公开无关）。', []],
    ['of some subjects', '政府信息公开申请中涉及房屋征收的32件，办结31件；涉及规划的20件，办结19件。', []],
    ['of a part by time', '政府信息公开申请5个工作日内办结43件，10个工作日内办结30件。', []],
    ['of a part by kind', '政府信息公开申请一般程序办结100件，简易程序办结14件，合并处理3件，终止办理6件。', []],
    ['of what was put right', '收到政府信息公开申请117件，经补正后受理110件。', ['received 117']],
    ['of these', '政府信息公开申请117件中，已办结106件。', []],
    ['of some reasons', '政府信息公开申请因信息不存在无法提供25件，需另行制作无法提供1件，因涉及隐私不予公开3件。', []],
    ['beside what was open already', '政府信息公开申请属于主动公开范围的20件，予以公开的26件，部分公开的13件。', ['r2 13']],
    ['of other bodies', '各乡镇（街道）共收到政府信息公开申请42件，县直部门收到75件。', []],
    ['of other bodies', '全县办结政府信息公开申请114件，其中自然资源局答复52件，住建局答复31件。', []],
    ['of a wider area', '全市共收到政府信息公开申请5320件，其中我局收到117件。', []],
    ['of clients', '收到政府信息公开申请117件，律师事务所代理自然人申请9件。', ['received 117']],
  ])('leave out figures %s: %s', (_, text, expected) => { expect(claims(text)).toEqual(expected); });

  it('say what was carried over beside what was received, not beside what was done', () => {
    const [one] = new Passage('收到依申请公开117件，答复114件（其中上年结转8件）。').read(statementsIn);
    expect(one.includesCarry).toBe(false);
    const [other] = new Passage('收到依申请公开125件（其中上年结转8件），答复114件。').read(statementsIn);
    expect(other.includesCarry).toBe(true);
  });

  it.each([
    ['by channel', '通过网上收到政府信息公开申请84件，通过信函收到25件，办结25件。', []],
    ['by channel', '网上受理84件，来信受理25件，当面受理8件，均为政府信息公开申请。', []],
    ['by month', '2022年1至6月收到政府信息公开申请50件，7至12月收到67件。', []],
    ['by month', '9月份，收到政府信息公开申请12件。', []],
    ['by speed', '政府信息公开申请限时办结30件，即时答复5件。', []],
    ['on an average', '收到政府信息公开申请117件，月均受理9件，人均办理20件。', ['received 117']],
    ['of some matter', '收到涉土地类信息公开申请30件，受理20件规划类政府信息公开申请。', []],
    ['for others', '协助市政府办理政府信息公开申请6件，配合区政府办公室答复3件。', []],
    ['for others', '抽查政府信息公开申请答复书20份。', []],
    ['of which', '收到政府信息公开申请117件，其中由市政府转办30件，本级受理87件。', ['received 117']],
    ['of other matters', '收到政府信息公开申请117件。全年受理案件888件，办结888件。', ['received 117']],
    ['of other matters', '收到各类申请305件，其中政府信息公开申请117件。', []],
    ['since another day', '新平台上线以来，收到政府信息公开申请32件。', []],
    ['in another year', '与上年相比，政府信息公开申请新增25件。', []],
    ['of documents', '制发公文300件，其中主动公开150件、依申请公开90件、不予公开60件。', []],
    ['of people', '收到政府信息公开申请117件，涉及企业3家、自然人51人次。', ['received 117']],
    ['of reviews', '代理政府信息公开行政诉讼3件，因信息公开引发的行政复议和行政诉讼共18件。', []],
  ])('leave out parts: %s: %s', (_, text, expected) => { expect(claims(text)).toEqual(expected); });

  it.each([
    ['受理公民、法人和其他组织提出的政府信息公开申请117件，均已答复。', ['received 117']],
    ['收到的117件政府信息公开申请均为自然人申请。', ['received 117']],
    ['2022年1月1日至12月31日，我局共收到政府信息公开申请117件。', ['received 117']],
    ['自2022年1月1日起至2022年12月31日止收到政府信息公开申请117件。', ['received 117']],
    ['全局收到和办理依申请公开117件，上一年度结转8件。', ['done 117', 'carry 8']],
    ['经统计，全年依法受理并答复政府信息公开申请114件。', ['done 114']],
    ['政府信息公开申请部分予以公开13件，部分同意公开2件。', ['r2 13', 'r2 2']],
  ])('are those of all: %s', (text, expected) => { expect(claims(text)).toEqual(expected); });

  it('name the body, for the bare verbs behind it too', () => {
    const read = new Passage(
      '2022年，市住建局收到政府信息公开申请52件，办结50件。我局收到政府信息公开申请117件。',
    ).read(statementsIn);
    expect(read.flatMap(({ claims: own }) => own.map(({ body }) => body))).toEqual(['市住建局', '市住建局', null]);
  });

  it('hold below a heading that names the subject', () => {
    expect(claims('（二）依申请公开情况\n\n本年度共收到申请8件，办结8件。')).toEqual(['received 8', 'done 8']);
    expect(claims('（一）主动公开情况\n\n本年度共收到来信8件，办结8件。')).toEqual([]);
  });
  it('keep to their year', () => {
    const [, second] = new Passage('2022年收到政府信息公开申请86件，2021年办结50件。').read(statementsIn)[0].claims;
    expect(second.year).toBe(2021);
  });
  it('leave out what was accepted of those received', () => {
    expect(claims('本年度收到政府信息公开申请30件，依法受理28件，不予受理2件。')).toEqual(['received 30']);
    expect(claims('本年度收到政府信息公开申请30件，收到有效申请28件。')).toEqual(['received 30']);
  });
  it('leave out reviews that the body itself decides', () => {
    expect(claims('本年度办理政府信息公开行政复议案件12件。')).toEqual([]);
    expect(claims('本年度发生政府信息公开行政复议案件12件。')).toEqual(['review 12']);
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
    ['政府信息公开申请上年无结转。', ['carry']],
    ['政府信息公开申请无转结下年度继续办理件。', ['forward']],
    ['依申请公开：未收到公民、法人和其他组织提出的公开政府信息的申请。', ['requests']],
    ['本年度未收到个人、法人或者其他组织向本机关提出的政府信息公开申请。', ['requests']],
    ['政府信息公开申请无结转超期，无疑难件结转。', []],
    ['未收到英文政府信息公开申请，有6个单位未收到政府信息公开申请。', []],
    ['未收到答复的政府信息公开申请人，无邮寄退回的政府信息公开申请答复。', []],
    ['未接到政府信息公开申请办理方面的批评意见。', []],
    ['政府信息公开方面无其他行政复议、行政诉讼。', []],
    ['政府信息公开方面没有行政诉讼二审改判案件，无集体行政复议。', []],
    ['未及时答复政府信息公开申请的情况不存在超期。', []],
    ['对无正当理由大量反复申请政府信息公开申请的，不予处理。', []],
    ['政府信息公开未经复议直接提起行政诉讼。', []],
    ['无法提供政府信息公开申请所涉信息。', []],
    ['未收到涉密政府信息公开申请，未收到重复的政府信息公开申请。', []],
    ['未发生因政府信息公开引起的直接行政诉讼。', []],
    ['因政府信息公开申请引发的行政诉讼无败诉案件。', []],
    ['全年未发生因信息公开不当损害国家安全的情况。', []],
  ])('%s', (text, expected) => { expect(denials(text)).toEqual(expected); });
});
