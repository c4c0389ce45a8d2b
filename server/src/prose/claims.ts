/**
 * Claims: figures that a sentence gives for requests, reviews or lawsuits, each with the words it is given for. Invariant: a figure
 * belongs to words of its own clause, at most a dozen characters before it and with no other figure between; a part, other bodies and
 * other matters are left out, and so is what was done of them later in the sentence.
 */
import type { Span } from '../text/span';
import { bracketAt, itemsOf } from './clauses';
import { numberOf } from './dates';
import { ANY_LABEL, LABELS, type LabelId, type Topic } from './labels';
import { isOfOtherBody, isOfOthers, isOfPart, WORK, type Said } from './ownRequests';
import { quantitiesIn, type Quantity } from './quantities';
import { subjectOf } from './subject';

/** Offsets are those of the passage, from the first of the words to the end of the unit. */
export interface Claim extends Span {
  readonly label: LabelId;
  readonly words: string;
  readonly quantity: Quantity;
  /** The year last named before it in the sentence. */
  readonly year: number | null;
  /** The body that is said to have received or done it, null where none is named. */
  readonly body: string | null;
}

/** A sentence as it is read, clause by clause. */
export interface Sentence {
  readonly text: string;
  /** Where it starts in the passage. */
  readonly at: number;
  readonly topics: ReadonlySet<Topic>;
  /** What was read of it last spoke of other things. */
  isElsewhere: boolean;
  /** It tells of a part (网上收到 4 件): what was done of it afterwards is a part too. */
  isOfPart: boolean;
  /** It goes on to tell what became of those carried over (上年结转 5 件均已办结，其中予以公开 2 件). */
  isOfCarried: boolean;
  /** The body last named. */
  body: string | null;
}

