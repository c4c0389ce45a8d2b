/**
 * What stands before 收到, 受理 or 办结 in its stretch of the sentence: who did so, and when. Invariant: only words known to narrow nothing down
 * are plain (我局, 2022年全年, 共); every other word may tell of a part of the requests (网上, 提前), of other matters or of another time.
 */

export interface Subject {
  readonly isPlain: boolean;
  /** A body that is named (某某市教育局), whose report this may or may not be; null where none is. */
  readonly body: string | null;
}

const DIGIT = '[0-9０-９]';
const NUMERAL = '[一二两三四五六七八九十百零]';
const COUNTED = `(?:${DIGIT}[0-9０-９,，]*|${NUMERAL}+)\\s*[件份条宗项次起例]`;
const YEAR = `${DIGIT}{4}\\s*年(?:度)?`;
const WHOLE_YEAR = `[自从]?\\s*(?:${YEAR})?\\s*(?:1\\s*月\\s*1\\s*日起?|1\\s*月?)\\s*(?:至|到|[—－~～-]+)\\s*(?:${YEAR})?\\s*12\\s*月\\s*(?:31\\s*日|份)?(?:止|期间)?`;
const PERIODS = '全年度?|本年度?|当年度?|今年(?:以来)?|年度内?|年内|本?报告期内?|目前';
const OWN = '[我本][局委办院厅处乡镇街队所站司校区县市省州旗园馆部](?:道|公室|机关|本级|单位)?|(?:我|本)(?:机关|单位|中心|部门)|本级|机关|全[局委办院厅处乡镇街校市区县省州旗园]';
const VERBS = '收到|接收|接到|收悉|收件|受理|办理|办结|处理|答复|回复|新收|新增|新接收|新|上一?年度?(?:的)?(?:结转|转结)|结转(?:[上下]一?年度?)?|继续|完成';
const COUNTING = '共计?|总共|总计|合计|一共|累计|全部|已经?|均|都|亦|也|又|还|并且?|另外?|则|仅|只|计|总';
const MANNER = '依法|依规|严格|认真|积极|妥善|规范|正式|经统计|据统计|通过各种渠道';
const MATTERS = '依申请公开|(?:政府)?信息(?:公开)?|公开申请|依?申请|工作|方面|情况|事项|办件|数量|总量|总数|[件数量的了到]|其中|包括|含';
const MARKS = '[\\s（(“”、和及与或/]|以及|或者';
const WORD = new RegExp(
  [WHOLE_YEAR, YEAR, COUNTED, PERIODS, OWN, VERBS, COUNTING, MANNER, MATTERS, MARKS].map((words) => `(?:${words})`).join('|'), 'y',
);
const ORGAN = '局|委员会|委|办公室|办事处|办(?![理结])|政府|街道|镇|乡|厅|院|处(?![理])|中心|[大支中]队|公司|学校|医院|所|站|部';
const BODY = new RegExp(`[\\p{Script=Han}]{0,24}(?:${ORGAN})`, 'uy');
/** Somebody stands in another relation to what was received: 协助市政府, 转市住建局, 由办公室. */
const NOT_BODY = /部分|有|个|协助|配合|参与|指导|督促|牵头|主办|承办|会同|联合|代|转|对|向|由|为|给|经|来自|针对|关于|通过|利用|依托|期间|以来|年来|各|下属|所属|基层/;
const LONGEST = 80;

export function subjectOf(before: string): Subject {
  if (before.length > LONGEST) { return OTHER; }
  let body: string | null = null;
  for (let at = 0; at < before.length;) {
    WORD.lastIndex = at;
    if (WORD.test(before)) { at = WORD.lastIndex; continue; }
    BODY.lastIndex = at;
    const found: RegExpExecArray | null = body === null ? BODY.exec(before) : null;
    if (found === null || NOT_BODY.test(found[0])) { return OTHER; }
    [body] = found;
    at = BODY.lastIndex;
  }
  return body === null ? PLAIN : { isPlain: true, body };
}

const PLAIN: Subject = { isPlain: true, body: null };
const OTHER: Subject = { isPlain: false, body: null };
