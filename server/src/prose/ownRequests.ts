/**
 * Whether 收到, 受理, 办结 and their like are said of all requests that the report's own body had. Invariant: in doubt they are not; words
 * of other matters (诉求, 低保申请), other bodies (各乡镇) and parts (补正后受理, 5日内办结) leave the figure alone.
 */
import type { LabelId } from './labels';

export const REQUESTS = /(?:政府)?信息公开申请|依申请公开|依申请(?:的)?政府信息|依申请信息|公开申请|申请公开/;
export const OTHER_OBJECT = /建议|提案|信箱|留言|咨询|来信|来电|信访|投诉|热线|12345|刑事案|治安案|各类案件|各类事项|服务事项|审批事项|许可|处罚|稿件|篇|粉丝|关注|访问|阅读|点击|会议|培训|新闻发布|文件|公文/;
/** A part of the requests by what they are about, or reviews: 办结 after it is said of these. */
const OTHER_SUBJECT = /涉及|关于|复议|诉讼|应诉/;

/** What may stand between such a verb and its figure, or right after the figure, beside the words for requests. */
const PLAIN_WORDS = String.raw`(?:[\s“”":：的了到有为是达共计总合量数]|公民|群众|公众|市民|个人|社会|来自|提出|提交|递交|各界|各类|有关|相关|政府|机关|信息|公开|依法|依申请|申请人?|请求|事项|事宜|案件|办件|件次?|书|表|答复|办理|办结|处理|受理|完毕|情况|工作|书面|有效)*`;
const PLAIN_OBJECT = new RegExp(`^${PLAIN_WORDS}$`);
/** Work of any kind, where requests are not named. */
const OTHER_WORK = /案件|事项|事宜/;
const GOES_ON = new RegExp(`^${PLAIN_WORDS}(?:$|[（(]|并|均|且|全部|已|都|其|和|及|或|与|占|后|以)`);
/** 收到各类申请 300 件，其中政府信息公开申请 12 件. */
const AMONG_OTHERS = /其中[^，,。；;]{0,8}(?:信息公开申请|依申请公开)/;
const OTHER_BODY = /各(?![类种项界方渠途])|[省市县区州]直|所属|下属|下级|基层|部门|乡镇|镇街|系统内/;
const OWN_BODY_ALONE = /本级|机关/;
/** 117 件申请中，已办结 106 件. */
const OF_THESE = /[件份条][^，,；;。]{0,20}中[，,]\s*$/;
/** 办结 12 件，其中答复 9 件; 收到 12 件，受理 9 件，不予受理 3 件: parts, which 新收 and 结转 after 其中 are not. */
const OF_WHICH = /其中[^件份条宗项次起例]*$/;
const RECEIVED_OF_WHICH = /(?:收到|受理|接收|接到|新收).*(?:其中|[0-9０-９]\s*[件份条宗项次起例])/;

/** 因…不予公开 3 件, 需另行制作无法提供 1 件: one reason of the group. */
const REASON = /因(?!此)|由于|属于|属|不存在|需要?|补正|涉及/;
const GROUPS = /^r\d$/;
/** 自然资源局收到 52 件，住建局收到 31 件. */
const BODY_AND_VERB = /([^，,；;。：:、（）()\s]{1,20}(?:[局委办院厅处乡镇队所司室]|街道|中心|(?<!网)站)(?:机关|本级)?)(?:共|合计|全年|新)*(?:收到|接收|受理|办结|答复|办理|处理)/g;
const OWN_BODY = /[我本][局委办院厅处乡镇街队所站司中校区县市省]/;
const WHOLE_AREA = /全[国省市县区州]/;

/** What was received or done: words that others may have done too. */
export const WORK: ReadonlySet<LabelId> = new Set(['new', 'received', 'done']);
const VERBS: ReadonlySet<LabelId> = new Set(['new', 'received', 'done', 'carry', 'forward', 'carried']);

export interface Said {
  readonly label: LabelId;
  /** The sentence up to the words, and of that what follows the last comma. */
  readonly start: string;
  readonly before: string;
  /** From the words to the figure, and from the figure to the end of the clause. */
  readonly between: string;
  readonly unit: string;
  readonly after: string;
  /** From the figure to the end of the sentence. */
  readonly rest: string;
  readonly sentence: string;
}

/** Whether the figure is of a part of the requests only. */
export function isOfPart({ label, start, before }: Said): boolean {
  if (GROUPS.test(label)) { return REASON.test(before) && !before.includes('不掌握'); }
  if (label === 'done') { return OF_WHICH.test(before) || OF_THESE.test(start.slice(0, start.length - before.length)); }
  return label === 'received' && (OF_WHICH.test(before) || RECEIVED_OF_WHICH.test(start));
}

/** Whether the figure is of other bodies than the report's own. */
export function isOfOtherBody({ label, before, sentence }: Said): boolean {
  if (!VERBS.has(label)) { return false; }
  if (OTHER_BODY.test(before)) { return true; }
  if (OWN_BODY_ALONE.test(before) && OTHER_BODY.test(sentence)) { return true; }
  return (WHOLE_AREA.test(before) && OWN_BODY.test(sentence)) || namesSeveralBodies(sentence);
}

function namesSeveralBodies(sentence: string): boolean {
  const names = new Set<string>();
  for (const [, name] of sentence.matchAll(BODY_AND_VERB)) { names.add(name); }
  return names.size > 1;
}

/**
 * Whether something other than requests was received or done; `isElsewhere`: so it was in the clause before, and a bare verb says nothing
 * new.
 */
export function isOfOthers({ label, between, after, rest }: Said, isElsewhere: boolean): boolean {
  if (!VERBS.has(label)) { return false; }
  const namesRequests = REQUESTS.test(between) || REQUESTS.test(after);
  if (!namesRequests && (isElsewhere || OTHER_WORK.test(between) || AMONG_OTHERS.test(rest))) { return true; }
  return !PLAIN_OBJECT.test(between) || !GOES_ON.test(after);
}

/** Whether a verb without an object, after this clause, is said of something else; `isElsewhere` is what held before it. */
export function isElsewhereAfter(clause: string, holdsFigure: boolean, isElsewhere: boolean): boolean {
  if (REQUESTS.test(clause) && !OTHER_SUBJECT.test(clause)) { return false; }
  return isElsewhere || (holdsFigure && (OTHER_SUBJECT.test(clause) || OTHER_OBJECT.test(clause)));
}
