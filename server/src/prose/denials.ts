/**
 * Denials: clauses which say that there was none of something (未收到…申请, 未发生行政复议). Invariant: a denial holds within
 * its clause only, and the 未 and 无 of 未及时, 无正当理由, 未经复议, 无法提供 deny nothing.
 */
import type { Span } from '../text/span';
import type { Topic } from './labels';

export type Denied = 'requests' | 'carry' | 'forward' | 'organisations' | 'review' | 'litigation';

/** Offsets are those of the text the denial was found in. */
export interface Denial extends Span {
  readonly denied: Denied;
  readonly words: string;
}

const NOTHING = '(?:无|没有|不存在|未有|均无)(?!法|正当|需|故|偿|关|须|论|效|理由|条件)';
const NOT_RECEIVED = '(?:未|没有|尚未|未曾|暂未)(?:新)?(?:有)?(?:收到|接到|接收到?|受理|收悉)';
const REQUEST = '(?:依申请公开|信息公开(?:的)?申请|公开申请)';
const REQUESTS = new RegExp(`(?:${NOT_RECEIVED}[^]{0,20}?|${NOTHING}[^]{0,10}?)${REQUEST}`);
/** Under a heading about requests the bare word will do. */
const ANY_REQUEST = new RegExp(`${NOT_RECEIVED}[^]{0,8}?申请$`);
const CARRIED = new RegExp(`${NOTHING}[^]{0,6}?结转(?:至|到)?(?:(?:下|次)一?年度?)?`);
const REVIEWS = new RegExp(`(?:未(?:发生|出现|产生|引发|收到|被|有|涉及)|没有(?:发生|出现|产生|收到)|${NOTHING})[^]{0,24}?(?:行政复议|行政诉讼)[^]*`);
const ORGANISATIONS = /均(?:为|系|是)自然人/;

const NOT_ALL_REQUESTS = /复议|诉讼|投诉|举报|收费|费用|逾期|超期|延期|不予|纠纷|结转|法人|企业|组织|自然人|当面|信函|网络|传真|邮件|口头|书面|去年|上年|有效|符合|不规范|异议|涉|关于|秘密|隐私|重复|恶意|批量|其他/;
const NOT_ALL_REVIEWS = /直接|经复议|复议后|败诉|纠错|纠正|撤销|维持|驳回|审结|违法|上升|增加|去年|上年/;
const OTHER_OBJECT = /许可|处罚|建议|提案|信访|咨询|来信|来电|热线|投诉/;

/** What every denial holds one of. */
export const MAY_DENY = /[未无没均]|不存在/;

export function denialsIn(clause: string, topics: ReadonlySet<Topic>): Denial[] {
  const found: Denial[] = [];
  const add = (denied: Denied, match: RegExpExecArray): void => {
    found.push({ denied, words: match[0].trim(), start: match.index, end: match.index + match[0].trimEnd().length });
  };
  if (!MAY_DENY.test(clause)) { return found; }
  if (topics.has('requests')) { deniedRequests(clause, add); }
  if (topics.has('reviews')) {
    const match = REVIEWS.exec(clause);
    if (match && !NOT_ALL_REVIEWS.test(clause)) {
      if (match[0].includes('行政复议')) { add('review', match); }
      if (match[0].includes('行政诉讼')) { add('litigation', match); }
    }
  }
  return found;
}

function deniedRequests(clause: string, add: (denied: Denied, match: RegExpExecArray) => void): void {
  const natural = ORGANISATIONS.exec(clause);
  if (natural) { add('organisations', natural); }
  const carried = CARRIED.exec(clause);
  if (carried) { add(/上/.test(carried[0]) ? 'carry' : 'forward', carried); return; }
  if (NOT_ALL_REQUESTS.test(clause) || OTHER_OBJECT.test(clause)) { return; }
  const none = REQUESTS.exec(clause) ?? ANY_REQUEST.exec(clause.trimEnd());
  if (none) { add('requests', none); }
}
