/**
 * What a number in the prose may be about: words that stand before it, and the row or rows of the official tables they
 * mean. Invariant: words are those real reports use; the label whose words end nearest to the number wins, the longer of two.
 */
export type LabelId =
  | 'new' | 'received' | 'carry' | 'done' | 'forward' | 'carried'
  | 'r1' | 'r2' | 'r1r2' | 'r3' | 'r4' | 'r4.1' | 'r5' | 'r6' | 'withdrawn' | 'unamended'
  | 'natural' | 'business' | 'legal' | 'organisations'
  | 'review' | 'litigation' | 'direct' | 'after'
  | `row:${string}`;

/** What a label may be said of: requests, or the reviews and lawsuits about them. */
export type Topic = 'requests' | 'reviews';

export interface Label {
  readonly id: LabelId;
  readonly topic: Topic;
  readonly words: RegExp;
}

const requests = (id: LabelId, words: string): Label => ({ id, topic: 'requests', words: new RegExp(words, 'g') });
const reviews = (id: LabelId, words: string): Label => ({ id, topic: 'reviews', words: new RegExp(words, 'g') });

/** 上年结转政府信息公开办理数量1件: what was carried over, not what was done. */
const CARRIED_WORK = '(?:(?:(?:政府)?信息公开)?(?:申请)?办理(?=数|\\s*$))?';

export const LABELS: readonly Label[] = [
  requests('new', '新收到?|新接收|新增(?:收到?|受理)?|新受理'),
  requests('received', '收到|接收|接到|收悉|受理|收件'),
  requests('carry', `上一?年度?(?:的)?(?:结转|转结|转接|遗留|结余)${CARRIED_WORK}|(?:结转|转结)上一?年度?`),
  requests('forward', '(?:结转|转结|转|顺延)(?:至|到)?(?:下|次|20\\d\\d)一?年度?(?:继续)?(?:办理?)?|正在办理中?|尚在办理中?|下年度?继续办理'),
  requests('carried', `(?:结转|转结)${CARRIED_WORK}`),
  requests('done', '办结|答复|办理|处理|回复'),
  requests('r1', '(?<!不|部分)予以公开(?:答复)?|主动公开答复|(?<!部分)同意公开(?:答复)?'),
  requests('r2', '部分(?:予以|同意)?公开(?:答复)?'),
  requests('r1r2', '公开(?:或者?|及|和|与|/)(?:予以|同意)?部分公开|同意(?:或者?|及|和|与)部分同意公开'),
  requests('r3', '不予(?:以)?公开(?:答复)?|不同意公开(?:答复)?'),
  requests('r4', '无法提供'),
  requests('r4.1', '(?:本机关|本单位|本办|我局|本局)?不掌握(?:相关)?(?:政府)?(?:信息)?'),
  requests('r5', '不予处理'),
  requests('r6', '(?:作)?其他处理(?:情形)?'),
  requests('withdrawn', '其他'),
  requests('unamended', '逾期不补正'),
  requests('natural', '自然人'),
  requests('business', '商业企业'),
  requests('legal', '法律服务机构|律师事务所'),
  requests('organisations', '法人或者?其他组织|法人及其他组织|法人和其他组织'),
  requests('row:r3.1', '国家秘密'),
  requests('row:r3.3', '三安全一稳定[”"]?'),
  requests('row:r3.4', '第三方(?:的)?合法权益'),
  requests('row:r3.5', '内部事务(?:性)?信息'),
  requests('row:r3.6', '过程性信息'),
  requests('row:r3.7', '行政执法案卷(?:信息)?'),
  requests('row:r3.8', '行政查询事项'),
  requests('row:r4.2', '没有现成信息(?:需要?另行制作)?'),
  requests('row:r4.3', '补正后(?:申请内容)?仍不明确'),
  requests('row:r5.1', '信访举报投诉类?(?:申请)?'),
  requests('row:r5.2', '重复申请'),
  requests('row:r5.3', '公开出版物'),
  requests('row:r5.4', '大量反复申请'),
  requests('row:r5.5', '确认或重新出具(?:已获取信息)?'),
  requests('row:r6.2', '未按(?:收费通知)?要求缴纳费用'),
  reviews('review', '行政复议'),
  reviews('litigation', '行政诉讼'),
  reviews('direct', '(?:未经复议)?直接(?:起诉|提起行政诉讼)'),
  reviews('after', '(?<!未经)复议后(?:起诉|提起行政诉讼)'),
];

/** The words of all labels. */
export const ANY_LABEL = new RegExp(LABELS.map(({ words }) => words.source).join('|'));

/** The groups of results that together are all of 办理结果, in the order of the form. */
export const RESULT_GROUPS: readonly LabelId[] = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'];
