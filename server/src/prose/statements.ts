/**
 * Statements: sentences about requests for information, or about reviews and lawsuits, with the figures they name.
 * Invariant: a figure belongs to words of its own clause, at most a dozen characters before it and with no other figure
 * between; what is said of other things (letters, proposals, licences), other bodies or other periods is left out.
 */
import type { Span } from '../text/span';
import { bracketAt, clausesOf, itemsOf, sentencesOf } from './clauses';
import { denialsIn, MAY_DENY, type Denial } from './denials';
import { ANY_LABEL, LABELS, type LabelId, type Topic } from './labels';
import { numberOf } from './dates';
import type { Passage, ProseLine } from './passage';
import { isElsewhereAfter, isOfOtherBody, isOfOthers, isOfPart, OTHER_OBJECT, REQUESTS, type Said } from './ownRequests';
import { sharesIn, type Share } from './shares';
import { mayHoldQuantity, quantitiesIn, type Quantity } from './quantities';

/** Offsets are those of the passage, from the first of the words to the end of the unit. */
export interface Claim extends Span {
  readonly label: LabelId;
  readonly words: string;
  readonly quantity: Quantity;
  /** The rest of its clause and what stands in brackets right after it. */
  readonly after: string;
  /** The year last named before it in the sentence. */
  readonly year: number | null;
}

export interface Statement extends Span {
  readonly claims: readonly Claim[];
  readonly denials: readonly Denial[];
  readonly shares: readonly Share[];
  /** 其中, 主要, 等, 包括: what it lists need not be all. */
  readonly isPartial: boolean;
  /** 收到 … （含上年结转 …） */
  readonly includesCarry: boolean;
  /** A year it names before 收到, 受理, 办理 or 答复. */
  readonly year: (Span & { readonly value: number }) | null;
  /** All that is told of was done in time or is done: 均按时办结, 全部办结. */
  readonly allDone: Span | null;
  /** Number of the line it stands in. */
  readonly line: number;
}

const WORTH_READING = /申请|复议|诉讼/;
const REVIEWS = /信息公开|依申请/;
/** Reviews the body decides, or lawsuits about something else. */
const OTHER_REVIEWS = /复议机关|无关|出庭|新(?:发生|增)[^，,。]*(?:复议|诉讼)/;
const OTHER_SCOPE = /全[市区县省州]各|各职能部门|镇街|全系统|各县区|各区县|各县（|累计|截至|上半年|下半年|季度/;
const COMPARED = /同比|环比|去年|较上年|比上年|上年同期|[较比与][0-9]{4}年/;
const YEAR = /(?<!将[于在]|拟于|预计)([0-9０-９]{4})\s*年(?:度|全年)?[,，]?[^。，,；;]{0,16}?(?:收到|受理|办理|答复)/;
/** Not 结转至2023年. */
const YEAR_NAMED = /(?<![至到转下—-])([0-9０-９]{4})\s*年/g;
const PARTIAL = /其中|主要|等|包括/;
const CARRY_IN = /(?:含|包括|包含|其中)[^。；，,）)]{0,6}上一?年/;
const ALL_DONE = /(?:全部|均|均已|均按时|均按期)(?:按时|按期|依法)?(?:办结|答复|办理完毕)/;
const ROW_WORDS = /信访举报投诉|行政许可证|未按收费通知要求/g;
const MOST_BETWEEN = 12;
/** No sentence is longer; what is, is left alone. */
const LONGEST = 2000;
/** Digits, and what makes it a part only: how, or from whom, it was received. */
const NOT_BETWEEN = /[0-9０-９]|网络|信函|当面|传真|邮件|邮寄|现场|线上|线下|平台|网站|窗口|口头|书面|自然人|企业|法人|公民|延期|其中|结果|维持|纠正|纠错|驳回|撤销|审结|败诉/;
const OWN_DIGITS = /[0-9０-９]/g;
/** 不予受理, 未及时答复. */
const DENIED = /(?:不予?|未[^，,]{0,2})$/;
/** What was open before is granted too, and counted beside. */
const OPEN_ALREADY = /主动公开范围|已(?:经)?主动公开|获取(?:的)?(?:方式|途径|渠道)/;
const NOT_TOTAL = /^[^、，,。；;]{0,6}(?:审结|维持|纠正|纠错|驳回|撤销|撤回|败诉|胜诉|确认违法)/;
const APPLICANTS: ReadonlySet<LabelId> = new Set(['natural', 'business', 'legal', 'organisations']);

/** Sentences that claim or deny something; the others are left out. */
export function statementsIn(passage: Passage): readonly Statement[] {
  if (!WORTH_READING.test(passage.plain)) { return []; }
  const found: Statement[] = [];
  let topics: ReadonlySet<Topic> = new Set();
  passage.lines.forEach((line, number) => {
    if (line.heading !== null) { topics = topicsOf(line.heading.key); }
    if (!line.tabular && WORTH_READING.test(line.text) || topics.size > 0 && !line.tabular) {
      found.push(...statementsOfLine(line, number, topics));
    }
  });
  return found;
}

/** A heading about requests or reviews says what is meant below it. */
function topicsOf(key: string): ReadonlySet<Topic> {
  const topics = new Set<Topic>();
  if (/依申请|公开申请|申请公开/.test(key)) { topics.add('requests').add('reviews'); }
  if (/行政复议|行政诉讼/.test(key)) { topics.add('reviews'); }
  return topics;
}

