/**
 * Denials: clauses which say that there was none of something (未收到…申请, 未发生行政复议). Invariant: a denial holds within
 * its clause only and is of all there may be (not 未收到涉密申请, 6 个单位未收到); the 未 and 无 of 未及时, 无正当理由, 未经复议, 无法提供
 * deny nothing.
 */
import type { Span } from '../text/span';
import type { Topic } from './labels';
import { subjectOf } from './subject';

export type Denied = 'requests' | 'carry' | 'forward' | 'organisations' | 'review' | 'litigation';

/** Offsets are those of the text the denial was found in. */
export interface Denial extends Span {
  readonly denied: Denied;
  readonly words: string;
  /** The body that is said to have had none, null where it is not named. */
  readonly body: string | null;
}

/** With the year last named before it in the sentence. */
export interface DatedDenial extends Denial { readonly year: number | null }

const NOTHING = '(?:无|没有|不存在|未有|均无)(?!法|正当|需|故|偿|关|须|论|效|理由|条件)';
const NOT_RECEIVED = '(?:未|没有|尚未|未曾|暂未)(?:新)?(?:有)?(?:收到|接到|接收到?|受理|收悉)';
const REQUEST = '(?:依申请公开|信息公开(?:的)?申请|公开申请|公开(?:政府)?信息的?申请|申请公开(?:政府)?信息)';
/** All who may apply; some of them alone (法人, 科研机构) are a part. */
const ANYONE = '(?:公民|个人|群众|单位|组织)(?:(?:、|和|或者?|及|与)(?:法人|企业|单位|个人|公民|(?:其他|其它)?(?:社会)?组织))*';
/** Words between the denial and 申请 that narrow nothing down: not 涉密, 英文, 重复. */
const OF_ANY_KIND = `(?:${ANYONE}|[\\s“”的人向对]|任何|一[件条]|提出|提交|递交|社会|公众|市民|各类|相关|有关|形式|方式|政府|本机关|本单位|[我本][局办委厅院镇乡]|依?申请|件)*?`;
const NOTHING_ELSE = '(?:[\\s“”的件书表类]|继续|办理|申请|政府|信息|公开|事项|事宜|办件|材料|情况|要求|请求)*$';
const REQUESTS = new RegExp(`(?:${NOT_RECEIVED}|${NOTHING})${OF_ANY_KIND}${REQUEST}(?=${NOTHING_ELSE})`);
/** Under a heading about requests the bare word will do. */
const ANY_REQUEST = new RegExp(`${NOT_RECEIVED}(?:该项|此项|此类|${ANYONE}|[\\s的]|任何|提出|提交|相关|有关|政府|信息|公开)*申请$`);
const CARRIED = new RegExp(`${NOTHING}(?:有|政府信息公开|申请|件|[\\s的])*(?:[上下]一?年度?)?(?:结转|转结)(?:至|到)?(?:(?:[下次]|20\\d\\d)一?年度?)?(?=${NOTHING_ELSE})`);
const OF_LAST_YEAR = /上一?年/;
const REVIEWS = new RegExp(
  `(?:未(?:发生|出现|产生|引发|收到|被|有|涉及)|没有(?:发生|出现|产生|收到)|${NOTHING})`
  + '(?:[\\s的、和或及与因由而所被不当等]|任何|一[件起]|有关|相关|涉及|关于|针对|对|政府|信息|公开|工作|依?申请|答复|办理|处理|引起|引发|导致|产生|发生|提起|提出|举报|投诉|上访|申诉|行政|复议|诉讼|案件|方面|问题|不服)*?'
  + '(?:行政复议|行政诉讼)(?:[\\s的、和或及与等]|或者|以及|申请|提起|被|行政|复议|诉讼|案件?|情况|现象|事项|事件|问题|发生|举报|投诉|申诉|上访)*$',
);
const ORGANISATIONS = /均(?:为|系|是)自然人/;

const NOT_ALL_REVIEWS = /直接|经复议|复议后|败诉|纠错|纠正|撤销|维持|驳回|审结|违法|上升|增加|去年|上年/;
const OTHER_OBJECT = /许可|处罚|建议|提案|信访|咨询|来信|来电|热线|投诉/;

/** What every denial holds one of. */
export const MAY_DENY = /[未无没均]|不存在/;

export function denialsIn(clause: string, topics: ReadonlySet<Topic>): Denial[] {
  const found: Denial[] = [];
  const add = (denied: Denied, match: RegExpExecArray): void => {
    found.push({
      denied, words: match[0].trim(), start: match.index, end: match.index + match[0].trimEnd().length,
      body: subjectOf(clause.slice(0, match.index)).body,
    });
  };
  if (!MAY_DENY.test(clause)) { return found; }
  if (topics.has('requests')) { deniedRequests(clause, add); }
  if (topics.has('reviews')) {
    const match = REVIEWS.exec(clause);
    if (match && !NOT_ALL_REVIEWS.test(clause) && subjectOf(clause.slice(0, match.index)).isPlain) {
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
  if (carried) { add(OF_LAST_YEAR.test(clause.slice(0, carried.index) + carried[0]) ? 'carry' : 'forward', carried); return; }
  if (OTHER_OBJECT.test(clause)) { return; }
  const none = REQUESTS.exec(clause) ?? ANY_REQUEST.exec(clause.trimEnd());
  if (none && subjectOf(clause.slice(0, none.index)).isPlain) { add('requests', none); }
}
