/**
 * Statements: sentences about requests for information, or about reviews and lawsuits, with the figures they name.
 * Invariant: what is said of other things (letters, proposals, licences), other bodies or other periods is left out.
 */
import type { Span } from '../text/span';
import { readClaims, yearBefore, type Claim, type Sentence } from './claims';
import { clausesOf, sentencesOf } from './clauses';
import { denialsIn, MAY_DENY, type DatedDenial } from './denials';
import { numberOf } from './dates';
import type { Topic } from './labels';
import type { Passage, ProseLine } from './passage';
import { isElsewhereAfter, OTHER_OBJECT, REQUESTS } from './ownRequests';
import { sharesIn, type Share } from './shares';
import { mayHoldQuantity } from './quantities';

export interface Statement extends Span {
  readonly claims: readonly Claim[];
  readonly denials: readonly DatedDenial[];
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
const OTHER_REVIEWS = /复议机关|无关|出庭|其他行政行为|除(?:政府)?信息公开|新(?:发生|增)[^，,。]*(?:复议|诉讼)/;
const OTHER_SCOPE = new RegExp([
  '全[市区县省州]各|各职能部门|镇街|全系统|各县区|各区县|各县（|累计|截至|上半年|下半年|季度',
  '(?<!今年?|年度?)以来|(?:改革|上线|成立|组建|调整|划转)后|[一二两三四五六七八九十几近数0-9]年来|(?<!统计|报告|[日年])期间|(?<!12|十二)月份?[，,]',
].join('|'));
const COMPARED = /同比|环比|去年|较上年|比上年|上年同期|[较比与][0-9]{4}年|[较比与](?:上一年|往年)|与上年|相比/;
/** At the head of a clause; not 转至2023年办理, 2021年结转的均已答复, 2023年1月答复. */
const YEAR = new RegExp(
  '(?<![^，,；;：:\\s])(截至|截止|在|于|)([0-9０-９]{4})\\s*年(?!\\s*[0-9０-９]{1,2}\\s*月|度?的?(?:结转|转结|遗留|继续)|收到[^。]{0,4}结转)'
  + '(?:度|全年)?[,，]?[^。，,；;]{0,16}?(?:收到|受理|办理|答复)',
);
const PARTIAL = /其中|主要|等|包括/;
const CARRY_IN = /(?:含|包括|包含|其中)[^。；，,）)]{0,6}上一?年/;
const ALL_DONE = /(?:全部|均|均已|均按时|均按期)(?:按时|按期|依法)?(?:办结|答复|办理完毕)/;
const ROW_WORDS = /信访举报投诉|行政许可证|未按收费通知要求/g;
/** No sentence is longer; what is, is left alone. */
const LONGEST = 2000;
/** All that may apply, who are no part: it is blanked. */
const ANYONE = /(?:公民|自然人|群众|个人)(?:、|和|或者?|及|与)+(?:企业|单位|法人)?(?:、|和|或者?|及|与|以及)*(?:其他|其它|社会)*组织/g;

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
  const said = compared < 0
    ? sentence
    : sentence.slice(0, Math.max(sentence.lastIndexOf('，', compared), sentence.lastIndexOf(',', compared), 0));
  const text = said.includes('组织') ? said.replace(ANYONE, blanks) : said;
  const claims: Claim[] = [];
  const denials: DatedDenial[] = [];
  const sentenceRead: Sentence = { text, at, topics, isElsewhere: false, isOfPart: false, isOfCarried: false, body: null };
  for (const clause of clausesOf(text)) {
    const own = text.slice(clause.start, clause.end);
    for (const denial of denialsIn(said.slice(clause.start, clause.end), topics)) {
      denials.push({ ...moved(denial, at + clause.start), year: yearBefore(said.slice(0, clause.start + denial.start)) });
    }
    const holdsFigure = mayHoldQuantity(own);
    const plain = own.replace(ROW_WORDS, '');
    if (holdsFigure && !OTHER_OBJECT.test(plain)) { readClaims(sentenceRead, clause, claims); }
    sentenceRead.isElsewhere = isElsewhereAfter(plain, holdsFigure, sentenceRead.isElsewhere);
  }
  const year = yearOf(text);
  const done = ALL_DONE.exec(text);
  return {
    start: at, end: at + sentence.length, claims, denials, shares: sharesIn(text, at, claims), isPartial: PARTIAL.test(text), line,
    includesCarry: includesCarry(text, at, claims),
    year: year && { value: numberOf(text.slice(year.start, year.end)), start: at + year.start, end: at + year.end },
    allDone: done && { start: at + done.index, end: at + done.index + done[0].length },
  };
}

function yearOf(text: string): Span | null {
  const found = YEAR.exec(text);
  return found && { start: found.index + found[1].length, end: found.index + found[1].length + found[2].length };
}

/** What is said to hold the requests carried over is what was received, not what was done. */
function includesCarry(text: string, at: number, claims: readonly Claim[]): boolean {
  const start = text.search(CARRY_IN);
  return start >= 0 && claims.findLast(({ label, end }) => end <= at + start && label !== 'carry')?.label !== 'done';
}

function blanks(found: string): string { return ' '.repeat(found.length); }

function moved<T extends Span>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}