function statementsOfLine(line: ProseLine, number: number, given: ReadonlySet<Topic>): Statement[] {
  const found: Statement[] = [];
  if (!maySay(line.text)) { return found; }
  const topics = new Set(given);
  for (const sentence of sentencesOf(line.text)) {
    const text = line.text.slice(sentence.start, sentence.end);
    if (!topics.has('requests') && REQUESTS.test(text)) { topics.add('requests').add('reviews'); }
    if (!maySay(text)) { continue; }
    const own = new Set(topics);
    if (REVIEWS.test(text)) { own.add('reviews'); }
    if (OTHER_REVIEWS.test(text)) { own.delete('reviews'); }
    if (own.size === 0 || text.length > LONGEST || OTHER_SCOPE.test(text)) { continue; }
    const statement = readStatement(text, line.start + sentence.start, number, own);
    if (statement.claims.length > 0 || statement.denials.length > 0 || statement.allDone !== null) { found.push(statement); }
  }
  return found;
}

/** Whether a text may hold a claim, a denial, or that all was done. */
function maySay(text: string): boolean {
  return MAY_DENY.test(text) || text.includes('全部') || mayHoldQuantity(text);
}

function readStatement(sentence: string, at: number, line: number, topics: ReadonlySet<Topic>): Statement {
  const compared = sentence.search(COMPARED);
  const text = compared < 0
    ? sentence
    : sentence.slice(0, Math.max(sentence.lastIndexOf('，', compared), sentence.lastIndexOf(',', compared), 0));
  const claims: Claim[] = [];
  const denials: Denial[] = [];
  const sentenceRead: Sentence = { text, at, topics, isElsewhere: false };
  for (const clause of clausesOf(text)) {
    const own = text.slice(clause.start, clause.end);
    for (const denial of denialsIn(own, topics)) { denials.push(moved(denial, at + clause.start)); }
    const holdsFigure = mayHoldQuantity(own);
    const plain = own.replace(ROW_WORDS, '');
    if (holdsFigure && !OTHER_OBJECT.test(plain)) { readClaims(sentenceRead, clause, claims); }
    sentenceRead.isElsewhere = isElsewhereAfter(plain, holdsFigure, sentenceRead.isElsewhere);
  }
  const year = YEAR.exec(text);
  const done = ALL_DONE.exec(text);
  return {
    start: at, end: at + sentence.length, claims, denials, shares: sharesIn(text, at, claims), isPartial: PARTIAL.test(text), line,
    includesCarry: includesCarry(text, at, claims),
    year: year && { value: numberOf(year[1]), start: at + year.index, end: at + year.index + year[1].length },
    allDone: done && { start: at + done.index, end: at + done.index + done[0].length },
  };
}

/** What is said to hold the requests carried over is what was received, not what was done. */
function includesCarry(text: string, at: number, claims: readonly Claim[]): boolean {
  const start = text.search(CARRY_IN);
  return start >= 0 && claims.findLast(({ label, end }) => end <= at + start && label !== 'carry')?.label !== 'done';
}

function moved<T extends Span>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}

interface Sentence {
  readonly text: string;
  /** Where it starts in the passage. */
  readonly at: number;
  readonly topics: ReadonlySet<Topic>;
  /** What was read of it last spoke of other things. */
  isElsewhere: boolean;
}

function readClaims(sentence: Sentence, clause: Span, claims: Claim[]): void {
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
      const after = own.slice(quantity.end) + bracketAt(text, item.end);
      if (found !== null && isClaim(found.label, own.slice(from, found.start), after, text, claims) && isOfOwnRequests(sentence, {
        label: found.label, start: text.slice(0, item.start + found.start), before: stretchBefore(text, item.start + found.start),
        between: own.slice(found.end, quantity.start), after, sentence: text,
      })) {
        claims.push({
          label: found.label, words: own.slice(found.start, found.end), after, year: yearBefore(text.slice(0, item.start + found.start)),
          start: at + item.start + found.start, end: at + item.start + quantity.end,
          quantity: { ...moved(quantity, at + item.start), number: moved(quantity.number, at + item.start) },
        });
      }
      from = quantity.end;
    }
    bare = '';
  }
}

function isOfOwnRequests(sentence: Sentence, said: Said): boolean {
  if (isOfPart(said)) { return false; }
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

function yearBefore(text: string): number | null {
  const years = [...text.matchAll(YEAR_NAMED)];
  return years.length === 0 ? null : numberOf(years.at(-1)![1]);
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
  const between = text.slice(best.end, end).trim();
  return between.length > MOST_BETWEEN || NOT_BETWEEN.test(between) ? null : best;
}

function lastMatch(words: RegExp, text: string): Span | null {
  let last: Span | null = null;
  words.lastIndex = 0;
  for (let match = words.exec(text); match !== null; match = words.exec(text)) {
    last = { start: match.index, end: match.index + match[0].length };
  }
  return last;
}

function isClaim(label: LabelId, before: string, after: string, sentence: string, claims: readonly Claim[]): boolean {
  if (label === 'done' || label === 'received') { return !DENIED.test(before) && !NOT_BETWEEN.test(before.replace(OWN_DIGITS, '')); }
  if (label === 'withdrawn') { return /撤销|撤回/.test(after); }
  if (label === 'review' || label === 'litigation' || label === 'direct' || label === 'after') { return !NOT_TOTAL.test(after); }
  if (label === 'r1') { return !OPEN_ALREADY.test(sentence); }
  if (!APPLICANTS.has(label)) { return true; }
  if (before.includes('代理')) { return false; }
  const last = claims.findLast((claim) => !APPLICANTS.has(claim.label));
  return last !== undefined && (last.label === 'received' || last.label === 'new');
}