/** Not 结转至2023年. Behind it, what tells whence requests came: 2021年结转 2 件. */
const YEAR_NAMED = /(?<![至到转下—-])([0-9０-９]{4})\s*年(度?(?:的)?(?:结转|转结|遗留))?/g;
/** 收到 12 件（2021年为 9 件）: said in brackets, it is over with them. */
const IN_BRACKETS = /[（(][^（）()]*[）)]/g;
const RECEIVED = /收到|受理|接收|接到|新收/;
const MOST_BETWEEN = 12;
/** Digits, and what makes it a part only: how, or from whom, it was received. */
const NOT_BETWEEN = /[0-9０-９]|网络|网上|信函|当面|传真|邮件|邮寄|现场|线上|线下|平台|网站|窗口|口头|书面|自然人|企业|法人|公民|延期|分别|其中|结果|维持|纠正|纠错|驳回|撤销|审结|结案|应诉|败诉/;
/** What was open before is granted too, and counted beside. */
const OPEN_ALREADY = /主动公开范围|已(?:经)?主动公开|获取(?:的)?(?:方式|途径|渠道)/;
/** 主动公开 705 件、依申请公开 127 件、不予公开 182 件: documents by what they are open to, and not answers. */
const OF_DOCUMENTS = /主动公开(?!答复|范围)[^，,；;。、]{0,8}?[0-9０-９]|公文|属性|制发|(?<!另行)制作/;
/** 予以公开信息 300 条. */
const INFORMATION_ITSELF = /信息(?!公开)/;
/** 同意公开 12 件（含部分公开 3 件）. */
const OF_WHICH_PARTIAL = /^[（(，,\s]*(?:其中[：:，,]?|含|包括|包含)部分(?:同意|予以)?公开/;
/** 不予处理和其他处理 7 件: of two kinds together. */
const WITH_ANOTHER_RESULT = /(?:公开|提供|处理|掌握|信息|案卷|秘密|申请|事项|出版物|制作|明确|补正|权益|稳定[”"]?)(?:和|及|与|或者?|以及|\/)(?:属于)?$/;
const OPENED: ReadonlySet<LabelId> = new Set(['r1', 'r2', 'r1r2', 'r3']);
const RESULT = /^(?:r[1-6]|row:|withdrawn|unamended)/;
const NOT_TOTAL = /^[^、，,。；;]{0,6}(?:审结|维持|纠正|纠错|驳回|撤销|撤回|败诉|胜诉|确认违法)/;
/** 行政复议 3 件（维持 2 件、纠正 1 件）: the parts of a total. */
const RESULTS_IN_BRACKETS = /^[（(](?:其中[：:，,]?)?(?:结果)?(?:维持|纠正|驳回|撤销|尚?未审结)[^）)]*?[0-9０-９]/;
const CARRIED: ReadonlySet<LabelId> = new Set(['carry', 'carried']);
const RECEIPTS: ReadonlySet<LabelId> = new Set(['new', 'received']);
const ALL_OF_THESE = /^(?:的|申请|政府|信息|公开)*[，,]?(?:[均都已]|全部|当年|按)/;
const APPLICANTS: ReadonlySet<LabelId> = new Set(['natural', 'business', 'legal', 'organisations']);
const PLAIN_APPLICANTS = /^(?:[\s：:的有共为]|申请|提出|提交|递交)*$/;
const REVIEWS: ReadonlySet<LabelId> = new Set(['review', 'litigation', 'direct', 'after']);
/** 行政复议和行政诉讼共 5 件: both together. */
const WITH_REVIEWS = /复议(?:案件)?(?:和|及|与|或者?|以及)$/;
/** 代理行政诉讼 3 件, 参加行政诉讼庭审 2 次, 办理行政复议案件 12 件: what was done about reviews, those of others too. */
const ABOUT_REVIEWS = /其[他它]|代理|参加|参与|旁听|培训|指导|协助|配合|审理|承办|[办受]理(?:涉及?)?(?:政府)?(?:信息公开)?(?:类|方面|领域)?的?$/;
const PLAIN_REVIEWS = /^(?:[\s“”"：:的共计总合为是有达数量类被]|案件?|事项|情况|发生|申请|答复|办理)*$/;
const INFORMATION = /信息公开|依申请/;
const ALL = /均|都|全部/;

export function readClaims(sentence: Sentence, clause: Span, claims: Claim[]): void {
  const { text, at, topics } = sentence;
  /** The item before, where it holds no figure: words there belong to all that follows (收到、办结 5 件). */
  let bare = '';
  for (const item of itemsOf(text, clause)) {
    const own = text.slice(item.start, item.end);
    const quantities = quantitiesIn(own);
    if (quantities.length === 0) { bare = own; continue; }
    const shared = bare !== '' && ANY_LABEL.test(bare);
    let from = 0;
    for (const quantity of quantities) {
      const found = shared ? null : wordsBefore(own, from, quantity.start, topics);
      const start = item.start + (found?.start ?? 0);
      if (found !== null) {
        const said: Said = {
          label: found.label, start: text.slice(0, start), before: stretchBefore(text, start),
          between: own.slice(found.end, quantity.start), unit: quantity.unit, after: own.slice(quantity.end) + bracketAt(text, item.end),
          rest: text.slice(item.start + quantity.end), sentence: text,
        };
        const subject = WORK.has(found.label) ? subjectOf(said.before) : null;
        sentence.body = subject?.body ?? sentence.body;
        if (CARRIED.has(found.label)) { sentence.isOfCarried = ALL_OF_THESE.test(said.rest); }
        if (RECEIPTS.has(found.label)) { sentence.isOfCarried = false; }
        if (isClaim(said, claims) && isOfOwnRequests(sentence, said, subject?.isPlain !== false)) {
          claims.push({
            label: found.label, words: own.slice(found.start, found.end),
            year: yearBefore(text.slice(0, item.start + found.end)), body: WORK.has(found.label) ? sentence.body : null,
            start: at + start, end: at + item.start + quantity.end,
            quantity: {
              ...quantity, start: at + item.start + quantity.start, end: at + item.start + quantity.end,
              number: { start: at + item.start + quantity.number.start, end: at + item.start + quantity.number.end },
            },
          });
        }
      }
      from = quantity.end;
    }
    bare = '';
  }
}

function isOfOwnRequests(sentence: Sentence, said: Said, isPlain: boolean): boolean {
  if (isOfPart(said) || (sentence.isOfPart && WORK.has(said.label))) { return false; }
  if (sentence.isOfCarried && (said.label === 'done' || RESULT.test(said.label))) { return false; }
  if (!isPlain) { sentence.isOfPart = true; return false; }
  if (!isOfOtherBody(said) && !isOfOthers(said, sentence.isElsewhere)) { return true; }
  sentence.isElsewhere = true;
  return false;
}

/** From the last comma on; a bracket parts nothing (各乡镇（街道）收到). */
function stretchBefore(text: string, end: number): string {
  let from = end;
  while (from > 0 && !'，,；;：:'.includes(text[from - 1])) { from--; }
  return text.slice(from, end);
}

/** The year that the text speaks of at its end: the last named, unless that only tells whence some of those received came. */
export function yearBefore(text: string): number | null {
  const open = text.replace(IN_BRACKETS, '');
  let year: number | null = null;
  for (const { 1: digits, 2: carried, index } of open.matchAll(YEAR_NAMED)) {
    if (carried === undefined || !RECEIVED.test(open.slice(0, index))) { year = numberOf(digits); }
  }
  return year;
}

interface Words extends Span { readonly label: LabelId }

/** The label whose words end nearest before `end`; of two that end together, the longer. */
function wordsBefore(text: string, from: number, end: number, topics: ReadonlySet<Topic>): Words | null {
  const before = text.slice(from, end);
  if (!ANY_LABEL.test(before)) { return null; }
  let best: Words | null = null;
  for (const { id, topic, words } of LABELS) {
    const match = topics.has(topic) ? lastMatch(words, before) : null;
    if (match === null) { continue; }
    const found = { label: id, start: from + match.start, end: from + match.end };
    if (best === null || found.end > best.end || (found.end === best.end && found.start < best.start)) { best = found; }
  }
  if (best === null) { return null; }
  const between = text.slice(best.end, end).replace(BLANKS, '');
  return between.length > MOST_BETWEEN || NOT_BETWEEN.test(between) ? null : best;
}

const BLANKS = /\s+/g;

function lastMatch(words: RegExp, text: string): Span | null {
  let last: Span | null = null;
  words.lastIndex = 0;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    last = { start: match.index, end: match.index + match[0].length };
  }
  return last;
}

function isClaim(said: Said, claims: readonly Claim[]): boolean {
  const { label, before, between, after } = said;
  if (said.unit === '人次' || (RESULT.test(label) && WITH_ANOTHER_RESULT.test(before))) { return false; }
  if (label === 'withdrawn') { return /撤销|撤回/.test(after); }
  if (REVIEWS.has(label)) { return isOfOwnReviews(said); }
  if (label === 'done') { return !between.startsWith('书'); }
  if (OPENED.has(label)) { return isOfAnswers(said); }
  if (!APPLICANTS.has(label)) { return true; }
  if (before.includes('代理') || !PLAIN_APPLICANTS.test(between)) { return false; }
  const last = claims.findLast((claim) => !APPLICANTS.has(claim.label));
  return last !== undefined && (last.label === 'received' || last.label === 'new');
}

/** The answers given to requests. */
function isOfAnswers({ label, between, rest, sentence }: Said): boolean {
  if (OF_DOCUMENTS.test(sentence) || INFORMATION_ITSELF.test(between)) { return false; }
  return label !== 'r1' || !(OPEN_ALREADY.test(sentence) || OF_WHICH_PARTIAL.test(rest));
}

/** All reviews or lawsuits about open government: not 办理行政复议 120 件，政府信息公开类占 3 件. */
function isOfOwnReviews({ start, before, between, after, rest }: Said): boolean {
  if (NOT_TOTAL.test(after) && !RESULTS_IN_BRACKETS.test(after)) { return false; }
  if (WITH_REVIEWS.test(before) || ABOUT_REVIEWS.test(before) || !PLAIN_REVIEWS.test(between)) { return false; }
  return INFORMATION.test(start) || !INFORMATION.test(rest) || ALL.test(rest);
}
